package se.ehealthsdk.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir Path folder;

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void database_crashedAndFull_keepsWhatWasCommitted() throws Exception {
        try (Database database = Database.start(folder)) {
            execute(database, "create table t (v text)");
            execute(
                    database,
                    "insert into t select repeat('x', 1000) from generate_series(1, 3000)");

            database.crash();
            assertThatThrownBy(() -> execute(database, "select 1"))
                    .isInstanceOf(SQLException.class);

            assertThat(database.startAgain(database.largestFileKib() + 100)).isTrue();
            assertThatThrownBy(
                            () ->
                                    execute(
                                            database,
                                            "insert into t select repeat('x', 1000)"
                                                    + " from generate_series(1, 3000)"))
                    .hasMessageContaining("File too large");

            database.crash();
            assertThat(database.startAgain(0)).isTrue();
            try (Connection connection = DriverManager.getConnection(database.url());
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select count(*) from t")) {
                result.next();
                assertThat(result.getInt(1)).isEqualTo(3000);
            }
        }
    }
}
