package se.ehealthsdk.certificate.form;

import se.ehealthsdk.certificate.document.CodedValue;

/**
 * A code of a list that a form chooses from. The lists are those of the versions that this library builds; a
 * code that a form does not take is a finding of the check.
 */
public sealed interface FormCode
        permits Basis,
                Degree,
                Grounds,
                InjuryCause,
                Investigation.Kind,
                Occupation,
                Onset,
                PlaceOfDeath,
                PrognosisDays,
                WorkMeasure,
                Choice {

    /** The code, its list, and what it says in short, in Swedish, for a user to read. */
    CodedValue coded();

    /** What it says in short, in Swedish, for a user to read. */
    default String text() {
        return coded().displayName().orElse(coded().code());
    }
}
