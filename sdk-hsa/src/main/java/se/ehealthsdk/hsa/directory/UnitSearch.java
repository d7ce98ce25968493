package se.ehealthsdk.hsa.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;

/**
 * Which units to look for: those for which all that is said holds. Immutable; each method gives a new search.
 *
 * <pre>{@code
 * UnitSearch.all().named("vårdcentral").inCounty("01").inMunicipality("80").ofCareType(CareType.OUTPATIENT)
 * }</pre>
 */
public final class UnitSearch {

    private static final UnitSearch ALL =
            new UnitSearch(
                    new Parts(
                            null, null, null, null, null, null, null, null, null, null, false, 0));

    private record Parts(
            @Nullable String name,
            @Nullable String location,
            @Nullable String county,
            @Nullable String municipality,
            @Nullable String businessCode,
            @Nullable BusinessType businessType,
            @Nullable CareType careType,
            @Nullable String destination,
            @Nullable DistinguishedName below,
            @Nullable Instant changedSince,
            boolean childrenOnly,
            int limit) {}

    private final Parts parts;

    private UnitSearch(Parts parts) {
        this.parts = parts;
    }

    /** Every unit, organisation and function. */
    public static UnitSearch all() {
        return ALL;
    }

    /** Whose name, public name or another name holds this text, whatever the case. A text, never a pattern: {@code *} is a star. */
    public UnitSearch named(String text) {
        require("name", text);
        return new UnitSearch(
                new Parts(
                        text,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** At this place, as people call it ({@code l}). */
    public UnitSearch at(String place) {
        require("location", place);
        return new UnitSearch(
                new Parts(
                        parts.name,
                        place,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** In this county (län).
     *
     * @param code two digits
     */
    public UnitSearch inCounty(String code) {
        require("county", code);
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        code,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** In this municipality (kommun); say the county too.
     *
     * @param code two digits: the part after the county's code
     */
    public UnitSearch inMunicipality(String code) {
        require("municipality", code);
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        code,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** That does this (verksamhetskod). */
    public UnitSearch withBusinessCode(String code) {
        require("businessCode", code);
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        code,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** Of this type (enhetstyp). */
    public UnitSearch ofBusinessType(BusinessType type) {
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        type,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** With this form of care (vårdform). */
    public UnitSearch ofCareType(CareType type) {
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        type,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** Shown there (visas för), for example {@code 03}, the internet. */
    public UnitSearch shownAt(String indicator) {
        require("destination", indicator);
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        indicator,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        parts.limit));
    }

    /** Anywhere below an entry, the entry itself not included. */
    public UnitSearch below(DistinguishedName top) {
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        top,
                        parts.changedSince,
                        false,
                        parts.limit));
    }

    /** One step below an entry. */
    public UnitSearch childrenOf(DistinguishedName top) {
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        top,
                        parts.changedSince,
                        true,
                        parts.limit));
    }

    /** Changed at or after a moment. A directory that does not tell when its entries were changed finds none. */
    public UnitSearch changedSince(Instant moment) {
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        moment,
                        parts.childrenOnly,
                        parts.limit));
    }

    /**
     * At most this many; an answer cut short by it says so.
     *
     * @throws InvalidInputException if it is below 1
     */
    public UnitSearch limit(int most) {
        if (most < 1) {
            throw new InvalidInputException("limit", "is below 1", "1 or more");
        }
        return new UnitSearch(
                new Parts(
                        parts.name,
                        parts.location,
                        parts.county,
                        parts.municipality,
                        parts.businessCode,
                        parts.businessType,
                        parts.careType,
                        parts.destination,
                        parts.below,
                        parts.changedSince,
                        parts.childrenOnly,
                        most));
    }

    private static void require(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException(
                    field, "is blank", "a text to look for, or leave it out");
        }
    }

    /** Text in the name. */
    public Optional<String> name() {
        return Optional.ofNullable(parts.name);
    }

    /** The place. */
    public Optional<String> location() {
        return Optional.ofNullable(parts.location);
    }

    /** The code of the county. */
    public Optional<String> county() {
        return Optional.ofNullable(parts.county);
    }

    /** The code of the municipality. */
    public Optional<String> municipality() {
        return Optional.ofNullable(parts.municipality);
    }

    /** What it does. */
    public Optional<String> businessCode() {
        return Optional.ofNullable(parts.businessCode);
    }

    /** Its type. */
    public Optional<BusinessType> businessType() {
        return Optional.ofNullable(parts.businessType);
    }

    /** Its form of care. */
    public Optional<CareType> careType() {
        return Optional.ofNullable(parts.careType);
    }

    /** Where it is shown. */
    public Optional<String> destination() {
        return Optional.ofNullable(parts.destination);
    }

    /** The entry to look below. */
    public Optional<DistinguishedName> below() {
        return Optional.ofNullable(parts.below);
    }

    /** The earliest change. */
    public Optional<Instant> changedSince() {
        return Optional.ofNullable(parts.changedSince);
    }

    /** Whether only one step below. */
    public boolean childrenOnly() {
        return parts.childrenOnly;
    }

    /** How many at most; empty for all. */
    public OptionalInt limit() {
        return parts.limit == 0 ? OptionalInt.empty() : OptionalInt.of(parts.limit);
    }
}
