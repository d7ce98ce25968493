package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Test
    void perSecond_asManyAsAllowed_haveTheirTurnAtOnceAndTheNextDoesNot() throws Exception {
        RateLimit limit = RateLimit.perSecond(5);
        int atOnce = 0;
        while (limit.acquire(0)) {
            atOnce++;
        }
        // more than five where a new second began in the middle of the loop
        assertThat(atOnce).isBetween(5, 10);
        assertThat(limit.acquire(HOUR)).isTrue();
    }

    @Test
    void perSecond_callsThatGaveUp_haveTakenNoTurn() throws Exception {
        RateLimit limit = RateLimit.perSecond(1);
        for (int i = 0; i < 1_000; i++) {
            limit.acquire(0);
        }
        // had each taken the turn of a second to come, this one would wait for a quarter of an hour
        assertThat(limit.acquire(TimeUnit.SECONDS.toNanos(30))).isTrue();
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
        assertThat(limit.acquire(HOUR)).isTrue();
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
