package se.ehealthsdk.discharge.exchange;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.OutboxException;

/** Transactions: on one connection to an SQLite file, taking turns, or on connections of a PostgreSQL data source. */
abstract class Database implements AutoCloseable {

    /** What is done in a transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Reads one row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Database sqlite(Path file) {
        return new Sqlite(file);
    }

    static Database of(DataSource source) {
        return new Pooled(source);
    }

    abstract <T> T inTransaction(Work<T> work);

    @Override
    public abstract void close();

    static int update(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static <T> List<T> query(
            Connection connection, String sql, Row<T> reads, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reads.of(rows));
            }
            return all;
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static <T> T run(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            // begins; in SQLite at once, as one that writes
            connection.setAutoCommit(false);
            T result = work.in(connection);
            // commits; commit() would begin the next one in SQLite, and keep all others from writing
            connection.setAutoCommit(true);
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException gone) {
            // the failure that led here says more; without a commit nothing stays
            connectionLost(connection);
        }
    }

    private static void connectionLost(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            return;
        }
    }

    private static OutboxException failed(SQLException cause) {
        return new OutboxException(
                OutboxException.Kind.STORAGE,
                "The exchange's database failed (SQL state "
                        + cause.getSQLState()
                        + ", code "
                        + cause.getErrorCode()
                        + ")",
                "See to the database; what was to be done is done again later.",
                cause);
    }

    private static final class Sqlite extends Database {
        private final Path file;
        private final ReentrantLock turn = new ReentrantLock(true);
        private @Nullable Connection connection;
        private boolean closed;

        Sqlite(Path file) {
            this.file = file;
        }

        @Override
        <T> T inTransaction(Work<T> work) {
            if (turn.isHeldByCurrentThread()) {
                throw new OutboxException(
                        OutboxException.Kind.INPUT,
                        "A handler's transaction is under way on this thread",
                        "Send in it: give its connection.",
                        null);
            }
            turn.lock();
            try {
                return run(open(), work);
            } catch (SQLException cause) {
                throw failed(cause);
            } finally {
                turn.unlock();
            }
        }

        private Connection open() throws SQLException {
            if (closed) {
                throw new OutboxException(
                        OutboxException.Kind.STOPPED, "The exchange is closed", "Open it.", null);
            }
            Connection open = connection;
            if (open == null || open.isClosed()) {
                Properties durable = new Properties();
                durable.setProperty("journal_mode", "WAL");
                durable.setProperty("synchronous", "FULL");
                durable.setProperty("busy_timeout", "10000");
                // one that begins by reading could not write once another has
                durable.setProperty("transaction_mode", "IMMEDIATE");
                open = DriverManager.getConnection("jdbc:sqlite:" + file, durable);
                connection = open;
            }
            return open;
        }

        @Override
        public void close() {
            turn.lock();
            try {
                closed = true;
                if (connection != null) {
                    connectionLost(connection);
                }
            } finally {
                turn.unlock();
            }
        }
    }

    private static final class Pooled extends Database {
        private final DataSource source;

        Pooled(DataSource source) {
            this.source = source;
        }

        @Override
        <T> T inTransaction(Work<T> work) {
            try (Connection connection = source.getConnection()) {
                return run(connection, work);
            } catch (SQLException cause) {
                throw failed(cause);
            }
        }

        @Override
        public void close() {
            // the application's
        }
    }
}
