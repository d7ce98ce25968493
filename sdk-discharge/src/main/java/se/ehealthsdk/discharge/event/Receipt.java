package se.ehealthsdk.discharge.event;

import java.util.Optional;

/**
 * Someone at the recipient has read a message (kvittens). It is no acceptance.
 *
 * @param of the message
 */
public record Receipt(MessageId of) implements Content {

    @Override
    public Optional<MessageId> about() {
        return Optional.of(of);
    }

    @Override
    public String kind() {
        return "receipt";
    }
}
