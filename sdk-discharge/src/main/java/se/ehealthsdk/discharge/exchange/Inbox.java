package se.ehealthsdk.discharge.exchange;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Function;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;

/**
 * Remembers what came and how it was answered, in the application's own database, so that a message and its
 * acknowledgement are kept together or not at all. {@link JdbcInbox} is one in SQLite or PostgreSQL.
 */
public interface Inbox extends AutoCloseable {

    /** One that forgets when the process ends: for tests and stand-ins. */
    static Inbox inMemory() {
        return new MemoryInbox();
    }

    /**
     * Does work in one transaction, alone with that case of that peer. Durable when it returns; undone when the work
     * throws.
     *
     * @throws se.ehealthsdk.outbox.OutboxException when the database fails; nothing was done, or it is not known
     */
    <T> T inTransaction(HsaId peer, CaseId caseId, Function<Transaction, T> work);

    /** Lets go of the database. */
    @Override
    void close();

    /** What is remembered of one peer, and of one case of it. */
    interface Transaction {

        /** How a message was answered for good; empty when it was not, or never came. */
        Optional<Taken> message(MessageId message);

        /** How an envelope was answered, for good or not; empty when it never came. */
        Optional<Acknowledgement> envelope(String envelopeId);

        /** The highest sequence number in the case that was answered for good; 0 for none. */
        long lastSequence();

        /** Remembers how an envelope was answered. */
        void remember(String envelopeId, Acknowledgement answer);

        /** Remembers how a message was answered for good, and what was in it. */
        void remember(long sequence, Taken taken);

        /** Does something that is undone alone when it throws, while the rest of the transaction stands. */
        void undoable(Runnable work);

        /** The application's connection; empty when it is no database. */
        Optional<Connection> connection();
    }

    /**
     * A message that was answered for good.
     *
     * @param answer how
     * @param digest of what it said, to tell a repetition from another message under the same id
     */
    record Taken(Acknowledgement answer, String digest) {}
}
