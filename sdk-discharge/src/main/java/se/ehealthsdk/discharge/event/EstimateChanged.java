package se.ehealthsdk.discharge.event;

import java.time.LocalDate;

/**
 * The patient is expected to leave on another day than was told.
 *
 * <p>Source: lag (2017:612) 2 kap. 4 §
 *
 * @param estimatedDischarge the new day, Swedish date
 */
public record EstimateChanged(LocalDate estimatedDischarge) implements Content {

    @Override
    public String kind() {
        return "estimateChanged";
    }
}
