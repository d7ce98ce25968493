package se.ehealthsdk.discharge.policy;

import java.util.Optional;

/**
 * Where one value of a policy comes from, and how sure we are.
 *
 * @param source the law, agreement or page; its confidence is that of the value
 * @param note what a user should know of it, in English; empty when there is nothing to say
 */
public record Origin(LegalReference source, Optional<String> note) {

    /** A user's own decision. */
    public static Origin ownDecision(String note) {
        return new Origin(
                new LegalReference(
                        "own decision", Optional.empty(), LegalReference.Confidence.SECONDARY),
                Optional.of(note));
    }

    /** False for what one weak source says, or what is our own reading. */
    public boolean isConfirmed() {
        return source.confidence() != LegalReference.Confidence.INFERRED;
    }
}
