package se.ehealthsdk.testkit.certificate;

import java.util.List;
import java.util.Optional;

/**
 * A message about a certificate, between care and a recipient.
 *
 * @param id its id, unique among all messages
 * @param certificateId the certificate that it is about
 * @param subject {@code KOMPLT}, {@code AVSTMN}, {@code KONTKT}, {@code OVRIGT} or {@code PAMINN}
 * @param text what it says; may hold personal data
 * @param fromCare whether it is from care, and not from a recipient
 * @param answerTo the message that it answers; a question when empty
 * @param reminderOf the message that it reminds of
 * @param lastDateForAnswer as {@code 2026-12-01}
 * @param completions what a request for completion asks for
 */
public record CertificateMessage(
        String id,
        String certificateId,
        String subject,
        String text,
        boolean fromCare,
        Optional<String> answerTo,
        Optional<String> reminderOf,
        Optional<String> lastDateForAnswer,
        List<Completion> completions) {

    /**
     * A part of a certificate that a recipient wants completed.
     *
     * @param questionId the question's id, for example {@code 35}
     * @param instance which of several answers to it
     * @param text what is wanted
     */
    public record Completion(String questionId, Optional<Integer> instance, String text) {

        /** Of a question that has one answer. */
        public static Completion of(String questionId, String text) {
            return new Completion(questionId, Optional.empty(), text);
        }

        /** The question; not the text. */
        @Override
        public String toString() {
            return "Completion[" + questionId + "]";
        }
    }

    /** Copies the list. */
    public CertificateMessage {
        completions = List.copyOf(completions);
    }

    /** Whether it is a question of its own: neither an answer nor a reminder. */
    public boolean isQuestion() {
        return answerTo.isEmpty() && reminderOf.isEmpty();
    }

    /** Ids and subject; nothing of the text. */
    @Override
    public String toString() {
        return "CertificateMessage[" + subject + ", " + id + ", of " + certificateId + "]";
    }

    static CertificateMessage of(Node request, boolean fromCare) {
        return new CertificateMessage(
                request.at("meddelande-id"),
                request.at("intygs-id", "extension"),
                request.at("amne", "code"),
                request.at("meddelande"),
                fromCare,
                request.optional("svarPa", "meddelande-id"),
                request.optional("paminnelseMeddelande-id"),
                request.optional("sistaDatumForSvar"),
                request.all("komplettering")
                        .map(
                                each ->
                                        new Completion(
                                                each.at("frage-id"),
                                                each.optional("instans")
                                                        .map(String::strip)
                                                        .map(Integer::valueOf),
                                                each.at("text")))
                        .toList());
    }
}
