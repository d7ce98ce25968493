package se.ehealthsdk.discharge.event;

import java.util.Optional;

/**
 * Replaces what an earlier event said; its times stay.
 *
 * @param of the event that is corrected
 * @param replacement what should have been said, of the same kind
 * @param reason why, without clinical text
 */
public record Correction(MessageId of, Content replacement, String reason) implements Content {

    @Override
    public Optional<MessageId> about() {
        return Optional.of(of);
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "Correction[" + of + " " + replacement + "]";
    }

    @Override
    public String kind() {
        return "correction";
    }
}
