package se.ehealthsdk.certificate.sickleave;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import se.ehealthsdk.certificate.contract.ListSickLeavesForCare;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.user.ActingUser;

/**
 * Which sick leaves a user wants to see: those of the user's own patients, or those of the care unit that the user's
 * commission is at. Only a commission with the purpose {@code Vård och behandling} lets it be asked. Immutable.
 *
 * <pre>{@code
 * SickLeaveQuestion mine = SickLeaveQuestion.ownPatients(user, 5);
 * SickLeaveQuestion all = SickLeaveQuestion.ofUnit(user, 5).withMembers(membersOfTheCareUnit);
 * }</pre>
 */
public final class SickLeaveQuestion {

    private static final String PURPOSE = "Vård och behandling";

    private final HsaId user;
    private final boolean ownPatients;
    private final Set<HsaId> units;
    private final int maxDaysBetween;
    private final OptionalInt minDays;
    private final OptionalInt maxDays;

    private SickLeaveQuestion(
            HsaId user,
            boolean ownPatients,
            Set<HsaId> units,
            int maxDaysBetween,
            OptionalInt minDays,
            OptionalInt maxDays) {
        this.user = user;
        this.ownPatients = ownPatients;
        this.units = units;
        this.maxDaysBetween = maxDaysBetween;
        this.minDays = minDays;
        this.maxDays = maxDays;
    }

    /**
     * The sick leaves whose certificates the user issued, at the care unit of the user's commission.
     *
     * @param user a doctor or a dentist
     * @param maxDaysBetween how many days there may be between certificates of one sick leave; not negative
     * @throws InvalidInputException if the user may not ask, or the number is negative; nothing was sent
     */
    public static SickLeaveQuestion ownPatients(ActingUser user, int maxDaysBetween) {
        return of(user, true, maxDaysBetween);
    }

    /**
     * The sick leaves whose certificates were issued at the care unit of the user's commission, by anyone.
     *
     * @param maxDaysBetween how many days there may be between certificates of one sick leave; not negative
     * @throws InvalidInputException if the user may not ask, or the number is negative; nothing was sent
     */
    public static SickLeaveQuestion ofUnit(ActingUser user, int maxDaysBetween) {
        return of(user, false, maxDaysBetween);
    }

    private static SickLeaveQuestion of(ActingUser user, boolean ownPatients, int maxDaysBetween) {
        boolean forCare =
                user.commission()
                        .filter(each -> each.purpose().strip().equalsIgnoreCase(PURPOSE))
                        .isPresent();
        if (!forCare) {
            throw new InvalidInputException(
                    "commission",
                    "is none for care and treatment",
                    "a commission (medarbetaruppdrag) with the purpose " + PURPOSE);
        }
        HsaId careUnit =
                user.careUnit()
                        .map(ActingUser.CareUnit::hsaId)
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "careUnit",
                                                "is missing: the commission is directly under the care"
                                                        + " provider",
                                                "a commission at a care unit (vårdenhet)"));
        return new SickLeaveQuestion(
                user.employee(),
                ownPatients,
                Set.of(careUnit),
                notNegative("maxDaysBetween", maxDaysBetween),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static int notNegative(String field, int days) {
        if (days < 0) {
            throw new InvalidInputException(field, "is negative", "0 or more");
        }
        return days;
    }

    /**
     * The same, at the units that belong to the care unit too. The service is asked about each.
     *
     * @param members the members of the user's care unit, as HSA tells them; nobody else's
     */
    public SickLeaveQuestion withMembers(List<HsaId> members) {
        Set<HsaId> all = new LinkedHashSet<>(units);
        all.addAll(members);
        return new SickLeaveQuestion(user, ownPatients, all, maxDaysBetween, minDays, maxDays);
    }

    /**
     * The same, but sick leaves of some lengths only.
     *
     * @param from this many days or more
     * @param below fewer days than this
     * @throws InvalidInputException if a number is negative, or nothing lies between them
     */
    public SickLeaveQuestion lasting(int from, int below) {
        notNegative("from", from);
        if (below <= from) {
            throw new InvalidInputException("below", "is not above from", "more days");
        }
        return new SickLeaveQuestion(
                user,
                ownPatients,
                units,
                maxDaysBetween,
                OptionalInt.of(from),
                OptionalInt.of(below));
    }

    /** Whether only the user's own patients are asked about. */
    boolean isAboutOwnPatients() {
        return ownPatients;
    }

    HsaId user() {
        return user;
    }

    List<ListSickLeavesForCare> requests() {
        List<ListSickLeavesForCare> requests = new ArrayList<>(units.size());
        for (HsaId unit : units) {
            requests.add(
                    new ListSickLeavesForCare(
                            unit,
                            maxDaysBetween,
                            minDays,
                            maxDays,
                            ownPatients ? List.of(user) : List.of()));
        }
        return requests;
    }

    /** The HSA-ids. */
    @Override
    public String toString() {
        return "SickLeaveQuestion[%s, %s, units=%s]"
                .formatted(user, ownPatients ? "own patients" : "unit", units);
    }
}
