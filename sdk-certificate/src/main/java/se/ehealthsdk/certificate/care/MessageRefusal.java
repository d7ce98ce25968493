package se.ehealthsdk.certificate.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.ehealthsdk.certificate.contract.MessageReference;
import se.ehealthsdk.certificate.contract.MessageSubject;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.Identifier;

/**
 * Why a message to health care is refused. The names are those that the sender reads in the result's text.
 *
 * <p>Source: Intygstjänster 4.3, the errors of SendMessageToCare 2.
 */
public enum MessageRefusal {

    /** An answer has another subject than its question. */
    SUBJECT_CONSISTENCY_ERROR,

    /** An answer says by when it is to be answered. */
    MESSAGE_TYPE_CONSISTENCY_ERROR,

    /** The subject is none that is sent to health care. */
    SUBJECT_NOT_SUPPORTED_ERROR,

    /** There is no such certificate. */
    CERTIFICATE_NOT_FOUND_ERROR,

    /** The certificate is about another patient. */
    CIVIC_REGISTRATION_NUMBER_INCONSISTENCY_ERROR,

    /** The message that is answered, or reminded of, does not exist. */
    REFERENCED_MESSAGE_NOT_FOUND_ERROR,

    /** Completions stand in a message that does not ask for any, or point at no question. */
    KOMPLETTERING_INCONSISTENCY_ERROR,

    /** A reminder does not say of what, or what is no reminder reminds. */
    PAMINNELSE_ID_INCONSISTENCY_ERROR,

    /** The id was used for another message. */
    MEDDELANDE_ID_NOT_UNIQUE_ERROR,

    /** The certificate is about a test patient. */
    TEST_CERTIFICATE,

    /** The certificate has been revoked. */
    CERTIFICATE_REVOKED_ERROR;

    private static final Set<MessageSubject> SUPPORTED =
            Set.of(
                    MessageSubject.COMPLETION,
                    MessageSubject.MEETING,
                    MessageSubject.CONTACT,
                    MessageSubject.OTHER,
                    MessageSubject.REMINDER);
    private static final Pattern QUESTION = Pattern.compile("[0-9]+");

    /**
     * The rules that a message breaks, as far as a receiver can tell. Whether its id was used before is for {@link
     * CareEvents} to see, which knows the other messages.
     *
     * @param knowledge what is known of certificate and messages
     * @return empty if it breaks none
     */
    public static List<MessageRefusal> check(SendMessageToCare message, CareKnowledge knowledge) {
        List<MessageRefusal> broken = new ArrayList<>(2);
        if (!SUPPORTED.contains(message.subject())) {
            broken.add(SUBJECT_NOT_SUPPORTED_ERROR);
        }
        if (message.isAnswer() && message.lastDayForAnswer().isPresent()) {
            broken.add(MESSAGE_TYPE_CONSISTENCY_ERROR);
        }
        if (message.isReminder() != message.remindedMessageId().isPresent()) {
            broken.add(PAMINNELSE_ID_INCONSISTENCY_ERROR);
        }
        if (completionsAreWrong(message)) {
            broken.add(KOMPLETTERING_INCONSISTENCY_ERROR);
        }
        references(message, knowledge, broken);
        certificate(message, knowledge, broken);
        return broken;
    }

    private static boolean completionsAreWrong(SendMessageToCare message) {
        return !message.completions().isEmpty()
                        && !message.subject().equals(MessageSubject.COMPLETION)
                || message.completions().stream()
                        .anyMatch(each -> !QUESTION.matcher(each.questionId()).matches());
    }

    private static void references(
            SendMessageToCare message, CareKnowledge knowledge, List<MessageRefusal> broken) {
        Optional<Lookup<MessageSubject>> answered =
                message.answerTo()
                        .map(MessageReference::messageId)
                        .map(id -> knowledge.message(id, message.certificate()));
        Optional<Lookup<MessageSubject>> reminded =
                message.remindedMessageId().map(id -> knowledge.message(id, message.certificate()));
        if (isMissing(answered) || isMissing(reminded)) {
            broken.add(REFERENCED_MESSAGE_NOT_FOUND_ERROR);
        }
        boolean otherSubject =
                answered.flatMap(Lookup::found)
                        .filter(subject -> !subject.equals(message.subject()))
                        .isPresent();
        if (otherSubject && !message.isReminder()) {
            broken.add(SUBJECT_CONSISTENCY_ERROR);
        }
    }

    private static boolean isMissing(Optional<Lookup<MessageSubject>> message) {
        return message.filter(Lookup.NotThere.class::isInstance).isPresent();
    }

    private static void certificate(
            SendMessageToCare message, CareKnowledge knowledge, List<MessageRefusal> broken) {
        Lookup<CareKnowledge.KnownCertificate> certificate =
                knowledge.certificate(message.certificate());
        if (certificate instanceof Lookup.NotThere<CareKnowledge.KnownCertificate>) {
            broken.add(CERTIFICATE_NOT_FOUND_ERROR);
        }
        certificate
                .found()
                .ifPresent(
                        known -> {
                            if (!number(known.patient()).equals(number(message.patient()))) {
                                broken.add(CIVIC_REGISTRATION_NUMBER_INCONSISTENCY_ERROR);
                            }
                            if (known.testPatient()) {
                                broken.add(TEST_CERTIFICATE);
                            }
                            if (known.revoked()) {
                                broken.add(CERTIFICATE_REVOKED_ERROR);
                            }
                        });
    }

    /** The number as written with or without separator; its kind follows from the number. */
    private static String number(Identifier person) {
        return person.extension().orElse("").replaceAll("[\\s-]", "");
    }
}
