package se.ehealthsdk.discharge.exchange;

import java.time.Duration;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.MessageId;

/**
 * Hears what an exchange does: where figures and alarms are hung on. Hears ids, never the patient. Called on the
 * threads that send and receive; must be quick and safe for use by many threads. What it throws is logged and goes no
 * further.
 */
public interface ExchangeListener {

    /** A message was sent, for the how manieth time: more than 1 is a resend. */
    default void sent(HsaId peer, MessageId message, int times) {}

    /** The peer has it. */
    default void acknowledged(HsaId peer, Acknowledgement acknowledgement) {}

    /** There was no final answer; it is sent again later. */
    default void unanswered(HsaId peer, MessageId message, String reason) {}

    /** The peer refuses it for good: an alarm. */
    default void refused(HsaId peer, Acknowledgement acknowledgement) {}

    /** It was sent as often as may be without a final answer, and its case waits for someone: an alarm. */
    default void held(HsaId peer, MessageId message, int times) {}

    /** Nothing can be sent to a peer, or it lets nothing in; tried again and again, nothing is lost: an alarm. */
    default void unreachable(HsaId peer, String reason) {}

    /** A message came and was answered; its acknowledgement says how. */
    default void received(HsaId peer, Acknowledgement acknowledgement) {}

    /** A message came that was here already; it was answered as before, and nobody was shown it. */
    default void repeated(HsaId peer, MessageId message, String envelopeId) {}

    /** A request was turned away without an acknowledgement, with that HTTP status: an alarm if it goes on. */
    default void turnedAway(Optional<HsaId> peer, int status, String code) {}

    /** An envelope was sent at another time than now; positive when the peer's clock is ahead. Nothing is changed by it. */
    default void clockDiffers(HsaId peer, Duration ahead) {}
}
