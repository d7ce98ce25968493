package se.ehealthsdk.discharge.payment;

import java.util.Locale;

/**
 * What stands in the way of payment liability, or of its amount.
 *
 * @param reason what, as a type
 * @param step the step of the explanation that found it
 */
public record Blocker(Reason reason, Step step) {

    /** What stands in the way. */
    public enum Reason {
        /** It is not known which municipality answers for the patient, or the patient is not registered in Sweden. */
        MUNICIPALITY_UNKNOWN,
        /** No admission notice has been sent. */
        NO_ADMISSION_NOTICE,
        /** It was sent to no unit of the liable municipality, or they turned it down. */
        ADMISSION_NOTICE_NOT_TO_MUNICIPALITY,
        LATE_ADMISSION_NOTICE,
        /** No ready notice has been sent. */
        NO_READY_NOTICE,
        /** It was sent to no unit of the liable municipality, or they turned it down. */
        READY_NOTICE_NOT_TO_MUNICIPALITY,
        /** The ready notice was taken back, and no new one has been sent. */
        READY_NOTICE_WITHDRAWN,
        /** Nobody has judged whether a SIP is needed. */
        SIP_NEED_NOT_ASSESSED,
        /** A SIP is due and open care has not called to it. */
        NO_SIP_CALL,
        LATE_SIP_CALL,
        OPEN_CARE_UNAVAILABLE,
        OPEN_CARE_UNCLEAR,
        /** The process was broken off. */
        INTERRUPTED,
        /** The terms are agreed and not in use. */
        TERMS_NOT_ACTIVE,
        /** There are liable days without a rate: add the rate of the year that the step names. */
        RATE_MISSING
    }

    /** One sentence; Swedish for {@code sv}, English for all others. */
    public String text(Locale language) {
        return step.text(language);
    }
}
