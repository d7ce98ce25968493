package se.ehealthsdk.hsa.contract;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * Asks which units belong to a health care unit (vårdenhet). Members are looked for in the whole
 * directory, whatever the scope.
 *
 * <p>Source: {@code GetHealthCareUnitMembers} 2.1 and 2.0 of {@code infrastructure:directory:organization}.
 *
 * @param healthCareUnit the health care unit
 * @param scope where in the directory to look
 */
public record GetHealthCareUnitMembers(HsaId healthCareUnit, SearchScope scope) {

    /** Wherever in the directory it is. */
    public static GetHealthCareUnitMembers of(HsaId healthCareUnit) {
        return new GetHealthCareUnitMembers(healthCareUnit, SearchScope.ALL);
    }

    /** The same request, looking here in the directory. */
    public GetHealthCareUnitMembers within(SearchScope wanted) {
        return new GetHealthCareUnitMembers(healthCareUnit, wanted);
    }
}
