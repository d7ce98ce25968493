package se.ehealthsdk.certificate.form;

import java.time.LocalDate;

/** Whether the person was operated on within four weeks before death (svar 11 of DOI). */
public sealed interface Operation {

    /** No operation. */
    static Operation none() {
        return new None();
    }

    /** It is not known. */
    static Operation unknown() {
        return new Unknown();
    }

    /**
     * An operation.
     *
     * @param day when, within four weeks before death
     * @param reason the condition that was operated on
     */
    static Operation performed(LocalDate day, String reason) {
        return new Performed(day, reason);
    }

    /** See {@link #none()}. */
    record None() implements Operation {}

    /** See {@link #unknown()}. */
    record Unknown() implements Operation {}

    /**
     * See {@link #performed(LocalDate, String)}.
     *
     * @param day when
     * @param reason the condition that was operated on
     */
    record Performed(LocalDate day, String reason) implements Operation {
        /** Nothing of the operation. */
        @Override
        public String toString() {
            return "Performed[***]";
        }
    }
}
