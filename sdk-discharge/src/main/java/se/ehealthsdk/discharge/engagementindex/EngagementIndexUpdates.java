package se.ehealthsdk.discharge.engagementindex;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.internal.engagementindex.StoredTransaction;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Outbox;

/**
 * Updates of an engagement index that are sent until the index has them, also after a restart.
 *
 * <pre>{@code
 * EngagementIndexUpdates updates = EngagementIndexUpdates.of(Outbox.sqlite(folder), index);
 * try (Delivery delivery = updates.deliver(DeliveryOptions.DEFAULT)) {
 *     updates.append(engagements.changes(before, after, now));           // on disk when it returns
 * }
 * }</pre>
 *
 * <p>Calls go one at a time, in the order of appending; of several updates of one post, the last is what counts. Let one
 * node deliver: two could send updates of one post at the same time, which the index forbids. The outbox is not closed
 * here, and carries nothing else.
 *
 * <p>Safe for use by many threads.
 */
public final class EngagementIndexUpdates {

    private final Outbox outbox;
    private final EngagementIndexClient index;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    private EngagementIndexUpdates(Outbox outbox, EngagementIndexClient index, Clock clock) {
        this.outbox = outbox;
        this.index = index;
        this.clock = clock;
    }

    /** Updates of an index, kept in an outbox of their own. */
    public static EngagementIndexUpdates of(Outbox outbox, EngagementIndexClient index) {
        return of(outbox, index, Clock.systemUTC());
    }

    /** As {@link #of(Outbox, EngagementIndexClient)}, with another clock: the order across restarts goes by it. */
    public static EngagementIndexUpdates of(
            Outbox outbox, EngagementIndexClient index, Clock clock) {
        return new EngagementIndexUpdates(outbox, index, clock);
    }

    /**
     * Keeps updates, all or none; durable when it returns.
     *
     * @throws InvalidInputException if a post lacks what the index wants; nothing is kept
     * @throws se.ehealthsdk.outbox.OutboxException if they are not known to be durable
     */
    public void append(List<EngagementTransaction> transactions) {
        if (transactions.isEmpty()) {
            return;
        }
        List<Item> items = new ArrayList<>(transactions.size());
        for (EngagementTransaction each : transactions) {
            EngagementIndexClient.check(each.engagement());
            items.add(Item.of(nextId(), index.index().value(), StoredTransaction.write(each)));
        }
        outbox.append(items);
    }

    /** Grows with each call, and with time, so that ids tell which update came first. */
    private String nextId() {
        long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        long next = last.updateAndGet(before -> Math.max(before + 1, now));
        return "%016x-%s".formatted(next, UUID.randomUUID());
    }

    /**
     * Starts delivering, until the returned handle is closed.
     *
     * @throws ConfigurationException if the options have more than one worker
     * @throws se.ehealthsdk.outbox.OutboxException as {@link Outbox#deliver}
     */
    public Delivery deliver(DeliveryOptions options) {
        if (options.workers() > 1) {
            throw new ConfigurationException(
                    "More than one worker would update one post at the same time",
                    "Deliver to the engagement index with workers(1).");
        }
        return outbox.deliver(new EngagementIndexReceiver(index), options);
    }
}
