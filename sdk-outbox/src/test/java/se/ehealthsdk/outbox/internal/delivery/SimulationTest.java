package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
        boolean acceptsDuplicates;
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
        end.receiver.acceptsDuplicates = scenario.acceptsDuplicates;
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
        end.world.clock.forward(Duration.ofSeconds(1));
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
        for (long seed = 0; seed < 8_000; seed++) {
            Scenario scenario = random(seed);
            Ended end = run(scenario);
            assertTrue(scenario, end, true);
            assertNothingHeld(scenario, end);
        }
    }

    @Test
    void clearWording_someItemsStoredElsewhere_areFoundAndTheOthersDelivered() {
        for (long seed = 0; seed < 4_000; seed++) {
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
        for (int items : List.of(1, 2, 3, 7)) {
            for (int bad = -1; bad < items; bad += items > 3 ? 4 : 1) {
                for (Weather first : Weather.values()) {
                    for (Weather second : Weather.values()) {
                        for (int kill = 1; kill < 20; kill++) {
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

    /** What has to come together for a wrong assumption: bad items and calls repeated by the platform. */
    private static void thinOut(Scenario scenario, int atMost) {
        while (scenario.bad.size() > atMost) {
            scenario.bad.remove(scenario.bad.iterator().next());
        }
        int left = atMost - scenario.bad.size();
        List<Weather> weather = new ArrayList<>();
        for (Weather call : scenario.weather) {
            boolean repeated = call == Weather.REPEATED;
            weather.add(repeated && left <= 0 ? Weather.ANSWER_LOST : call);
            left -= repeated ? 1 : 0;
        }
        scenario.weather = weather;
    }

    @Test
    void refusalsThatDoNotTellTheirCause_fewBadOrRepeated_loseNothing() {
        for (Wording wording :
                List.of(Wording.UNCLEAR, Wording.DUPLICATES_ONLY, Wording.SOMETIMES)) {
            for (long seed = 0; seed < 4_000; seed++) {
                Scenario scenario = random(seed);
                scenario.wording = wording;
                thinOut(scenario, Resolution.TELLING - 1);
                assertTrue(scenario, run(scenario), true);
            }
        }
    }

    @Test
    void refusalsThatDoNotTellTheirCause_noCallInDoubt_assumeNothing() {
        for (long seed = 0; seed < 3_000; seed++) {
            Scenario scenario = random(seed);
            scenario.wording = Wording.UNCLEAR;
            scenario.inDoubt = false;
            scenario.kills = List.of();
            scenario.storeFailures = List.of();
            scenario.weather = List.of(Weather.BLOCKED, Weather.NOT_REACHED, Weather.REPEATED);
            Ended end = run(scenario);
            assertTrue(scenario, end, true);
            if (end.store.figures().assumedDelivered() > 0) {
                fail("assumed: " + scenario);
            }
        }
    }

    @Test
    void refusalsThatDoNotTellTheirCause_oneBadAmongOthers_isParkedAndTheOthersDelivered() {
        for (int items = 2; items <= 12; items++) {
            for (int bad = 0; bad < items; bad++) {
                Scenario scenario = new Scenario();
                scenario.items = items;
                scenario.bad.add(bad);
                scenario.wording = Wording.UNCLEAR;
                Ended end = run(scenario);
                assertTrue(scenario, end, true);
                assertNothingHeld(scenario, end);
                assertThat(end.store.figures().delivered()).isEqualTo(items - 1);
            }
        }
    }

    @Test
    void refusalsThatDoNotTellTheirCause_answerLostAndOthersAccepted_takenForStored() {
        Scenario scenario = new Scenario();
        scenario.items = 9;
        scenario.maxItems = 3;
        scenario.wording = Wording.UNCLEAR;
        scenario.weather = List.of(Weather.CALM, Weather.ANSWER_LOST);
        Ended end = run(scenario);
        assertThat(end.store.figures().assumedDelivered()).isEqualTo(3);
        assertThat(end.store.figures().delivered()).isEqualTo(6);
    }

    @Test
    void refusalsThatDoNotTellTheirCause_nothingElseAccepted_held() {
        Scenario scenario = new Scenario();
        scenario.items = 9;
        scenario.wording = Wording.UNCLEAR;
        scenario.inDoubt = true;
        for (int i = 0; i < 9; i++) {
            scenario.bad.add(i);
        }
        Ended end = run(scenario);
        assertThat(end.store.figures().held()).isEqualTo(9);
    }

    @Test
    void held_manyBadTogether_goodOnesAreFoundWhenAskedAgain() {
        Scenario scenario = new Scenario();
        scenario.items = 12;
        scenario.wording = Wording.UNCLEAR;
        // where the first questions go, and some more
        scenario.bad.addAll(List.of(0, 1, 2, 3, 5, 6, 8, 9, 10, 11));
        Ended end = run(scenario);
        assertThat(end.store.figures().held()).isEqualTo(12);
        for (int round = 0; round < 20; round++) {
            end.world.clock.forward(Duration.ofDays(2));
            end.world.carryDue();
        }
        assertTrue(scenario, end, true);
        assertThat(end.receiver.has("id-4")).isTrue();
        assertThat(end.receiver.has("id-7")).isTrue();
    }

    @Test
    void oneBadIn500_anyPlace_isFoundInFewCalls() {
        for (Wording wording : List.of(Wording.CLEAR, Wording.UNCLEAR)) {
            for (int bad : List.of(0, 1, 17, 125, 249, 250, 251, 333, 374, 375, 498, 499)) {
                Scenario scenario = new Scenario();
                scenario.items = 500;
                scenario.maxItems = 500;
                scenario.bad.add(bad);
                scenario.wording = wording;
                Ended end = run(scenario);
                assertTrue(scenario, end, true);
                assertNothingHeld(scenario, end);
                assertThat(end.receiver.calls)
                        .as("calls: %s", scenario)
                        .isLessThanOrEqualTo(wording == Wording.CLEAR ? 20 : 30);
            }
        }
    }

    @Test
    void storedByThePlatformsRepeat_500_takesAFewCallsAndNothingIsParked() {
        for (Weather weather : List.of(Weather.REPEATED, Weather.ANSWER_LOST, Weather.LATE)) {
            Scenario scenario = new Scenario();
            scenario.items = 500;
            scenario.maxItems = 500;
            scenario.weather = List.of(weather);
            Ended end = run(scenario);
            assertTrue(scenario, end, true);
            assertNothingHeld(scenario, end);
            assertThat(end.receiver.calls).isLessThanOrEqualTo(2 + Resolution.PROBES + 1);
        }
    }

    /** Every call is stored, its answer lost, and the platform's second attempt refused. */
    @Test
    void everyCallRepeated_batchThatWasNotStored_isNotTakenForStoredByItsQuestions() {
        Scenario scenario = new Scenario();
        scenario.items = 12;
        scenario.inDoubt = true;
        scenario.weather = Collections.nCopies(40, Weather.REPEATED);
        Ended end = run(scenario);
        assertTrue(scenario, end, true);
        assertNothingHeld(scenario, end);
    }

    @Test
    void allBad_takesAboutTwoCallsEach() {
        Scenario scenario = new Scenario();
        scenario.items = 100;
        scenario.maxItems = 100;
        for (int i = 0; i < 100; i++) {
            scenario.bad.add(i);
        }
        Ended end = run(scenario);
        assertNothingHeld(scenario, end);
        assertThat(end.receiver.calls).isLessThan(200);
    }

    @Test
    void receiverThatAcceptsDuplicates_anyWeatherAndAnyDeaths_isSentAgainAndBadOnesParked() {
        for (long seed = 0; seed < 2_000; seed++) {
            Scenario scenario = random(seed);
            scenario.acceptsDuplicates = true;
            Ended end = run(scenario);
            assertTrue(scenario, end, true);
            assertNothingHeld(scenario, end);
            if (end.store.figures().assumedDelivered() > 0) {
                fail("assumed: " + scenario);
            }
        }
    }

    @Test
    void inDoubt_moreThanACallTakes_isDeliveredInParts() {
        for (Weather weather : Weather.values()) {
            Scenario scenario = new Scenario();
            scenario.items = 30;
            scenario.maxItems = 7;
            scenario.inDoubt = true;
            scenario.bad.add(19);
            scenario.weather = List.of(weather, Weather.CALM, weather);
            Ended end = run(scenario);
            assertTrue(scenario, end, true);
            assertNothingHeld(scenario, end);
        }
    }
}
