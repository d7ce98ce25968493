package se.ehealthsdk.discharge.exchange;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The receiving side with its inbox in SQLite. */
class SqliteEndpointTest extends ExchangeEndpointContract {
    @TempDir Path folder;

    @Override
    Inbox inbox() {
        return JdbcInbox.sqlite(folder.resolve("inbox.db"));
    }
}
