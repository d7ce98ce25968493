package se.ehealthsdk.outbox.internal;

import java.util.List;

/**
 * Items that have been sent together or not at all since {@link #doubt} arose, under this node's lease.
 *
 * @param id the batch's row
 * @param token grows with each claim: who holds an older one has lost the lease
 * @param destination where it goes
 * @param doubt what is not known of it
 * @param attempts failed calls since something last was learnt
 * @param held whether it has been held before
 * @param entries what is in it, oldest first; never empty
 */
public record Batch(
        long id,
        long token,
        String destination,
        Doubt doubt,
        int attempts,
        boolean held,
        List<Entry> entries) {

    /**
     * One item of a batch.
     *
     * @param seq its row
     * @param item the item, decrypted
     * @param evidence what is known from sending it alone
     * @param reason what the receiver said when it was refused alone; empty when it was not
     */
    public record Entry(
            long seq, se.ehealthsdk.outbox.Item item, Evidence evidence, String reason) {}
}
