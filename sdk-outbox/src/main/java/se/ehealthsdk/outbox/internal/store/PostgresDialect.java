package se.ehealthsdk.outbox.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: lists are arrays, many items are inserted by one statement, rows are locked one by one. */
final class PostgresDialect implements Dialect {

    private final String schema;
    private final String quotedSchema;
    private final String name;
    private final String insert;

    /** @param schema where the tables are, or are to be */
    PostgresDialect(String schema, String name) {
        this.schema = schema;
        this.quotedSchema = "\"" + schema.replace("\"", "\"\"") + "\".";
        this.name = name;
        this.insert =
                "WITH fresh AS (INSERT INTO "
                        + table("item")
                        + " (id, destination, appended_at, payload)"
                        + " SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bytea[])"
                        + " ON CONFLICT (id) DO NOTHING RETURNING seq, id, destination),"
                        + " placed AS (INSERT INTO "
                        + table("state")
                        + " (seq, destination, state, batch, evidence)"
                        + " SELECT seq, destination, ?::smallint, ?::bigint, 0 FROM fresh)"
                        + " SELECT id FROM fresh";
    }

    @Override
    public String table(String suffix) {
        return quotedSchema + name + "_" + suffix;
    }

    @Override
    public List<List<String>> migrations() {
        // Room in each page for the next version of a row, and cleaning long before a fifth of it
        // is dead.
        String busy =
                " WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,"
                        + " autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0)";
        return List.of(
                List.of(
                        """
                        CREATE TABLE %s (
                            seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            id TEXT COLLATE "C" NOT NULL UNIQUE,
                            destination TEXT COLLATE "C" NOT NULL,
                            appended_at BIGINT NOT NULL,
                            payload BYTEA NOT NULL) WITH (toast_tuple_target = 8160)"""
                                .formatted(table("item")),
                        // Neither compressed nor put aside while it fits in a page: encrypted bytes
                        // do not shrink.
                        "ALTER TABLE "
                                + table("item")
                                + " ALTER COLUMN payload SET STORAGE EXTERNAL",
                        index("appended", "item", "(appended_at, seq)"),
                        """
                        CREATE TABLE %s (
                            seq BIGINT PRIMARY KEY,
                            destination TEXT COLLATE "C" NOT NULL,
                            state SMALLINT NOT NULL,
                            batch BIGINT,
                            evidence SMALLINT NOT NULL,
                            done_at BIGINT,
                            reason BYTEA)"""
                                        .formatted(table("state"))
                                + busy,
                        index("pending", "state", "(destination, seq) WHERE state = 0"),
                        index("batched", "state", "(batch, seq) WHERE batch IS NOT NULL"),
                        index("assumed", "state", "(seq) WHERE state = 3"),
                        index("parked", "state", "(seq) WHERE state = 4"),
                        index("delivered", "state", "(done_at, seq) WHERE state = 2"),
                        """
                        CREATE TABLE %s (
                            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            destination TEXT COLLATE "C" NOT NULL,
                            token BIGINT NOT NULL,
                            doubt TEXT NOT NULL,
                            sending SMALLINT NOT NULL,
                            attempts INTEGER NOT NULL,
                            held SMALLINT NOT NULL,
                            sent_until BIGINT NOT NULL,
                            not_before BIGINT NOT NULL,
                            lease_owner TEXT,
                            lease_until BIGINT)"""
                                        .formatted(table("batch"))
                                + busy,
                        index("leased", "batch", "(lease_until) WHERE lease_until IS NOT NULL"),
                        index("due", "batch", "(not_before) WHERE lease_until IS NULL"),
                        """
                        CREATE TABLE %s (
                            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                            pending BIGINT NOT NULL,
                            batched BIGINT NOT NULL,
                            delivered BIGINT NOT NULL,
                            assumed BIGINT NOT NULL,
                            parked BIGINT NOT NULL)"""
                                        .formatted(table("tally"))
                                + busy));
    }

    private String index(String suffix, String table, String columns) {
        return "CREATE INDEX " + name + "_" + suffix + " ON " + table(table) + " " + columns;
    }

    @Override
    public void lockForMigration(Session session) throws SQLException {
        session.first(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> true,
                table("version"));
    }

    @Override
    public boolean hasVersionTable(Session session) throws SQLException {
        // Not to_regclass, which goes by a cache that may be older than the lock that was just
        // waited for.
        return session.first(
                        "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = ? AND tablename = ?",
                        row -> true,
                        schema,
                        name + "_version")
                .isPresent();
    }

    @Override
    public String using(String index) {
        return "";
    }

    @Override
    public String lockingRows() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public String inList() {
        return " = ANY (?)";
    }

    @Override
    public String notInList() {
        return " <> ALL (?)";
    }

    @Override
    public Object longs(Connection connection, Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    @Override
    public Object texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    @Override
    public boolean leavesTheDeadAtTheHead() {
        return true;
    }

    @Override
    public Set<String> insert(Session session, List<NewItem> items, @Nullable Long batch)
            throws SQLException {
        Connection connection = session.connection();
        return new HashSet<>(
                session.query(
                        insert,
                        row -> row.getString(1),
                        texts(connection, items.stream().map(NewItem::id).toList()),
                        texts(
                                connection,
                                items.stream().map(item -> item.item().destination()).toList()),
                        longs(connection, items.stream().map(NewItem::appendedAt).toList()),
                        connection.createArrayOf(
                                "bytea",
                                items.stream().map(NewItem::sealed).toArray(byte[][]::new)),
                        batch == null ? State.PENDING : State.BATCHED,
                        batch));
    }

    @Override
    public void beginWriting(Session callers) {
        // Reading is in nobody's way here.
    }

    @Override
    public @Nullable String weaknessOf(Session callers) throws SQLException {
        String commit =
                callers.first(
                                "SELECT current_setting('synchronous_commit')",
                                row -> row.getString(1))
                        .orElse("unknown");
        return commit.equals("off") ? "synchronous_commit is off" : null;
    }
}
