package se.ehealthsdk.hsa.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
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

    private static final UnitSearch ALL = new UnitSearch(new Parts());

    /** What is said; changed only before anyone else sees it. */
    private static final class Parts {
        private @Nullable String name;
        private @Nullable String location;
        private @Nullable String county;
        private @Nullable String municipality;
        private @Nullable String businessCode;
        private @Nullable BusinessType businessType;
        private @Nullable CareType careType;
        private @Nullable String destination;
        private @Nullable DistinguishedName below;
        private @Nullable Instant changedSince;
        private boolean childrenOnly;
        private int limit;

        Parts copy() {
            Parts copy = new Parts();
            copy.name = name;
            copy.location = location;
            copy.county = county;
            copy.municipality = municipality;
            copy.businessCode = businessCode;
            copy.businessType = businessType;
            copy.careType = careType;
            copy.destination = destination;
            copy.below = below;
            copy.changedSince = changedSince;
            copy.childrenOnly = childrenOnly;
            copy.limit = limit;
            return copy;
        }
    }

    private final Parts parts;

    private UnitSearch(Parts parts) {
        this.parts = parts;
    }

    private UnitSearch with(Consumer<Parts> change) {
        Parts next = parts.copy();
        change.accept(next);
        return new UnitSearch(next);
    }

    /** Every unit, organisation and function. */
    public static UnitSearch all() {
        return ALL;
    }

    /**
     * Whose name, or another name that it goes by, holds this text, whatever the case. A text, never a pattern:
     * {@code *} is a star. The public name is not looked at: it is made of other values when an entry is read.
     *
     * @throws InvalidInputException if it is blank
     */
    public UnitSearch named(String text) {
        String wanted = SearchTerm.text("name", text);
        return with(next -> next.name = wanted);
    }

    /**
     * At this place, as people call it ({@code l}), whatever the case.
     *
     * @throws InvalidInputException if it is blank
     */
    public UnitSearch at(String place) {
        String wanted = SearchTerm.text("location", place);
        return with(next -> next.location = wanted);
    }

    /**
     * In this county (län).
     *
     * @param code two digits
     * @throws InvalidInputException if it is blank
     */
    public UnitSearch inCounty(String code) {
        String wanted = SearchTerm.text("county", code);
        return with(next -> next.county = wanted);
    }

    /**
     * In this municipality (kommun); say the county too.
     *
     * @param code two digits: the part after the county's code
     * @throws InvalidInputException if it is blank
     */
    public UnitSearch inMunicipality(String code) {
        String wanted = SearchTerm.text("municipality", code);
        return with(next -> next.municipality = wanted);
    }

    /**
     * That does this (verksamhetskod).
     *
     * @throws InvalidInputException if it is blank
     */
    public UnitSearch withBusinessCode(String code) {
        String wanted = SearchTerm.text("businessCode", code);
        return with(next -> next.businessCode = wanted);
    }

    /**
     * Of this type (enhetstyp).
     *
     * @throws InvalidInputException if its code is blank
     */
    public UnitSearch ofBusinessType(BusinessType type) {
        SearchTerm.text("businessType", type.code());
        return with(next -> next.businessType = type);
    }

    /**
     * With this form of care (vårdform).
     *
     * @throws InvalidInputException if its code is blank
     */
    public UnitSearch ofCareType(CareType type) {
        SearchTerm.text("careType", type.code());
        return with(next -> next.careType = type);
    }

    /**
     * Shown there (visas för), for example {@code 03}, the internet.
     *
     * @throws InvalidInputException if it is blank
     */
    public UnitSearch shownAt(String indicator) {
        String wanted = SearchTerm.text("destination", indicator);
        return with(next -> next.destination = wanted);
    }

    /** Anywhere below an entry, the entry itself not included. */
    public UnitSearch below(DistinguishedName top) {
        return with(
                next -> {
                    next.below = top;
                    next.childrenOnly = false;
                });
    }

    /** One step below an entry. */
    public UnitSearch childrenOf(DistinguishedName top) {
        return with(
                next -> {
                    next.below = top;
                    next.childrenOnly = true;
                });
    }

    /**
     * Changed at or after a moment. What has been taken away is not found so, and a directory that does not tell
     * when its entries were changed finds none.
     */
    public UnitSearch changedSince(Instant moment) {
        return with(next -> next.changedSince = moment);
    }

    /**
     * At most this many; an answer cut short by it says so.
     *
     * @throws InvalidInputException if it is below 1
     */
    public UnitSearch limit(int most) {
        int wanted = SearchTerm.limit(most);
        return with(next -> next.limit = wanted);
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
