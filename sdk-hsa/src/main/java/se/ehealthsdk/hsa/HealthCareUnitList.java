package se.ehealthsdk.hsa;

import java.util.List;

/**
 * A care provider (vårdgivare) with its health care units (vårdenhet).
 *
 * <p>Source: {@code GetHealthCareUnitList} 2.0 of {@code infrastructure:directory:organization}.
 *
 * @param provider the care provider
 * @param units its health care units
 */
public record HealthCareUnitList(CareProvider provider, List<UnitSummary> units) {

    /** Copies the list. */
    public HealthCareUnitList {
        units = List.copyOf(units);
    }
}
