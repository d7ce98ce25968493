package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * Writes one unit's events of one case, a line each:
 *
 * <pre>{@code
 * EventWriter ward = EventWriter.of(CaseId.random(), patient, Participant.of(CareParty.INPATIENT, wardId));
 * CaseEvent ready = ward.send(ReadyNotice.judged(now), now, socialServices, openCare);
 * }</pre>
 *
 * <p>Each event gets a new id. For times that differ, use {@link #send(Content, EventTimes, List)}.
 *
 * @param caseId the case
 * @param patient whom it is about
 * @param sender the unit that speaks
 */
public record EventWriter(CaseId caseId, PersonId patient, Participant sender) {

    /** As the constructor. */
    public static EventWriter of(CaseId caseId, PersonId patient, Participant sender) {
        return new EventWriter(caseId, patient, sender);
    }

    /** A writer for another unit in the same case. */
    public EventWriter as(Participant other) {
        return new EventWriter(caseId, patient, other);
    }

    /** What is recorded and sent to nobody, and happened when it was recorded. */
    public CaseEvent record(Content content, Instant at) {
        return send(content, new EventTimes(at, at, Optional.empty()), List.of());
    }

    /** What happened, was recorded and is sent in one moment. */
    public CaseEvent send(Content content, Instant at, Participant... recipients) {
        return send(content, EventTimes.at(at), List.of(recipients));
    }

    /** What has times of its own. */
    public CaseEvent send(Content content, EventTimes times, List<Participant> recipients) {
        return new CaseEvent(
                MessageId.random(),
                caseId,
                patient,
                sender,
                recipients,
                times,
                Optional.empty(),
                content);
    }

    /** An answer to who sent a message, for example a {@link Receipt} of it. */
    public CaseEvent reply(CaseEvent message, Content content, Instant at) {
        return send(content, at, message.sender());
    }

    /** Case and sender. */
    @Override
    public String toString() {
        return "EventWriter[" + caseId + " " + sender + "]";
    }
}
