package se.ehealthsdk.discharge.event;

import java.util.Optional;

/**
 * The recipient is not the right one for a message.
 *
 * @param of the message
 * @param reason why, as a code
 */
public record Declined(MessageId of, DeclineReason reason) implements Content {

    @Override
    public Optional<MessageId> about() {
        return Optional.of(of);
    }

    @Override
    public String kind() {
        return "declined";
    }
}
