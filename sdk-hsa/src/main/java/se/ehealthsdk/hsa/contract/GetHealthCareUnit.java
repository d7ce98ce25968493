package se.ehealthsdk.hsa.contract;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * Asks which health care unit (vårdenhet) and care provider (vårdgivare) a unit belongs to.
 *
 * <p>Source: {@code GetHealthCareUnit} 2.0 of {@code infrastructure:directory:organization}.
 *
 * @param unit the unit; also when it may itself be the health care unit
 * @param scope where in the directory to look
 */
public record GetHealthCareUnit(HsaId unit, SearchScope scope) {

    /** Wherever in the directory it is. */
    public static GetHealthCareUnit of(HsaId unit) {
        return new GetHealthCareUnit(unit, SearchScope.ALL);
    }

    /** The same request, looking here in the directory. */
    public GetHealthCareUnit within(SearchScope wanted) {
        return new GetHealthCareUnit(unit, wanted);
    }
}
