package se.ehealthsdk.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * An item in the outbox, with what is known of it.
 *
 * @param item what was appended
 * @param state where it stands
 * @param appendedAt when it was appended
 * @param deliveredAt when the receiver had it
 * @param lastSent of what is held or assumed delivered: when the last call that it can have been in was over,
 *     at the latest; empty for all else
 */
public record KeptItem(
        Item item,
        State state,
        Instant appendedAt,
        Optional<Instant> deliveredAt,
        Optional<Instant> lastSent) {

    /** Where an item stands. */
    public enum State {
        /** Waiting for its first call. */
        PENDING,
        /** In a batch: being sent, or to be sent again. */
        IN_DELIVERY,
        /** Sent, and asking has not told whether the receiver has it: waits to be asked again or confirmed. */
        HELD,
        /** The receiver has it. */
        DELIVERED,
        /** The receiver has it by all that can be known; not confirmed. */
        ASSUMED_DELIVERED,
        /** Refused. */
        PARKED
    }
}
