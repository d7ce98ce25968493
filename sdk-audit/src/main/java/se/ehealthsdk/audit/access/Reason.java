package se.ehealthsdk.audit.access;

import java.util.Optional;

/**
 * Why a decision came out as it did: one condition and how it turned out. Holds no personal data.
 *
 * @param check the condition
 * @param outcome how it turned out
 * @param law where the condition stands, as {@code patientdatalagen (2008:355) 4 kap. 4 §}
 * @param text what was found, in one sentence
 * @param wouldChange what would change it; empty where nothing has to
 * @param failure why the check could not be made; empty with other outcomes, and when the service answered
 *     without telling
 */
public record Reason(
        Check check,
        CheckOutcome outcome,
        String law,
        Sentence text,
        Optional<Sentence> wouldChange,
        Optional<RuntimeException> failure) {

    /** Without the failure's message, which may come from anywhere. */
    @Override
    public String toString() {
        return "Reason[%s %s: %s%s]"
                .formatted(
                        check,
                        outcome,
                        text.english(),
                        failure.map(cause -> " " + cause.getClass().getSimpleName()).orElse(""));
    }
}
