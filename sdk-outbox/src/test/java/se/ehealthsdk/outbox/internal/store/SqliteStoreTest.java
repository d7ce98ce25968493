package se.ehealthsdk.outbox.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

class SqliteStoreTest extends StoreContract {

    @TempDir Path folder;

    @Override
    Database database() {
        return new SqliteDatabase(LocalDisk.file(folder, "outbox.db", true), "outbox");
    }

    @Override
    Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
    }

    private static void assertKind(OutboxException e, Kind kind) {
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.remedy()).isNotBlank();
    }

    @Test
    void connections_runWithWalAndFullSync() {
        JdbcStore store = open();
        Database.Work<String> pragmas =
                session ->
                        session.first("PRAGMA journal_mode", row -> row.getString(1)).orElseThrow()
                                + session.first("PRAGMA synchronous", row -> row.getString(1))
                                        .orElseThrow();
        assertThat(store.database().write(pragmas)).isEqualTo("wal2");
        assertThat(store.database().read(pragmas)).isEqualTo("wal2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA synchronous = NORMAL", "PRAGMA journal_mode = DELETE"})
    void weakerSettings_areRefused(String weakening) throws SQLException {
        try (Connection direct = connection()) {
            Session session = new Session(direct, new SqliteDialect("outbox"));
            session.execute("PRAGMA journal_mode = WAL");
            session.execute("PRAGMA synchronous = FULL");
            assertThatCode(() -> SqliteDatabase.requireDurable(session)).doesNotThrowAnyException();
            session.execute(weakening);
            assertThatThrownBy(() -> SqliteDatabase.requireDurable(session))
                    .isInstanceOfSatisfying(
                            OutboxException.class, e -> assertKind(e, Kind.CONFIGURATION));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs4",
                "nfs",
                "cifs",
                "smb2",
                "9p",
                "fuse.sshfs",
                "afs",
                "tmpfs",
                "ramfs",
                "virtiofs"
            })
    void fileSystemsThatForget_areRefused(String type) {
        assertThatThrownBy(() -> LocalDisk.requireLocal("/data", type))
                .isInstanceOfSatisfying(
                        OutboxException.class, e -> assertKind(e, Kind.CONFIGURATION))
                .hasMessageContaining(type);
    }

    @Test
    void localFileSystems_areTaken_uncPathsAreNot() {
        for (String type :
                new String[] {
                    "ext4", "xfs", "btrfs", "zfs", "overlay", "apfs", "NTFS", "fuseblk"
                }) {
            assertThatCode(() -> LocalDisk.requireLocal("/data", type)).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> LocalDisk.requireLocal("\\\\server\\share", "NTFS"))
                .isInstanceOf(OutboxException.class);
    }

    @Test
    void folderAndFile_areTheOwnersAlone() throws IOException {
        Path made = LocalDisk.file(folder.resolve("a/b"), "x.db", true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void folder_thatIsAFile_isRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> LocalDisk.file(file, "x.db", true))
                .isInstanceOfSatisfying(
                        OutboxException.class, e -> assertKind(e, Kind.CONFIGURATION));
    }

    @Test
    void fullDisk_failsTheAppend_losesNothing_andWorksAgainWhenThereIsRoom() {
        JdbcStore store = open();
        store.append(items(0, 10));
        limitPages(store, 1);
        Item large = Item.of("large", DESTINATION, new byte[1 << 20]);
        assertThatThrownBy(() -> store.append(List.of(large)))
                .isInstanceOfSatisfying(OutboxException.class, e -> assertKind(e, Kind.STORAGE));
        assertThat(counts(store)).isEqualTo(figures(10, 0, 0, 0, 0, 0));
        limitPages(store, 1_000_000);
        store.append(List.of(large));
        assertThat(counts(store)).isEqualTo(figures(11, 0, 0, 0, 0, 0));
        assertThat(claim(store).orElseThrow().entries()).hasSize(11);
    }

    /** SQLite never goes below what is in use, and then says that the disk is full. */
    private static void limitPages(JdbcStore store, int pages) {
        store.database()
                .write(
                        session ->
                                session.first(
                                        "PRAGMA max_page_count = " + pages, row -> row.getLong(1)));
    }

    @Test
    void failedSync_isToldApartFromOtherFailures() {
        assertThat(SqliteDatabase.isSyncFailure(SQLiteErrorCode.SQLITE_IOERR_FSYNC)).isTrue();
        assertThat(SqliteDatabase.isSyncFailure(SQLiteErrorCode.SQLITE_FULL)).isFalse();
    }

    @Test
    void failedSync_stopsEverythingUntilReopened() {
        JdbcStore store = open();
        store.append(items(0, 1));
        assertThatThrownBy(
                        () ->
                                store.database()
                                        .write(
                                                session -> {
                                                    throw new SQLiteException(
                                                            "disk I/O error",
                                                            SQLiteErrorCode.SQLITE_IOERR_FSYNC);
                                                }))
                .isInstanceOf(OutboxException.class);
        assertThatThrownBy(() -> store.append(items(1, 2)))
                .isInstanceOfSatisfying(OutboxException.class, e -> assertKind(e, Kind.STORAGE))
                .hasMessageContaining("sync");
        assertThatThrownBy(() -> claim(store)).isInstanceOf(OutboxException.class);
        assertThat(counts(open())).isEqualTo(figures(1, 0, 0, 0, 0, 0));
    }

    @Test
    void open_afterAKill_putsWhatIsReadBackOnTheDisk() throws IOException {
        open().append(items(0, 10));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        for (String name : List.of("outbox.db", "outbox.db-wal")) {
            Files.copy(folder.resolve(name), killed.resolve(name));
        }
        Path withoutLog = Files.createDirectory(folder.resolve("without-log"));
        JdbcStore opened = JdbcStore.sqlite(killed, true, options());
        try {
            Files.copy(killed.resolve("outbox.db"), withoutLog.resolve("outbox.db"));
        } finally {
            opened.close();
        }
        JdbcStore store = JdbcStore.sqlite(withoutLog, true, options());
        try {
            assertThat(counts(store)).isEqualTo(figures(10, 0, 0, 0, 0, 0));
        } finally {
            store.close();
        }
    }

    @Test
    void append_onAConnectionToAnotherFile_isRefused() throws SQLException {
        JdbcStore store = open();
        Path elsewhere = folder.resolve("other/outbox.db");
        JdbcStore.sqlite(elsewhere.getParent(), true, options()).close();
        for (String url : new String[] {"jdbc:sqlite:" + elsewhere, "jdbc:sqlite::memory:"}) {
            try (Connection other = DriverManager.getConnection(url)) {
                other.setAutoCommit(false);
                assertThatThrownBy(() -> store.append(other, List.of(item("a"))))
                        .isInstanceOfSatisfying(
                                OutboxException.class, e -> assertKind(e, Kind.INPUT))
                        .hasMessageContaining("not to the outbox's database");
            }
        }
    }

    @Test
    void append_inACallersTransaction_isLetInBetweenWritersThatNeverRest() throws Exception {
        JdbcStore store = open();
        AtomicBoolean enough = new AtomicBoolean();
        Thread busy =
                new Thread(
                        () -> {
                            while (!enough.get()) {
                                store.database()
                                        .write(
                                                session -> {
                                                    LockSupport.parkNanos(50_000_000);
                                                    return true;
                                                });
                            }
                        });
        busy.start();
        try (Connection callers = connection()) {
            try (var statement = callers.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 1000");
            }
            callers.setAutoCommit(false);
            for (int i = 0; i < 10; i++) {
                store.append(callers, List.of(item("ours-" + i)));
                callers.commit();
            }
        } finally {
            enough.set(true);
            busy.join();
        }
        assertThat(counts(store)).isEqualTo(figures(10, 0, 0, 0, 0, 0));
    }

    @Test
    void append_onAConnectionWithWeakSync_isRefused() throws SQLException {
        JdbcStore store = open();
        try (Connection callers = connection()) {
            try (var statement = callers.createStatement()) {
                statement.execute("PRAGMA synchronous = NORMAL");
            }
            callers.setAutoCommit(false);
            assertThatThrownBy(() -> store.append(callers, List.of(item("a"))))
                    .isInstanceOfSatisfying(
                            OutboxException.class, e -> assertKind(e, Kind.CONFIGURATION));
        }
    }

    @Test
    void processKilledWhileAppending_leavesAllThatWasAcknowledged() throws Exception {
        for (int round = 0; round < 2; round++) {
            Path told = folder.resolve("told-" + round);
            Process child =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    AppendingProcess.class.getName(),
                                    folder.toString(),
                                    "round-" + round + "-")
                            .redirectOutput(told.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            while (acknowledged(told).size() < 200) {
                assertThat(child.isAlive()).as("the child goes on until it is killed").isTrue();
                child.waitFor(20, TimeUnit.MILLISECONDS);
            }
            child.destroyForcibly().waitFor();
            Set<String> acknowledged = acknowledged(told);
            JdbcStore store = open();
            try (var kept = store.kept(Instant.EPOCH, Instant.MAX)) {
                assertThat(kept.map(each -> each.item().id())).containsAll(acknowledged);
            }
            long counted = counts(store).pending();
            try (var kept = store.kept(Instant.EPOCH, Instant.MAX)) {
                assertThat(kept.count()).isEqualTo(counted);
            }
            store.close();
        }
    }

    /** The ids that were told of, but for one that was cut off by the kill. */
    private static Set<String> acknowledged(Path told) throws IOException {
        return Files.readAllLines(told).stream()
                .filter(line -> line.endsWith("."))
                .collect(Collectors.toSet());
    }
}
