package se.ehealthsdk.chaos;

import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import se.ehealthsdk.outbox.JdbcOutbox;

/** The outbox as it is. */
public final class RealOpening implements Opening {

    private static final String SQLITE = "sqlite:";

    @Override
    public JdbcOutbox open(String address) {
        return address.startsWith(SQLITE)
                ? JdbcOutbox.sqlite(Path.of(address.substring(SQLITE.length()))).open()
                : JdbcOutbox.postgresql(database(address)).open();
    }

    /** A data source that notices within seconds that its server is gone. */
    static PGSimpleDataSource database(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setConnectTimeout(2);
        database.setSocketTimeout(10);
        return database;
    }
}
