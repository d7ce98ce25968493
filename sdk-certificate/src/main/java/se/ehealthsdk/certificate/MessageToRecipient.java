package se.ehealthsdk.certificate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.Part;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A question or an answer from health care to the recipient of a certificate, which must have been sent there before.
 * Immutable.
 *
 * <pre>{@code
 * var question = MessageToRecipient.question(
 *         intyg.id(), patient, Part.FKASSA, MessageSubject.CONTACT, text, doctor);
 * var answer = MessageToRecipient.answer(
 *         intyg.id(), patient, Part.FKASSA, MessageReference.of(questionId), MessageSubject.OTHER, text, doctor);
 * }</pre>
 *
 * <p>Each message gets an id of its own. Send the same object again when it is not known whether it came through: the
 * service sees by the id that it is the same.
 *
 * <p>An answer to a request for completion with the subject {@link MessageSubject#COMPLETION} says that the certificate
 * cannot be completed; a completed certificate goes another way, see {@code Submissions.complement}.
 *
 * <p>Source: SendMessageToRecipient 2 and the rules for messages that Intygstjänster keeps.
 */
public final class MessageToRecipient {

    private final String id;
    private final Identifier certificate;
    private final PersonId patient;
    private final Part recipient;
    private final MessageSubject subject;
    private final String text;
    private final HealthcareProfessional sentBy;
    private final Optional<MessageReference> answerTo;
    private final Optional<String> heading;
    private final Optional<String> reference;
    private final Optional<LocalDate> lastDayForAnswer;

    private MessageToRecipient(
            String id,
            Identifier certificate,
            PersonId patient,
            Part recipient,
            MessageSubject subject,
            String text,
            HealthcareProfessional sentBy,
            Optional<MessageReference> answerTo,
            Optional<String> heading,
            Optional<String> reference,
            Optional<LocalDate> lastDayForAnswer) {
        this.id = filled("id", id);
        this.certificate = certificate;
        this.patient = patient;
        this.recipient = recipient;
        this.subject = subject;
        this.text = filled("text", text);
        this.sentBy = sentBy;
        this.answerTo = answerTo;
        this.heading = heading;
        this.reference = reference;
        this.lastDayForAnswer = lastDayForAnswer;
        if (subject.equals(MessageSubject.REMINDER)) {
            throw new InvalidInputException(
                    "subject", "is PAMINN, which only recipients send", "AVSTMN, KONTKT or OVRIGT");
        }
        if (answerTo.isEmpty() && subject.equals(MessageSubject.COMPLETION)) {
            throw new InvalidInputException(
                    "subject",
                    "is KOMPLT, which only recipients ask for",
                    "AVSTMN, KONTKT or OVRIGT for a question");
        }
        if (answerTo.isPresent() && lastDayForAnswer.isPresent()) {
            throw new InvalidInputException(
                    "lastDayForAnswer", "is on an answer", "none: only a question wants an answer");
        }
    }

    /**
     * A question.
     *
     * @param certificate id of the certificate that it is about
     * @param patient whose certificate it is
     * @param recipient whom to ask, one that the certificate has been sent to
     * @param subject what it is about; neither a reminder nor a request for completion
     * @param text the question
     * @param sentBy who asks
     * @throws InvalidInputException if the subject is one that only recipients use, or the text is blank
     */
    public static MessageToRecipient question(
            Identifier certificate,
            PersonId patient,
            Part recipient,
            MessageSubject subject,
            String text,
            HealthcareProfessional sentBy) {
        return new MessageToRecipient(
                UUID.randomUUID().toString(),
                certificate,
                patient,
                recipient,
                subject,
                text,
                sentBy,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * An answer.
     *
     * @param certificate id of the certificate that the question is about
     * @param patient whose certificate it is
     * @param recipient who asked
     * @param question the question that this answers
     * @param subjectOfQuestion the question's subject, which the answer has to repeat; of a reminder, that of the
     *     question that it reminds of
     * @param text the answer
     * @param sentBy who answers
     * @throws InvalidInputException if the subject is that of a reminder, or a text is blank
     */
    public static MessageToRecipient answer(
            Identifier certificate,
            PersonId patient,
            Part recipient,
            MessageReference question,
            MessageSubject subjectOfQuestion,
            String text,
            HealthcareProfessional sentBy) {
        filled("question", question.messageId());
        return new MessageToRecipient(
                UUID.randomUUID().toString(),
                certificate,
                patient,
                recipient,
                subjectOfQuestion,
                text,
                sentBy,
                Optional.of(question),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * An answer to a question that has come.
     *
     * @param question the question, as it came; of a reminder, the question that it reminds of
     * @param text the answer
     * @param sentBy who answers
     * @throws InvalidInputException if what came is a reminder or itself an answer, its patient's number is none, or a
     *     text is blank
     */
    public static MessageToRecipient answer(
            SendMessageToCare question, String text, HealthcareProfessional sentBy) {
        if (question.isAnswer()) {
            throw new InvalidInputException(
                    "question", "is an answer to a question of health care", "a question");
        }
        PersonId patient =
                question.patient()
                        .extension()
                        .flatMap(PersonId::tryParse)
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "question",
                                                "has no number of a patient",
                                                "a personnummer or samordningsnummer"));
        return answer(
                question.certificate(),
                patient,
                question.sender(),
                new MessageReference(question.messageId(), question.referenceId()),
                question.subject(),
                text,
                sentBy);
    }

    private static String filled(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException(field, "is blank", "a text");
        }
        return value;
    }

    /** A copy with an id of the caller's own, never used for another message. */
    public MessageToRecipient withId(String own) {
        return copy(own, heading, reference, lastDayForAnswer);
    }

    /** A copy with a heading. */
    public MessageToRecipient withHeading(String value) {
        return copy(id, Optional.of(value), reference, lastDayForAnswer);
    }

    /** A copy with the care system's own reference, which the recipient repeats. */
    public MessageToRecipient withReference(String own) {
        return copy(id, heading, Optional.of(own), lastDayForAnswer);
    }

    /**
     * A copy that says by when an answer is wanted.
     *
     * @throws InvalidInputException if this is an answer
     */
    public MessageToRecipient withLastDayForAnswer(LocalDate day) {
        return copy(id, heading, reference, Optional.of(day));
    }

    private MessageToRecipient copy(
            String newId,
            Optional<String> newHeading,
            Optional<String> newReference,
            Optional<LocalDate> newLastDay) {
        return new MessageToRecipient(
                newId,
                certificate,
                patient,
                recipient,
                subject,
                text,
                sentBy,
                answerTo,
                newHeading,
                newReference,
                newLastDay);
    }

    /** The message's id, never used again. */
    public String id() {
        return id;
    }

    /** Id of the certificate that it is about. */
    public Identifier certificate() {
        return certificate;
    }

    /** Whose certificate it is. */
    public PersonId patient() {
        return patient;
    }

    /** Whom it is for. */
    public Part recipient() {
        return recipient;
    }

    /** What it is about. */
    public MessageSubject subject() {
        return subject;
    }

    /** What it says. */
    public String text() {
        return text;
    }

    /** Who sends it. */
    public HealthcareProfessional sentBy() {
        return sentBy;
    }

    /** The question that it answers; empty for a question. */
    public Optional<MessageReference> answerTo() {
        return answerTo;
    }

    /** Its heading. */
    public Optional<String> heading() {
        return heading;
    }

    /** The care system's own reference. */
    public Optional<String> reference() {
        return reference;
    }

    /** By when an answer is wanted. */
    public Optional<LocalDate> lastDayForAnswer() {
        return lastDayForAnswer;
    }

    /** Id, certificate, subject and recipient; never what it says. */
    @Override
    public String toString() {
        return "MessageToRecipient["
                + id
                + ", "
                + certificate
                + ", "
                + subject
                + ", to "
                + recipient
                + "]";
    }
}
