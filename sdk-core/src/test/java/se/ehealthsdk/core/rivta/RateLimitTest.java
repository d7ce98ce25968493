package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Test
    void perSecond_secondCallAtOnce_hasNoTurnWithinTooShortATime() throws Exception {
        RateLimit limit = RateLimit.perSecond(1);
        assertThat(limit.acquire(HOUR)).isTrue();
        assertThat(limit.acquire(1)).isFalse();
    }

    @Test
    void perSecond_asManyAsAllowed_haveTheirTurnAtOnceAndTheNextWaits() throws Exception {
        RateLimit limit = RateLimit.perSecond(5);
        int atOnce = 0;
        while (limit.acquire(0)) {
            atOnce++;
        }
        // twice as many where a new second began in the middle of the loop
        assertThat(atOnce).isIn(5, 10);
        long start = System.nanoTime();
        assertThat(limit.acquire(HOUR)).isTrue();
        assertThat(limit.acquire(HOUR)).isTrue();
        for (int i = 0; i < 4; i++) {
            assertThat(limit.acquire(HOUR)).isTrue();
        }
        // a lower bound only: the last of these six belongs to the second after
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
    }

    @Test
    void oneAtATime_whileACallRuns_noOtherHasItsTurn() throws Exception {
        RateLimit limit = RateLimit.oneAtATime(Duration.ofMillis(1));
        assertThat(limit.acquire(HOUR)).isTrue();
        assertThat(limit.acquire(1_000)).isFalse();
        limit.release();
        assertThat(limit.acquire(HOUR)).isTrue();
    }

    @Test
    void oneAtATime_afterACall_waitsForThePause() throws Exception {
        RateLimit limit = RateLimit.oneAtATime(Duration.ofMillis(60));
        assertThat(limit.acquire(HOUR)).isTrue();
        limit.release();
        assertThat(limit.acquire(TimeUnit.MILLISECONDS.toNanos(1))).isFalse();
        long start = System.nanoTime();
        assertThat(limit.acquire(HOUR)).isTrue();
        assertThat(System.nanoTime() - start).isPositive();
    }

    @Test
    void oneAtATime_interruptedInThePause_givesItsTurnBack() throws Exception {
        RateLimit limit = RateLimit.oneAtATime(Duration.ofSeconds(1));
        assertThat(limit.acquire(HOUR)).isTrue();
        limit.release();
        Thread.currentThread().interrupt();
        boolean interrupted = false;
        try {
            limit.acquire(HOUR);
        } catch (InterruptedException expected) {
            interrupted = true;
        }
        assertThat(interrupted).isTrue();
        assertThat(limit.acquire(HOUR)).isTrue();
    }
}
