package se.ehealthsdk.outbox.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.internal.store.PayloadCipher.Unreadable;

/** Reads and deletes what is kept. */
final class Kept {

    static final int PAGE = 500;

    private final PayloadCipher cipher;
    private final Tally tally;
    private final String page;
    private final String old;
    private final String oldOnes;
    private final String deleteState;
    private final String deleteItem;

    Kept(Dialect dialect, Tally tally, PayloadCipher cipher) {
        this.cipher = cipher;
        this.tally = tally;
        String item = dialect.table("item");
        String state = dialect.table("state");
        String kept =
                "SELECT i.seq, i.id, i.destination, i.payload, i.appended_at, s.state, s.done_at FROM "
                        + item
                        + " i";
        page =
                kept
                        + dialect.using("appended")
                        + " JOIN "
                        + state
                        + " s ON s.seq = i.seq"
                        + " WHERE (i.appended_at, i.seq) > (?, ?) AND i.appended_at < ?"
                        + " ORDER BY i.appended_at, i.seq LIMIT "
                        + PAGE;
        old =
                "SELECT seq FROM "
                        + state
                        + dialect.using("delivered")
                        + " WHERE state = 2 AND done_at <= ? ORDER BY done_at, seq LIMIT "
                        + PAGE;
        oldOnes =
                kept
                        + " JOIN "
                        + state
                        + " s ON s.seq = i.seq WHERE i.seq"
                        + dialect.inList()
                        + " ORDER BY i.seq";
        deleteState =
                "DELETE FROM "
                        + state
                        + " WHERE seq"
                        + dialect.inList()
                        + " AND state = "
                        + State.DELIVERED;
        deleteItem = "DELETE FROM " + item + " WHERE seq" + dialect.inList();
    }

    /** What was appended after a row and before an instant, a page of it. */
    List<Shown> page(Session session, long appendedAt, long seq, long before) throws SQLException {
        return session.query(page, this::shown, appendedAt, seq, before);
    }

    /** The rows of items delivered long enough ago, a page of them. */
    List<Long> old(Session session, long deliveredUntil) throws SQLException {
        return session.query(old, row -> row.getLong(1), deliveredUntil);
    }

    List<KeptItem> items(Session session, List<Long> seqs) throws SQLException {
        return session.query(oldOnes, this::shown, session.longs(seqs)).stream()
                .map(Shown::item)
                .toList();
    }

    /** How many were still there. */
    int delete(Session session, List<Long> seqs) throws SQLException {
        Object rows = session.longs(seqs);
        int deleted = session.update(deleteState, rows);
        if (deleted != seqs.size()) {
            // Nothing takes a delivered item back: another node has deleted some of them, whole.
            Log.LOG.debug(
                    "{} of {} items were purged by another node",
                    seqs.size() - deleted,
                    seqs.size());
        }
        session.update(deleteItem, rows);
        tally.add(session, Tally.Change.of(State.DELIVERED, -deleted));
        return deleted;
    }

    private Shown shown(ResultSet row) throws SQLException {
        String id = row.getString(2);
        String destination = row.getString(3);
        Instant appendedAt = Instant.ofEpochMilli(row.getLong(5));
        int state = row.getInt(6);
        Optional<Instant> deliveredAt =
                state == State.DELIVERED || state == State.ASSUMED
                        ? Optional.of(Instant.ofEpochMilli(row.getLong(7)))
                        : Optional.empty();
        try {
            byte[] payload = cipher.openPayload(id, destination, row.getBytes(4));
            return new Shown(
                    row.getLong(1),
                    new KeptItem(
                            Item.of(id, destination, payload),
                            State.shown(state),
                            appendedAt,
                            deliveredAt));
        } catch (Unreadable e) {
            // Left out, it would look as if it had never been.
            throw new OutboxException(
                    OutboxException.Kind.CONFIGURATION,
                    "Item " + id + " cannot be decrypted: " + e.getMessage(),
                    "Give the outbox the key that it was stored with.",
                    e);
        }
    }

    /** A kept item and its row. */
    record Shown(long seq, KeptItem item) {}
}
