package se.ehealthsdk.outbox.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * All of ours go by an index, in its order, and stop after one batch. With statistics from when the tables
     * were small the planner would rather read and sort a queue of millions, so it is not given the choice.
     */
    private static final Map<String, String> OURS =
            Map.of(
                    "statement_timeout", String.valueOf(STATEMENT_MILLIS),
                    "enable_seqscan", "off",
                    "enable_bitmapscan", "off",
                    "enable_sort", "off",
                    "enable_hashjoin", "off",
                    "enable_mergejoin", "off",
                    "max_parallel_workers_per_gather", "0",
                    "jit", "off");

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
            Map<String, String> settings) {}

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
                            theirs(session));
            connection.setNetworkTimeout(AT_ONCE, NETWORK_MILLIS);
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            set(session, OURS);
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
    record Settings(int version, String product, String fsync, String synchronousCommit) {}

    private static Settings settings(Session session) throws SQLException {
        return session.first(
                        "SELECT current_setting('server_version_num')::int, version(),"
                                + " current_setting('fsync'), current_setting('synchronous_commit')",
                        row ->
                                new Settings(
                                        row.getInt(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4)))
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

    /** What the settings that we change were. */
    private static Map<String, String> theirs(Session session) throws SQLException {
        Map<String, String> found = new HashMap<>();
        session.query(
                "SELECT name, current_setting(name) FROM unnest(?::text[]) AS name",
                row -> found.merge(row.getString(1), row.getString(2), (a, b) -> b),
                session.texts(OURS.keySet()));
        return found;
    }

    private static void set(Session session, Map<String, String> settings) throws SQLException {
        List<String> names = List.copyOf(settings.keySet());
        session.query(
                "SELECT set_config(name, value, false) FROM unnest(?::text[], ?::text[]) AS s (name, value)",
                row -> true,
                session.texts(names),
                session.texts(names.stream().map(settings::get).toList()));
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
            set(session, before.settings);
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
