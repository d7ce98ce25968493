package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many items stand where, counted as they move: counting ten million rows takes too long. Each
 * transaction adds a row with what it changed, so that none waits for another; now and then the rows are
 * added up to one.
 */
final class Tally {

    private static final int ROWS_BEFORE_FOLDING = 256;

    private final String insert;
    private final String sum;
    private final String rows;
    private final String delete;
    private final AtomicInteger added = new AtomicInteger();

    Tally(Dialect dialect) {
        String table = dialect.table("tally");
        insert =
                "INSERT INTO "
                        + table
                        + " (pending, batched, delivered, assumed, parked) VALUES (?, ?, ?, ?, ?)";
        sum =
                "SELECT coalesce(sum(pending), 0), coalesce(sum(batched), 0), coalesce(sum(delivered), 0),"
                        + " coalesce(sum(assumed), 0), coalesce(sum(parked), 0) FROM "
                        + table;
        rows =
                "SELECT id, pending, batched, delivered, assumed, parked FROM "
                        + table
                        + " ORDER BY id LIMIT 10000"
                        + dialect.lockingRows();
        delete = "DELETE FROM " + table + " WHERE id" + dialect.inList();
    }

    /** Adds what a transaction of ours changed. */
    void add(Session session, Change change) throws SQLException {
        addInCallersTransaction(session, change);
        if (added.incrementAndGet() % ROWS_BEFORE_FOLDING == 0) {
            fold(session);
        }
    }

    /** Adds without folding, which would keep rows locked for as long as the caller's transaction lasts. */
    void addInCallersTransaction(Session session, Change change) throws SQLException {
        if (change.equals(Change.NONE)) {
            return;
        }
        session.update(
                insert,
                change.pending,
                change.batched,
                change.delivered,
                change.assumed,
                change.parked);
    }

    Change total(Session session) throws SQLException {
        return session.first(
                        sum,
                        row ->
                                new Change(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)))
                .orElse(Change.NONE);
    }

    private void fold(Session session) throws SQLException {
        record Counted(long id, Change change) {}
        List<Counted> counted =
                session.query(
                        rows,
                        row ->
                                new Counted(
                                        row.getLong(1),
                                        new Change(
                                                row.getLong(2),
                                                row.getLong(3),
                                                row.getLong(4),
                                                row.getLong(5),
                                                row.getLong(6))));
        session.update(delete, session.longs(counted.stream().map(Counted::id).toList()));
        addInCallersTransaction(
                session, counted.stream().map(Counted::change).reduce(Change.NONE, Change::plus));
    }

    /** So many more, or fewer, in each state. */
    record Change(long pending, long batched, long delivered, long assumed, long parked) {

        static final Change NONE = new Change(0, 0, 0, 0, 0);

        /** So many go from one state to another. */
        static Change move(int from, int to, long items) {
            return of(from, -items).plus(of(to, items));
        }

        static Change of(int state, long items) {
            return new Change(
                    state == State.PENDING ? items : 0,
                    state == State.BATCHED ? items : 0,
                    state == State.DELIVERED ? items : 0,
                    state == State.ASSUMED ? items : 0,
                    state == State.PARKED ? items : 0);
        }

        Change plus(Change other) {
            return new Change(
                    pending + other.pending,
                    batched + other.batched,
                    delivered + other.delivered,
                    assumed + other.assumed,
                    parked + other.parked);
        }
    }
}
