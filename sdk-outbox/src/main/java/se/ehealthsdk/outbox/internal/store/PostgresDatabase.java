package se.ehealthsdk.outbox.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/**
 * A PostgreSQL database. Connections come from the user's data source, which may or may not be a pool: a few
 * are held on to for some minutes, since one that is not pooled takes longer to open than a commit, and given
 * back as they were.
 */
final class PostgresDatabase implements Database {

    private static final int IDLE_AT_MOST = 4;

    /** Serialization failures and deadlocks: the transaction is gone, another attempt can succeed. */
    private static final Set<String> IN_EACH_OTHERS_WAY = Set.of("40001", "40P01");

    /** The server ends its connections. */
    private static final Set<String> SHUT_DOWN = Set.of("57P01", "57P02", "57P03");

    private final DataSource source;
    private final PostgresDialect dialect;
    private final ConcurrentLinkedDeque<LentConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    PostgresDatabase(DataSource source, String name) {
        this.source = source;
        this.dialect = new PostgresDialect(currentSchema(source), name);
    }

    private static String currentSchema(DataSource source) {
        try (Connection connection = source.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (!"PostgreSQL".equals(product)) {
                throw Failures.configuration(
                        "The data source is of " + product,
                        "Use PostgreSQL, or Outbox.sqlite for a node of its own.");
            }
            String schema = connection.getSchema();
            if (schema == null) {
                throw Failures.configuration(
                        "No schema is current on the connections of the data source",
                        "Create a schema that is in its search_path.");
            }
            return schema;
        } catch (SQLException e) {
            throw Failures.storage(e);
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public int committers() {
        return 2;
    }

    @Override
    public <T> T write(Work<T> work) {
        return run(work, false);
    }

    @Override
    public <T> T writeAgain(Work<T> work) {
        return run(work, true);
    }

    @Override
    public <T> T read(Work<T> work) {
        return run(work, true);
    }

    private <T> T run(Work<T> work, boolean alsoWhenOutcomeIsUnknown) {
        for (int attempt = 1; ; attempt++) {
            LentConnection lent = borrow();
            boolean committing = false;
            boolean done = false;
            try {
                T result = work.in(lent.session());
                committing = true;
                lent.commit();
                done = true;
                return result;
            } catch (SQLException e) {
                boolean again = mayPass(e) && (!committing || alsoWhenOutcomeIsUnknown);
                if (attempt > 1 || !again) {
                    throw Failures.storage(e);
                }
            } finally {
                if (done) {
                    giveBack(lent);
                } else {
                    rollback(lent);
                }
            }
        }
    }

    private static boolean mayPass(SQLException e) {
        String state = e.getSQLState();
        return state != null
                && (state.startsWith("08")
                        || SHUT_DOWN.contains(state)
                        || IN_EACH_OTHERS_WAY.contains(state));
    }

    private LentConnection borrow() {
        if (closed) {
            throw Failures.closed();
        }
        for (LentConnection lent = idle.poll(); lent != null; lent = idle.poll()) {
            if (lent.isFresh()) {
                return lent;
            }
            lent.giveBack();
        }
        try {
            return LentConnection.open(source, dialect);
        } catch (SQLException e) {
            throw Failures.storage(e);
        }
    }

    private void giveBack(LentConnection lent) {
        if (closed || idle.size() >= IDLE_AT_MOST) {
            lent.giveBack();
        } else {
            lent.rest();
            idle.push(lent);
            if (closed) {
                giveBackIdle();
            }
        }
    }

    private void rollback(LentConnection lent) {
        try {
            lent.session().connection().rollback();
        } catch (SQLException e) {
            // Lost, and when one is, the others mostly are too.
            lent.discard();
            for (LentConnection other = idle.poll(); other != null; other = idle.poll()) {
                other.discard();
            }
            return;
        }
        giveBack(lent);
    }

    private void giveBackIdle() {
        for (LentConnection lent = idle.poll(); lent != null; lent = idle.poll()) {
            lent.giveBack();
        }
    }

    @Override
    public void close() {
        closed = true;
        giveBackIdle();
    }
}
