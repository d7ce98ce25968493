package se.ehealthsdk.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short runs, always with the same seeds; time itself is not repeated. */
class RunTest {

    @TempDir Path folder;

    private Tally run(Plan.Store store, int kills, int seconds, long seed, Class<?> opening)
            throws Exception {
        Plan plan =
                new Plan(
                        store,
                        kills,
                        Duration.ofSeconds(seconds),
                        seed,
                        folder.resolve("run"),
                        opening.getName());
        try (Run run = new Run(plan, System.out)) {
            return run.make();
        }
    }

    @Test
    void sqlite_fiftyKills_losesNothing() throws Exception {
        Tally tally = run(Plan.Store.SQLITE, 50, 25, 1, RealOpening.class);

        assertThat(tally.acknowledged()).isPositive();
        assertThat(tally.delivered()).isPositive();
        assertThat(tally.isClean()).as(tally.toString()).isTrue();
    }

    @Test
    void postgresql_tenKills_losesNothing() throws Exception {
        Tally tally = run(Plan.Store.POSTGRESQL, 10, 8, 2, RealOpening.class);

        assertThat(tally.acknowledged()).isPositive();
        assertThat(tally.delivered()).isPositive();
        assertThat(tally.isClean()).as(tally.toString()).isTrue();
    }

    @Test
    void outbox_thatAcknowledgesBeforeItKeeps_isCaught() throws Exception {
        assertThat(run(Plan.Store.SQLITE, 6, 6, 3, Forgetful.class).lost()).isPositive();
    }

    @Test
    void outbox_thatTakesFailureForSuccess_isCaught() throws Exception {
        assertThat(run(Plan.Store.SQLITE, 2, 4, 4, Hasty.class).lost()).isPositive();
    }
}
