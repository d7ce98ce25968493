package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.KeptItem.State;
import se.ehealthsdk.outbox.internal.BatchStore;
import se.ehealthsdk.outbox.internal.delivery.ModelReceiver.Weather;
import se.ehealthsdk.outbox.internal.delivery.ModelReceiver.Wording;

/** Small worlds, each with its own weather, bad items and deaths, and what has to be so at their end. */
final class Simulation {

    private Simulation() {}

    /** The store of a world. */
    interface Shelf {
        BatchStore batches();

        void append(List<Item> items, Instant now);

        void appendInDoubt(List<Item> items, Instant now);

        List<Shown> items();
    }

    /** An item at the end. */
    record Shown(String id, State state, String reason) {}

    private static final String DESTINATION = "SE0000000000-TEST";

    /** What makes a world, and what is asserted of its end. */
    static final class Scenario {
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

    static final class Ended {
        final Shelf shelf;

        ModelReceiver receiver;
        World world;

        Ended(Shelf shelf) {
            this.shelf = shelf;
        }

        Figures figures() {
            return shelf.batches().figures();
        }
    }

    static Ended run(Scenario scenario) {
        return run(scenario, new FakeClock(), new MemoryStore());
    }

    static Ended run(Scenario scenario, FakeClock clock, Shelf shelf) {
        Ended end = new Ended(shelf);
        Random random = new Random(scenario.seed);
        Set<String> bad = new HashSet<>();
        scenario.bad.forEach(i -> bad.add("id-" + i));
        end.receiver = new ModelReceiver(bad, scenario.wording, scenario.badFirst, random);
        end.receiver.maxItems = scenario.maxItems;
        end.receiver.acceptsDuplicates = scenario.acceptsDuplicates;
        end.receiver.forecast(scenario.weather);
        scenario.elsewhere.forEach(i -> end.receiver.storedElsewhere("id-" + i));
        end.world = new World(clock, shelf.batches(), end.receiver, random);
        end.world.kills.addAll(scenario.kills);
        end.world.storeFailures.addAll(scenario.storeFailures);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < scenario.items; i++) {
            items.add(Item.of("id-" + i, DESTINATION, new byte[0]));
        }
        if (scenario.inDoubt) {
            shelf.appendInDoubt(items, clock.instant());
        } else {
            shelf.append(items, clock.instant());
        }
        clock.forward(Duration.ofSeconds(1));
        try {
            end.world.drain(2_000 + 20 * scenario.items);
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError(scenario.toString(), failed);
        }
        end.receiver.arriveLate();
        return end;
    }

    /** Nothing is lost, nothing doubled, and what is said of an item is so. */
    static void assertTrue(Scenario scenario, Ended end, boolean alsoAssumed) {
        if (end.receiver.doubled > 0) {
            fail("doubled: " + scenario);
        }
        for (Shown item : end.shelf.items()) {
            boolean has = end.receiver.has(item.id());
            boolean right =
                    switch (item.state()) {
                        case DELIVERED -> has;
                        case ASSUMED_DELIVERED -> has || !alsoAssumed;
                        case PARKED -> !has && !item.reason().isEmpty();
                        case IN_DELIVERY, HELD -> true;
                        case PENDING -> false;
                    };
            if (!right) {
                fail(item.id() + " is " + item.state() + ", stored=" + has + ": " + scenario);
            }
        }
    }

    static void assertNothingHeld(Scenario scenario, Ended end) {
        if (end.figures().held() > 0) {
            fail("held: " + scenario);
        }
        for (Shown item : end.shelf.items()) {
            boolean bad = scenario.bad.contains(Integer.parseInt(item.id().substring(3)));
            if (bad != (item.state() == State.PARKED)) {
                fail(item.id() + " is " + item.state() + ", bad=" + bad + ": " + scenario);
            }
        }
    }

    private static final List<Weather> STORMY =
            Arrays.stream(Weather.values()).filter(it -> it != Weather.CALM).toList();

    static List<Weather> weather(Random random, int calls, double storm) {
        List<Weather> weather = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            weather.add(
                    random.nextDouble() < storm
                            ? STORMY.get(random.nextInt(STORMY.size()))
                            : Weather.CALM);
        }
        return weather;
    }

    static List<Integer> some(Random random, int atMost, int within) {
        List<Integer> some = new ArrayList<>();
        int count = random.nextInt(atMost + 1);
        for (int i = 0; i < count; i++) {
            some.add(1 + random.nextInt(within));
        }
        return some;
    }

    static Scenario random(long seed) {
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

    /** What has to come together for a wrong assumption: bad items and calls repeated by the platform. */
    static void thinOut(Scenario scenario, int atMost) {
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
}
