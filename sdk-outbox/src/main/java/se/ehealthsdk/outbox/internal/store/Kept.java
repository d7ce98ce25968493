package se.ehealthsdk.outbox.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
    private final String ones;
    private final String assumed;
    private final String held;
    private final String deleteState;
    private final String deleteItem;

    Kept(Dialect dialect, Tally tally, PayloadCipher cipher) {
        this.cipher = cipher;
        this.tally = tally;
        String item = dialect.table("item");
        String state = dialect.table("state");
        String kept =
                "SELECT i.seq, i.id, i.destination, i.payload, i.appended_at, s.state, s.done_at,"
                        + " CASE WHEN b.held = 1 AND b.lease_until IS NULL THEN 1 ELSE 0 END,"
                        + " b.sent_until FROM "
                        + item
                        + " i";
        String whereItStands =
                " JOIN "
                        + state
                        + " s ON s.seq = i.seq LEFT JOIN "
                        + dialect.table("batch")
                        + " b ON b.id = s.batch";
        page =
                kept
                        + dialect.using("appended")
                        + whereItStands
                        + " WHERE (i.appended_at, i.seq) > (?, ?) AND i.appended_at < ?"
                        + " ORDER BY i.appended_at, i.seq LIMIT "
                        + PAGE;
        old =
                "SELECT seq FROM "
                        + state
                        + dialect.using("delivered")
                        + " WHERE state = 2 AND done_at <= ? ORDER BY done_at, seq LIMIT "
                        + PAGE;
        ones = kept + whereItStands + " WHERE i.seq" + dialect.inList() + " ORDER BY i.seq";
        assumed =
                "SELECT seq FROM "
                        + state
                        + dialect.using("assumed")
                        + " WHERE state = 3 AND seq > ? ORDER BY seq LIMIT "
                        + PAGE;
        held =
                "SELECT s.seq FROM "
                        + dialect.table("batch")
                        + " b JOIN "
                        + state
                        + " s"
                        + dialect.using("batched")
                        + " ON s.batch = b.id"
                        + " WHERE b.held = 1 AND b.lease_until IS NULL AND s.seq > ?"
                        + " ORDER BY s.seq LIMIT "
                        + PAGE;
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

    /** What is held or assumed to be delivered, after a row, a page of it. */
    List<Shown> inDoubt(Session session, long after) throws SQLException {
        long last = after;
        while (true) {
            TreeSet<Long> seqs = new TreeSet<>(session.query(held, row -> row.getLong(1), last));
            seqs.addAll(session.query(assumed, row -> row.getLong(1), last));
            if (seqs.isEmpty()) {
                return List.of();
            }
            List<Long> first = seqs.stream().limit(PAGE).toList();
            // what has been settled between the statements is in doubt no longer
            List<Shown> found =
                    session.query(ones, this::shown, session.longs(first)).stream()
                            .filter(shown -> shown.item.lastSent().isPresent())
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
            last = first.get(first.size() - 1);
        }
    }

    List<KeptItem> items(Session session, List<Long> seqs) throws SQLException {
        return session.query(ones, this::shown, session.longs(seqs)).stream()
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
        boolean isHeld = row.getInt(8) == 1;
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
                            State.shown(state, isHeld),
                            appendedAt,
                            deliveredAt,
                            isHeld
                                    ? Optional.of(Instant.ofEpochMilli(row.getLong(9)))
                                    // What was assumed was so right after its last call.
                                    : deliveredAt.filter(it -> state == State.ASSUMED)));
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
