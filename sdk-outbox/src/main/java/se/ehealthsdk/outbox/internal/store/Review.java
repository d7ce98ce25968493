package se.ehealthsdk.outbox.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.ParkedItem;
import se.ehealthsdk.outbox.internal.store.PayloadCipher.Unreadable;

/** What people do with items that the delivery could not bring to an end. */
final class Review {

    static final int PAGE = 200;

    private final PayloadCipher cipher;
    private final Tally tally;
    private final Batches batches;
    private final String parkedPage;
    private final String parkedOne;
    private final String find;
    private final String pend;
    private final String replace;
    private final String deliver;

    Review(Dialect dialect, Batches batches, Tally tally, PayloadCipher cipher) {
        this.cipher = cipher;
        this.tally = tally;
        this.batches = batches;
        String state = dialect.table("state");
        String item = dialect.table("item");
        String parked =
                "SELECT s.seq, i.id, i.destination, i.payload, s.reason, i.appended_at, s.done_at FROM ";
        parkedPage =
                parked
                        + state
                        + " s"
                        + dialect.using("parked")
                        + " JOIN "
                        + item
                        + " i ON i.seq = s.seq WHERE s.state = 4 AND s.seq > ? ORDER BY s.seq LIMIT "
                        + PAGE;
        parkedOne =
                parked
                        + item
                        + " i JOIN "
                        + state
                        + " s ON s.seq = i.seq WHERE i.id = ? AND s.state = 4";
        find =
                "SELECT s.seq, s.state, s.batch, i.destination FROM "
                        + item
                        + " i JOIN "
                        + state
                        + " s ON s.seq = i.seq WHERE i.id = ?";
        // Not if it has gone to another batch since it was found: that one may be with the
        // receiver.
        String still = " WHERE seq = ? AND state = ? AND coalesce(batch, 0) = ?";
        pend =
                "UPDATE "
                        + state
                        + " SET state = "
                        + State.PENDING
                        + ", batch = NULL, evidence = 0, reason = NULL, done_at = NULL"
                        + still
                        + " AND coalesce(done_at, 0) <= ?";
        replace = "UPDATE " + item + " SET payload = ? WHERE seq = ?";
        deliver =
                "UPDATE "
                        + state
                        + " SET state = "
                        + State.DELIVERED
                        + ", batch = NULL, evidence = 0, reason = NULL,"
                        // Since when the receiver has it is known of what was assumed, and of
                        // nothing else.
                        + " done_at = CASE WHEN state = "
                        + State.ASSUMED
                        + " THEN done_at ELSE ? END"
                        + still;
    }

    /** A page of parked items, those after a row. */
    List<Shown> parked(Session session, long after) throws SQLException {
        return session.query(parkedPage, this::shown, after);
    }

    Optional<ParkedItem> parked(Session session, String id) throws SQLException {
        return session.first(parkedOne, this::shown, id).map(Shown::item);
    }

    private Shown shown(ResultSet row) throws SQLException {
        String id = row.getString(2);
        String destination = row.getString(3);
        byte[] payload;
        String reason;
        try {
            payload = cipher.openPayload(id, destination, row.getBytes(4));
            reason = cipher.openReason(id, destination, row.getBytes(5));
        } catch (Unreadable e) {
            payload = new byte[0];
            reason = "Cannot be decrypted: " + e.getMessage() + ".";
        }
        return new Shown(
                row.getLong(1),
                new ParkedItem(
                        Item.of(id, destination, payload),
                        reason,
                        Instant.ofEpochMilli(row.getLong(6)),
                        Instant.ofEpochMilli(row.getLong(7))));
    }

    int resend(Session session, Collection<String> ids) throws SQLException {
        int count = 0;
        for (Found found : find(session, ids)) {
            count += session.update(pend, found.seq, State.PARKED, 0L, Long.MAX_VALUE);
        }
        tally.add(session, Tally.Change.move(State.PARKED, State.PENDING, count));
        return count;
    }

    boolean repair(Session session, String id, byte[] payload) throws SQLException {
        for (Found found : find(session, List.of(id))) {
            if (session.update(pend, found.seq, State.PARKED, 0L, Long.MAX_VALUE) == 1) {
                byte[] sealed = cipher.sealPayload(id, found.destination, payload);
                session.update(replace, sealed, found.seq);
                tally.add(session, Tally.Change.move(State.PARKED, State.PENDING, 1));
                return true;
            }
        }
        return false;
    }

    int confirmDelivered(Session session, Collection<String> ids, long now) throws SQLException {
        int count = 0;
        for (Found found : find(session, ids)) {
            if (isOpen(session, found, Long.MAX_VALUE) || found.state == State.PARKED) {
                count +=
                        change(
                                session,
                                found,
                                State.DELIVERED,
                                deliver,
                                now,
                                found.seq,
                                found.state,
                                found.batchOrNone());
            }
        }
        return count;
    }

    int confirmMissing(Session session, Collection<String> ids, long notSentSince)
            throws SQLException {
        int count = 0;
        for (Found found : find(session, ids)) {
            if (isOpen(session, found, notSentSince)) {
                count +=
                        change(
                                session,
                                found,
                                State.PENDING,
                                pend,
                                found.seq,
                                found.state,
                                found.batchOrNone(),
                                notSentSince);
            }
        }
        return count;
    }

    private int change(Session session, Found found, int to, String sql, Object... values)
            throws SQLException {
        int changed = session.update(sql, values);
        tally.add(session, Tally.Change.move(found.state, to, changed));
        if (found.batch != null) {
            batches.deleteIfEmpty(session, found.batch);
        }
        return changed;
    }

    /** Whether it is not known, and nobody is finding out right now, if the receiver has it. */
    private boolean isOpen(Session session, Found found, long notSentSince) throws SQLException {
        return found.state == State.ASSUMED
                || (found.batch != null && batches.lockHeld(session, found.batch, notSentSince));
    }

    private List<Found> find(Session session, Collection<String> ids) throws SQLException {
        List<Found> all = new ArrayList<>();
        // In one order, so that two who do this at once do not lock each other out.
        for (String id : new TreeSet<>(ids)) {
            session.first(
                            find,
                            row ->
                                    new Found(
                                            row.getLong(1),
                                            row.getInt(2),
                                            row.getObject(3) == null ? null : row.getLong(3),
                                            row.getString(4)),
                            id)
                    .ifPresent(all::add);
        }
        return all;
    }

    private record Found(long seq, int state, @Nullable Long batch, String destination) {

        long batchOrNone() {
            return batch == null ? 0 : batch;
        }
    }

    /** A parked item and its row. */
    record Shown(long seq, ParkedItem item) {}
}
