package se.ehealthsdk.discharge.event;

import java.util.Optional;

/**
 * A message has reached its recipient's system. Said by the recipient; nobody need have read it.
 *
 * @param of the message
 */
public record Delivered(MessageId of) implements Content {

    @Override
    public Optional<MessageId> about() {
        return Optional.of(of);
    }

    @Override
    public String kind() {
        return "delivered";
    }
}
