package se.ehealthsdk.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import se.ehealthsdk.outbox.OutboxException.Kind;
import se.ehealthsdk.outbox.internal.delivery.DeliveryEngine;
import se.ehealthsdk.outbox.internal.store.JdbcStore;
import se.ehealthsdk.outbox.internal.store.StoreOptions;

/**
 * An outbox in a database: SQLite in a folder of this machine, or PostgreSQL for many nodes. Safe for use by
 * many threads; several processes may have the same one open.
 *
 * <p>All methods throw {@link OutboxException}: {@link OutboxException.Kind#STORAGE STORAGE} when the database
 * fails or its disk is full, {@link OutboxException.Kind#STOPPED STOPPED} after {@link #close()} or when the
 * calling thread is interrupted, {@link OutboxException.Kind#INPUT INPUT} for what is not allowed, {@link
 * OutboxException.Kind#CONFIGURATION CONFIGURATION} for a key that cannot be had. What an append that failed was
 * to keep is not known to be durable; appending the same items again is always safe. When the disk fails to
 * sync, an SQLite outbox refuses everything until it is opened again.
 *
 * <p>An id is remembered for as long as its item is kept: see {@link Builder#keepDelivered}.
 */
public final class JdbcOutbox implements Outbox {

    private final JdbcStore store;
    private final Clock clock;

    /** Weakly: one that runs is held by its threads, one that was closed by nobody. */
    private final Set<Delivery> deliveries =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private JdbcOutbox(JdbcStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Starts choosing an outbox in a folder, which is created for its owner only; on a disk of this machine's
     * own. It is one file and two beside it, of the outbox's {@linkplain Builder#name name}.
     */
    public static Builder sqlite(Path folder) {
        return new Builder(
                builder -> JdbcStore.sqlite(folder, builder.anyFileSystem, builder.options()));
    }

    /**
     * Starts choosing an outbox in a PostgreSQL database, 12 or later; never closes the data source.
     *
     * <p>A few connections are borrowed, for at most ten minutes at a time, two for appending and one for each
     * worker that delivers. The tables are made in the schema that is current on them. A server with {@code
     * fsync=off} and connections with {@code synchronous_commit=off} are refused. A pool between must not give
     * each transaction another server connection.
     */
    public static Builder postgresql(DataSource database) {
        return new Builder(builder -> JdbcStore.postgresql(database, builder.options()));
    }

    /**
     * {@inheritDoc}
     *
     * <p>What many threads append at the same time is committed together. Waits at most {@link
     * Builder#patience}; then, and when the thread is interrupted, an {@link OutboxException} of kind {@link
     * OutboxException.Kind#STOPPED STOPPED} says whether the items may have been stored after all.
     */
    @Override
    public void append(List<Item> items) {
        store.append(items);
    }

    /**
     * Keeps an item in the caller's own transaction: durable when that commits, gone when it is rolled back.
     * The connection must be to the outbox's database, and not in auto-commit.
     *
     * <p>In SQLite only one can write at a time: from here until the transaction ends nobody else can append,
     * and fails after ten seconds of waiting. Make this the last thing before the commit. A transaction that
     * has already read something fails here with {@link OutboxException.Kind#STORAGE STORAGE} if another has
     * written since: begin it as one that writes.
     *
     * @throws OutboxException of kind INPUT if it is not, or if another item has the same id; CONFIGURATION if
     *     the connection's commits are not durable (SQLite below {@code synchronous=FULL}, PostgreSQL with
     *     {@code synchronous_commit=off}). Roll back then
     */
    public void append(Connection transaction, Item item) {
        store.append(transaction, List.of(item));
    }

    /**
     * Keeps items that were sent together in one call elsewhere, whose outcome is not known: all of them are
     * with the receiver, or none. They are delivered as one batch in doubt, never mixed with others. Items
     * that are here already are left as they are.
     *
     * @throws OutboxException of kind INPUT if they do not all go to the same destination, or if another item
     *     has the id of one
     */
    public void appendInDoubt(List<Item> sentTogether) {
        if (sentTogether.isEmpty()) {
            return;
        }
        String destination = sentTogether.get(0).destination();
        if (!sentTogether.stream().allMatch(item -> item.destination().equals(destination))) {
            throw new OutboxException(
                    Kind.INPUT,
                    "Items of several destinations cannot have been sent together",
                    "Give the items of one call.",
                    null);
        }
        store.appendInDoubt(destination, sentTogether);
    }

    @Override
    public Delivery deliver(Receiver receiver, DeliveryOptions options) {
        Delivery delivery = DeliveryEngine.start(store, receiver, options);
        deliveries.add(delivery);
        return delivery;
    }

    /** What it holds now. Costs the same however much that is. */
    public Figures figures() {
        return store.figures();
    }

    /**
     * Refused items, oldest first, read a few hundred at a time; close the stream. The payload of one that
     * cannot be decrypted is empty, and its reason says so; its stored bytes are kept.
     */
    public Stream<ParkedItem> parked() {
        return store.parked();
    }

    /** One refused item; empty if there is none of that id, or it is not parked. */
    public Optional<ParkedItem> parked(String id) {
        return store.parked(id);
    }

    /** Lets parked items go out again as they are. How many of the ids were parked. */
    public int resend(Collection<String> ids) {
        return store.resend(ids);
    }

    /** Replaces a parked item's payload and lets it go out again; false if it was not parked. */
    public boolean repair(String id, byte[] payload) {
        return store.repair(id, payload);
    }

    /**
     * Someone has found out that the receiver has these (parked, held or assumed): marks them delivered. What
     * is being sent or asked for at this moment is left alone.
     *
     * @return how many were marked
     */
    public int confirmDelivered(Collection<String> ids) {
        return store.confirmDelivered(ids);
    }

    /**
     * Someone has found out that the receiver does not have these (held or assumed): they go out again. What
     * is being sent or asked for at this moment is left alone.
     *
     * @return how many go out again
     */
    public int confirmMissing(Collection<String> ids) {
        return store.confirmMissing(ids, Instant.MAX);
    }

    /**
     * As {@link #confirmMissing(Collection)}, but only for those that have not been sent since an instant: one
     * that was sent after the receiver was looked into may have come to it meanwhile.
     *
     * @param notSentSince compared with {@link KeptItem#lastSent()}
     * @return how many go out again
     */
    public int confirmMissing(Collection<String> ids, Instant notSentSince) {
        return store.confirmMissing(ids, notSentSince);
    }

    /**
     * Items of which it is not certain whether the receiver has them: {@link KeptItem.State#HELD HELD} and
     * {@link KeptItem.State#ASSUMED_DELIVERED ASSUMED_DELIVERED}, oldest first. Find it out at the receiver,
     * then call {@link #confirmDelivered} or {@link #confirmMissing(Collection, Instant)}. What is held and
     * being asked for at this moment is left out. Read a few hundred at a time; close the stream.
     *
     * @throws OutboxException of kind CONFIGURATION, while the stream is read, if an item cannot be decrypted:
     *     none is left out
     */
    public Stream<KeptItem> inDoubt() {
        return store.inDoubt();
    }

    /**
     * Everything appended from one instant to before another, in that order, to the millisecond; close the
     * stream. Read a few hundred at a time, so that what is appended meanwhile may be in it.
     *
     * @throws OutboxException of kind CONFIGURATION, also while the stream is read, if an item cannot be
     *     decrypted: none is left out
     */
    public Stream<KeptItem> kept(Instant from, Instant to) {
        return store.kept(from, to);
    }

    /**
     * Archives and deletes what has been kept long enough; also done by itself while delivering. Only what is
     * {@link KeptItem.State#DELIVERED DELIVERED}: what is assumed to be stays until it is confirmed.
     *
     * @return how many were deleted
     * @throws OutboxException of kind STORAGE if the archive did not take them; they stay
     */
    public int purge() {
        int all = 0;
        for (int some = store.purge(clock.instant());
                some > 0;
                some = store.purge(clock.instant())) {
            all += some;
        }
        return all;
    }

    /** {@inheritDoc} */
    @Override
    public void close() {
        try {
            List.copyOf(deliveries).forEach(Delivery::close);
        } finally {
            store.close();
        }
    }

    /** Collects what an outbox opens with. Not for use by more than one thread. */
    public static final class Builder {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

        private final Function<Builder, JdbcStore> opening;
        private String name = "outbox";
        private Optional<PayloadKeys> keys = Optional.empty();
        private Duration keepDelivered = Duration.ofDays(30);
        private Optional<Archive> archive = Optional.empty();
        private Duration patience = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();
        private boolean anyFileSystem;

        private Builder(Function<Builder, JdbcStore> opening) {
            this.opening = opening;
        }

        /**
         * The name of its tables, when one database holds several: {@code outbox} unless set.
         *
         * @param prefix a letter, then up to 30 letters, digits and underscores; small letters
         * @throws OutboxException of kind INPUT if it is something else
         */
        public Builder name(String prefix) {
            if (!NAME.matcher(prefix).matches()) {
                throw new OutboxException(
                        Kind.INPUT,
                        "An outbox cannot have that name",
                        "Use a small letter, then up to 30 small letters, digits and underscores.",
                        null);
            }
            this.name = prefix;
            return this;
        }

        /**
         * Encrypts payloads and reasons at rest (AES-256-GCM, a random nonce for each); not encrypted unless
         * set. Ids and destinations stay readable. What was stored before, in clear or with an older key, can
         * be read as long as its key can be had. Change the key before it has encrypted 4 000 million items
         * (NIST SP 800-38D, section 8.3).
         *
         * <p>An item that no key fits is parked when its turn comes. While the current key cannot be had at
         * all, nothing is appended or delivered, and nothing is parked. Opened without keys, an outbox does not
         * deliver, nor park, what is encrypted in it, and tells {@link OutboxListener#storeFailed}.
         */
        public Builder encryptWith(PayloadKeys keys) {
            this.keys = Optional.of(keys);
            return this;
        }

        /**
         * How long delivered items are kept: 30 days unless set. As long as an item is kept, its id is known
         * and appending it again does nothing; after that it would be delivered once more. So keep them longer
         * than anyone may append again.
         *
         * @throws OutboxException of kind INPUT if it is negative
         */
        public Builder keepDelivered(Duration time) {
            if (time.isNegative()) {
                throw new OutboxException(
                        Kind.INPUT,
                        "Delivered items cannot be kept for a negative time",
                        "Give zero or more.",
                        null);
            }
            this.keepDelivered = time;
            return this;
        }

        /** Who takes over delivered items before they are deleted; nobody unless set. */
        public Builder archive(Archive archive) {
            this.archive = Optional.of(archive);
            return this;
        }

        /**
         * How long an append waits at most before it fails: 30 s unless set.
         *
         * @throws OutboxException of kind INPUT if it is not positive
         */
        public Builder patience(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new OutboxException(
                        Kind.INPUT, "An append must be given time", "Give more than zero.", null);
            }
            this.patience = time;
            return this;
        }

        /** The clock; the system's unless set. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /**
         * Opens an SQLite outbox on whatever file system its folder is on. Over a network or in memory,
         * <em>what was acknowledged can be lost, and the file can be corrupted</em>: for tests, and for file
         * systems whose name misleads.
         */
        public Builder onAnyFileSystemAtOwnRisk() {
            this.anyFileSystem = true;
            return this;
        }

        private StoreOptions options() {
            return new StoreOptions(name, keys, keepDelivered, archive, patience, clock);
        }

        /**
         * Opens it, creating or migrating its tables.
         *
         * @throws OutboxException of kind CONFIGURATION if the folder, the file system, the database or its
         *     settings will not do, or if its tables have been migrated by a later version of the SDK; STORAGE
         *     if the database fails
         */
        public JdbcOutbox open() {
            return new JdbcOutbox(opening.apply(this), clock);
        }
    }
}
