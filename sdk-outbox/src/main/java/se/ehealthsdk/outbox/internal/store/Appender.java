package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.store.PayloadCipher.Unreadable;

/** Puts items into the tables. */
final class Appender {

    private final Dialect dialect;
    private final PayloadCipher cipher;
    private final Tally tally;
    private final Batches batches;
    private final String stored;

    Appender(Dialect dialect, PayloadCipher cipher, Tally tally, Batches batches) {
        this.dialect = dialect;
        this.cipher = cipher;
        this.tally = tally;
        this.batches = batches;
        this.stored = "SELECT destination, payload FROM " + dialect.table("item") + " WHERE id = ?";
    }

    /** An item as it is to be stored; costs what encryption costs, so it is done on the caller's thread. */
    NewItem seal(Item item, long now) {
        return new NewItem(
                item, cipher.sealPayload(item.id(), item.destination(), item.payload()), now);
    }

    /** As pending; what is there already, alike, is left as it is. */
    void append(Session session, List<NewItem> items) throws SQLException {
        Set<String> fresh = insert(session, items, null);
        tally.add(session, Tally.Change.of(State.PENDING, fresh.size()));
    }

    /** As pending, in a transaction of the caller's. */
    void appendInCallersTransaction(Session session, List<NewItem> items) throws SQLException {
        Set<String> fresh = insert(session, items, null);
        tally.addInCallersTransaction(session, Tally.Change.of(State.PENDING, fresh.size()));
    }

    /** As one batch of which nothing is known; what is there already, alike, is left as it is. */
    void appendInDoubt(Session session, String destination, List<NewItem> items, long now)
            throws SQLException {
        long batch = batches.create(session, destination, Doubt.UNKNOWN, now);
        Set<String> fresh = insert(session, items, batch);
        if (fresh.isEmpty()) {
            batches.delete(session, batch);
        }
        tally.add(session, Tally.Change.of(State.BATCHED, fresh.size()));
    }

    private Set<String> insert(Session session, List<NewItem> items, @Nullable Long batch)
            throws SQLException {
        Map<String, NewItem> different = new HashMap<>();
        for (NewItem item : items) {
            NewItem other = different.putIfAbsent(item.id(), item);
            if (other != null && !other.item().equals(item.item())) {
                throw clash(item.id());
            }
        }
        // In the order of their ids, so that two transactions with the same ids cannot lock each
        // other out.
        List<NewItem> ordered = new ArrayList<>(different.values());
        ordered.sort(Comparator.comparing(NewItem::id));
        Set<String> fresh = dialect.insert(session, ordered, batch);
        if (fresh.size() < ordered.size()) {
            for (NewItem item : ordered) {
                if (!fresh.contains(item.id())) {
                    requireAlike(session, item.item());
                }
            }
        }
        return fresh;
    }

    private void requireAlike(Session session, Item item) throws SQLException {
        record Stored(String destination, byte[] payload) {}
        Stored there =
                session.first(
                                stored,
                                row -> new Stored(row.getString(1), row.getBytes(2)),
                                item.id())
                        // Deleted by purging between the two statements.
                        .orElseThrow(
                                () ->
                                        Failures.storage(
                                                "Item "
                                                        + item.id()
                                                        + " was deleted at the same moment",
                                                "Append it again.",
                                                null));
        if (!there.destination.equals(item.destination())) {
            throw clash(item.id());
        }
        try {
            byte[] payload = cipher.openPayload(item.id(), there.destination, there.payload);
            if (!java.util.Arrays.equals(payload, item.payload())) {
                throw clash(item.id());
            }
        } catch (Unreadable e) {
            throw new OutboxException(
                    OutboxException.Kind.CONFIGURATION,
                    "Item "
                            + item.id()
                            + " is there already and cannot be compared: "
                            + e.getMessage(),
                    "Give the outbox the key that it was stored with.",
                    e);
        }
    }

    private static OutboxException clash(String id) {
        return Failures.input(
                "Another item with id "
                        + id
                        + " is there already, with other content or destination",
                "Give each item an id of its own, once, and keep it when appending again.");
    }
}
