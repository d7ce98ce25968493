package se.ehealthsdk.hsa;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A unit that belongs to a health care unit (vårdenhet).
 *
 * @param unit who it is and whether it is in use
 * @param details address, telephone numbers and workplace codes
 */
public record CareUnitMember(UnitSummary unit, UnitDetails details) {

    /** The member's HSA-id. */
    public HsaId hsaId() {
        return unit.hsaId();
    }

    /** The member's workplace codes (arbetsplatskod). */
    public List<String> workplaceCodes() {
        return details.workplaceCodes();
    }

    /** HSA-id and name. */
    @Override
    public String toString() {
        return "CareUnitMember[" + unit.hsaId() + " " + unit.name() + "]";
    }
}
