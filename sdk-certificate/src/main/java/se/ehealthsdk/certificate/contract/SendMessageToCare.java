package se.ehealthsdk.certificate.contract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * The request of SendMessageToCare 2: a question, a reminder or an answer from a recipient of certificates, such as
 * Försäkringskassan.
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
 * @param remindedMessageId the question that this message reminds of, when it is a reminder
 * @param answerTo the question that this message answers; what has it is an answer
 * @param sender who sends it
 * @param contactInformation how to reach the sender, a line each
 * @param completions what is to be completed, when the subject is a completion
 * @param lastDayForAnswer by when an answer is wanted; never on an answer
 */
public record SendMessageToCare(
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
        Part sender,
        List<String> contactInformation,
        List<Completion> completions,
        Optional<LocalDate> lastDayForAnswer) {

    /**
     * A question of the form that is to be completed ({@code komplettering}).
     *
     * @param questionId the question, for example {@code 17}
     * @param instance which of several answers to it
     * @param text what is wanted
     */
    public record Completion(String questionId, Optional<Integer> instance, String text) {

        /** The question, never the text. */
        @Override
        public String toString() {
            return "Completion[" + questionId + "]";
        }
    }

    /** Copies. */
    public SendMessageToCare {
        contactInformation = List.copyOf(contactInformation);
        completions = List.copyOf(completions);
    }

    /** Whether it answers a question of health care. */
    public boolean isAnswer() {
        return answerTo.isPresent();
    }

    /** Whether it reminds of a question that came before. */
    public boolean isReminder() {
        return subject.equals(MessageSubject.REMINDER);
    }

    /** Message, certificate and subject, never what it says. */
    @Override
    public String toString() {
        return "SendMessageToCare["
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
