package se.ehealthsdk.certificate.care;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import se.ehealthsdk.certificate.contract.CertificateContracts;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.internal.contract.CareCodecs;
import se.ehealthsdk.certificate.internal.contract.EventDocument;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A recipient of certificates sent a question, a reminder or an answer. One event is one message id.
 *
 * @param message what was sent
 */
public record MessageEvent(SendMessageToCare message) implements CareEvent {

    private static final Comparator<MessageEvent> FIRST =
            Comparator.comparing(MessageEvent::time)
                    .thenComparing(MessageEvent::toBytes, Arrays::compareUnsigned);

    /**
     * @throws InvalidInputException if the message or its certificate has no id
     */
    public MessageEvent {
        StatusEvent.requireId("meddelande-id", message.messageId());
        StatusEvent.requireId("intygs-id", message.certificate().extension().orElse(""));
    }

    @Override
    public String certificateId() {
        return message.certificate().extension().orElse("").strip();
    }

    /** The message's id. */
    @Override
    public String key() {
        return "message/" + message.messageId();
    }

    @Override
    public LocalDateTime time() {
        return message.sentAt().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether another message says the same: sent again, and not another one under an id that was used. */
    public boolean isSameAs(SendMessageToCare other) {
        return message.messageId().equals(other.messageId())
                && message.certificate().equals(other.certificate())
                && message.subject().equals(other.subject())
                && message.message().equals(other.message())
                && message.answerTo().equals(other.answerTo())
                && message.remindedMessageId().equals(other.remindedMessageId());
    }

    /** The one sent first; where the two are not the same message, this one stays. */
    @Override
    public MessageEvent mergedWith(CareEvent other) {
        if (!(other instanceof MessageEvent same) || !other.key().equalsIgnoreCase(key())) {
            throw new InvalidInputException("other", "is another event", "one with the same key");
        }
        return !isSameAs(same.message) || FIRST.compare(this, same) <= 0 ? this : same;
    }

    @Override
    public byte[] toBytes() {
        return EventDocument.write(
                CertificateContracts.SEND_MESSAGE_TO_CARE_2, CareCodecs.MESSAGE, message);
    }

    /** The key and the certificate. */
    @Override
    public String toString() {
        return "MessageEvent[" + key() + ", " + certificateId() + "]";
    }
}
