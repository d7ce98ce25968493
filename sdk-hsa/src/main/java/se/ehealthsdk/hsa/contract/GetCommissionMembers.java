package se.ehealthsdk.hsa.contract;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.SearchBase;

/**
 * The request of GetCommissionMembers and GetCommissionMembersIncludingProtectedPerson 2.1: who has a
 * commission at a care unit.
 *
 * @param careUnit the care unit (vårdenhet)
 * @param purpose what the commission is for
 * @param rights rights that the commission gives; any when empty
 * @param licences names of licences that the person has, as {@code Läkare}; any when empty
 * @param searchBase where to look; everywhere when absent
 * @param includeFeigned whether to tell also of people made up for tests
 */
public record GetCommissionMembers(
        HsaId careUnit,
        CommissionPurpose purpose,
        List<CommissionRight> rights,
        List<String> licences,
        Optional<SearchBase> searchBase,
        boolean includeFeigned) {

    /** Keeps copies of the lists. */
    public GetCommissionMembers {
        rights = List.copyOf(rights);
        licences = List.copyOf(licences);
    }

    /** Everyone with a commission for this purpose at this care unit. */
    public static GetCommissionMembers of(HsaId careUnit, CommissionPurpose purpose) {
        return new GetCommissionMembers(
                careUnit, purpose, List.of(), List.of(), Optional.empty(), false);
    }

    /** The same request, for commissions with these rights. */
    public GetCommissionMembers rights(CommissionRight... wanted) {
        return new GetCommissionMembers(
                careUnit, purpose, List.of(wanted), licences, searchBase, includeFeigned);
    }

    /** The same request, for people with these licences, by name. */
    public GetCommissionMembers licences(String... wanted) {
        return new GetCommissionMembers(
                careUnit, purpose, rights, List.of(wanted), searchBase, includeFeigned);
    }

    /** The same request, looking only in this branch of the directory. */
    public GetCommissionMembers below(SearchBase branch) {
        return new GetCommissionMembers(
                careUnit, purpose, rights, licences, Optional.of(branch), includeFeigned);
    }

    /** The same request, also telling of people made up for tests. */
    public GetCommissionMembers includingFeigned() {
        return new GetCommissionMembers(careUnit, purpose, rights, licences, searchBase, true);
    }
}
