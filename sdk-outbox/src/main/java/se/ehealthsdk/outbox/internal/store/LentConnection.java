package se.ehealthsdk.outbox.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/** A connection of the user's data source, set up for our use and put back as it was. */
final class LentConnection {

    private static final int OLDEST_VERSION = 120_000;
    private static final long MAX_AGE = Duration.ofMinutes(10).toNanos();
    private static final long MAX_IDLE = Duration.ofMinutes(1).toNanos();

    /** Ours are short: what takes longer waits for something that is broken. */
    private static final int STATEMENT_MILLIS = 20_000;

    /** A server that does not even say that a statement took too long. */
    private static final int NETWORK_MILLIS = 25_000;

    private static final Executor AT_ONCE = Runnable::run;

    private final Session session;
    private final Before before;
    private final long since = System.nanoTime();
    private long restingSince = since;

    private LentConnection(Session session, Before before) {
        this.session = session;
        this.before = before;
    }

    /** How the data source gave it. */
    private record Before(
            boolean autoCommit,
            boolean readOnly,
            int isolation,
            int networkMillis,
            String statementTimeout) {}

    static LentConnection open(DataSource source, Dialect dialect) throws SQLException {
        Connection connection = source.getConnection();
        boolean good = false;
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            Session session = new Session(connection, dialect);
            Settings settings = settings(session);
            require(settings);
            Before before =
                    new Before(
                            autoCommit,
                            connection.isReadOnly(),
                            connection.getTransactionIsolation(),
                            connection.getNetworkTimeout(),
                            settings.statementTimeout);
            connection.setNetworkTimeout(AT_ONCE, NETWORK_MILLIS);
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            setStatementTimeout(session, String.valueOf(STATEMENT_MILLIS));
            connection.setAutoCommit(false);
            good = true;
            return new LentConnection(session, before);
        } finally {
            if (!good) {
                connection.close();
            }
        }
    }

    /** What the server says of itself. */
    record Settings(
            int version,
            String product,
            String fsync,
            String synchronousCommit,
            String statementTimeout) {}

    private static Settings settings(Session session) throws SQLException {
        return session.first(
                        "SELECT current_setting('server_version_num')::int, version(),"
                                + " current_setting('fsync'), current_setting('synchronous_commit'),"
                                + " current_setting('statement_timeout')",
                        row ->
                                new Settings(
                                        row.getInt(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                .orElseThrow();
    }

    static void require(Settings settings) {
        if (settings.version < OLDEST_VERSION || !settings.product.startsWith("PostgreSQL ")) {
            throw Failures.configuration(
                    "The database is " + settings.product, "Use PostgreSQL 12 or later.");
        }
        if (settings.fsync.equals("off")) {
            throw Failures.configuration(
                    "PostgreSQL runs with fsync=off: what is committed can be lost, and the database with it",
                    "Set fsync=on on the server.");
        }
        if (settings.synchronousCommit.equals("off")) {
            throw Failures.configuration(
                    "The connections have synchronous_commit=off: the last commits are lost when the server stops",
                    "Set synchronous_commit=on (or local, remote_write, remote_apply) for the outbox's user.");
        }
    }

    private static void setStatementTimeout(Session session, String timeout) throws SQLException {
        session.first("SELECT set_config('statement_timeout', ?, false)", row -> true, timeout);
    }

    Session session() {
        return session;
    }

    void commit() throws SQLException {
        session.connection().commit();
    }

    void rest() {
        restingSince = System.nanoTime();
    }

    /** Whether it may be used again before it goes back. */
    boolean isFresh() {
        long now = System.nanoTime();
        return now - since < MAX_AGE && now - restingSince < MAX_IDLE;
    }

    /** Puts it back as it was, with no transaction open. */
    void giveBack() {
        Connection connection = session.connection();
        try {
            connection.setAutoCommit(true);
            setStatementTimeout(session, before.statementTimeout);
            session.forgetStatements();
            connection.setTransactionIsolation(before.isolation);
            connection.setReadOnly(before.readOnly);
            connection.setNetworkTimeout(AT_ONCE, before.networkMillis);
            connection.setAutoCommit(before.autoCommit);
        } catch (SQLException e) {
            Log.LOG.debug("A connection to the outbox's database broke while idle", e);
        } finally {
            discard();
        }
    }

    /** Closes one that is of no use any more. */
    void discard() {
        try {
            session.connection().close();
        } catch (SQLException e) {
            Log.LOG.debug("A connection to the outbox's database could not be closed", e);
        }
    }
}
