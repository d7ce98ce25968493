package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static se.ehealthsdk.outbox.internal.delivery.Simulation.assertNothingHeld;
import static se.ehealthsdk.outbox.internal.delivery.Simulation.assertTrue;
import static se.ehealthsdk.outbox.internal.delivery.Simulation.random;
import static se.ehealthsdk.outbox.internal.delivery.Simulation.run;
import static se.ehealthsdk.outbox.internal.delivery.Simulation.thinOut;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.outbox.internal.delivery.ModelReceiver.Weather;
import se.ehealthsdk.outbox.internal.delivery.ModelReceiver.Wording;
import se.ehealthsdk.outbox.internal.delivery.Simulation.Ended;
import se.ehealthsdk.outbox.internal.delivery.Simulation.Scenario;

/**
 * At the end of each of many small worlds, every item is at the receiver exactly once, or parked or held.
 */
class SimulationTest {

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
            if (end.figures().assumedDelivered() > 0) {
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
                assertThat(end.figures().delivered()).isEqualTo(items - 1);
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
        assertThat(end.figures().assumedDelivered()).isEqualTo(3);
        assertThat(end.figures().delivered()).isEqualTo(6);
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
        assertThat(end.figures().held()).isEqualTo(9);
    }

    @Test
    void held_manyBadTogether_goodOnesAreFoundWhenAskedAgain() {
        Scenario scenario = new Scenario();
        scenario.items = 12;
        scenario.wording = Wording.UNCLEAR;
        // where the first questions go, and some more
        scenario.bad.addAll(List.of(0, 1, 2, 3, 5, 6, 8, 9, 10, 11));
        Ended end = run(scenario);
        assertThat(end.figures().held()).isEqualTo(12);
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
            if (end.figures().assumedDelivered() > 0) {
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
