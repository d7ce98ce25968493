package se.ehealthsdk.outbox.internal.delivery;

import static se.ehealthsdk.outbox.internal.delivery.Simulation.assertNothingHeld;
import static se.ehealthsdk.outbox.internal.delivery.Simulation.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.ParkedItem;
import se.ehealthsdk.outbox.internal.BatchStore;
import se.ehealthsdk.outbox.internal.delivery.ModelReceiver.Wording;
import se.ehealthsdk.outbox.internal.delivery.Simulation.Ended;
import se.ehealthsdk.outbox.internal.delivery.Simulation.Scenario;
import se.ehealthsdk.outbox.internal.store.JdbcStore;
import se.ehealthsdk.outbox.internal.store.StoreOptions;

/** The worlds of {@link SimulationTest}, some of them, on a real database. */
class JdbcSimulationTest {

    private static final int WORLDS = 150;

    @TempDir Path folder;

    private record Sqlite(JdbcStore store) implements Simulation.Shelf {
        @Override
        public BatchStore batches() {
            return store;
        }

        @Override
        public void append(List<Item> items, Instant now) {
            store.append(items);
        }

        @Override
        public void appendInDoubt(List<Item> items, Instant now) {
            store.appendInDoubt(items.get(0).destination(), items);
        }

        @Override
        public List<Simulation.Shown> items() {
            Instant start = Instant.parse("2026-01-01T00:00:00Z");
            try (Stream<KeptItem> kept = store.kept(start, start.plus(Duration.ofDays(999)))) {
                return kept.map(
                                it ->
                                        new Simulation.Shown(
                                                it.item().id(),
                                                it.state(),
                                                store.parked(it.item().id())
                                                        .map(ParkedItem::reason)
                                                        .orElse("")))
                        .toList();
            }
        }
    }

    private void runAll(Wording wording) {
        for (long seed = 0; seed < WORLDS; seed++) {
            Scenario scenario = Simulation.random(seed);
            scenario.wording = wording;
            if (wording != Wording.CLEAR) {
                Simulation.thinOut(scenario, Resolution.TELLING - 1);
            }
            FakeClock clock = new FakeClock();
            StoreOptions options =
                    new StoreOptions(
                            "outbox",
                            Optional.empty(),
                            Duration.ofDays(30),
                            Optional.empty(),
                            Duration.ofSeconds(30),
                            clock);
            try (JdbcStore store =
                    JdbcStore.sqlite(folder.resolve(wording + "-" + seed), true, options)) {
                Ended end = Simulation.run(scenario, clock, new Sqlite(store));
                assertTrue(scenario, end, true);
                if (wording == Wording.CLEAR) {
                    assertNothingHeld(scenario, end);
                }
            }
        }
    }

    @Test
    void sqlite_clearWording_endsWithEveryGoodItemStoredAndEveryBadOneParked() {
        runAll(Wording.CLEAR);
    }

    @Test
    void sqlite_refusalsThatDoNotTellTheirCause_loseNothing() {
        runAll(Wording.UNCLEAR);
    }
}
