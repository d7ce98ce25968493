package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import se.ehealthsdk.outbox.Figures;

/** What is told of the whole outbox, at a cost that does not grow with it. */
final class Overview {

    private final PendingQueue pending;
    private final Tally tally;
    private final String held;
    private final String oldestBatched;
    private final String firstDue;
    private final String firstRunOut;
    private final String work;

    Overview(Dialect dialect, PendingQueue pending, Tally tally) {
        this.pending = pending;
        this.tally = tally;
        String state = dialect.table("state");
        String batch = dialect.table("batch");
        held =
                "SELECT count(*) FROM "
                        + batch
                        + " b JOIN "
                        + state
                        + " s ON s.batch = b.id WHERE b.held = 1 AND b.lease_until IS NULL";
        oldestBatched =
                "SELECT min(i.appended_at) FROM "
                        + state
                        + " s"
                        + dialect.using("batched")
                        + " JOIN "
                        + dialect.table("item")
                        + " i ON i.seq = s.seq WHERE s.batch IS NOT NULL";
        firstDue = "SELECT min(not_before) FROM " + batch + " WHERE lease_until IS NULL";
        firstRunOut = "SELECT min(lease_until) FROM " + batch + " WHERE lease_until IS NOT NULL";
        work =
                "SELECT CASE WHEN EXISTS (SELECT 1 FROM "
                        + state
                        + " WHERE state = 0) OR EXISTS (SELECT 1 FROM "
                        + batch
                        + " WHERE held = 0 OR lease_until IS NOT NULL OR not_before <= ?)"
                        + " THEN 1 ELSE 0 END";
    }

    boolean hasWork(Session session, long now) throws SQLException {
        return session.first(work, row -> row.getInt(1), now).orElse(0) == 1;
    }

    Optional<Instant> nextDue(Session session, Duration maxAge) throws SQLException {
        OptionalLong oldest = oldestPending(session);
        return Stream.of(
                        oldest.isPresent()
                                ? Optional.of(oldest.getAsLong() + maxAge.toMillis())
                                : Optional.<Long>empty(),
                        minimum(session, firstDue),
                        minimum(session, firstRunOut))
                .flatMap(Optional::stream)
                .min(Long::compare)
                .map(Instant::ofEpochMilli);
    }

    Figures figures(Session session) throws SQLException {
        Tally.Change total = tally.total(session);
        long heldItems = session.first(held, row -> row.getLong(1)).orElse(0L);
        LongStream oldest =
                LongStream.concat(
                        oldestPending(session).stream(),
                        minimum(session, oldestBatched).stream().mapToLong(Long::longValue));
        OptionalLong oldestUnsent = oldest.min();
        return new Figures(
                total.pending(),
                Math.max(0, total.batched() - heldItems),
                heldItems,
                total.parked(),
                total.delivered(),
                total.assumed(),
                oldestUnsent.isPresent()
                        ? Optional.of(Instant.ofEpochMilli(oldestUnsent.getAsLong()))
                        : Optional.empty());
    }

    private OptionalLong oldestPending(Session session) throws SQLException {
        List<PendingQueue.Head> heads = pending.heads(session);
        return heads.stream()
                .flatMap(head -> head.appendedAt().stream())
                .mapToLong(Long::longValue)
                .min();
    }

    private static Optional<Long> minimum(Session session, String sql) throws SQLException {
        record Found(boolean none, long value) {}
        return session.first(sql, row -> new Found(row.getObject(1) == null, row.getLong(1)))
                .filter(found -> !found.none)
                .map(Found::value);
    }
}
