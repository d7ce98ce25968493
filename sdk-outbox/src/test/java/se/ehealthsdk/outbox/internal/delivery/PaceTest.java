package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final FakeClock clock = new FakeClock();
    private final Instant start = clock.instant();

    private Duration passed() {
        return Duration.between(start, clock.instant());
    }

    @Test
    void turns_manyTaken_areEvenlySpacedAndTheFirstDoesNotWait() throws Exception {
        Pace pace = new Pace(4, clock);
        pace.take(clock);
        assertThat(passed()).isZero();
        for (int i = 0; i < 8; i++) {
            pace.take(clock);
        }
        assertThat(passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void turns_afterAnIdleTime_areNotSavedUp() throws Exception {
        Pace pace = new Pace(1, clock);
        pace.take(clock);
        clock.forward(Duration.ofSeconds(60));
        pace.take(clock);
        pace.take(clock);
        assertThat(passed()).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void turn_givenBack_isThereForTheNext() throws Exception {
        Pace pace = new Pace(1, clock);
        pace.giveBack(pace.take(clock));
        pace.take(clock);
        assertThat(passed()).isZero();
        pace.take(clock);
        assertThat(passed()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void turn_givenBackAfterAnotherWasTaken_doesNotHastenTheNext() throws Exception {
        Pace pace = new Pace(1, clock);
        Pace.Turn first = pace.take(clock);
        pace.take(clock);
        pace.giveBack(first);
        pace.take(clock);
        assertThat(passed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void clock_setBackByADay_delaysTheNextTurnByOneIntervalAtMost() throws Exception {
        Pace pace = new Pace(1, clock);
        pace.take(clock);
        clock.set(start.minus(Duration.ofDays(1)));
        pace.take(clock);
        assertThat(clock.instant())
                .isBeforeOrEqualTo(start.minus(Duration.ofDays(1)).plusSeconds(1));
    }

    @Test
    void noPace_manyTurns_doNotWait() throws Exception {
        Pace pace = new Pace(Double.POSITIVE_INFINITY, clock);
        for (int i = 0; i < 1_000; i++) {
            pace.take(clock);
        }
        assertThat(passed()).isZero();
    }

    @Test
    void turn_deliveryStopsMeanwhile_isNotGiven() throws Exception {
        Pace pace = new Pace(1, clock);
        pace.take(clock);
        clock.stopping = true;
        assertThatThrownBy(() -> pace.take(clock)).isInstanceOf(Pace.Stopped.class);
    }
}
