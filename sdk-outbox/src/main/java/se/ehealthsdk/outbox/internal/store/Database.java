package se.ehealthsdk.outbox.internal.store;

import java.sql.SQLException;

/**
 * Where transactions run. Each is over, and durable if it wrote, when the method returns. Safe for use by
 * many threads.
 */
interface Database extends AutoCloseable {

    Dialect dialect();

    /** Runs work that writes. When its outcome is not known, it fails. */
    <T> T write(Work<T> work);

    /**
     * Runs work that writes and can be done twice without harm: when the connection is lost, also while
     * committing, it is tried once more.
     */
    <T> T writeAgain(Work<T> work);

    /** Runs work that only reads. */
    <T> T read(Work<T> work);

    /** Makes the caller's transaction ready to write, see {@link Dialect#beginWriting}. */
    default void beginWriting(Session callers) throws SQLException {
        dialect().beginWriting(callers);
    }

    /** How many appends may be committed side by side. */
    int committers();

    @Override
    void close();

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Session session) throws SQLException;
    }
}
