package se.ehealthsdk.outbox.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Batch.Entry;
import se.ehealthsdk.outbox.internal.BatchStore;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.Settlement;

/**
 * Carries one batch after another: takes a turn, claims, calls outside any transaction, writes what became
 * of it. Shared by the workers of a delivery, and knows nothing of threads.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
    private static final Duration LONGEST_STORE_BACKOFF = Duration.ofSeconds(30);
    private static final Duration NOTHING_DUE = Duration.ofMinutes(1);
    private static final Duration PURGE_EVERY = Duration.ofMinutes(1);

    private final BatchStore store;
    private final Receiver receiver;
    private final DeliveryOptions options;
    private final Clock clock;
    private final String node;
    private final Stay stay;
    private final Destinations destinations;
    private final Pace pace;
    private final Events events;
    private final Resolution.Terms terms;
    private final AtomicInteger storeFailures = new AtomicInteger();
    private volatile Instant flushed = Instant.MIN;
    private Instant nextPurge;

    Courier(
            BatchStore store,
            Receiver receiver,
            DeliveryOptions options,
            String node,
            Stay stay,
            Destinations destinations) {
        this.store = store;
        this.receiver = receiver;
        this.options = options;
        this.clock = options.clock();
        this.node = node;
        this.stay = stay;
        this.destinations = destinations;
        this.pace = new Pace(options.callsPerSecond(), clock);
        this.events = new Events(options);
        this.terms =
                new Resolution.Terms(
                        receiver.maxItems(), receiver.acceptsDuplicates(), options.heldPause());
        this.nextPurge = clock.instant().plus(PURGE_EVERY);
    }

    /** What is there now waits no longer for others to share its call. */
    void flush() {
        // a moment later than now: what was appended in this very millisecond is there
        flushed = clock.instant().plusMillis(1);
    }

    /**
     * Carries one batch, if there is one.
     *
     * @return how long there is nothing to do, as far as is known here: zero to go on at once
     * @throws OutboxException of kind {@code STOPPED} if the store has been closed
     */
    Duration step() throws InterruptedException {
        try {
            purgeNowAndThen();
            Duration wait = carryNext() ? Duration.ZERO : untilDue();
            storeFailures.set(0);
            return wait;
        } catch (Pace.Stopped stopped) {
            return Duration.ZERO;
        } catch (OutboxException failure) {
            if (failure.kind() == OutboxException.Kind.STOPPED) {
                throw failure;
            }
            events.storeFailed(failure);
            return storeBackoff(storeFailures.incrementAndGet());
        }
    }

    private void purgeNowAndThen() {
        Instant now = clock.instant();
        synchronized (this) {
            if (now.isBefore(nextPurge)) {
                return;
            }
            nextPurge = now.plus(PURGE_EVERY);
        }
        if (store.purge(now) > 0) {
            synchronized (this) {
                nextPurge = now;
            }
        }
    }

    private Duration untilDue() {
        Instant now = clock.instant();
        Optional<Instant> due = store.nextDue(options.maxAge());
        if (due.isPresent() && !due.get().isAfter(now)) {
            // due, and yet not to be had: its destination is paused, or another worker was quicker
            due = Optional.of(destinations.firstPauseToEnd(now).orElse(now));
        }
        Duration wait = due.map(then -> Duration.between(now, then)).orElse(NOTHING_DUE);
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private boolean carryNext() throws InterruptedException, Pace.Stopped {
        Pace.Turn turn = pace.take(stay);
        Optional<Batch> batch = Optional.empty();
        try {
            batch = stay.stopping() ? Optional.empty() : claim();
        } finally {
            if (batch.isEmpty()) {
                pace.giveBack(turn);
            }
        }
        if (batch.isEmpty()) {
            return false;
        }
        carry(batch.get(), turn);
        return true;
    }

    private Optional<Batch> claim() {
        Instant now = clock.instant();
        Instant old = now.minus(options.maxAge());
        return store.claim(
                node,
                now,
                now.plus(options.lease()),
                terms.maxItems(),
                flushed.isAfter(old) ? flushed : old,
                destinations.paused(now));
    }

    private void carry(Batch claimed, Pace.Turn first) throws InterruptedException {
        Batch batch = claimed;
        Instant lately = clock.instant().minus(options.heldPause());
        Resolution resolution =
                new Resolution(
                        batch, terms, destinations.acceptedSince(batch.destination(), lately));
        Optional<Pace.Turn> turn = Optional.of(first);
        boolean marked = batch.doubt() == Doubt.NONE;
        while (true) {
            Resolution.Step step = resolution.next(clock.instant());
            if (step instanceof Resolution.Finish finish) {
                turn.ifPresent(pace::giveBack);
                settle(batch, finish.settlement());
                return;
            }
            try {
                pace.take(stay, turn);
            } catch (Pace.Stopped stopped) {
                settle(batch, resolution.letGo(clock.instant()));
                return;
            }
            turn = Optional.empty();
            if (!(marked && step instanceof Resolution.SendWhole) && !mark(batch, step)) {
                LOG.debug("Batch {} has been taken over by another node", batch.id());
                return;
            }
            Instant begun = clock.instant();
            Verdict verdict = call(batch, items(step));
            Instant now = clock.instant();
            Destinations.Standing standing =
                    destinations.after(batch.destination(), verdict, begun, now);
            if (verdict instanceof Verdict.Blocked blocked && standing.newlyBlocked()) {
                events.blocked(batch.destination(), blocked);
            }
            Resolution.Outcome outcome = resolution.after(step, verdict, now, standing.until());
            if (!write(batch, outcome) || !outcome.goesOn()) {
                return;
            }
            batch = without(batch, outcome.settlement());
        }
    }

    private boolean mark(Batch batch, Resolution.Step step) throws InterruptedException {
        return durably(
                () -> {
                    Instant leaseUntil = clock.instant().plus(options.lease());
                    return step instanceof Resolution.Ask ask
                            ? store.probing(batch, ask.entries().get(0).seq(), leaseUntil)
                            : store.sending(batch, leaseUntil);
                });
    }

    private static List<Item> items(Resolution.Step step) {
        List<Entry> entries =
                step instanceof Resolution.Ask ask
                        ? ask.entries()
                        : ((Resolution.SendWhole) step).entries();
        return entries.stream().map(Entry::item).toList();
    }

    private Verdict call(Batch batch, List<Item> items) {
        long start = System.nanoTime();
        Verdict verdict = deliver(batch.destination(), items);
        events.called(
                batch.destination(),
                items.size(),
                Duration.ofNanos(System.nanoTime() - start),
                verdict);
        return verdict;
    }

    /** Also an error is an outcome: a worker that died of it would leave everything undelivered. */
    @SuppressWarnings("NullAway") // a receiver without null checking may give null
    private Verdict deliver(String destination, List<Item> items) {
        try {
            Verdict verdict = receiver.deliver(destination, items);
            return verdict != null
                    ? verdict
                    : new Verdict.Failed(true, "the receiver gave no verdict");
        } catch (Throwable thrown) {
            LOG.warn("The receiver threw {}", thrown.getClass().getName());
            return new Verdict.Failed(true, "the receiver threw " + thrown.getClass().getName());
        } finally {
            // an interrupt that a receiver left behind is not meant for this thread's next wait
            Thread.interrupted();
        }
    }

    private boolean write(Batch batch, Resolution.Outcome outcome) throws InterruptedException {
        if (outcome.learnt().isPresent()) {
            Resolution.Learnt learnt = outcome.learnt().get();
            boolean ours =
                    durably(
                            () ->
                                    store.probed(
                                            batch,
                                            learnt.entry().seq(),
                                            learnt.evidence(),
                                            learnt.reason()));
            if (!ours) {
                return false;
            }
        }
        return outcome.settlement().isEmpty() || settle(batch, outcome.settlement().get());
    }

    private boolean settle(Batch batch, Settlement settlement) throws InterruptedException {
        boolean ours = durably(() -> store.settle(batch, settlement, clock.instant()));
        if (ours) {
            events.settled(batch, settlement);
        } else {
            LOG.debug("Batch {} has been taken over by another node", batch.id());
        }
        return ours;
    }

    /**
     * Writes, again and again while the store is down: what was learnt of a batch is worth waiting for, and
     * without the store there is nothing else to do. When the delivery stops, once more and no longer.
     */
    private boolean durably(BooleanSupplier write) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            boolean last = stay.stopping();
            try {
                return write.getAsBoolean();
            } catch (OutboxException failure) {
                if (last || failure.kind() != OutboxException.Kind.STORAGE) {
                    throw failure;
                }
                events.storeFailed(failure);
                stay.pass(storeBackoff(failures));
            }
        }
    }

    private Duration storeBackoff(int failures) {
        Duration backoff = destinations.backoff(failures);
        return backoff.compareTo(LONGEST_STORE_BACKOFF) < 0 ? backoff : LONGEST_STORE_BACKOFF;
    }

    /** What is left of a batch after a settlement that kept the lease. */
    private static Batch without(Batch batch, Optional<Settlement> settlement) {
        if (settlement.isEmpty()) {
            return batch;
        }
        List<Long> delivered = settlement.get().delivered();
        return new Batch(
                batch.id(),
                batch.token(),
                batch.destination(),
                batch.doubt(),
                batch.attempts(),
                batch.held(),
                batch.entries().stream().filter(it -> !delivered.contains(it.seq())).toList());
    }
}
