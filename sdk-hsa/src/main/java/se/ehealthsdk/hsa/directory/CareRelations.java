package se.ehealthsdk.hsa.directory;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * What an entry is in the structure of Patientdatalagen, and which others it points to.
 *
 * <p>Source: HSA schema, {@code hsaHealthCareProvider}, {@code hsaHealthCareUnit}, {@code
 * hsaResponsibleHealthCareProvider}, {@code hsaHealthCareUnitMember}, {@code hsaHealthCareUnitManager}; values are
 * HSA-ids, not names in the tree.
 *
 * @param careProvider whether it is a care provider (vårdgivare, outer block level, 6 kap. 3 § patientdatalagen)
 * @param careUnit whether it is a care unit (vårdenhet, inner block level, 6 kap. 4 §)
 * @param responsibleProvider the care provider that answers for a care unit
 * @param members the units that belong to a care unit, wherever they stand in the tree
 * @param manager the manager of a care unit (verksamhetschef)
 */
public record CareRelations(
        boolean careProvider,
        boolean careUnit,
        Optional<HsaId> responsibleProvider,
        List<HsaId> members,
        Optional<HsaId> manager) {

    /** Neither, and nothing pointed to. */
    public static final CareRelations NONE =
            new CareRelations(false, false, Optional.empty(), List.of(), Optional.empty());

    /** Copies the list. */
    public CareRelations {
        members = List.copyOf(members);
    }
}
