package se.ehealthsdk.discharge.event;

import java.util.UUID;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Identifies an event of a case, and of the message that carries it; it stays the same when the message is sent again. Opaque; this SDK makes UUIDs.
 *
 * @param value 1 to 64 visible characters without blanks
 */
public record MessageId(String value) implements Comparable<MessageId> {

    /**
     * @throws InvalidInputException when it is empty, longer, or holds blanks or control characters
     */
    public MessageId {
        OpaqueText.check("messageId", value);
    }

    /** As the constructor. */
    public static MessageId of(String value) {
        return new MessageId(value);
    }

    /** A new one. */
    public static MessageId random() {
        return new MessageId(UUID.randomUUID().toString());
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
