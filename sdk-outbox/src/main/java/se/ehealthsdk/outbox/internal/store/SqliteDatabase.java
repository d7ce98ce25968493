package se.ehealthsdk.outbox.internal.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import se.ehealthsdk.outbox.OutboxException;

/**
 * One SQLite file. All that write take turns on one connection, so that none of ours ever waits for another
 * by asking again and again; other processes may have the file open too. Readers have connections of their
 * own and wait for nobody.
 */
final class SqliteDatabase implements Database {

    static final int SYNCHRONOUS_FULL = 2;
    private static final int BUSY_MILLIS = 10_000;
    private static final int PATIENCE_SECONDS = 30;

    /** Longer than SQLite ever sleeps between two attempts at a lock (100 ms). */
    private static final long ATTEMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Path file;
    private final SqliteDialect dialect;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final AtomicInteger callersWaiting = new AtomicInteger();
    private final ConcurrentLinkedDeque<Session> readers = new ConcurrentLinkedDeque<>();
    private @Nullable Session writer;
    private volatile @Nullable OutboxException broken;
    private volatile boolean closed;

    SqliteDatabase(Path file, String name) {
        this.file = file;
        this.dialect = new SqliteDialect(name);
    }

    Path file() {
        return file;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public int committers() {
        return 1;
    }

    @Override
    public <T> T writeAgain(Work<T> work) {
        return write(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        awaitTurn();
        try {
            requireWell();
            letCallersIn();
            Session session = writer;
            if (session == null) {
                session = open();
                secureWhatIsThere(session);
                writer = session;
            }
            return inTransaction(session, work);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (!writing.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Failures.storage(
                        "Nothing could be written for " + PATIENCE_SECONDS + " s",
                        "See what keeps the disk busy.",
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxException(
                    OutboxException.Kind.STOPPED, "Interrupted", "Nothing was done; try again.", e);
        }
    }

    /**
     * A caller's own connection can only ask SQLite for the lock again and again, and would hardly ever find it
     * free between our transactions.
     */
    @Override
    public void beginWriting(Session callers) throws SQLException {
        callersWaiting.incrementAndGet();
        try {
            dialect.beginWriting(callers);
        } finally {
            callersWaiting.decrementAndGet();
        }
    }

    private void letCallersIn() {
        long until = System.nanoTime() + ATTEMPT_NANOS;
        while (callersWaiting.get() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private <T> T inTransaction(Session session, Work<T> work) throws SQLException {
        boolean done = false;
        session.update("BEGIN IMMEDIATE");
        try {
            T result = work.in(session);
            session.update("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback(session);
            }
        }
    }

    private void rollback(Session session) {
        try {
            session.update("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, or the connection is of no use: either way begin
            // afresh.
            writer = null;
            closeQuietly(session);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        requireWell();
        Session session = readers.poll();
        try {
            if (session == null) {
                session = open();
            }
            session.update("BEGIN");
            T result = work.in(session);
            session.update("COMMIT");
            readers.push(session);
            session = null;
            if (closed) {
                closeReaders();
            }
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            if (session != null) {
                closeQuietly(session);
            }
        }
    }

    private void requireWell() {
        if (closed) {
            throw Failures.closed();
        }
        OutboxException failure = broken;
        if (failure != null) {
            throw Failures.again(failure);
        }
    }

    private OutboxException failed(SQLException e) {
        if (e instanceof SQLiteException sqlite && isSyncFailure(sqlite.getResultCode())) {
            // What is in the system's cache after a failed sync may never reach the disk, and a
            // second sync
            // would not say so.
            OutboxException failure =
                    Failures.storage(
                            "The disk failed to sync (" + sqlite.getResultCode() + ")",
                            "See to the disk, then open the outbox again.",
                            e);
            broken = failure;
            return failure;
        }
        return Failures.storage(e);
    }

    static boolean isSyncFailure(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_IOERR_FSYNC
                || code == SQLiteErrorCode.SQLITE_IOERR_DIR_FSYNC;
    }

    private Session open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // The driver would prepare and run a query for them after each insert.
        config.setGetGeneratedKeys(false);
        Session session = new Session(config.createConnection("jdbc:sqlite:" + file), dialect);
        boolean good = false;
        try {
            session.query("PRAGMA journal_mode = WAL", row -> true);
            session.execute("PRAGMA synchronous = FULL");
            // On macOS a plain sync leaves the data in the disk's own cache.
            session.execute("PRAGMA fullfsync = 1");
            session.execute("PRAGMA checkpoint_fullfsync = 1");
            session.execute("PRAGMA cache_size = -16000");
            // The pages that every commit touches reach the file itself once for many commits.
            session.query("PRAGMA wal_autocheckpoint = 4000", row -> true);
            requireDurable(session);
            good = true;
            return session;
        } finally {
            if (!good) {
                session.close();
            }
        }
    }

    /**
     * A process that was killed, or failed to sync, leaves commits in the log that are read back though no
     * disk may have them: an item there counts as kept when it is appended again. So what is read is put in
     * the file, and synced, before anything is acknowledged.
     */
    private static void secureWhatIsThere(Session session) throws SQLException {
        session.query("PRAGMA wal_checkpoint(PASSIVE)", row -> true);
    }

    static void requireDurable(Session session) throws SQLException {
        String journal =
                session.first("PRAGMA journal_mode", row -> row.getString(1)).orElse("none");
        if (!"wal".equalsIgnoreCase(journal)) {
            throw Failures.configuration(
                    "SQLite keeps its journal as " + journal + ", not as WAL",
                    "Use a file system that SQLite's write-ahead log works on: a disk of this machine's own.");
        }
        int synchronous = session.first("PRAGMA synchronous", row -> row.getInt(1)).orElse(0);
        if (synchronous < SYNCHRONOUS_FULL) {
            throw Failures.configuration(
                    "SQLite runs with synchronous="
                            + synchronous
                            + ": the last commits are lost when power is",
                    "It has to be FULL (2).");
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closed = true;
            Session session = writer;
            writer = null;
            closeReaders();
            if (session != null) {
                closeQuietly(session);
            }
        } finally {
            writing.unlock();
        }
    }

    private void closeReaders() {
        for (Session session = readers.poll(); session != null; session = readers.poll()) {
            closeQuietly(session);
        }
    }

    /** A connection that cannot be closed is gone as well; all that was done on it has been told of. */
    private static void closeQuietly(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            Log.LOG.debug("A connection to the outbox's file could not be closed", e);
        }
    }
}
