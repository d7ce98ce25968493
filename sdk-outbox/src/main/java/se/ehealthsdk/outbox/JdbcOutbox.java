package se.ehealthsdk.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * An outbox in a database: SQLite in a folder of this machine, or PostgreSQL for many nodes.
 */
public final class JdbcOutbox implements Outbox {

    private JdbcOutbox() {}

    /** Starts choosing an outbox in a folder, which is created; on a disk of this machine's own. */
    public static Builder sqlite(Path folder) {
        return new Builder();
    }

    /** Starts choosing an outbox in a PostgreSQL database, 12 or later; never closes the data source. */
    public static Builder postgresql(DataSource database) {
        return new Builder();
    }

    @Override
    public void append(List<Item> items) {
        throw new IllegalStateException("skeleton");
    }

    /**
     * Keeps an item in the caller's own transaction: durable when that commits, gone when it is rolled back.
     * The connection must be to the outbox's database, and not in auto-commit.
     */
    public void append(Connection transaction, Item item) {
        throw new IllegalStateException("skeleton");
    }

    /**
     * Keeps items that were sent together in one call elsewhere, whose outcome is not known: all of them are
     * with the receiver, or none. They are delivered as one batch in doubt, never mixed with others. Items
     * that are here already are left as they are.
     */
    public void appendInDoubt(List<Item> sentTogether) {
        throw new IllegalStateException("skeleton");
    }

    @Override
    public Delivery deliver(Receiver receiver, DeliveryOptions options) {
        throw new IllegalStateException("skeleton");
    }

    /** What it holds now. */
    public Figures figures() {
        throw new IllegalStateException("skeleton");
    }

    /** Refused items, oldest first; close the stream. */
    public Stream<ParkedItem> parked() {
        throw new IllegalStateException("skeleton");
    }

    /** One refused item. */
    public Optional<ParkedItem> parked(String id) {
        throw new IllegalStateException("skeleton");
    }

    /** Lets parked items go out again as they are. How many of the ids were parked. */
    public int resend(Collection<String> ids) {
        throw new IllegalStateException("skeleton");
    }

    /** Replaces a parked item's payload and lets it go out again; false if it was not parked. */
    public boolean repair(String id, byte[] payload) {
        throw new IllegalStateException("skeleton");
    }

    /** Someone has found out that the receiver has these (parked, held or assumed): marks them delivered. */
    public int confirmDelivered(Collection<String> ids) {
        throw new IllegalStateException("skeleton");
    }

    /** Someone has found out that the receiver does not have these (held or assumed): they go out again. */
    public int confirmMissing(Collection<String> ids) {
        throw new IllegalStateException("skeleton");
    }

    /** Everything appended from one instant to before another, in that order; close the stream. */
    public Stream<KeptItem> kept(Instant from, Instant to) {
        throw new IllegalStateException("skeleton");
    }

    /** Archives and deletes what has been kept long enough; also done by itself while delivering. */
    public int purge() {
        throw new IllegalStateException("skeleton");
    }

    @Override
    public void close() {}

    /** Collects what an outbox opens with. Not for use by more than one thread. */
    public static final class Builder {

        private Builder() {}

        /** The name of its tables, when one database holds several: {@code outbox} unless set. */
        public Builder name(String prefix) {
            return this;
        }

        /** Encrypts payloads and reasons at rest; not encrypted unless set. */
        public Builder encryptWith(PayloadKeys keys) {
            return this;
        }

        /** How long delivered items are kept: 30 days unless set. */
        public Builder keepDelivered(Duration time) {
            return this;
        }

        /** Who takes over delivered items before they are deleted; nobody unless set. */
        public Builder archive(Archive archive) {
            return this;
        }

        /** The clock; the system's unless set. */
        public Builder clock(Clock time) {
            return this;
        }

        /** Opens it, creating or migrating its tables. */
        public JdbcOutbox open() {
            return new JdbcOutbox();
        }
    }
}
