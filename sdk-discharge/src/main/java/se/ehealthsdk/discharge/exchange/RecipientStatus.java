package se.ehealthsdk.discharge.exchange;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.MessageId;

/**
 * How far a message has come with one recipient.
 *
 * @param message the message
 * @param unit the recipient
 * @param peer the system that holds the unit
 * @param state how far
 * @param sendings how often it was sent without being answered for good, or until it was
 * @param lastSentAt when it was sent the last time; empty when it has not been
 * @param acknowledgement what the system said last; empty when it has said nothing
 */
public record RecipientStatus(
        MessageId message,
        HsaId unit,
        HsaId peer,
        State state,
        int sendings,
        Optional<Instant> lastSentAt,
        Optional<Acknowledgement> acknowledgement) {

    /** How far a message can have come. */
    public enum State {
        /** Kept here: not sent yet, or waiting for an earlier message of the case. */
        WAITING,
        /** Sent, and not answered for good; it is sent again when its time comes. */
        SENT,
        /** Sent as often as may be without an answer: an alarm. Later messages of the case wait. */
        HELD,
        /** The recipient's system has it. Nobody need have read it. */
        ACKNOWLEDGED,
        /** Refused for good: an alarm. Later messages of the case go on. */
        REFUSED,
        /** Given up by someone here. */
        SET_ASIDE
    }
}
