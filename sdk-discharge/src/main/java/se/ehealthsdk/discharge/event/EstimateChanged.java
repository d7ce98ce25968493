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

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public EstimateChanged {
        TimeRange.check("estimatedDischarge", estimatedDischarge);
    }

    @Override
    public String kind() {
        return "estimateChanged";
    }
}
