package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.internal.Doubt;

class CourierTest {

    private static final Verdict ACCEPTED = new Verdict.Accepted();

    private final FakeClock clock = new FakeClock();
    private final Instant start = clock.instant();
    private final MemoryStore store = new MemoryStore();
    private final Deque<Verdict> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    private final DeliveryOptions options =
            DeliveryOptions.DEFAULT
                    .callsPerSecond(Double.POSITIVE_INFINITY)
                    .maxAge(Duration.ofSeconds(10))
                    .backoff(Duration.ofSeconds(4), Duration.ofSeconds(60))
                    .clock(clock)
                    .listener(new Noting());

    private final class Noting implements OutboxListener {
        @Override
        public void delivered(String destination, List<String> ids) {
            events.add("delivered " + ids);
        }

        @Override
        public void assumedDelivered(String destination, List<String> ids) {
            events.add("assumed " + ids);
        }

        @Override
        public void parked(String destination, List<String> ids) {
            events.add("parked " + ids);
        }

        @Override
        public void held(String destination, List<String> ids) {
            events.add("held " + ids);
        }

        @Override
        public void blocked(String destination, String reason, String remedy) {
            events.add("blocked " + destination + ": " + reason + ", " + remedy);
        }

        @Override
        public void ambiguous(String destination, int items) {
            events.add("ambiguous " + items);
        }
    }

    private Courier courier(DeliveryOptions chosen) {
        return new Courier(
                store,
                (destination, items) -> {
                    calls.add(destination + " " + items.stream().map(Item::id).toList());
                    return answers.isEmpty() ? ACCEPTED : answers.remove();
                },
                chosen,
                "node",
                clock,
                new Destinations(chosen, new Random(1)));
    }

    private void append(String... ids) {
        for (String id : ids) {
            store.append(Item.of(id, "A", new byte[0]), clock.instant());
        }
    }

    private void allDue() {
        clock.forward(Duration.ofSeconds(11));
    }

    @Test
    void append_youngerThanMaxAge_waitsForOthersUntilThen() throws Exception {
        Courier courier = courier(options);
        append("1");
        Duration wait = courier.step();
        assertThat(calls).isEmpty();
        append("2");
        clock.forward(wait);
        courier.step();
        assertThat(calls).containsExactly("A [1, 2]");
        assertThat(Duration.between(start, clock.instant()))
                .isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_100));
    }

    @Test
    void flush_young_goesAtOnceAndOnlyWhatWasThere() throws Exception {
        Courier courier = courier(options);
        append("1");
        courier.flush();
        assertThat(courier.step()).isZero();
        clock.forward(Duration.ofSeconds(1));
        append("2");
        courier.step();
        assertThat(calls).containsExactly("A [1]");
    }

    @Test
    void failure_ofADestination_pausesItLongerEachTimeAndOthersGoOn() throws Exception {
        append("1");
        store.append(Item.of("b", "B", new byte[0]), clock.instant());
        allDue();
        Courier courier = courier(options);
        answers.add(new Verdict.Failed(false, "no connection"));
        assertThat(courier.step()).isZero();
        assertThat(courier.step()).isZero();
        assertThat(calls).containsExactly("A [1]", "B [b]");
        Duration first = courier.step();
        assertThat(first).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        answers.add(new Verdict.Failed(false, "no connection"));
        clock.forward(first);
        courier.step();
        assertThat(courier.step()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        for (int i = 0; i < 8; i++) {
            answers.add(new Verdict.Failed(false, "no connection"));
            clock.forward(Duration.ofSeconds(60));
            courier.step();
        }
        assertThat(courier.step()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        clock.forward(Duration.ofSeconds(60));
        assertThat(courier.step()).isZero();
        assertThat(events).containsExactly("delivered [b]", "delivered [1]");
    }

    @Test
    void retryAfter_longerThanThePause_isKept() throws Exception {
        append("1");
        allDue();
        Courier courier = courier(options);
        answers.add(new Verdict.Failed(false, "busy", Optional.of(Duration.ofMinutes(20))));
        courier.step();
        assertThat(courier.step()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void blocked_severalBatches_alarmsOncePerPauseAndKeepsEverything() throws Exception {
        append("1");
        allDue();
        Courier courier = courier(options);
        answers.add(new Verdict.Blocked("access denied", "order it"));
        courier.step();
        append("2");
        allDue();
        courier.step();
        assertThat(calls).hasSize(1);
        assertThat(events).containsExactly("blocked A: access denied, order it");
        clock.forward(options.blockedPause());
        answers.add(new Verdict.Blocked("access denied", "order it"));
        courier.step();
        assertThat(events).hasSize(2);
        clock.forward(options.blockedPause());
        courier.step();
        courier.step();
        assertThat(store.figures().delivered()).isEqualTo(2);
    }

    @Test
    void callsInOneResolution_keepThePace() throws Exception {
        append("1", "2", "3");
        allDue();
        Instant before = clock.instant();
        Courier courier = courier(options.callsPerSecond(1));
        for (int i = 0; i < 4; i++) {
            answers.add(new Verdict.Refused(Verdict.Cause.DUPLICATE, "not unique"));
        }
        courier.step();
        assertThat(calls).containsExactly("A [1, 2, 3]", "A [1]", "A [3]", "A [2]");
        assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofSeconds(3));
        assertThat(events).containsExactly("assumed [1, 2, 3]");
    }

    @Test
    void idle_manySteps_takesNoTurnFromTheNextCall() throws Exception {
        Courier courier = courier(options.callsPerSecond(1));
        courier.step();
        courier.step();
        append("1");
        courier.flush();
        Instant before = clock.instant();
        courier.step();
        assertThat(calls).hasSize(1);
        assertThat(clock.instant()).isEqualTo(before);
    }

    @Test
    void leaseLost_whileTheCallIsMade_theLateAnswerChangesNothing() throws Exception {
        append("1", "2");
        allDue();
        Courier slow =
                new Courier(
                        store,
                        (destination, items) -> {
                            clock.forward(options.lease());
                            store.claim(
                                    "other",
                                    clock.instant(),
                                    clock.instant().plusSeconds(100),
                                    500,
                                    clock.instant(),
                                    Set.of());
                            return ACCEPTED;
                        },
                        options,
                        "slow",
                        clock,
                        new Destinations(options, new Random(1)));
        slow.step();
        assertThat(events).isEmpty();
        assertThat(store.figures().delivered()).isZero();
        clock.forward(Duration.ofSeconds(101));
        answers.add(new Verdict.Refused(Verdict.Cause.DUPLICATE, "not unique"));
        answers.add(new Verdict.Refused(Verdict.Cause.DUPLICATE, "not unique"));
        courier(options).step();
        assertThat(calls).containsExactly("A [1]", "A [2]");
        assertThat(events).containsExactly("assumed [1, 2]");
    }

    @Test
    void stop_beforeTheNextCallOfAResolution_letsGoAndAnotherGoesOnAtOnce() throws Exception {
        append("1", "2", "3");
        allDue();
        Courier courier = courier(options);
        answers.add(new Verdict.Failed(true, "timeout"));
        courier.step();
        clock.forward(Duration.ofSeconds(4));
        answers.add(new Verdict.Refused(Verdict.Cause.DUPLICATE, "not unique"));
        Courier stopped =
                new Courier(
                        store,
                        (destination, items) -> {
                            clock.stopping = true;
                            calls.add("last " + items.get(0).id());
                            return answers.remove();
                        },
                        options,
                        "stopped",
                        clock,
                        new Destinations(options, new Random(1)));
        stopped.step();
        clock.stopping = false;
        var batch =
                store.claim(
                                "other",
                                clock.instant(),
                                clock.instant().plusSeconds(100),
                                500,
                                clock.instant(),
                                Set.of())
                        .orElseThrow();
        assertThat(calls).containsExactly("A [1, 2, 3]", "last 1");
        assertThat(batch.doubt()).isEqualTo(Doubt.UNKNOWN);
        assertThat(batch.entries().get(0).reason()).isEqualTo("not unique");
    }

    @Test
    void receiver_throwsAnError_isAnUnknownOutcome() throws Exception {
        append("1", "2");
        allDue();
        Courier broken =
                new Courier(
                        store,
                        (destination, items) -> {
                            throw new NoClassDefFoundError("x");
                        },
                        options,
                        "node",
                        clock,
                        new Destinations(options, new Random(1)));
        broken.step();
        assertThat(events).containsExactly("ambiguous 2");
        clock.forward(Duration.ofSeconds(4));
        courier(options).step();
        assertThat(calls).containsExactly("A [1]");
    }

    @Test
    void single_refusedUnclearly_isHeldAndAskedForMoreAndMoreSeldom() throws Exception {
        append("1");
        allDue();
        Courier courier = courier(options);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(new Verdict.Refused(Verdict.Cause.UNCLEAR, "no"));
            courier.step();
            Duration wait = courier.step();
            waits.add(wait);
            clock.forward(wait);
        }
        assertThat(waits.stream().map(Duration::toHours))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 72L);
        assertThat(events).hasSize(8).containsOnly("held [1]");
    }

    @Test
    void listener_throws_deliveryGoesOn() throws Exception {
        append("1");
        allDue();
        OutboxListener broken =
                new OutboxListener() {
                    @Override
                    public void called(
                            String destination, int items, Duration took, Verdict verdict) {
                        throw new IllegalStateException("alarm system down");
                    }

                    @Override
                    public void delivered(String destination, List<String> ids) {
                        throw new IllegalStateException("alarm system down");
                    }
                };
        courier(options.listener(broken)).step();
        assertThat(store.figures().delivered()).isEqualTo(1);
    }

    @Test
    void store_isPurgedNowAndThen() throws Exception {
        Courier courier = courier(options);
        courier.step();
        assertThat(store.purges).isZero();
        clock.forward(Duration.ofMinutes(1));
        courier.step();
        courier.step();
        assertThat(store.purges).isEqualTo(1);
    }

    @Test
    void store_closedWhileACallIsMade_endsTheWorker() {
        append("1");
        allDue();
        OutboxException closed =
                new OutboxException(OutboxException.Kind.STOPPED, "closed", "open it", null);
        Courier courier = courier(options);
        store.failure = closed;
        assertThatThrownBy(courier::step).isSameAs(closed);
    }

    @Test
    void store_isDownWhenAnAnswerIsToBeWritten_itIsWrittenWhenTheStoreIsBack() throws Exception {
        append("1");
        allDue();
        Instant before = clock.instant();
        store.failure = new OutboxException(OutboxException.Kind.STORAGE, "down", "wait", null);
        store.failures = 6;
        courier(options).step();
        assertThat(calls).hasSize(1);
        assertThat(events).containsExactly("delivered [1]");
        assertThat(Duration.between(before, clock.instant())).isGreaterThan(Duration.ofSeconds(30));
    }
}
