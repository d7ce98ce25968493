package se.ehealthsdk.testkit.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Intygstjänster asks of a message before it is passed on, as a list of its codes. */
final class MessageRules {

    private static final String COMPLETION = "KOMPLT";
    private static final String REMINDER = "PAMINN";
    private static final Set<String> SUBJECTS =
            Set.of(COMPLETION, "AVSTMN", "KONTKT", "OVRIGT", REMINDER);
    private static final Set<String> QUESTIONS_FROM_CARE = Set.of("AVSTMN", "KONTKT", "OVRIGT");

    private final CertificateMessage message;
    private final Node request;
    private final Ledger ledger;
    private final List<String> broken = new ArrayList<>();

    private MessageRules(CertificateMessage message, Node request, Ledger ledger) {
        this.message = message;
        this.request = request;
        this.ledger = ledger;
    }

    /** The codes of what is wrong, in the order of the contract's documentation; none for a right message. */
    static List<String> broken(CertificateMessage message, Node request, Ledger ledger) {
        MessageRules rules = new MessageRules(message, request, ledger);
        rules.check();
        return rules.broken;
    }

    private void check() {
        Optional<CertificateMessage> answered = message.answerTo().flatMap(ledger::message);
        Optional<CertificateEntry> certificate = ledger.certificate(message.certificateId());
        boolean reminder = message.subject().equals(REMINDER);
        unless(
                answered.map(question -> sameSubject(question)).orElse(true),
                "SUBJECT_CONSISTENCY_ERROR");
        unless(
                message.answerTo().isEmpty() || message.lastDateForAnswer().isEmpty(),
                "MESSAGE_TYPE_CONSISTENCY_ERROR");
        unless(isSupported(), "SUBJECT_NOT_SUPPORTED_ERROR");
        unless(certificate.isPresent(), "CERTIFICATE_NOT_FOUND_ERROR");
        unless(
                certificate
                        .map(
                                each ->
                                        each.person()
                                                .equals(
                                                        request.at(
                                                                "patientPerson-id", "extension")))
                        .orElse(true),
                "CIVIC_REGISTRATION_NUMBER_INCONSISTENCY_ERROR");
        unless(
                message.answerTo().isEmpty() == answered.isEmpty()
                        && message.reminderOf().map(this::exists).orElse(true),
                "REFERENCED_MESSAGE_NOT_FOUND_ERROR");
        unless(
                message.completions().isEmpty() || message.subject().equals(COMPLETION),
                "KOMPLETTERING_INCONSISTENCY_ERROR");
        unless(reminder == message.reminderOf().isPresent(), "PAMINNELSE_ID_INCONSISTENCY_ERROR");
        unless(!exists(message.id()), "MEDDELANDE_ID_NOT_UNIQUE_ERROR");
        unless(certificate.filter(CertificateEntry::isTest).isEmpty(), "TEST_CERTIFICATE");
        unless(
                certificate
                        .filter(CertificateEntry::isGeneration2)
                        .filter(CertificateEntry::isRevoked)
                        .isEmpty(),
                "CERTIFICATE_REVOKED_ERROR");
        if (message.fromCare()) {
            unless(
                    certificate.map(each -> !each.sentTo().isEmpty()).orElse(true),
                    "CERTIFICATE_NOT_SENT_ERROR");
        }
    }

    private boolean sameSubject(CertificateMessage question) {
        return question.subject().equals(message.subject()) || question.subject().equals(REMINDER);
    }

    private boolean isSupported() {
        boolean known = SUBJECTS.contains(message.subject());
        return message.fromCare() && message.answerTo().isEmpty()
                ? QUESTIONS_FROM_CARE.contains(message.subject())
                : known;
    }

    private boolean exists(String messageId) {
        return ledger.message(messageId)
                .filter(
                        each ->
                                each.certificateId().equals(message.certificateId())
                                        || each.id().equals(message.id()))
                .isPresent();
    }

    private void unless(boolean right, String code) {
        if (!right) {
            broken.add(code);
        }
    }
}
