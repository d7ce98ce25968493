package se.ehealthsdk.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.outbox.Figures;

/**
 * What delivery asks of a store. Each method is one short transaction that is durable when it returns; none
 * is open while a call is made. Safe for use by many threads and, over one database, many nodes. All throw
 * {@link se.ehealthsdk.outbox.OutboxException} when the database fails.
 */
public interface BatchStore {

    /**
     * Takes the next batch under a lease of this node's, in this order:
     *
     * <ol>
     *   <li>one whose lease has run out: its node died or stalled. If it was {@linkplain #sending sent
     *       whole} its doubt becomes {@link Doubt#UNKNOWN}; an item that was {@link Evidence#ASKED} becomes
     *       {@link Evidence#LOST};
     *   <li>one without lease that is due;
     *   <li>a new one, of the oldest pending items of one destination: when there are {@code maxItems} of
     *       them, or the oldest was appended before {@code flushBefore}.
     * </ol>
     *
     * <p>A batch that comes with {@link Doubt#NONE} is marked as being sent whole in the same transaction, so
     * that {@link #sending} need not be called.
     *
     * @param node the name of this node
     * @param now the time
     * @param leaseUntil until when the batch is this node's
     * @param maxItems items in a new batch at most
     * @param flushBefore items appended before this wait no longer for others
     * @param skip destinations that are paused; nothing of them is taken, except batches whose lease has run
     *     out are not taken either
     * @return empty when there is nothing to do now
     */
    Optional<Batch> claim(
            String node,
            Instant now,
            Instant leaseUntil,
            int maxItems,
            Instant flushBefore,
            Set<String> skip);

    /**
     * Marks a batch as being sent whole.
     *
     * @return false if the lease is lost: someone else has the batch
     */
    boolean sending(Batch batch, Instant leaseUntil);

    /**
     * Marks one item of the batch as being sent alone, and the batch as not being sent.
     *
     * @return false if the lease is lost
     */
    boolean probing(Batch batch, long seq, Instant leaseUntil);

    /**
     * Writes what a probe taught of one item.
     *
     * @return false if the lease is lost
     */
    boolean probed(Batch batch, long seq, Evidence evidence, String reason);

    /**
     * Writes what became of a batch. The same settlement comes again when this threw, though it may have been
     * written: with a rest that keeps the lease, items that have left the batch are then passed over.
     *
     * @return false if the lease is lost; nothing was written
     */
    boolean settle(Batch batch, Settlement settlement, Instant now);

    /** Whether anything is pending, in delivery but not held, or due. */
    boolean hasWork();

    /** When something not yet claimable becomes so, as far as the store knows: a pending item of {@code
     * maxAge}, a batch's next attempt, the end of a lease. Empty when there is nothing of the kind. */
    Optional<Instant> nextDue(Duration maxAge);

    /** What the store holds. */
    Figures figures();

    /** Deletes what has been kept long enough, a bounded number at a time; how many. */
    int purge(Instant now);
}
