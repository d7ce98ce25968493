package se.ehealthsdk.hsa.contract;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * Asks which health care unit (vårdenhet) and care provider (vårdgivare) a unit belongs to, and who
 * manages the health care unit (verksamhetschef).
 *
 * <p>Source: {@code GetHealthCareUnitIncludingManager} 2.0 of {@code infrastructure:directory:organization}.
 *
 * @param unit the unit; also when it may itself be the health care unit
 * @param scope where in the directory to look
 */
public record GetHealthCareUnitIncludingManager(HsaId unit, SearchScope scope) {

    /** Wherever in the directory it is. */
    public static GetHealthCareUnitIncludingManager of(HsaId unit) {
        return new GetHealthCareUnitIncludingManager(unit, SearchScope.ALL);
    }

    /** The same request, looking here in the directory. */
    public GetHealthCareUnitIncludingManager within(SearchScope wanted) {
        return new GetHealthCareUnitIncludingManager(unit, wanted);
    }
}
