package se.ehealthsdk.discharge.payment;

import java.time.LocalDate;

/**
 * A day after the liability began that the municipality is not liable for.
 *
 * @param date Swedish date
 * @param reason why not
 */
public record ExemptDay(LocalDate date, Reason reason) {

    /** Why a day is not liable. */
    public enum Reason {
        /** Region-financed open care could not give its measures (5 kap. 5 §). */
        OPEN_CARE_UNAVAILABLE,
        /** It was unclear whether it could (5 kap. 5 §). */
        OPEN_CARE_UNCLEAR,
        /** The patient was on leave the whole day, and the terms exempt such days. */
        ON_LEAVE
    }
}
