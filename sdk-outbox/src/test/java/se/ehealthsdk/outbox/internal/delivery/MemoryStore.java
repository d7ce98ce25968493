package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.KeptItem.State;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.BatchStore;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.Settlement;

/** What the Javadoc of {@link BatchStore} says, in memory, with every rule checked. */
final class MemoryStore implements BatchStore, Simulation.Shelf {

    private static final class Row {
        final long seq;
        final Item item;
        final Instant appendedAt;
        State state = State.PENDING;
        long batch;
        Evidence evidence = Evidence.NONE;
        String reason = "";

        Row(long seq, Item item, Instant appendedAt) {
            this.seq = seq;
            this.item = item;
            this.appendedAt = appendedAt;
        }
    }

    private static final class Kept {
        final long id;
        final String destination;
        final TreeSet<Long> members = new TreeSet<>();
        long token;
        Doubt doubt;
        int attempts;
        boolean held;
        boolean sentWhole;
        Instant notBefore;
        Instant leaseUntil;

        Kept(long id, String destination, Doubt doubt, Instant notBefore) {
            this.id = id;
            this.destination = destination;
            this.doubt = doubt;
            this.notBefore = notBefore;
        }
    }

    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private final TreeSet<Long> pending = new TreeSet<>();
    private final Map<Long, Kept> batches = new LinkedHashMap<>();
    private long lastSeq;
    private long lastBatch;
    int purges;
    @Nullable OutboxException failure;
    int failures = Integer.MAX_VALUE;

    synchronized void append(Item item, Instant now) {
        Row row = new Row(++lastSeq, item, now);
        rows.put(row.seq, row);
        pending.add(row.seq);
    }

    @Override
    public BatchStore batches() {
        return this;
    }

    @Override
    public void append(List<Item> items, Instant now) {
        items.forEach(item -> append(item, now));
    }

    @Override
    public synchronized void appendInDoubt(List<Item> items, Instant now) {
        Kept kept = open(items.get(0).destination(), Doubt.UNKNOWN, now);
        for (Item item : items) {
            append(item, now);
            join(kept, lastSeq);
        }
    }

    private Kept open(String destination, Doubt doubt, Instant notBefore) {
        Kept kept = new Kept(++lastBatch, destination, doubt, notBefore);
        batches.put(kept.id, kept);
        return kept;
    }

    private void join(Kept kept, long seq) {
        Row row = rows.get(seq);
        row.state = State.IN_DELIVERY;
        row.batch = kept.id;
        row.evidence = Evidence.NONE;
        row.reason = "";
        kept.members.add(seq);
        pending.remove(seq);
    }

    @Override
    public synchronized Optional<Batch> claim(
            String node,
            Instant now,
            Instant leaseUntil,
            int maxItems,
            Instant flushBefore,
            Set<String> skip) {
        Optional<Kept> expired =
                usable(skip)
                        .filter(it -> it.leaseUntil != null && !it.leaseUntil.isAfter(now))
                        .findFirst();
        if (expired.isPresent()) {
            Kept kept = expired.get();
            if (kept.sentWhole) {
                kept.doubt = Doubt.UNKNOWN;
            }
            for (long seq : kept.members) {
                if (rows.get(seq).evidence == Evidence.ASKED) {
                    rows.get(seq).evidence = Evidence.LOST;
                }
            }
            return Optional.of(lease(kept, leaseUntil));
        }
        Optional<Kept> due =
                usable(skip)
                        .filter(it -> it.leaseUntil == null && !it.notBefore.isAfter(now))
                        .min(Comparator.comparing(it -> it.notBefore));
        if (due.isPresent()) {
            return Optional.of(lease(due.get(), leaseUntil));
        }
        return fresh(now, maxItems, flushBefore, skip).map(kept -> lease(kept, leaseUntil));
    }

    private Stream<Kept> usable(Set<String> skip) {
        return batches.values().stream().filter(it -> !skip.contains(it.destination));
    }

    private Optional<Kept> fresh(Instant now, int maxItems, Instant flushBefore, Set<String> skip) {
        Map<String, List<Row>> byDestination = new LinkedHashMap<>();
        for (long seq : pending) {
            Row row = rows.get(seq);
            if (!skip.contains(row.item.destination())) {
                List<Row> together =
                        byDestination.computeIfAbsent(
                                row.item.destination(), any -> new ArrayList<>());
                if (together.size() < maxItems) {
                    together.add(row);
                }
            }
        }
        for (List<Row> together : byDestination.values()) {
            if (together.size() == maxItems || together.get(0).appendedAt.isBefore(flushBefore)) {
                Kept kept = open(together.get(0).item.destination(), Doubt.NONE, now);
                together.forEach(row -> join(kept, row.seq));
                return Optional.of(kept);
            }
        }
        return Optional.empty();
    }

    private Batch lease(Kept kept, Instant leaseUntil) {
        kept.token++;
        kept.leaseUntil = leaseUntil;
        kept.sentWhole = kept.doubt == Doubt.NONE;
        return new Batch(
                kept.id,
                kept.token,
                kept.destination,
                kept.doubt,
                kept.attempts,
                kept.held,
                kept.members.stream()
                        .map(rows::get)
                        .map(row -> new Batch.Entry(row.seq, row.item, row.evidence, row.reason))
                        .toList());
    }

    private Optional<Kept> ours(Batch batch) {
        return Optional.ofNullable(batches.get(batch.id()))
                .filter(kept -> kept.token == batch.token() && kept.leaseUntil != null);
    }

    @Override
    public synchronized boolean sending(Batch batch, Instant leaseUntil) {
        ours(batch)
                .ifPresent(
                        kept -> {
                            kept.sentWhole = true;
                            kept.leaseUntil = leaseUntil;
                        });
        return ours(batch).isPresent();
    }

    @Override
    public synchronized boolean probing(Batch batch, long seq, Instant leaseUntil) {
        ours(batch)
                .ifPresent(
                        kept -> {
                            kept.sentWhole = false;
                            kept.leaseUntil = leaseUntil;
                            member(kept, seq).evidence = Evidence.ASKED;
                        });
        return ours(batch).isPresent();
    }

    @Override
    public synchronized boolean probed(Batch batch, long seq, Evidence evidence, String reason) {
        ours(batch)
                .ifPresent(
                        kept -> {
                            member(kept, seq).evidence = evidence;
                            member(kept, seq).reason = reason;
                        });
        return ours(batch).isPresent();
    }

    private Row member(Kept kept, long seq) {
        if (!kept.members.contains(seq)) {
            throw new AssertionError(seq + " is not in the batch");
        }
        return rows.get(seq);
    }

    @Override
    public synchronized boolean settle(Batch batch, Settlement settlement, Instant now) {
        if (failure != null && failures-- > 0) {
            throw failure;
        }
        Optional<Kept> ours = ours(batch);
        if (ours.isEmpty()) {
            return false;
        }
        Kept kept = ours.get();
        for (long seq : settlement.delivered()) {
            // the same settlement comes again when the first writing of it was not known to have
            // succeeded
            if (rows.get(seq).state != State.DELIVERED) {
                leave(kept, seq).state = State.DELIVERED;
            }
        }
        settlement
                .assumedDelivered()
                .forEach(seq -> leave(kept, seq).state = State.ASSUMED_DELIVERED);
        for (Settlement.Parking parking : settlement.parked()) {
            Row row = leave(kept, parking.seq());
            row.state = State.PARKED;
            row.reason = parking.reason();
        }
        for (Settlement.Split split : settlement.splits()) {
            Kept part = open(kept.destination, split.doubt(), split.notBefore());
            part.held = split.held();
            for (long seq : split.seqs()) {
                leave(kept, seq);
                join(part, seq);
            }
        }
        if (kept.members.isEmpty() == settlement.rest().isPresent()) {
            throw new AssertionError("left " + kept.members + " but rest " + settlement.rest());
        }
        settlement.rest().ifPresentOrElse(rest -> keep(kept, rest), () -> batches.remove(kept.id));
        return true;
    }

    private Row leave(Kept kept, long seq) {
        Row row = member(kept, seq);
        kept.members.remove(seq);
        return row;
    }

    private void keep(Kept kept, Settlement.Rest rest) {
        kept.doubt = rest.doubt();
        kept.attempts = rest.attempts();
        kept.held = rest.held();
        kept.notBefore = rest.notBefore();
        kept.sentWhole = false;
        if (rest.forgetEvidence()) {
            for (long seq : kept.members) {
                rows.get(seq).evidence = Evidence.NONE;
                rows.get(seq).reason = "";
            }
        }
        if (!rest.keepLease()) {
            kept.leaseUntil = null;
        }
    }

    @Override
    public synchronized boolean hasWork() {
        return !pending.isEmpty() || batches.values().stream().anyMatch(it -> !it.held);
    }

    @Override
    public synchronized Optional<Instant> nextDue(Duration maxAge) {
        Stream<Instant> oldest =
                pending.isEmpty()
                        ? Stream.empty()
                        : Stream.of(
                                rows.get(pending.first()).appendedAt.plus(maxAge).plusMillis(1));
        return Stream.concat(
                        oldest,
                        batches.values().stream()
                                .map(it -> it.leaseUntil != null ? it.leaseUntil : it.notBefore))
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized Figures figures() {
        Set<Long> held = new HashSet<>();
        batches.values().stream().filter(it -> it.held).forEach(it -> held.addAll(it.members));
        return new Figures(
                count(State.PENDING),
                count(State.IN_DELIVERY) - held.size(),
                held.size(),
                count(State.PARKED),
                count(State.DELIVERED),
                count(State.ASSUMED_DELIVERED),
                Optional.empty());
    }

    private long count(State state) {
        return rows.values().stream().filter(row -> row.state == state).count();
    }

    @Override
    public synchronized int purge(Instant now) {
        purges++;
        return 0;
    }

    @Override
    public synchronized List<Simulation.Shown> items() {
        return rows.values().stream()
                .map(row -> new Simulation.Shown(row.item.id(), row.state, row.reason))
                .toList();
    }
}
