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
 */
public record KeptItem(Item item, State state, Instant appendedAt, Optional<Instant> deliveredAt) {

    /** Where an item stands. */
    public enum State {
        /** Waiting for its first call. */
        PENDING,
        /** In a batch: being sent, to be sent again, or held until its fate is known. */
        IN_DELIVERY,
        /** The receiver has it. */
        DELIVERED,
        /** The receiver has it by all that can be known; not confirmed. */
        ASSUMED_DELIVERED,
        /** Refused. */
        PARKED
    }
}
