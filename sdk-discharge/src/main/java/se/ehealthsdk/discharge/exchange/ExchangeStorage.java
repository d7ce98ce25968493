package se.ehealthsdk.discharge.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.PayloadKeys;

/**
 * Where an exchange keeps what it has to: an SQLite file on a disk of this machine, or a PostgreSQL database. The
 * application may have its own tables beside, and then write in the same transaction. Immutable.
 */
public final class ExchangeStorage {

    private static final String NAME = "exchange";

    private final Supplier<JdbcOutbox.Builder> outbox;
    private final Supplier<Database> database;
    private final Optional<PayloadKeys> keys;

    private ExchangeStorage(
            Supplier<JdbcOutbox.Builder> outbox,
            Supplier<Database> database,
            Optional<PayloadKeys> keys) {
        this.outbox = outbox;
        this.database = database;
        this.keys = keys;
    }

    /** The file {@code exchange.db} of a folder, which is made for its owner only. */
    public static ExchangeStorage sqlite(Path folder) {
        return new ExchangeStorage(
                () -> JdbcOutbox.sqlite(folder),
                () -> Database.sqlite(folder.resolve(NAME + ".db")),
                Optional.empty());
    }

    /** As {@link #sqlite}, on any file system; see {@link JdbcOutbox.Builder#onAnyFileSystemAtOwnRisk()}. For tests. */
    public static ExchangeStorage sqliteOnAnyFileSystemAtOwnRisk(Path folder) {
        return new ExchangeStorage(
                () -> JdbcOutbox.sqlite(folder).onAnyFileSystemAtOwnRisk(),
                () -> Database.sqlite(folder.resolve(NAME + ".db")),
                Optional.empty());
    }

    /** A PostgreSQL database, 12 or later; the data source is never closed. */
    public static ExchangeStorage postgresql(DataSource database) {
        return new ExchangeStorage(
                () -> JdbcOutbox.postgresql(database),
                () -> Database.of(database),
                Optional.empty());
    }

    /** Encrypts the messages that wait to be sent, as {@link JdbcOutbox.Builder#encryptWith}. */
    public ExchangeStorage encryptWith(PayloadKeys payloadKeys) {
        return new ExchangeStorage(outbox, database, Optional.of(payloadKeys));
    }

    JdbcOutbox openOutbox(Clock clock) {
        // what was sent is remembered beside it, so that no letter need be kept for its id
        JdbcOutbox.Builder builder =
                outbox.get().name(NAME).clock(clock).keepDelivered(Duration.ZERO);
        keys.ifPresent(builder::encryptWith);
        return builder.open();
    }

    Database openDatabase() {
        return database.get();
    }
}
