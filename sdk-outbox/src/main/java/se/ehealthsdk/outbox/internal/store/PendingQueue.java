package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items that wait for their first call, a queue for each destination.
 *
 * <p>Where the database leaves what has been claimed at the head of its index until someone cleans up, the
 * queue is read from where this node last took something. That can pass over items committed late or put back;
 * so it is read from its real beginning when nothing else is found, and every few seconds anyway.
 */
final class PendingQueue {

    private static final long FROM_THE_START_EVERY = Duration.ofSeconds(5).toNanos();

    private final boolean remembers;
    private final Tally tally;
    private final String heads;
    private final String next;
    private final String waiting;
    private final String appendedAt;
    private final String putInBatch;

    /** Where each destination's queue was last read to; guarded by this. */
    private final Map<String, Long> readTo = new LinkedHashMap<>();

    private long readFromTheStart = System.nanoTime() - FROM_THE_START_EVERY;

    PendingQueue(Dialect dialect, Tally tally) {
        this.remembers = dialect.leavesTheDeadAtTheHead();
        this.tally = tally;
        String state = dialect.table("state");
        String pending = state + dialect.using("pending") + " WHERE state = 0";
        // One look-up in the index for each destination, however many items wait. Compared as a
        // pair, and
        // between two equal ends, because a planner that sees one destination believes that any
        // index in the
        // order of seq will do, also one full of what was delivered long ago.
        heads =
                "WITH RECURSIVE d (destination) AS ("
                        + "SELECT (SELECT destination FROM "
                        + pending
                        + " ORDER BY destination LIMIT 1)"
                        + " UNION ALL"
                        + " SELECT (SELECT destination FROM "
                        + pending
                        + " AND destination > d.destination ORDER BY destination LIMIT 1)"
                        + " FROM d WHERE d.destination IS NOT NULL),"
                        + " h (destination, seq) AS (SELECT destination, (SELECT seq FROM "
                        + pending
                        + " AND destination >= d.destination AND destination <= d.destination"
                        + " ORDER BY destination, seq LIMIT 1) FROM d WHERE destination IS NOT NULL)"
                        + " SELECT h.destination, h.seq, i.appended_at FROM h JOIN "
                        + dialect.table("item")
                        + " i ON i.seq = h.seq";
        String after =
                " FROM "
                        + pending
                        + " AND (destination, seq) > (?, ?) AND destination <= ? ORDER BY destination, seq LIMIT ?";
        next = "SELECT seq" + after + dialect.lockingRows();
        waiting = "SELECT count(*) FROM (SELECT 1" + after + ") AS w";
        appendedAt = "SELECT appended_at FROM " + dialect.table("item") + " WHERE seq = ?";
        putInBatch =
                "UPDATE "
                        + state
                        + " SET state = "
                        + State.BATCHED
                        + ", batch = ? WHERE seq"
                        + dialect.inList();
    }

    /** The first item of each destination's queue. */
    List<Head> heads(Session session) throws SQLException {
        return session.query(
                heads,
                row -> new Head(row.getString(1), row.getLong(2), Optional.of(row.getLong(3))));
    }

    /** The oldest of a destination that has a full batch or has waited long enough, locked. */
    Optional<Chosen> choose(Session session, int maxItems, Instant flushBefore, Set<String> skip)
            throws SQLException {
        for (Head head : rememberedHeads()) {
            Optional<Chosen> chosen = choose(session, head, maxItems, flushBefore, skip);
            if (chosen.isPresent()) {
                return chosen;
            }
        }
        forget();
        List<Head> all = heads(session);
        all.sort(Comparator.comparing(head -> head.appendedAt.orElse(0L)));
        for (Head head : all) {
            Optional<Chosen> chosen = choose(session, head, maxItems, flushBefore, skip);
            if (chosen.isPresent()) {
                return chosen;
            }
        }
        return Optional.empty();
    }

    private Optional<Chosen> choose(
            Session session, Head head, int maxItems, Instant flushBefore, Set<String> skip)
            throws SQLException {
        if (skip.contains(head.destination)) {
            return Optional.empty();
        }
        long latest = Millis.notBefore(flushBefore);
        long after = head.seq - 1;
        boolean old = head.appendedAt.isPresent() && head.appendedAt.get() < latest;
        // Counted before anything is locked: locking writes.
        if (!old && count(session, head.destination, after, maxItems) < maxItems) {
            return Optional.empty();
        }
        List<Long> seqs =
                session.query(
                        next,
                        row -> row.getLong(1),
                        head.destination,
                        after,
                        head.destination,
                        maxItems);
        if (seqs.isEmpty()
                || (seqs.size() < maxItems && !isOld(session, head, seqs.get(0), latest))) {
            // Another node was quicker.
            return Optional.empty();
        }
        return Optional.of(new Chosen(head.destination, seqs));
    }

    private boolean isOld(Session session, Head head, long seq, long latest) throws SQLException {
        if (seq == head.seq && head.appendedAt.isPresent()) {
            return head.appendedAt.get() < latest;
        }
        return session.first(appendedAt, row -> row.getLong(1), seq).orElse(Long.MAX_VALUE)
                < latest;
    }

    private int count(Session session, String destination, long after, int most)
            throws SQLException {
        return session.first(waiting, row -> row.getInt(1), destination, after, destination, most)
                .orElse(0);
    }

    void putInBatch(Session session, Chosen chosen, long batch) throws SQLException {
        session.update(putInBatch, batch, session.longs(chosen.seqs));
        tally.add(session, Tally.Change.move(State.PENDING, State.BATCHED, chosen.seqs.size()));
        if (remembers) {
            remember(chosen);
        }
    }

    private synchronized void remember(Chosen chosen) {
        readTo.put(chosen.destination, chosen.seqs.get(chosen.seqs.size() - 1));
    }

    private synchronized List<Head> rememberedHeads() {
        if (System.nanoTime() - readFromTheStart > FROM_THE_START_EVERY) {
            return List.of();
        }
        return readTo.entrySet().stream()
                .map(place -> new Head(place.getKey(), place.getValue() + 1, Optional.empty()))
                .toList();
    }

    private synchronized void forget() {
        readTo.clear();
        readFromTheStart = System.nanoTime();
    }

    /**
     * Where a destination's queue begins.
     *
     * @param appendedAt of its first item, epoch milliseconds; empty if only its place is known
     */
    record Head(String destination, long seq, Optional<Long> appendedAt) {}

    /** Items to put in one batch. */
    record Chosen(String destination, List<Long> seqs) {}
}
