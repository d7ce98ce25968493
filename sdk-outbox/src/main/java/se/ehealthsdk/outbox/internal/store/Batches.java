package se.ehealthsdk.outbox.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.outbox.internal.Doubt;

/** The table of batches: a row for each set of items that have been sent together. */
final class Batches {

    private static final String COLUMNS = "id, destination, token, doubt, sending, attempts, held";

    private final String create;
    private final String deleteOne;
    private final String deleteIfEmpty;
    private final String runOut;
    private final String due;
    private final String lease;
    private final String lockHeld;

    Batches(Dialect dialect) {
        String table = dialect.table("batch");
        create =
                "INSERT INTO "
                        + table
                        + " (destination, token, doubt, sending, attempts, held, not_before)"
                        + " VALUES (?, 0, ?, 0, 0, ?, ?) RETURNING id";
        deleteOne = "DELETE FROM " + table + " WHERE id = ?";
        deleteIfEmpty =
                deleteOne
                        + " AND NOT EXISTS (SELECT 1 FROM "
                        + dialect.table("state")
                        + " WHERE batch = ?)";
        runOut =
                "SELECT "
                        + COLUMNS
                        + " FROM "
                        + table
                        + dialect.using("leased")
                        + " WHERE lease_until IS NOT NULL AND lease_until <= ? AND destination"
                        + dialect.notInList()
                        + " ORDER BY lease_until LIMIT 1"
                        + dialect.lockingRows();
        due =
                "SELECT "
                        + COLUMNS
                        + " FROM "
                        + table
                        + dialect.using("due")
                        + " WHERE lease_until IS NULL AND not_before <= ? AND destination"
                        + dialect.notInList()
                        + " ORDER BY not_before LIMIT 1"
                        + dialect.lockingRows();
        lockHeld =
                "SELECT 1 FROM "
                        + table
                        + " WHERE id = ? AND held = 1 AND lease_until IS NULL"
                        + dialect.lockingRows();
        lease =
                "UPDATE "
                        + table
                        + " SET token = ?, doubt = ?, sending = ?, lease_owner = ?, lease_until = ? WHERE id = ?";
    }

    /** A new one, without lease. */
    long create(Session session, String destination, Doubt doubt, long notBefore, boolean held)
            throws SQLException {
        return session.first(
                        create,
                        row -> row.getLong(1),
                        destination,
                        doubt.name(),
                        held ? 1 : 0,
                        notBefore)
                .orElseThrow();
    }

    void delete(Session session, long batch) throws SQLException {
        session.update(deleteOne, batch);
    }

    /** Whether it was empty, and is gone. */
    boolean deleteIfEmpty(Session session, long batch) throws SQLException {
        return session.update(deleteIfEmpty, batch, batch) == 1;
    }

    /** Whether nobody has it and it is held: locked then, so that nobody takes it. */
    boolean lockHeld(Session session, long batch) throws SQLException {
        return session.first(lockHeld, row -> true, batch).isPresent();
    }

    /** One whose lease has run out, locked. */
    Optional<Row> runOut(Session session, Instant now, Set<String> skip) throws SQLException {
        return session.first(runOut, Batches::row, Millis.of(now), session.texts(skip));
    }

    /** One without lease that is due, locked. */
    Optional<Row> due(Session session, Instant now, Set<String> skip) throws SQLException {
        return session.first(due, Batches::row, Millis.of(now), session.texts(skip));
    }

    /** Leases it, with a token that nobody has had. What is not in doubt counts as being sent from now on. */
    void lease(Session session, Row batch, String node, Instant until) throws SQLException {
        session.update(
                lease,
                batch.token,
                batch.doubt.name(),
                batch.doubt == Doubt.NONE ? 1 : 0,
                node,
                Millis.of(until),
                batch.id);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                Doubt.valueOf(row.getString(4)),
                row.getInt(5) != 0,
                row.getInt(6),
                row.getInt(7) != 0);
    }

    /** A batch's row, as far as claiming needs it. */
    record Row(
            long id,
            String destination,
            long token,
            Doubt doubt,
            boolean sending,
            int attempts,
            boolean held) {

        /** As its next holder gets it: what the last one was sending is in doubt. */
        Row claimed() {
            return new Row(
                    id,
                    destination,
                    token + 1,
                    sending ? Doubt.UNKNOWN : doubt,
                    false,
                    attempts,
                    held);
        }
    }
}
