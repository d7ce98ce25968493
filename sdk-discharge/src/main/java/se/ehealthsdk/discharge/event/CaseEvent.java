package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * One thing that was said in a case: who said what to whom, and when. Never changed; what was wrong is corrected or voided
 * by a later event.
 *
 * @param id the event's, and its message's
 * @param caseId the case that it belongs to
 * @param patient whom the case is about
 * @param sender the unit that says it
 * @param recipients the units that it is addressed to; empty for what is recorded but not sent
 * @param times its moments
 * @param transcription there when it was entered afterwards from paper
 * @param content what is said
 */
public record CaseEvent(
        MessageId id,
        CaseId caseId,
        PersonId patient,
        Participant sender,
        List<Participant> recipients,
        EventTimes times,
        Optional<Transcription> transcription,
        Content content) {

    public CaseEvent {
        recipients = List.copyOf(recipients);
    }

    /** The same, under another id. */
    public CaseEvent withId(MessageId other) {
        return new CaseEvent(
                other, caseId, patient, sender, recipients, times, transcription, content);
    }

    /**
     * The same, marked as entered afterwards from paper. When it happened and was sent stays.
     *
     * @param recorded when it was entered
     * @param how who entered it, from which form
     */
    public CaseEvent transcribed(Instant recorded, Transcription how) {
        return new CaseEvent(
                id,
                caseId,
                patient,
                sender,
                recipients,
                new EventTimes(times.happened(), recorded, times.sent()),
                Optional.of(how),
                content);
    }

    /** Whether it was entered afterwards from paper. */
    public boolean isTranscribed() {
        return transcription.isPresent();
    }

    /** Id, kind and sender; neither the patient nor what is said. */
    @Override
    public String toString() {
        return "CaseEvent[" + id + " " + content.kind() + " from " + sender + "]";
    }
}
