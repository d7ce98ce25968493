package se.ehealthsdk.outbox.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

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
}
