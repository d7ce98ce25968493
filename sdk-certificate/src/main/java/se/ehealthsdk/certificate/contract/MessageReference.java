package se.ehealthsdk.certificate.contract;

import java.util.Optional;

/**
 * Points at a message ({@code MeddelandeReferens}).
 *
 * @param messageId id of the message ({@code meddelande-id})
 * @param referenceId the reference that its sender gave it ({@code referens-id})
 */
public record MessageReference(String messageId, Optional<String> referenceId) {

    /** A message by its id alone. */
    public static MessageReference of(String messageId) {
        return new MessageReference(messageId, Optional.empty());
    }
}
