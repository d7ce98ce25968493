package se.ehealthsdk.outbox.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

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
}
