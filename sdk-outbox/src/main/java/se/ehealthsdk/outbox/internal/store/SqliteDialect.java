package se.ehealthsdk.outbox.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** SQLite: lists are bound as JSON, the planner is told which index to use. */
final class SqliteDialect implements Dialect {

    private final String name;
    private final String insertItem;
    private final String insertState;

    SqliteDialect(String name) {
        this.name = name;
        this.insertItem =
                "INSERT INTO "
                        + table("item")
                        + " (id, destination, appended_at, payload) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO NOTHING";
        this.insertState =
                "INSERT INTO "
                        + table("state")
                        + " (seq, destination, state, batch, evidence)"
                        + " VALUES (last_insert_rowid(), ?, ?, ?, 0)";
    }

    @Override
    public String table(String suffix) {
        return name + "_" + suffix;
    }

    @Override
    public List<List<String>> migrations() {
        return List.of(
                List.of(
                        // Written once. A row id is never used again: who purges, archives in
                        // between and
                        // deletes by row id.
                        """
                        CREATE TABLE %s_item (
                            seq INTEGER PRIMARY KEY AUTOINCREMENT,
                            id TEXT NOT NULL UNIQUE,
                            destination TEXT NOT NULL,
                            appended_at INTEGER NOT NULL,
                            payload BLOB NOT NULL)"""
                                .formatted(name),
                        "CREATE INDEX %1$s_appended ON %1$s_item (appended_at, seq)"
                                .formatted(name),
                        """
                        CREATE TABLE %s_state (
                            seq INTEGER PRIMARY KEY,
                            destination TEXT NOT NULL,
                            state INTEGER NOT NULL,
                            batch INTEGER,
                            evidence INTEGER NOT NULL,
                            done_at INTEGER,
                            reason BLOB)"""
                                .formatted(name),
                        "CREATE INDEX %1$s_pending ON %1$s_state (destination, seq) WHERE state = 0"
                                .formatted(name),
                        "CREATE INDEX %1$s_batched ON %1$s_state (batch, seq) WHERE batch IS NOT NULL"
                                .formatted(name),
                        "CREATE INDEX %1$s_assumed ON %1$s_state (seq) WHERE state = 3"
                                .formatted(name),
                        "CREATE INDEX %1$s_parked ON %1$s_state (seq) WHERE state = 4"
                                .formatted(name),
                        "CREATE INDEX %1$s_delivered ON %1$s_state (done_at, seq) WHERE state = 2"
                                .formatted(name),
                        """
                        CREATE TABLE %s_batch (
                            id INTEGER PRIMARY KEY AUTOINCREMENT,
                            destination TEXT NOT NULL,
                            token INTEGER NOT NULL,
                            doubt TEXT NOT NULL,
                            sending INTEGER NOT NULL,
                            attempts INTEGER NOT NULL,
                            held INTEGER NOT NULL,
                            sent_until INTEGER NOT NULL,
                            not_before INTEGER NOT NULL,
                            lease_owner TEXT,
                            lease_until INTEGER)"""
                                .formatted(name),
                        "CREATE INDEX %1$s_leased ON %1$s_batch (lease_until) WHERE lease_until IS NOT NULL"
                                .formatted(name),
                        "CREATE INDEX %1$s_due ON %1$s_batch (not_before) WHERE lease_until IS NULL"
                                .formatted(name),
                        """
                        CREATE TABLE %s_tally (
                            id INTEGER PRIMARY KEY,
                            pending INTEGER NOT NULL,
                            batched INTEGER NOT NULL,
                            delivered INTEGER NOT NULL,
                            assumed INTEGER NOT NULL,
                            parked INTEGER NOT NULL)"""
                                .formatted(name)));
    }

    @Override
    public void lockForMigration(Session session) {
        // Every transaction of ours that writes begins with the file's only write lock.
    }

    @Override
    public boolean hasVersionTable(Session session) throws SQLException {
        return session.first(
                        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
                        row -> true,
                        table("version"))
                .isPresent();
    }

    @Override
    public String using(String index) {
        return " INDEXED BY " + name + "_" + index;
    }

    @Override
    public String lockingRows() {
        return "";
    }

    @Override
    public String inList() {
        return " IN (SELECT value FROM json_each(?))";
    }

    @Override
    public String notInList() {
        return " NOT IN (SELECT value FROM json_each(?))";
    }

    @Override
    public Object longs(Connection connection, Collection<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public Object texts(Connection connection, Collection<String> values) {
        return values.stream()
                .map(SqliteDialect::quoted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    @Override
    public boolean leavesTheDeadAtTheHead() {
        return false;
    }

    @Override
    public Set<String> insert(Session session, List<NewItem> items, @Nullable Long batch)
            throws SQLException {
        PreparedStatement item = session.prepare(insertItem);
        PreparedStatement state = session.prepare(insertState);
        Set<String> fresh = new HashSet<>();
        for (NewItem each : items) {
            item.setString(1, each.id());
            item.setString(2, each.item().destination());
            item.setLong(3, each.appendedAt());
            item.setBytes(4, each.sealed());
            if (item.executeUpdate() == 1) {
                state.setString(1, each.item().destination());
                state.setInt(2, batch == null ? State.PENDING : State.BATCHED);
                state.setObject(3, batch);
                state.executeUpdate();
                fresh.add(each.id());
            }
        }
        return fresh;
    }

    @Override
    public void beginWriting(Session callers) throws SQLException {
        try {
            callers.update("UPDATE " + table("version") + " SET version = version WHERE 1 = 0");
        } catch (SQLException e) {
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
                throw e;
            }
            // No such table: it is not our database, which is told of when the table is looked for.
        }
    }

    @Override
    public @Nullable String weaknessOf(Session callers) throws SQLException {
        int synchronous = callers.first("PRAGMA synchronous", row -> row.getInt(1)).orElse(0);
        return synchronous >= SqliteDatabase.SYNCHRONOUS_FULL
                ? null
                : "PRAGMA synchronous is " + synchronous + "; it has to be FULL";
    }
}
