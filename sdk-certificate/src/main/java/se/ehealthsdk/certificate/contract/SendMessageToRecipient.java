package se.ehealthsdk.certificate.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * The request of SendMessageToRecipient 2: a question or an answer from health care.
 *
 * @param messageId the message's id, never used again
 * @param referenceId the sender's own reference
 * @param sentAt when, Swedish local time in whole seconds
 * @param certificate id of the certificate that it is about
 * @param patient whose certificate it is
 * @param recipientAddress the logical address that the message is for ({@code logiskAdressMottagare})
 * @param subject what it is about
 * @param heading a heading
 * @param message the text
 * @param remindedMessageId the message that this one reminds of; only from recipients
 * @param answerTo the question that this message answers
 * @param sentBy who sends it
 * @param lastDayForAnswer by when an answer is wanted; never on an answer
 */
public record SendMessageToRecipient(
        String messageId,
        Optional<String> referenceId,
        LocalDateTime sentAt,
        Identifier certificate,
        Identifier patient,
        String recipientAddress,
        MessageSubject subject,
        Optional<String> heading,
        String message,
        Optional<String> remindedMessageId,
        Optional<MessageReference> answerTo,
        HealthcareProfessional sentBy,
        Optional<LocalDate> lastDayForAnswer) {

    /** Message, certificate and subject, never what it says. */
    @Override
    public String toString() {
        return "SendMessageToRecipient["
                + messageId
                + ", "
                + certificate
                + ", "
                + subject
                + ", to "
                + recipientAddress
                + "]";
    }
}
