package se.ehealthsdk.hsa.contract;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;

/**
 * The request of GetCommissionMembers and GetCommissionMembersIncludingProtectedPerson 2.1: who has a
 * commission at a care unit.
 *
 * @param careUnit the care unit (vårdenhet)
 * @param purpose what the commission is for
 * @param rights rights that the commission gives; any when empty
 * @param licences names of licences that the person has, as {@code Läkare}; any when empty
 * @param scope where in the directory to look
 */
public record GetCommissionMembers(
        HsaId careUnit,
        CommissionPurpose purpose,
        List<CommissionRight> rights,
        List<String> licences,
        SearchScope scope) {

    /**
     * Keeps copies of the lists.
     *
     * @throws InvalidInputException if a right lacks one of its parts; nothing was sent
     */
    public GetCommissionMembers {
        if (rights.stream().anyMatch(right -> !right.isComplete())) {
            throw new InvalidInputException(
                    "commissionRights",
                    "one lacks a part",
                    "activity, information class and scope, as Läsa;alla;SJF");
        }
        rights = List.copyOf(rights);
        licences = List.copyOf(licences);
    }

    /** Everyone with a commission for this purpose at this care unit. */
    public static GetCommissionMembers of(HsaId careUnit, CommissionPurpose purpose) {
        return new GetCommissionMembers(careUnit, purpose, List.of(), List.of(), SearchScope.ALL);
    }

    /** The same request, for commissions with these rights. */
    public GetCommissionMembers rights(CommissionRight... wanted) {
        return new GetCommissionMembers(careUnit, purpose, List.of(wanted), licences, scope);
    }

    /** The same request, for people with these licences, by name. */
    public GetCommissionMembers licences(String... wanted) {
        return new GetCommissionMembers(careUnit, purpose, rights, List.of(wanted), scope);
    }

    /** The same request, looking here in the directory. */
    public GetCommissionMembers within(SearchScope wanted) {
        return new GetCommissionMembers(careUnit, purpose, rights, licences, wanted);
    }
}
