package se.ehealthsdk.outbox.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.Settlement;

class PostgresStoreTest extends StoreContract {

    private DataSource source;

    @BeforeEach
    void schema() throws SQLException {
        source = TestPostgres.schema();
    }

    @Override
    Database database() {
        return new PostgresDatabase(source, "outbox");
    }

    @Override
    Connection connection() throws SQLException {
        return source.getConnection();
    }

    private static DataSource intercepted(DataSource source, Interception interception) {
        return (DataSource)
                Proxy.newProxyInstance(
                        DataSource.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            if (!method.getName().equals("getConnection")) {
                                return method.invoke(source, arguments);
                            }
                            return interception.opened(source.getConnection());
                        });
    }

    private interface Interception {
        Connection opened(Connection connection) throws SQLException;
    }

    private void onServer(String sql) throws SQLException {
        try (Connection direct = TestPostgres.server().getConnection();
                var statement = direct.createStatement()) {
            statement.execute(sql);
        }
    }

    private void endAllOtherConnections() throws SQLException {
        onServer(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }

    @Test
    void connections_thatTheServerEnded_areReplaced() throws SQLException {
        JdbcStore store = open();
        store.append(items(0, 2));
        endAllOtherConnections();
        store.append(items(2, 4));
        endAllOtherConnections();
        assertThat(claim(store).orElseThrow().entries()).hasSize(4);
        endAllOtherConnections();
        assertThat(counts(store)).isEqualTo(figures(0, 4, 0, 0, 0, 0));
    }

    @Test
    void database_thatCannotBeReached_failsTheAppend_andWorksAgainAfter() throws SQLException {
        AtomicBoolean down = new AtomicBoolean();
        DataSource real = source;
        source =
                intercepted(
                        real,
                        connection -> {
                            if (down.get()) {
                                connection.close();
                                throw new SQLException("refused", "08001");
                            }
                            return connection;
                        });
        JdbcStore store = open();
        down.set(true);
        endAllOtherConnections();
        assertThatThrownBy(() -> store.append(items(0, 1)))
                .isInstanceOfSatisfying(
                        OutboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.STORAGE));
        down.set(false);
        store.append(items(0, 1));
        assertThat(counts(store)).isEqualTo(figures(1, 0, 0, 0, 0, 0));
    }

    @Test
    void commit_whoseOutcomeIsLost_isNotAcknowledgedUntilItIsKnown() {
        AtomicInteger toLose = new AtomicInteger();
        DataSource real = source;
        source =
                intercepted(
                        real,
                        connection ->
                                (Connection)
                                        Proxy.newProxyInstance(
                                                Connection.class.getClassLoader(),
                                                new Class<?>[] {Connection.class},
                                                (proxy, method, arguments) -> {
                                                    Object result;
                                                    try {
                                                        result =
                                                                method.invoke(
                                                                        connection, arguments);
                                                    } catch (InvocationTargetException e) {
                                                        throw e.getCause();
                                                    }
                                                    if (method.getName().equals("commit")
                                                            && toLose.getAndUpdate(
                                                                            n -> Math.max(0, n - 1))
                                                                    > 0) {
                                                        connection.close();
                                                        throw new SQLException("lost", "08006");
                                                    }
                                                    return result;
                                                }));
        JdbcStore store = open();
        // Lost once: asked again, and found to be there, once.
        toLose.set(1);
        store.append(items(0, 2));
        assertThat(counts(store)).isEqualTo(figures(2, 0, 0, 0, 0, 0));
        // Lost twice: the caller is told, and may append again.
        toLose.set(2);
        assertThatThrownBy(() -> store.append(items(2, 3)))
                .isInstanceOfSatisfying(
                        OutboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.STORAGE));
        store.append(items(2, 3));
        assertThat(counts(store)).isEqualTo(figures(3, 0, 0, 0, 0, 0));
        // A claim is not repeated: the batch it may have taken comes back after its lease.
        toLose.set(1);
        assertThatThrownBy(() -> claim(store)).isInstanceOf(OutboxException.class);
        assertThat(claim(store)).isEmpty();
        clock.forward(LEASE);
        assertThat(claim(store).orElseThrow().entries()).hasSize(3);
    }

    @Test
    void connections_goBackAsTheyWere() {
        AtomicInteger open = new AtomicInteger();
        DataSource real = source;
        source =
                intercepted(
                        real,
                        connection -> {
                            connection.setReadOnly(true);
                            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                            open.incrementAndGet();
                            return (Connection)
                                    Proxy.newProxyInstance(
                                            Connection.class.getClassLoader(),
                                            new Class<?>[] {Connection.class},
                                            (proxy, method, arguments) -> {
                                                if (method.getName().equals("close")
                                                        && !connection.isClosed()) {
                                                    assertThat(connection.getAutoCommit()).isTrue();
                                                    if (!connection.isReadOnly()) {
                                                        // One that was only looked at and never
                                                        // used.
                                                        connection.setReadOnly(true);
                                                    }
                                                    assertThat(connection.getTransactionIsolation())
                                                            .isEqualTo(
                                                                    Connection
                                                                            .TRANSACTION_SERIALIZABLE);
                                                    assertThat(connection.getNetworkTimeout())
                                                            .isZero();
                                                    open.decrementAndGet();
                                                }
                                                return method.invoke(connection, arguments);
                                            });
                        });
        JdbcStore store = open();
        store.append(items(0, 1));
        claim(store);
        store.close();
        assertThat(open).hasValue(0);
    }

    @Test
    void synchronousCommitOff_isRefused() {
        DataSource real = source;
        source =
                intercepted(
                        real,
                        connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute("SET synchronous_commit = off");
                            }
                            return connection;
                        });
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
                .hasMessageContaining("synchronous_commit");
    }

    @Test
    void servers_thatWillNotDo_areRefused() {
        LentConnection.Settings good =
                new LentConnection.Settings(150004, "PostgreSQL 15.4 on x86_64", "on", "local");
        assertThatCode(() -> LentConnection.require(good)).doesNotThrowAnyException();
        for (LentConnection.Settings bad :
                List.of(
                        new LentConnection.Settings(150004, "PostgreSQL 15.4", "off", "on"),
                        new LentConnection.Settings(150004, "PostgreSQL 15.4", "on", "off"),
                        new LentConnection.Settings(110022, "PostgreSQL 11.22", "on", "on"),
                        new LentConnection.Settings(130000, "CockroachDB CCL v24.1", "on", "on"))) {
            assertThatThrownBy(() -> LentConnection.require(bad))
                    .isInstanceOfSatisfying(
                            OutboxException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
        }
    }

    @Test
    void synchronousCommitOff_onTheCallersConnection_isRefused() throws SQLException {
        JdbcStore store = open();
        try (Connection callers = connection()) {
            try (var statement = callers.createStatement()) {
                statement.execute("SET synchronous_commit = off");
            }
            callers.setAutoCommit(false);
            assertThatThrownBy(() -> store.append(callers, List.of(item("a"))))
                    .isInstanceOfSatisfying(
                            OutboxException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
        }
    }

    @Test
    void otherDatabases_areRefused() {
        SQLiteDataSource other = new SQLiteDataSource();
        other.setUrl("jdbc:sqlite::memory:");
        assertThatThrownBy(() -> JdbcStore.postgresql(other, options()))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
                .hasMessageContaining("SQLite");
    }

    @Test
    void append_onAConnectionToAnotherSchemasOutbox_isTheStoresOwn() throws SQLException {
        JdbcStore store = open();
        DataSource elsewhere = TestPostgres.schema();
        JdbcStore.postgresql(elsewhere, options()).close();
        try (Connection callers = elsewhere.getConnection()) {
            callers.setAutoCommit(false);
            store.append(callers, List.of(item("a")));
            callers.commit();
        }
        assertThat(counts(store)).isEqualTo(figures(1, 0, 0, 0, 0, 0));
    }

    @Test
    void claimOfALongQueue_readsOneBatchOfIt_withoutStatistics() throws SQLException {
        JdbcStore store = open();
        store.append(items(0, 3000));
        String plan =
                store.database()
                        .read(
                                session ->
                                        String.join(
                                                "\n",
                                                session.query(
                                                        "EXPLAIN SELECT seq FROM "
                                                                + session.dialect().table("state")
                                                                + " WHERE state = 0 AND (destination, seq) > ('a', 0)"
                                                                + " AND destination <= 'a'"
                                                                + " ORDER BY destination, seq LIMIT 500"
                                                                + " FOR UPDATE SKIP LOCKED",
                                                        row -> row.getString(1))));
        assertThat(plan).contains("outbox_pending").doesNotContain("Sort").doesNotContain("Bitmap");
    }

    @Test
    void itemCommittedLate_beforeWhereTheQueueWasReadTo_isNotMissed() throws SQLException {
        JdbcStore store = open();
        try (Connection callers = connection()) {
            callers.setAutoCommit(false);
            store.append(callers, List.of(item("late")));
            store.append(items(0, 4));
            assertThat(claim(store, 2).orElseThrow().entries()).hasSize(2);
            callers.commit();
        }
        assertThat(claim(store, 2).orElseThrow().entries()).hasSize(2);
        assertThat(ids(claim(store, 2).orElseThrow())).containsExactly("late");
    }

    @Test
    void confirmMissing_whileAnItemGoesToAnotherBatch_leavesItThere() throws Exception {
        JdbcStore store = open();
        store.append(items(0, 3));
        Batch batch = claim(store).orElseThrow();
        List<Long> s = seqs(batch);
        store.settle(
                batch,
                new Settlement(
                        List.of(),
                        List.of(s.get(0)),
                        List.of(),
                        List.of(),
                        Optional.of(held(clock.instant()))),
                clock.instant());
        try (Connection locking = connection()) {
            locking.setAutoCommit(false);
            try (var statement = locking.createStatement()) {
                // What it comes to first makes it wait, after it has found both.
                statement.execute(
                        "SELECT 1 FROM outbox_state WHERE seq = " + s.get(0) + " FOR UPDATE");
                CompletableFuture<Integer> confirming =
                        CompletableFuture.supplyAsync(
                                () ->
                                        store.confirmMissing(
                                                List.of("item-00000", "item-00001"), Instant.MAX));
                while (!somebodyWaits(statement)) {
                    Thread.onSpinWait();
                }
                Batch again = claim(store).orElseThrow();
                store.settle(
                        again,
                        new Settlement(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(
                                        new Settlement.Split(
                                                List.of(s.get(1)),
                                                Doubt.NONE,
                                                clock.instant(),
                                                false)),
                                Optional.of(held(clock.instant().plusSeconds(60)))),
                        clock.instant());
                assertThat(ids(claim(store).orElseThrow())).containsExactly("item-00001");
                locking.rollback();
                assertThat(confirming.get()).isEqualTo(1);
            }
        }
        assertThat(ids(claim(store).orElseThrow())).containsExactly("item-00000");
    }

    private static boolean somebodyWaits(Statement statement) throws SQLException {
        try (var found = statement.executeQuery("SELECT 1 FROM pg_locks WHERE NOT granted")) {
            return found.next();
        }
    }

    private static Settlement.Rest held(Instant until) {
        return new Settlement.Rest(Doubt.UNKNOWN, 1, until, true, false, false);
    }
}
