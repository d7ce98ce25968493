package se.ehealthsdk.hsa;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A health care unit (vårdenhet) with its care provider (vårdgivare) and the units that belong to it.
 *
 * <p>Source: {@code GetHealthCareUnitMembers} 2.1 of {@code infrastructure:directory:organization}. A
 * producer of 2.0 answers the same, without addresses in parts.
 *
 * @param unit the health care unit
 * @param details its address, telephone numbers and workplace codes
 * @param provider the care provider that answers for it
 * @param providerDetails the provider's address, telephone numbers and workplace codes
 * @param members the units that belong to it
 */
public record HealthCareUnitMembers(
        UnitSummary unit,
        UnitDetails details,
        CareProvider provider,
        UnitDetails providerDetails,
        List<CareUnitMember> members) {

    /** Copies the list. */
    public HealthCareUnitMembers {
        members = List.copyOf(members);
    }

    /** The health care unit's HSA-id. */
    public HsaId hsaId() {
        return unit.hsaId();
    }

    /** The health care unit's own workplace codes (arbetsplatskod). */
    public List<String> workplaceCodes() {
        return details.workplaceCodes();
    }

    /** The health care unit, its provider, and how many members. */
    @Override
    public String toString() {
        return "HealthCareUnitMembers[%s, %s, members=%d]"
                .formatted(unit, provider, members.size());
    }
}
