package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The tables, made and migrated by ourselves: a handful of statements, for which a migration library would be
 * one more thing to depend on. Versions are rows of a table; who opens while another migrates waits.
 */
final class Schema {

    private final Dialect dialect;
    private final List<List<String>> migrations;
    private final String table;

    Schema(Dialect dialect) {
        this(dialect, dialect.migrations());
    }

    Schema(Dialect dialect, List<List<String>> migrations) {
        this.dialect = dialect;
        this.migrations = migrations;
        this.table = dialect.table("version");
    }

    /**
     * Makes the tables what this version of the code needs.
     *
     * @return a name that no other outbox has: it tells databases apart
     */
    String prepare(Database database, long now) {
        return database.writeAgain(session -> prepare(session, now));
    }

    private String prepare(Session session, long now) throws SQLException {
        if (!dialect.hasVersionTable(session) || version(session) < migrations.size()) {
            dialect.lockForMigration(session);
            migrate(session, now);
        }
        if (version(session) > migrations.size()) {
            throw Failures.configuration(
                    "The tables "
                            + dialect.table("*")
                            + " have been migrated to version "
                            + version(session)
                            + "; this version of the SDK knows "
                            + migrations.size(),
                    "Use the newer version of the SDK on all nodes.");
        }
        return session.first(identity(dialect), row -> row.getString(1)).orElseThrow();
    }

    /** The statement that reads an outbox's own name. */
    static String identity(Dialect dialect) {
        return "SELECT outbox FROM " + dialect.table("version") + " WHERE version = 1";
    }

    private void migrate(Session session, long now) throws SQLException {
        // not asked for again under the lock: PostgreSQL may answer from before it
        session.execute(
                "CREATE TABLE IF NOT EXISTS "
                        + table
                        + " (version INTEGER PRIMARY KEY, applied_at BIGINT NOT NULL, outbox TEXT NOT NULL)");
        for (int next = version(session) + 1; next <= migrations.size(); next++) {
            for (String statement : migrations.get(next - 1)) {
                session.execute(statement);
            }
            session.update(
                    "INSERT INTO " + table + " (version, applied_at, outbox) VALUES (?, ?, ?)",
                    next,
                    now,
                    UUID.randomUUID().toString());
        }
    }

    private int version(Session session) throws SQLException {
        return session.first("SELECT coalesce(max(version), 0) FROM " + table, row -> row.getInt(1))
                .orElse(0);
    }
}
