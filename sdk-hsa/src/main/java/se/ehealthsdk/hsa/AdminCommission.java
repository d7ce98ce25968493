package se.ehealthsdk.hsa;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * An administrative commission (administrativt uppdrag): where in the organisation a person has a
 * property of an {@link AuthorizationScopeProperty authorisation scope}.
 *
 * <p>Source: authorizationmanagement 2.4.3, {@code AdminCommissionType}.
 *
 * @param hsaId the commission's own HSA-id
 * @param responsibleOrganisation the organisation responsible, as HSA writes it; empty if the answer
 *     lacked it
 * @param sectors the parts of the organisation it is about; may be empty
 * @param feigned whether it is made up, for tests
 */
public record AdminCommission(
        HsaId hsaId, String responsibleOrganisation, List<Sector> sectors, boolean feigned) {

    /** Keeps a copy of the sectors. */
    public AdminCommission {
        sectors = List.copyOf(sectors);
    }
}
