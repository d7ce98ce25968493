package se.ehealthsdk.outbox.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written of a batch in one transaction. Every item of the batch is in exactly one of the
 * parts; what is in none stays in the batch, which {@link #rest} then describes.
 *
 * @param delivered the receiver has these (rows)
 * @param assumedDelivered it has these by all that can be known
 * @param parked refused for good
 * @param splits new batches, without lease
 * @param rest what becomes of the batch itself, if anything is left in it
 */
public record Settlement(
        List<Long> delivered,
        List<Long> assumedDelivered,
        List<Parking> parked,
        List<Split> splits,
        Optional<Rest> rest) {

    /** A refused item and why. */
    public record Parking(long seq, String reason) {}

    /** A part of the batch that goes on by itself, all evidence of its items forgotten. */
    public record Split(List<Long> seqs, Doubt doubt, Instant notBefore, boolean held) {}

    /**
     * What becomes of the batch.
     *
     * @param doubt what is not known of it now
     * @param attempts failed calls since something last was learnt
     * @param notBefore when it may be claimed again; now, if the lease is kept
     * @param held whether it counts as held
     * @param forgetEvidence whether what was learnt of single items is to be asked again
     * @param keepLease whether this node goes on with it at once
     */
    public record Rest(
            Doubt doubt,
            int attempts,
            Instant notBefore,
            boolean held,
            boolean forgetEvidence,
            boolean keepLease) {}
}
