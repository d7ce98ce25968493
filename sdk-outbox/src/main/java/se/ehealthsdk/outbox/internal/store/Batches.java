package se.ehealthsdk.outbox.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.outbox.internal.Doubt;

/**
 * The table of batches: a row for each set of items that have been sent together.
 *
 * <p>{@code sent_until} is when the last call with something of it was over at the latest: the end of the
 * lease under which that call was begun.
 */
final class Batches {

    private static final String COLUMNS = "id, destination, token, doubt, sending, attempts, held";

    private final String create;
    private final String splitOff;
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
                        + " (destination, token, doubt, sending, attempts, held, not_before, sent_until)"
                        + " VALUES (?, 0, ?, 0, 0, 0, ?, ?) RETURNING id";
        splitOff =
                "INSERT INTO "
                        + table
                        + " (destination, token, doubt, sending, attempts, held, not_before, sent_until)"
                        + " SELECT destination, 0, ?, 0, 0, ?, ?, sent_until FROM "
                        + table
                        + " WHERE id = ? RETURNING id";
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
                        + " WHERE id = ? AND held = 1 AND lease_until IS NULL AND sent_until <= ?"
                        + dialect.lockingRows();
        lease =
                "UPDATE "
                        + table
                        + " SET token = ?, doubt = ?, sending = ?, lease_owner = ?, lease_until = ?,"
                        + " sent_until = CASE WHEN ? = 1 THEN ? ELSE sent_until END WHERE id = ?";
    }

    /** A new one, due now, without lease. What is in doubt has been sent before now. */
    long create(Session session, String destination, Doubt doubt, long now) throws SQLException {
        return session.first(create, row -> row.getLong(1), destination, doubt.name(), now, now)
                .orElseThrow();
    }

    /** A new one for a part of another, without lease. */
    long splitOff(Session session, long batch, Doubt doubt, boolean held, long notBefore)
            throws SQLException {
        return session.first(
                        splitOff,
                        row -> row.getLong(1),
                        doubt.name(),
                        held ? 1 : 0,
                        notBefore,
                        batch)
                .orElseThrow();
    }

    void delete(Session session, long batch) throws SQLException {
        session.update(deleteOne, batch);
    }

    /** Whether it was empty, and is gone. */
    boolean deleteIfEmpty(Session session, long batch) throws SQLException {
        return session.update(deleteIfEmpty, batch, batch) == 1;
    }

    /**
     * Whether nobody has it, it is held, and nothing of it has been sent since then: locked if so, so that
     * nobody takes it.
     */
    boolean lockHeld(Session session, long batch, long notSentSince) throws SQLException {
        return session.first(lockHeld, row -> true, batch, notSentSince).isPresent();
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
        int sending = batch.doubt == Doubt.NONE ? 1 : 0;
        session.update(
                lease,
                batch.token,
                batch.doubt.name(),
                sending,
                node,
                Millis.of(until),
                sending,
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
