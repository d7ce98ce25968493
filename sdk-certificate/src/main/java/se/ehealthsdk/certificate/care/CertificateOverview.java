package se.ehealthsdk.certificate.care;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.contract.QuestionCounts;
import se.ehealthsdk.certificate.contract.SendMessageToCare;
import se.ehealthsdk.certificate.document.Intyg;

/**
 * How things are with a certificate, by what was told of it. The same events give the same overview, in whatever order
 * and however many times they came.
 *
 * <p>Times are the senders', Swedish local time; in the hour that comes twice when summer time ends their order is a
 * guess.
 *
 * @param certificateId the GUID
 * @param state how far it has come
 * @param certificate the certificate as it was told last, in its furthest state and with answers if any telling had them;
 *     empty if only messages came
 * @param reference what the care system itself called it ({@code ref})
 * @param signedAt when it was signed; empty also when that is known to have happened but not when
 * @param sentAt when it was sent to its recipient; as {@code signedAt}
 * @param revokedAt when it was revoked; as {@code signedAt}
 * @param lastEventAt when the last thing happened; empty if nothing was told
 * @param sent questions that health care asked, by the last counts that were told
 * @param received questions that the recipient asked, by the last counts that were told
 * @param openSent how many questions of health care's own are not handled
 * @param openReceived how many questions of the recipient's are not handled
 * @param estimated whether the numbers of open questions were reckoned from events that told no counts
 * @param questions the questions that came as messages, in their order
 * @param answers the answers that came as messages, in their order
 * @param strayReminders reminders of questions that did not come as messages, in their order
 * @param lastDayForAnswer the first of the days by which an open question of the recipient's wants its answer
 */
public record CertificateOverview(
        String certificateId,
        CertificateState state,
        Optional<Intyg> certificate,
        Optional<String> reference,
        Optional<LocalDateTime> signedAt,
        Optional<LocalDateTime> sentAt,
        Optional<LocalDateTime> revokedAt,
        Optional<LocalDateTime> lastEventAt,
        QuestionCounts sent,
        QuestionCounts received,
        int openSent,
        int openReceived,
        boolean estimated,
        List<ReceivedQuestion> questions,
        List<SendMessageToCare> answers,
        List<SendMessageToCare> strayReminders,
        Optional<LocalDate> lastDayForAnswer) {

    /** Copies. */
    public CertificateOverview {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        strayReminders = List.copyOf(strayReminders);
    }

    /**
     * The overview that follows from events. Those of other certificates are left out.
     *
     * @param certificateId the GUID
     * @param events in any order; an event may be there more than once
     */
    public static CertificateOverview of(
            String certificateId, Collection<? extends CareEvent> events) {
        return new OverviewFold(certificateId, events).overview();
    }

    /** Whether the recipient waits for health care. */
    public boolean awaitsCare() {
        return openReceived > 0;
    }

    /** Certificate, state and open questions; nothing of the patient. */
    @Override
    public String toString() {
        return "CertificateOverview[%s, %s, open received=%d, open sent=%d]"
                .formatted(certificateId, state, openReceived, openSent);
    }
}
