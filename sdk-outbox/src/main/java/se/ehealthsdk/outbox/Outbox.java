package se.ehealthsdk.outbox;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/**
 * Keeps items until a receiver has them. Safe for use by many threads.
 *
 * <pre>{@code
 * try (JdbcOutbox outbox = Outbox.sqlite(Path.of("/var/lib/ehr/outbox"));
 *         Delivery delivery = outbox.deliver(receiver, DeliveryOptions.DEFAULT)) {
 *     outbox.append(Item.of(id, destination, bytes));          // durable when it returns
 * }
 * }</pre>
 */
public interface Outbox extends AutoCloseable {

    /** An outbox in a folder of this machine's own disk, with everything as it is by default. */
    static JdbcOutbox sqlite(Path folder) {
        return JdbcOutbox.sqlite(folder).open();
    }

    /** An outbox in a PostgreSQL database that several nodes share, with everything as it is by default. */
    static JdbcOutbox postgresql(DataSource database) {
        return JdbcOutbox.postgresql(database).open();
    }

    /**
     * Keeps an item. It is durable when this returns. An item that is there already, with the same id,
     * destination and payload, is kept once.
     *
     * @throws OutboxException if it is not known to be durable; or if another item has the same id
     */
    default void append(Item item) {
        append(List.of(item));
    }

    /**
     * Keeps items, all or none.
     *
     * @throws OutboxException if they are not known to be durable; or if another item has the id of one
     */
    void append(List<Item> items);

    /**
     * Starts delivering, until the returned handle is closed. Call it once on each node that is to deliver;
     * nodes that only append do not.
     *
     * @throws OutboxException if the options do not suit the receiver, for example a lease shorter than its
     *     longest call
     */
    Delivery deliver(Receiver receiver, DeliveryOptions options);

    /** Stops deliveries, waits for appends under way, and lets go of the store. What is kept stays kept. */
    @Override
    void close();
}
