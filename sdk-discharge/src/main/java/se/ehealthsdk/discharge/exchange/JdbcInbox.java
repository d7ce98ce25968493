package se.ehealthsdk.discharge.exchange;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.outbox.OutboxException;

/**
 * An inbox in three tables ({@code inbox_case}, {@code inbox_envelope}, {@code inbox_message}) of an SQLite file or a
 * PostgreSQL database, beside the application's own. Holds ids, digests and acknowledgements; no events. Safe for use by
 * many threads, and by many nodes in PostgreSQL.
 */
public final class JdbcInbox implements Inbox {

    private final Database database;

    JdbcInbox(Database database) {
        this.database = database;
        database.inTransaction(
                connection -> {
                    Database.update(
                            connection,
                            "CREATE TABLE IF NOT EXISTS inbox_case (peer VARCHAR(64) NOT NULL, case_id"
                                    + " VARCHAR(64) NOT NULL, sequence BIGINT NOT NULL, PRIMARY KEY"
                                    + " (peer, case_id))");
                    Database.update(
                            connection,
                            "CREATE TABLE IF NOT EXISTS inbox_envelope (peer VARCHAR(64) NOT NULL,"
                                    + " envelope VARCHAR(64) NOT NULL, answer TEXT NOT NULL, answered_at"
                                    + " BIGINT NOT NULL, PRIMARY KEY (peer, envelope))");
                    Database.update(
                            connection,
                            "CREATE TABLE IF NOT EXISTS inbox_message (peer VARCHAR(64) NOT NULL, message"
                                    + " VARCHAR(64) NOT NULL, digest VARCHAR(64) NOT NULL, answer TEXT NOT"
                                    + " NULL, answered_at BIGINT NOT NULL, PRIMARY KEY (peer, message))");
                    return true;
                });
    }

    /**
     * Opens one in an SQLite file, which is made when it is not there; on a disk of this machine's own.
     *
     * @throws OutboxException of kind STORAGE if the database fails
     */
    public static JdbcInbox sqlite(Path file) {
        return new JdbcInbox(Database.sqlite(file));
    }

    /**
     * Opens one in a PostgreSQL database, 12 or later; never closes the data source.
     *
     * @throws OutboxException of kind STORAGE if the database fails
     */
    public static JdbcInbox postgresql(DataSource database) {
        return new JdbcInbox(Database.of(database));
    }

    @Override
    public <T> T inTransaction(HsaId peer, CaseId caseId, Function<Transaction, T> work) {
        return database.inTransaction(
                connection -> {
                    // the row is this case's lock
                    Database.update(
                            connection,
                            "INSERT INTO inbox_case (peer, case_id, sequence) VALUES (?, ?, 0) ON CONFLICT"
                                    + " (peer, case_id) DO UPDATE SET sequence = inbox_case.sequence",
                            peer.value(),
                            caseId.value());
                    return work.apply(new Remembered(connection, peer, caseId));
                });
    }

    /**
     * Forgets messages and envelopes that were answered before an instant. What comes again after that is taken for
     * new: forget nothing that a sender may still send again, which is weeks at least.
     *
     * @return how many messages were forgotten
     * @throws OutboxException of kind STORAGE if the database fails
     */
    public int forget(Instant before) {
        return database.inTransaction(
                connection -> {
                    Database.update(
                            connection,
                            "DELETE FROM inbox_envelope WHERE answered_at < ?",
                            before.toEpochMilli());
                    return Database.update(
                            connection,
                            "DELETE FROM inbox_message WHERE answered_at < ?",
                            before.toEpochMilli());
                });
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class Remembered implements Transaction {
        private final Connection connection;
        private final HsaId peer;
        private final CaseId caseId;

        Remembered(Connection connection, HsaId peer, CaseId caseId) {
            this.connection = connection;
            this.peer = peer;
            this.caseId = caseId;
        }

        @Override
        public Optional<Taken> message(MessageId message) {
            return sql(
                    () ->
                            Database.query(
                                            connection,
                                            "SELECT answer, digest FROM inbox_message WHERE peer = ? AND message = ?",
                                            row ->
                                                    new Taken(
                                                            ack(row.getString(1)),
                                                            row.getString(2)),
                                            peer.value(),
                                            message.value())
                                    .stream()
                                    .findFirst());
        }

        @Override
        public Optional<Acknowledgement> envelope(String envelopeId) {
            return sql(
                    () ->
                            Database.query(
                                            connection,
                                            "SELECT answer FROM inbox_envelope WHERE peer = ? AND envelope = ?",
                                            row -> ack(row.getString(1)),
                                            peer.value(),
                                            envelopeId)
                                    .stream()
                                    .findFirst());
        }

        @Override
        public long lastSequence() {
            return sql(
                    () ->
                            Database.query(
                                            connection,
                                            "SELECT sequence FROM inbox_case WHERE peer = ? AND case_id = ?",
                                            row -> row.getLong(1),
                                            peer.value(),
                                            caseId.value())
                                    .get(0));
        }

        @Override
        public void remember(String envelopeId, Acknowledgement answer) {
            sql(
                    () ->
                            Database.update(
                                    connection,
                                    "INSERT INTO inbox_envelope (peer, envelope, answer, answered_at) VALUES"
                                            + " (?, ?, ?, ?)",
                                    peer.value(),
                                    envelopeId,
                                    text(answer),
                                    answer.at().toEpochMilli()));
        }

        @Override
        public void remember(long sequence, Taken taken) {
            sql(
                    () ->
                            Database.update(
                                    connection,
                                    "INSERT INTO inbox_message (peer, message, digest, answer, answered_at)"
                                            + " VALUES (?, ?, ?, ?, ?)",
                                    peer.value(),
                                    taken.answer().message().value(),
                                    taken.digest(),
                                    text(taken.answer()),
                                    taken.answer().at().toEpochMilli()));
            sql(
                    () ->
                            Database.update(
                                    connection,
                                    "UPDATE inbox_case SET sequence = ? WHERE peer = ? AND case_id = ? AND"
                                            + " sequence < ?",
                                    sequence,
                                    peer.value(),
                                    caseId.value(),
                                    sequence));
        }

        @Override
        public void undoable(Runnable work) {
            Savepoint before = sql(connection::setSavepoint);
            boolean done = false;
            try {
                work.run();
                done = true;
            } finally {
                if (!done) {
                    sql(
                            () -> {
                                connection.rollback(before);
                                return true;
                            });
                }
            }
        }

        @Override
        public Optional<Connection> connection() {
            return Optional.of(lent(connection));
        }

        private static Acknowledgement ack(String json) {
            return AckJson.read(json.getBytes(StandardCharsets.UTF_8));
        }

        private static String text(Acknowledgement answer) {
            return new String(AckJson.write(answer), StandardCharsets.UTF_8);
        }
    }

    /** Without the ways to end the transaction, which is not the handler's. */
    private static Connection lent(Connection connection) {
        Set<String> ours = Set.of("commit", "rollback", "close", "abort", "setAutoCommit");
        return (Connection)
                Proxy.newProxyInstance(
                        JdbcInbox.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (ours.contains(method.getName())
                                    && (arguments == null
                                            || arguments.length == 0
                                            || method.getName().startsWith("set"))) {
                                throw new IllegalStateException(
                                        "The transaction is the exchange's: no "
                                                + method.getName());
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause() == null ? thrown : thrown.getCause();
                            }
                        });
    }

    private interface Sql<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(Sql<T> work) {
        try {
            return work.run();
        } catch (SQLException cause) {
            throw new OutboxException(
                    OutboxException.Kind.STORAGE,
                    "The inbox's database failed (SQL state " + cause.getSQLState() + ")",
                    "See to the database; the sender sends again.",
                    cause);
        }
    }
}
