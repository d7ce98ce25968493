package se.ehealthsdk.core.rivta;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How fast a client may call. A limit holds state: clients that share one limit share its pace. Safe for
 * use by many threads.
 *
 * <p>A call waits for its turn, at most as long as its deadline allows; after that it fails with a {@link
 * se.ehealthsdk.core.error.ConnectionException} of stage {@code QUEUE}, and nothing has been sent.
 */
public abstract sealed class RateLimit {

    private RateLimit() {}

    /** No limit. */
    public static RateLimit none() {
        return Unlimited.INSTANCE;
    }

    /**
     * At most a number of calls begun in each second; they may be begun all at once, so that a few calls
     * in a row do not wait.
     *
     * @throws InvalidInputException if the number is below 1
     */
    public static RateLimit perSecond(int calls) {
        if (calls < 1) {
            throw new InvalidInputException("calls", "is below 1", "1 or more calls per second");
        }
        return new PerSecond(calls);
    }

    /**
     * One call at a time, and a pause after each: how national directories ask bulk readers to behave.
     *
     * @param pause from the end of one call to the start of the next
     */
    public static RateLimit oneAtATime(Duration pause) {
        return new OneAtATime(PositiveDuration.require("pause", pause));
    }

    /** Waits for a turn; false when it does not come in time. */
    abstract boolean acquire(long maxNanos) throws InterruptedException;

    /** The call that had its turn has ended. */
    void release() {}

    private static final class Unlimited extends RateLimit {
        private static final Unlimited INSTANCE = new Unlimited();

        @Override
        boolean acquire(long maxNanos) {
            return true;
        }
    }

    private static final class PerSecond extends RateLimit {
        private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

        private final RateLimiter limiter;

        PerSecond(int calls) {
            RateLimiterConfig config =
                    RateLimiterConfig.custom()
                            .limitForPeriod(calls)
                            .limitRefreshPeriod(Duration.ofSeconds(1))
                            .timeoutDuration(Duration.ZERO)
                            .build();
            this.limiter = RateLimiter.of("calls", config);
        }

        /** Asks again and again and reserves nothing, so that a call that gives up takes no turn with it. */
        @Override
        boolean acquire(long maxNanos) throws InterruptedException {
            long start = System.nanoTime();
            while (!limiter.acquirePermission()) {
                long left = maxNanos - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.sleep(Math.min(left, ASK_AGAIN_NANOS));
            }
            return true;
        }
    }

    private static final class OneAtATime extends RateLimit {
        private final Semaphore turn = new Semaphore(1, true);
        private final long pauseNanos;
        private long notBefore = System.nanoTime();

        OneAtATime(Duration pause) {
            this.pauseNanos = pause.toNanos();
        }

        @Override
        boolean acquire(long maxNanos) throws InterruptedException {
            long start = System.nanoTime();
            if (!turn.tryAcquire(maxNanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
            long now = System.nanoTime();
            long wait = Math.max(0, notBefore - now);
            if (wait > maxNanos - (now - start)) {
                turn.release();
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException interrupted) {
                turn.release();
                throw interrupted;
            }
            return true;
        }

        @Override
        void release() {
            notBefore = System.nanoTime() + pauseNanos;
            turn.release();
        }
    }
}
