package se.ehealthsdk.hsa.contactcard;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.directory.UnitDirectory;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.readiness.HsaAnswer;

/**
 * Whether 1177 (Hitta vård) shows a unit, and what is wrong, too long or missing on its contact card: the rules of {@link
 * CardRule}, the lengths of {@link CardLimit}. Each finding says the attribute, what would be right, and who mends it.
 * Immutable; each {@code with} gives another.
 *
 * <pre>{@code
 * CardReadiness card = ContactCardCheck.standard().check(unit, clock.instant());
 * card.findings().forEach(finding -> show(finding.attribute(), finding.wrong(), finding.right(), finding.mender()));
 * }</pre>
 *
 * <p>Calls nobody, unless it is given a client or a directory to ask.
 */
public final class ContactCardCheck {

    /** How large a picture may be: 50 kB. */
    public static final int MAX_PICTURE_BYTES = 50_000;

    private static final ContactCardCheck STANDARD =
            new ContactCardCheck(
                    new Settings(
                            Map.of(),
                            CardOwnership.standard(),
                            Set.of("03"),
                            false,
                            MAX_PICTURE_BYTES,
                            List.of(NamedCode.COVID, NamedCode.INFLUENZA)));

    private final Settings settings;

    /** What is settled by region or by date. */
    record Settings(
            Map<CardLimit, Integer> limits,
            CardOwnership ownership,
            Set<String> destinations,
            boolean businessCode,
            int pictureBytes,
            List<NamedCode> codes) {

        int most(CardLimit limit) {
            return limits.getOrDefault(limit, limit.most());
        }
    }

    private ContactCardCheck(Settings settings) {
        this.settings = settings;
    }

    /** The rules as the sources have them. */
    public static ContactCardCheck standard() {
        return STANDARD;
    }

    /** Also that the unit has a code for what it does (verksamhetskod), for regions that filter on it. */
    public ContactCardCheck requiringBusinessCode() {
        return new ContactCardCheck(
                new Settings(
                        settings.limits,
                        settings.ownership,
                        settings.destinations,
                        true,
                        settings.pictureBytes,
                        settings.codes));
    }

    /** Another length, in characters. */
    public ContactCardCheck with(CardLimit limit, int most) {
        requirePositive(most);
        Map<CardLimit, Integer> limits = new EnumMap<>(CardLimit.class);
        limits.putAll(settings.limits);
        limits.put(limit, most);
        return new ContactCardCheck(
                new Settings(
                        Map.copyOf(limits),
                        settings.ownership,
                        settings.destinations,
                        settings.businessCode,
                        settings.pictureBytes,
                        settings.codes));
    }

    /** Other owners and menders. */
    public ContactCardCheck with(CardOwnership ownership) {
        return new ContactCardCheck(
                new Settings(
                        settings.limits,
                        ownership,
                        settings.destinations,
                        settings.businessCode,
                        settings.pictureBytes,
                        settings.codes));
    }

    /** Another size of pictures, in bytes. */
    public ContactCardCheck withPictureBytes(int most) {
        requirePositive(most);
        return new ContactCardCheck(
                new Settings(
                        settings.limits,
                        settings.ownership,
                        settings.destinations,
                        settings.businessCode,
                        most,
                        settings.codes));
    }

    /**
     * Other destinations (visas för) that put a unit on 1177, any of which is enough. {@code 03} without more: sources agree
     * on it, and not on {@code 04}.
     */
    public ContactCardCheck withDestinations(String... codes) {
        return new ContactCardCheck(
                new Settings(
                        settings.limits,
                        settings.ownership,
                        Set.of(codes),
                        settings.businessCode,
                        settings.pictureBytes,
                        settings.codes));
    }

    /** Other codes that follow from words in the name; none for no such hints. */
    public ContactCardCheck withNamedCodes(NamedCode... codes) {
        return new ContactCardCheck(
                new Settings(
                        settings.limits,
                        settings.ownership,
                        settings.destinations,
                        settings.businessCode,
                        settings.pictureBytes,
                        List.of(codes)));
    }

    private static void requirePositive(int most) {
        if (most < 1) {
            throw new InvalidInputException("limit", "is below 1", "1 or more");
        }
    }

    /**
     * What is to be said of a unit's card. Whether a unit of type 01 stands within a hospital cannot be told from the unit
     * alone, and is then among what was not found out.
     *
     * @param at the moment that dates are judged for
     */
    public CardReadiness check(Unit unit, Instant at) {
        return new CardFindings(settings, unit, Optional.empty(), at).result();
    }

    /**
     * As {@link #check(Unit, Instant)}, with the units above.
     *
     * @param above the units that the unit stands below, in any order; empty for one at the top
     */
    public CardReadiness check(Unit unit, List<Unit> above, Instant at) {
        return new CardFindings(settings, unit, Optional.of(List.copyOf(above)), at).result();
    }

    /** As {@link #check(Unit, Instant)}, with what only the directory tells: marks, and values that it could not read. */
    public CardReadiness check(UnitEntry entry, Instant at) {
        return new CardFindings(settings, entry.unit(), Optional.empty(), at)
                .withEntry(entry)
                .result();
    }

    /** As {@link #check(UnitEntry, Instant)}, with the entries above. */
    public CardReadiness check(UnitEntry entry, List<UnitEntry> above, Instant at) {
        List<Unit> units = above.stream().map(UnitEntry::unit).toList();
        return new CardFindings(settings, entry.unit(), Optional.of(units), at)
                .withEntry(entry)
                .result();
    }

    /**
     * Asks HSA for the unit, and says what is to be said of its card. A failed call is among what was not found out, never
     * thrown.
     */
    public CardReadiness check(HsaClient hsa, HsaId unit, Instant at) {
        HsaAnswer<Unit> answer = HsaAnswer.asking(() -> hsa.unit(unit));
        return answer.told()
                .map(told -> check(told, at))
                .orElseGet(() -> CardFindings.ofNoUnit(settings, unit, answer));
    }

    /** Asks a directory for the unit and those above it; as {@link #check(HsaClient, HsaId, Instant)}. */
    public CardReadiness check(UnitDirectory directory, HsaId unit, Instant at) {
        HsaAnswer<List<UnitEntry>> answer =
                HsaAnswer.asking(
                        () -> Optional.of(directory.path(unit)).filter(path -> !path.isEmpty()));
        return answer.told()
                .map(path -> check(path.get(path.size() - 1), path.subList(0, path.size() - 1), at))
                .orElseGet(() -> CardFindings.ofNoUnit(settings, unit, answer));
    }

    /** All the words that findings can have, for documentation and translation. */
    public static List<String> codes() {
        return Stream.of(CardRule.values()).map(CardRule::code).toList();
    }
}
