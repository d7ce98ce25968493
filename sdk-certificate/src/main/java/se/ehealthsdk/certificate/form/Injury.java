package se.ehealthsdk.certificate.form;

import java.time.LocalDate;

/** Whether an injury or a poisoning bears on the death (svar 12 of DOI). */
public sealed interface Injury {

    /** None. */
    static Injury none() {
        return new None();
    }

    /**
     * An injury or a poisoning.
     *
     * @param cause how it came about
     * @param day when
     * @param how what happened, in short
     */
    static Injury sustained(InjuryCause cause, LocalDate day, String how) {
        return new Sustained(cause, day, how);
    }

    /** See {@link #none()}. */
    record None() implements Injury {}

    /**
     * See {@link #sustained(InjuryCause, LocalDate, String)}.
     *
     * @param cause how it came about
     * @param day when
     * @param how what happened
     */
    record Sustained(InjuryCause cause, LocalDate day, String how) implements Injury {
        /** Nothing of the injury. */
        @Override
        public String toString() {
            return "Sustained[***]";
        }
    }
}
