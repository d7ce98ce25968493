package se.ehealthsdk.discharge.event;

import java.util.Optional;

/**
 * Takes an event back (makulering): it counts as never said, and is still shown.
 *
 * @param of the event
 * @param reason why, without clinical text
 */
public record Voiding(MessageId of, String reason) implements Content {

    @Override
    public Optional<MessageId> about() {
        return Optional.of(of);
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "Voiding[" + of + "]";
    }

    @Override
    public String kind() {
        return "voiding";
    }
}
