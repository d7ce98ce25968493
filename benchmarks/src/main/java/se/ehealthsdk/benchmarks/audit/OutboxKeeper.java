package se.ehealthsdk.benchmarks.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;

/** This SDK's outbox: on SQLite, or on a PostgreSQL server started for it. */
final class OutboxKeeper implements Keeper {

    private static final String DESTINATION = "SE165565594230-1000";

    private final JdbcOutbox outbox;
    private final @Nullable EmbeddedPostgres server;

    private OutboxKeeper(JdbcOutbox outbox, @Nullable EmbeddedPostgres server) {
        this.outbox = outbox;
        this.server = server;
    }

    static OutboxKeeper sqlite(Path folder) {
        return new OutboxKeeper(JdbcOutbox.sqlite(folder).open(), null);
    }

    /** The server is as durable as by default in operation, which the embedded one is not by its own. */
    static OutboxKeeper postgresql(Path folder) throws IOException {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
        return new OutboxKeeper(JdbcOutbox.postgresql(server.getPostgresDatabase()).open(), server);
    }

    static Item item(byte[] record) {
        return Item.of(Records.newId(), DESTINATION, record);
    }

    JdbcOutbox outbox() {
        return outbox;
    }

    @Override
    public Hand hand() {
        return record -> outbox.append(item(record));
    }

    @Override
    public void close() throws IOException {
        outbox.close();
        if (server != null) {
            server.close();
        }
    }
}
