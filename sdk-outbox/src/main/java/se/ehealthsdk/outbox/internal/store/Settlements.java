package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.Settlement;

/** What is written of a batch by the node that has it. All of it first makes sure that it has it still. */
final class Settlements {

    private final Batches batches;
    private final Tally tally;
    private final PayloadCipher cipher;
    private final String fence;
    private final String sending;
    private final String evidence;
    private final String move;
    private final String park;
    private final String split;
    private final String rest;
    private final String forget;

    Settlements(Dialect dialect, Batches batches, Tally tally, PayloadCipher cipher) {
        this.batches = batches;
        this.tally = tally;
        this.cipher = cipher;
        String table = dialect.table("batch");
        String holds = " WHERE id = ? AND token = ? AND lease_until IS NOT NULL";
        fence = "UPDATE " + table + " SET sending = sending" + holds;
        sending = "UPDATE " + table + " SET sending = ?, lease_until = ?, sent_until = ?" + holds;
        rest =
                "UPDATE "
                        + table
                        + " SET doubt = ?, attempts = ?, not_before = ?, held = ?, sending = 0,"
                        + " lease_until = CASE WHEN ? = 1 THEN lease_until END WHERE id = ?";
        String state = dialect.table("state");
        evidence = "UPDATE " + state + " SET evidence = ?, reason = ? WHERE batch = ? AND seq = ?";
        move =
                "UPDATE "
                        + state
                        + " SET state = ?, batch = NULL, evidence = 0, reason = NULL, done_at = ?"
                        + " WHERE batch = ? AND seq"
                        + dialect.inList();
        park =
                "UPDATE "
                        + state
                        + " SET state = "
                        + State.PARKED
                        + ", batch = NULL, evidence = 0, reason = ?, done_at = ? WHERE batch = ? AND seq = ?";
        split =
                "UPDATE "
                        + state
                        + " SET batch = ?, evidence = 0, reason = NULL WHERE batch = ? AND seq"
                        + dialect.inList();
        forget =
                "UPDATE "
                        + state
                        + " SET evidence = 0, reason = NULL WHERE batch = ? AND evidence <> 0";
    }

    boolean sending(Session session, Batch batch, Instant leaseUntil) throws SQLException {
        return mark(session, batch, 1, leaseUntil);
    }

    boolean probing(Session session, Batch batch, long seq, Instant leaseUntil)
            throws SQLException {
        if (!mark(session, batch, 0, leaseUntil)) {
            return false;
        }
        expect(1, session.update(evidence, Evidence.ASKED.ordinal(), null, batch.id(), seq));
        return true;
    }

    private boolean mark(Session session, Batch batch, int whole, Instant leaseUntil)
            throws SQLException {
        long until = Millis.of(leaseUntil);
        return session.update(sending, whole, until, until, batch.id(), batch.token()) == 1;
    }

    boolean probed(Session session, Batch batch, long seq, Evidence learnt, String reason)
            throws SQLException {
        if (!holds(session, batch)) {
            return false;
        }
        byte[] sealed = reason.isEmpty() ? null : seal(batch, itemsOf(batch).get(seq), reason);
        expect(1, session.update(evidence, learnt.ordinal(), sealed, batch.id(), seq));
        return true;
    }

    boolean settle(Session session, Batch batch, Settlement settlement, Instant now)
            throws SQLException {
        if (!holds(session, batch)) {
            return false;
        }
        boolean mayComeAgain = settlement.rest().filter(Settlement.Rest::keepLease).isPresent();
        int delivered =
                move(session, batch, settlement.delivered(), State.DELIVERED, now, mayComeAgain);
        int assumed =
                move(
                        session,
                        batch,
                        settlement.assumedDelivered(),
                        State.ASSUMED,
                        now,
                        mayComeAgain);
        park(session, batch, settlement.parked(), now);
        for (Settlement.Split part : settlement.splits()) {
            long id =
                    batches.splitOff(
                            session,
                            batch.id(),
                            part.doubt(),
                            part.held(),
                            Millis.notBefore(part.notBefore()));
            expect(
                    part.seqs().size(),
                    session.update(split, id, batch.id(), session.longs(part.seqs())));
        }
        if (settlement.rest().isPresent()) {
            describe(session, batch, settlement.rest().get());
        }
        boolean left = !batches.deleteIfEmpty(session, batch.id());
        if (left && settlement.rest().isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing is said of what is left of batch " + batch.id());
        }
        tally.add(
                session,
                Tally.Change.move(State.BATCHED, State.DELIVERED, delivered)
                        .plus(Tally.Change.move(State.BATCHED, State.ASSUMED, assumed))
                        .plus(
                                Tally.Change.move(
                                        State.BATCHED, State.PARKED, settlement.parked().size())));
        return true;
    }

    private boolean holds(Session session, Batch batch) throws SQLException {
        return session.update(fence, batch.id(), batch.token()) == 1;
    }

    private int move(
            Session session,
            Batch batch,
            List<Long> seqs,
            int to,
            Instant now,
            boolean mayComeAgain)
            throws SQLException {
        if (seqs.isEmpty()) {
            return 0;
        }
        int moved = session.update(move, to, Millis.of(now), batch.id(), session.longs(seqs));
        if (!mayComeAgain) {
            expect(seqs.size(), moved);
        }
        return moved;
    }

    private void park(Session session, Batch batch, List<Settlement.Parking> refused, Instant now)
            throws SQLException {
        Map<Long, Item> items = refused.isEmpty() ? Map.of() : itemsOf(batch);
        for (Settlement.Parking parking : refused) {
            byte[] reason = seal(batch, items.get(parking.seq()), parking.reason());
            expect(1, session.update(park, reason, Millis.of(now), batch.id(), parking.seq()));
        }
    }

    private void describe(Session session, Batch batch, Settlement.Rest left) throws SQLException {
        session.update(
                rest,
                left.doubt().name(),
                left.attempts(),
                Millis.notBefore(left.notBefore()),
                left.held() ? 1 : 0,
                left.keepLease() ? 1 : 0,
                batch.id());
        if (left.forgetEvidence()) {
            session.update(forget, batch.id());
        }
    }

    private byte[] seal(Batch batch, @Nullable Item item, String reason) {
        if (item == null) {
            throw notInBatch();
        }
        return cipher.sealReason(item.id(), batch.destination(), reason);
    }

    private static Map<Long, Item> itemsOf(Batch batch) {
        Map<Long, Item> items = new HashMap<>();
        batch.entries().forEach(entry -> items.put(entry.seq(), entry.item()));
        return items;
    }

    private static void expect(int items, int changed) {
        if (items != changed) {
            throw notInBatch();
        }
    }

    /** Thrown before anything is committed. */
    private static IllegalArgumentException notInBatch() {
        return new IllegalArgumentException("An item is not in the batch, or named twice");
    }
}
