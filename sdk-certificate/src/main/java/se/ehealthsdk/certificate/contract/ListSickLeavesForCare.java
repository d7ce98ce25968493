package se.ehealthsdk.certificate.contract;

import java.util.List;
import java.util.OptionalInt;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The request of ListSickLeavesForCare 1.
 *
 * @param unit the unit that issued the certificates
 * @param maxDaysBetween how many days there may be between certificates of one sick leave; not negative
 * @param minDays only sick leaves of this many days or more
 * @param maxDays only sick leaves of fewer days than this
 * @param professionals only those whose certificates these people issued; all if empty
 */
public record ListSickLeavesForCare(
        HsaId unit,
        int maxDaysBetween,
        OptionalInt minDays,
        OptionalInt maxDays,
        List<HsaId> professionals) {

    /** Copies. */
    public ListSickLeavesForCare {
        professionals = List.copyOf(professionals);
    }
}
