package se.ehealthsdk.outbox.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.ParkedItem;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.BatchStore;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.Settlement;

/** The store over JDBC: puts the parts together, and gives each operation its transaction. */
public final class JdbcStore implements BatchStore, AutoCloseable {

    private final Database database;
    private final StoreOptions options;
    private final String identity;
    private final Appender appender;
    private final GroupCommit groupCommit;
    private final Claims claims;
    private final Settlements settlements;
    private final Review review;
    private final Kept kept;
    private final Overview overview;

    private JdbcStore(Database database, StoreOptions options, String identity) {
        this.database = database;
        this.options = options;
        this.identity = identity;
        Dialect dialect = database.dialect();
        PayloadCipher cipher = new PayloadCipher(options.keys().orElse(null));
        Tally tally = new Tally(dialect);
        Batches batches = new Batches(dialect);
        PendingQueue pending = new PendingQueue(dialect, tally);
        this.appender = new Appender(dialect, cipher, tally, batches);
        this.claims = new Claims(dialect, batches, pending, tally, cipher);
        this.settlements = new Settlements(dialect, batches, tally, cipher);
        this.review = new Review(dialect, batches, tally, cipher);
        this.kept = new Kept(dialect, tally, cipher);
        this.overview = new Overview(dialect, pending, tally);
        this.groupCommit = new GroupCommit(database, appender, options.patience());
    }

    /** Opens an SQLite file in a folder. */
    public static JdbcStore sqlite(Path folder, boolean anyFileSystem, StoreOptions options) {
        Path file = LocalDisk.file(folder, options.name() + ".db", anyFileSystem);
        return open(new SqliteDatabase(file, options.name()), options);
    }

    /** Opens tables in a PostgreSQL database. */
    public static JdbcStore postgresql(DataSource source, StoreOptions options) {
        return open(new PostgresDatabase(source, options.name()), options);
    }

    static JdbcStore open(Database database, StoreOptions options) {
        boolean opened = false;
        try {
            String identity =
                    new Schema(database.dialect()).prepare(database, options.clock().millis());
            JdbcStore store = new JdbcStore(database, options, identity);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    /** Where its transactions run. */
    Database database() {
        return database;
    }

    /** Returns when the items are durable. */
    public void append(List<Item> items) {
        if (!items.isEmpty()) {
            groupCommit.append(seal(items));
        }
    }

    private List<NewItem> seal(List<Item> items) {
        long now = options.clock().millis();
        return items.stream().map(item -> appender.seal(item, now)).toList();
    }

    /** In the caller's transaction. */
    public void append(Connection transaction, List<Item> items) {
        List<NewItem> sealed = seal(items);
        Session callers = new Session(transaction, database.dialect());
        try {
            try {
                requireOurs(callers);
                appender.appendInCallersTransaction(callers, sealed);
            } finally {
                callers.forgetStatements();
            }
        } catch (SQLException e) {
            throw Failures.storage(e);
        }
    }

    private void requireOurs(Session callers) throws SQLException {
        if (callers.connection().getAutoCommit()) {
            throw Failures.input(
                    "The connection is in auto-commit",
                    "Call setAutoCommit(false) first, and commit() after.");
        }
        Dialect dialect = database.dialect();
        database.beginWriting(callers);
        String theirs =
                dialect.hasVersionTable(callers)
                        ? callers.first(Schema.identity(dialect), row -> row.getString(1))
                                .orElse("")
                        : "";
        if (!theirs.equals(identity)) {
            throw Failures.input(
                    "The connection is not to the outbox's database",
                    "Use a connection to the database that the outbox was opened with.");
        }
        String weakness = dialect.weaknessOf(callers);
        if (weakness != null) {
            throw new OutboxException(
                    OutboxException.Kind.CONFIGURATION,
                    "The connection's commits can be lost: " + weakness,
                    "Make the connection's commits as durable as the outbox's.",
                    null);
        }
    }

    /** As one batch in doubt. */
    public void appendInDoubt(String destination, List<Item> sentTogether) {
        long now = options.clock().millis();
        List<NewItem> sealed = seal(sentTogether);
        database.writeAgain(
                session -> {
                    appender.appendInDoubt(session, destination, sealed, now);
                    return true;
                });
    }

    @Override
    public Optional<Batch> claim(
            String node,
            Instant now,
            Instant leaseUntil,
            int maxItems,
            Instant flushBefore,
            Set<String> skip) {
        var request = new Claims.Request(node, now, leaseUntil, maxItems, flushBefore, skip);
        return database.write(session -> claims.claim(session, request));
    }

    @Override
    public boolean sending(Batch batch, Instant leaseUntil) {
        return database.writeAgain(session -> settlements.sending(session, batch, leaseUntil));
    }

    @Override
    public boolean probing(Batch batch, long seq, Instant leaseUntil) {
        return database.writeAgain(session -> settlements.probing(session, batch, seq, leaseUntil));
    }

    @Override
    public boolean probed(Batch batch, long seq, Evidence evidence, String reason) {
        return database.writeAgain(
                session -> settlements.probed(session, batch, seq, evidence, reason));
    }

    @Override
    public boolean settle(Batch batch, Settlement settlement, Instant now) {
        return database.write(session -> settlements.settle(session, batch, settlement, now));
    }

    @Override
    public boolean hasWork() {
        long now = options.clock().millis();
        return database.read(session -> overview.hasWork(session, now));
    }

    @Override
    public Optional<Instant> nextDue(Duration maxAge) {
        return database.read(session -> overview.nextDue(session, maxAge));
    }

    @Override
    public Figures figures() {
        return database.read(overview::figures);
    }

    @Override
    public int purge(Instant now) {
        long until = Millis.of(now.minus(options.keepDelivered()));
        List<Long> old = database.read(session -> kept.old(session, until));
        if (old.isEmpty()) {
            return 0;
        }
        if (options.archive().isPresent()) {
            List<KeptItem> items = database.read(session -> kept.items(session, old));
            try {
                options.archive().get().store(items);
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw Failures.storage(
                        "The archive did not take " + items.size() + " delivered items",
                        "See to the archive; they stay in the outbox and are offered again.",
                        e);
            }
        }
        return database.write(session -> kept.delete(session, old));
    }

    /** Parked items, oldest first. */
    public Stream<ParkedItem> parked() {
        return Pages.<Review.Shown>stream(
                        last ->
                                database.read(
                                        session ->
                                                review.parked(
                                                        session, last == null ? 0 : last.seq())))
                .map(Review.Shown::item);
    }

    /** One parked item. */
    public Optional<ParkedItem> parked(String id) {
        return database.read(session -> review.parked(session, id));
    }

    /** Parked items go out again. */
    public int resend(Collection<String> ids) {
        return database.write(session -> review.resend(session, ids));
    }

    /** A parked item goes out again with another payload. */
    public boolean repair(String id, byte[] payload) {
        return database.write(session -> review.repair(session, id, payload));
    }

    /** The receiver has these after all. */
    public int confirmDelivered(Collection<String> ids) {
        long now = options.clock().millis();
        return database.write(session -> review.confirmDelivered(session, ids, now));
    }

    /** The receiver does not have these; those that have been sent since then are left alone. */
    public int confirmMissing(Collection<String> ids, Instant notSentSince) {
        long since = Millis.of(notSentSince);
        return database.write(session -> review.confirmMissing(session, ids, since));
    }

    /** What is held or assumed to be delivered. */
    public Stream<KeptItem> inDoubt() {
        return Pages.<Kept.Shown>stream(
                        last ->
                                database.read(
                                        session ->
                                                kept.inDoubt(
                                                        session, last == null ? 0 : last.seq())))
                .map(Kept.Shown::item);
    }

    /** What was appended from one instant to before another. */
    public Stream<KeptItem> kept(Instant from, Instant to) {
        long first = Millis.notBefore(from);
        long before = Millis.notBefore(to);
        return Pages.<Kept.Shown>stream(
                        last -> {
                            long appendedAt =
                                    last == null ? first : last.item().appendedAt().toEpochMilli();
                            long seq = last == null ? 0 : last.seq();
                            return database.read(
                                    session -> kept.page(session, appendedAt, seq, before));
                        })
                .map(Kept.Shown::item);
    }

    /** Commits what is queued, and lets go of the database. */
    @Override
    public void close() {
        groupCommit.close();
        database.close();
    }
}
