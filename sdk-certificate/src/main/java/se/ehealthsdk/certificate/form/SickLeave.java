package se.ehealthsdk.certificate.form;

import java.time.LocalDate;

/**
 * A period in which the patient cannot work in full (svar 32).
 *
 * @param degree how much of the ability to work is gone
 * @param from first day
 * @param to last day
 */
public record SickLeave(Degree degree, LocalDate from, LocalDate to) {

    /** Nothing of the patient's leave. */
    @Override
    public String toString() {
        return "SickLeave[***]";
    }
}
