package se.ehealthsdk.hsa.contract;

import se.ehealthsdk.core.identifier.HsaId;

/**
 * Asks which health care units (vårdenhet) a care provider (vårdgivare) has.
 *
 * <p>Source: {@code GetHealthCareUnitList} 2.0 of {@code infrastructure:directory:organization}.
 *
 * @param provider the care provider
 * @param scope where in the directory to look
 */
public record GetHealthCareUnitList(HsaId provider, SearchScope scope) {

    /** Wherever in the directory it is. */
    public static GetHealthCareUnitList of(HsaId provider) {
        return new GetHealthCareUnitList(provider, SearchScope.ALL);
    }

    /** The same request, looking here in the directory. */
    public GetHealthCareUnitList within(SearchScope wanted) {
        return new GetHealthCareUnitList(provider, wanted);
    }
}
