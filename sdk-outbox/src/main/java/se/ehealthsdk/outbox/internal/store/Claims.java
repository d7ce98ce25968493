package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.store.PayloadCipher.Unreadable;

/** Takes batches under a lease. */
final class Claims {

    private final Batches batches;
    private final PendingQueue pending;
    private final Tally tally;
    private final PayloadCipher cipher;
    private final String askedAreLost;
    private final String entries;
    private final String park;

    Claims(
            Dialect dialect,
            Batches batches,
            PendingQueue pending,
            Tally tally,
            PayloadCipher cipher) {
        this.batches = batches;
        this.pending = pending;
        this.tally = tally;
        this.cipher = cipher;
        String state = dialect.table("state");
        askedAreLost =
                "UPDATE "
                        + state
                        + " SET evidence = "
                        + Evidence.LOST.ordinal()
                        + " WHERE batch = ? AND evidence = "
                        + Evidence.ASKED.ordinal();
        entries =
                "SELECT s.seq, s.evidence, s.reason, i.id, i.payload FROM "
                        + state
                        + " s"
                        + dialect.using("batched")
                        + " JOIN "
                        + dialect.table("item")
                        + " i ON i.seq = s.seq"
                        + " WHERE s.batch = ? ORDER BY s.seq";
        park =
                "UPDATE "
                        + state
                        + " SET state = "
                        + State.PARKED
                        + ", batch = NULL, evidence = 0, done_at = ?, reason = ? WHERE seq = ?";
    }

    Optional<Batch> claim(Session session, Request request) throws SQLException {
        while (true) {
            Optional<Batches.Row> taken = take(session, request);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            Batches.Row row = taken.get();
            List<Batch.Entry> entries = readable(session, row, request.now);
            if (!entries.isEmpty()) {
                batches.lease(session, row, request.node, request.leaseUntil);
                return Optional.of(
                        new Batch(
                                row.id(),
                                row.token(),
                                row.destination(),
                                row.doubt(),
                                row.attempts(),
                                row.held(),
                                entries));
            }
            batches.delete(session, row.id());
        }
    }

    private Optional<Batches.Row> take(Session session, Request request) throws SQLException {
        Optional<Batches.Row> old = batches.runOut(session, request.now, request.skip);
        if (old.isPresent()) {
            session.update(askedAreLost, old.get().id());
        } else {
            old = batches.due(session, request.now, request.skip);
        }
        if (old.isPresent()) {
            return old.map(Batches.Row::claimed);
        }
        Optional<PendingQueue.Chosen> chosen =
                pending.choose(session, request.maxItems, request.flushBefore, request.skip);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        String destination = chosen.get().destination();
        long id = batches.create(session, destination, Doubt.NONE, Millis.of(request.now));
        pending.putInBatch(session, chosen.get(), id);
        return Optional.of(new Batches.Row(id, destination, 1, Doubt.NONE, false, 0, false));
    }

    /** The items of a batch. Those that cannot be decrypted are parked: they must not be in others' way. */
    private List<Batch.Entry> readable(Session session, Batches.Row batch, Instant now)
            throws SQLException {
        record Stored(long seq, int evidence, byte[] reason, String id, byte[] payload) {}
        List<Stored> stored =
                session.query(
                        entries,
                        row ->
                                new Stored(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getBytes(3),
                                        row.getString(4),
                                        row.getBytes(5)),
                        batch.id());
        List<Batch.Entry> readable = new ArrayList<>(stored.size());
        int parked = 0;
        for (Stored each : stored) {
            try {
                byte[] payload = cipher.openPayload(each.id, batch.destination(), each.payload);
                readable.add(
                        new Batch.Entry(
                                each.seq,
                                Item.of(each.id, batch.destination(), payload),
                                EVIDENCE[each.evidence],
                                cipher.openReason(each.id, batch.destination(), each.reason)));
            } catch (PayloadCipher.WithoutKeys e) {
                // Parking them all would be one setting's fault.
                throw new OutboxException(
                        OutboxException.Kind.CONFIGURATION,
                        "Item " + each.id + " cannot be delivered: " + e.getMessage(),
                        "Open the outbox with the keys that it was encrypted with.",
                        e);
            } catch (Unreadable e) {
                Log.LOG.error(
                        "Item {} is parked: it cannot be decrypted: {}", each.id, e.getMessage());
                session.update(
                        park,
                        Millis.of(now),
                        PayloadCipher.unsealed(unreadable(batch.doubt(), e)),
                        each.seq);
                parked++;
            }
        }
        tally.add(session, Tally.Change.move(State.BATCHED, State.PARKED, parked));
        return readable;
    }

    private static String unreadable(Doubt doubt, Unreadable why) {
        String parked = "Cannot be decrypted: " + why.getMessage() + ".";
        return doubt == Doubt.NONE
                ? parked
                : parked
                        + " It was in a call whose outcome is not known: the receiver may have it.";
    }

    private static final Evidence[] EVIDENCE = Evidence.values();

    /** What {@link se.ehealthsdk.outbox.internal.BatchStore#claim} is asked with. */
    record Request(
            String node,
            Instant now,
            Instant leaseUntil,
            int maxItems,
            Instant flushBefore,
            Set<String> skip) {}
}
