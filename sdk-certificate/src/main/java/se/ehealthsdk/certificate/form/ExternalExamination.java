package se.ehealthsdk.certificate.form;

import java.time.LocalDate;

/** The external examination of a dead body (svar 6 of DB). */
public sealed interface ExternalExamination {

    /** It has been done. */
    static ExternalExamination done() {
        return new Done();
    }

    /**
     * It has not been done: the person was examined shortly before death.
     *
     * @param day when, within four weeks before death
     */
    static ExternalExamination examinedBeforeDeath(LocalDate day) {
        return new ExaminedBeforeDeath(day);
    }

    /** It has not been done: a forensic examination will be. The police must have been told. */
    static ExternalExamination forensicToBeDone() {
        return new ForensicToBeDone();
    }

    /** See {@link #done()}. */
    record Done() implements ExternalExamination {}

    /**
     * See {@link #examinedBeforeDeath(LocalDate)}.
     *
     * @param day when
     */
    record ExaminedBeforeDeath(LocalDate day) implements ExternalExamination {
        /** Nothing of the date. */
        @Override
        public String toString() {
            return "ExaminedBeforeDeath[***]";
        }
    }

    /** See {@link #forensicToBeDone()}. */
    record ForensicToBeDone() implements ExternalExamination {}
}
