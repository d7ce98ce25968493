package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.BatchStore;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.Settlement;

/** Nodes that deliver from one store to one receiver, in steps, and die when they are told to. */
final class World {

    static final Duration LEASE = Duration.ofMinutes(3);

    final FakeClock clock;
    final BatchStore store;
    final Receiver receiver;
    final DeliveryOptions options;
    final Random random;
    final List<Integer> kills = new ArrayList<>();
    final List<Integer> storeFailures = new ArrayList<>();
    int moments;
    int steps;

    World(FakeClock clock, BatchStore store, Receiver receiver, Random random) {
        this.clock = clock;
        this.store = store;
        this.receiver = receiver;
        this.random = random;
        this.options =
                DeliveryOptions.DEFAULT
                        .callsPerSecond(Double.POSITIVE_INFINITY)
                        .maxAge(Duration.ZERO)
                        .lease(LEASE)
                        .clock(clock);
    }

    /** A process was killed. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** One process. */
    private final class Node implements BatchStore, Receiver {
        private boolean dead;

        private void moment() {
            if (dead) {
                throw new Killed();
            }
            moments++;
            if (kills.contains(moments)) {
                dead = true;
                throw new Killed();
            }
            if (storeFailures.contains(moments)) {
                throw new OutboxException(
                        OutboxException.Kind.STORAGE, "the store is down", "wait", null);
            }
        }

        @Override
        public Optional<Batch> claim(
                String node,
                Instant now,
                Instant leaseUntil,
                int maxItems,
                Instant flushBefore,
                Set<String> skip) {
            Optional<Batch> batch = store.claim(node, now, leaseUntil, maxItems, flushBefore, skip);
            if (batch.isPresent()) {
                moment();
            }
            return batch;
        }

        @Override
        public boolean sending(Batch batch, Instant leaseUntil) {
            moment();
            boolean ours = store.sending(batch, leaseUntil);
            moment();
            return ours;
        }

        @Override
        public boolean probing(Batch batch, long seq, Instant leaseUntil) {
            moment();
            boolean ours = store.probing(batch, seq, leaseUntil);
            moment();
            return ours;
        }

        @Override
        public boolean probed(Batch batch, long seq, Evidence evidence, String reason) {
            moment();
            boolean ours = store.probed(batch, seq, evidence, reason);
            moment();
            return ours;
        }

        @Override
        public boolean settle(Batch batch, Settlement settlement, Instant now) {
            moment();
            boolean ours = store.settle(batch, settlement, now);
            moment();
            return ours;
        }

        @Override
        public boolean hasWork() {
            return store.hasWork();
        }

        @Override
        public Optional<Instant> nextDue(Duration maxAge) {
            return store.nextDue(maxAge);
        }

        @Override
        public Figures figures() {
            return store.figures();
        }

        @Override
        public int purge(Instant now) {
            return store.purge(now);
        }

        @Override
        public Verdict deliver(String destination, List<Item> items) {
            Verdict verdict = receiver.deliver(destination, items);
            moments++;
            if (kills.contains(moments)) {
                dead = true;
                throw new Killed();
            }
            return verdict;
        }

        @Override
        public int maxItems() {
            return receiver.maxItems();
        }

        @Override
        public boolean acceptsDuplicates() {
            return receiver.acceptsDuplicates();
        }
    }

    private Courier start() {
        Node node = new Node();
        return new Courier(
                node, node, options, "node-" + moments, clock, new Destinations(options, random));
    }

    /** Delivers until there is nothing to do but what is held; each node that dies is followed by another. */
    void drain(int atMostSteps) {
        Courier courier = start();
        while (store.hasWork()) {
            if (++steps > atMostSteps) {
                throw new AssertionError("it does not end");
            }
            try {
                clock.forward(courier.step());
            } catch (Killed killed) {
                courier = start();
            } catch (InterruptedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    /** Carries what is due now, held or not. */
    void carryDue() {
        Courier courier = start();
        try {
            while (courier.step().isZero()) {
                steps++;
            }
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
