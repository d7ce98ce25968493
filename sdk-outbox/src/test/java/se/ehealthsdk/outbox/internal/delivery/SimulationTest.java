package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.internal.delivery.MemoryStore.Row;
import se.ehealthsdk.outbox.internal.delivery.MemoryStore.State;
import se.ehealthsdk.outbox.internal.delivery.ModelReceiver.Weather;
import se.ehealthsdk.outbox.internal.delivery.ModelReceiver.Wording;

/**
 * Many small worlds, each with its own weather, bad items and deaths. At the end of each, every item is at
 * the receiver exactly once, or parked or held.
 */
class SimulationTest {

    private static final String DESTINATION = "SE0000000000-TEST";

    /** What makes a world, and what is asserted of its end. */
    private static final class Scenario {
        int items = 1;
        int maxItems = 12;
        boolean inDoubt;
        final Set<Integer> bad = new HashSet<>();
        final Set<Integer> elsewhere = new HashSet<>();
        Wording wording = Wording.CLEAR;
        boolean badFirst;
        List<Weather> weather = List.of();
        List<Integer> kills = List.of();
        List<Integer> storeFailures = List.of();
        long seed;

        @Override
        public String toString() {
            return items
                    + " items, inDoubt="
                    + inDoubt
                    + ", bad="
                    + bad
                    + ", elsewhere="
                    + elsewhere
                    + ", "
                    + wording
                    + ", badFirst="
                    + badFirst
                    + ", "
                    + weather
                    + ", kills="
                    + kills
                    + ", storeFailures="
                    + storeFailures
                    + ", seed="
                    + seed;
        }
    }

    private static final class Ended {
        final MemoryStore store = new MemoryStore();
        ModelReceiver receiver;
        World world;
    }

    private static Ended run(Scenario scenario) {
        Ended end = new Ended();
        Random random = new Random(scenario.seed);
        Set<String> bad = new HashSet<>();
        scenario.bad.forEach(i -> bad.add("id-" + i));
        end.receiver = new ModelReceiver(bad, scenario.wording, scenario.badFirst, random);
        end.receiver.maxItems = scenario.maxItems;
        end.receiver.forecast(scenario.weather);
        scenario.elsewhere.forEach(i -> end.receiver.storedElsewhere("id-" + i));
        end.world = new World(end.store, end.receiver, random);
        end.world.kills.addAll(scenario.kills);
        end.world.storeFailures.addAll(scenario.storeFailures);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < scenario.items; i++) {
            items.add(Item.of("id-" + i, DESTINATION, new byte[0]));
        }
        if (scenario.inDoubt) {
            end.store.appendInDoubt(items, end.world.clock.instant());
        } else {
            items.forEach(item -> end.store.append(item, end.world.clock.instant()));
        }
        end.world.clock.forward(java.time.Duration.ofSeconds(1));
        try {
            end.world.drain(2_000 + 20 * scenario.items);
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError(scenario.toString(), failed);
        }
        end.receiver.arriveLate();
        return end;
    }

    /** Nothing is lost, nothing doubled, and what is said of an item is so. */
    private static void assertTrue(Scenario scenario, Ended end, boolean alsoAssumed) {
        if (end.receiver.doubled > 0) {
            fail("doubled: " + scenario);
        }
        for (Row row : end.store.rows()) {
            boolean has = end.receiver.has(row.item.id());
            boolean right =
                    switch (row.state) {
                        case DELIVERED -> has;
                        case ASSUMED_DELIVERED -> has || !alsoAssumed;
                        case PARKED -> !has && !row.reason.isEmpty();
                        case IN_DELIVERY -> true;
                        case PENDING -> false;
                    };
            if (!right) {
                fail(row.item.id() + " is " + row.state + ", stored=" + has + ": " + scenario);
            }
        }
    }

    private static void assertNothingHeld(Scenario scenario, Ended end) {
        if (end.store.figures().held() > 0) {
            fail("held: " + scenario);
        }
        for (Row row : end.store.rows()) {
            boolean bad = scenario.bad.contains((int) row.seq - 1);
            if (bad != (row.state == State.PARKED)) {
                fail(row.item.id() + " is " + row.state + ", bad=" + bad + ": " + scenario);
            }
        }
    }

    private static final List<Weather> STORMY =
            Arrays.stream(Weather.values()).filter(it -> it != Weather.CALM).toList();

    private static List<Weather> weather(Random random, int calls, double storm) {
        List<Weather> weather = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            weather.add(
                    random.nextDouble() < storm
                            ? STORMY.get(random.nextInt(STORMY.size()))
                            : Weather.CALM);
        }
        return weather;
    }

    private static List<Integer> some(Random random, int atMost, int within) {
        List<Integer> some = new ArrayList<>();
        int count = random.nextInt(atMost + 1);
        for (int i = 0; i < count; i++) {
            some.add(1 + random.nextInt(within));
        }
        return some;
    }

    private static Scenario random(long seed) {
        Random random = new Random(seed);
        Scenario scenario = new Scenario();
        scenario.seed = seed;
        scenario.items = 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 12);
        scenario.inDoubt = random.nextInt(4) == 0;
        double density = List.of(0.0, 0.1, 0.5, 1.0).get(random.nextInt(4));
        for (int i = 0; i < scenario.items; i++) {
            if (random.nextDouble() < density) {
                scenario.bad.add(i);
            }
        }
        scenario.badFirst = random.nextBoolean();
        scenario.weather = weather(random, random.nextInt(30), random.nextDouble());
        scenario.kills = some(random, 6, 60);
        scenario.storeFailures = some(random, 4, 60);
        return scenario;
    }

    @Test
    void clearWording_anyWeatherAndAnyDeaths_endsWithEveryGoodItemStoredAndEveryBadOneParked() {
        for (long seed = 0; seed < 40_000; seed++) {
            Scenario scenario = random(seed);
            Ended end = run(scenario);
            assertTrue(scenario, end, true);
            assertNothingHeld(scenario, end);
        }
    }

    @Test
    void clearWording_someItemsStoredElsewhere_areFoundAndTheOthersDelivered() {
        for (long seed = 0; seed < 20_000; seed++) {
            Scenario scenario = random(seed);
            Random random = new Random(~seed);
            scenario.weather =
                    scenario.weather.stream()
                            .map(it -> it == Weather.REPEATED ? Weather.ANSWER_LOST : it)
                            .toList();
            for (int i = 0; i < 3; i++) {
                int which = random.nextInt(scenario.items);
                if (!scenario.bad.contains(which)) {
                    scenario.elsewhere.add(which);
                }
            }
            Ended end = run(scenario);
            assertTrue(scenario, end, true);
            assertNothingHeld(scenario, end);
        }
    }

    @Test
    void clearWording_diesAtEveryMoment_losesNothing() {
        for (int items : List.of(1, 2, 3, 6, 7)) {
            for (int bad = -1; bad < items; bad++) {
                for (Weather first : Weather.values()) {
                    for (Weather second : Weather.values()) {
                        for (int kill = 1; kill < 25; kill++) {
                            Scenario scenario = new Scenario();
                            scenario.items = items;
                            if (bad >= 0) {
                                scenario.bad.add(bad);
                            }
                            scenario.weather = List.of(first, second);
                            scenario.kills = List.of(kill, kill + 7);
                            Ended end = run(scenario);
                            assertTrue(scenario, end, true);
                            assertNothingHeld(scenario, end);
                        }
                    }
                }
            }
        }
    }
}
