package se.ehealthsdk.core.rivta;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * When and how often a failed call is tried again.
 *
 * <p>Only where it is safe: a failure that left nothing done, of any contract; and a failure with unknown
 * outcome, of a contract that is {@linkplain RivtaContract#isIdempotent() idempotent}. And only where it
 * can help: the failure is {@linkplain se.ehealthsdk.core.error.EHealthException#retryable()
 * retryable}. The call's deadline covers attempts and pauses together, and an interrupt ends both.
 *
 * @param maxAttempts how many times to send at most, the first included
 * @param firstPause the pause before the second attempt, on average; each next pause is twice as long,
 *     and every pause varies by half its length so that clients do not come back in step
 * @param maxPause no pause is longer
 */
public record RetryPolicy(int maxAttempts, Duration firstPause, Duration maxPause) {

    /**
     * Two attempts, one second apart. Not more, because the platform makes a second attempt of its own
     * after a lost connection: two of ours can be four at the producer.
     */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(2, Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** One attempt. */
    public static final RetryPolicy NONE =
            new RetryPolicy(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    /**
     * @throws InvalidInputException if there is no attempt or a pause is not positive
     */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new InvalidInputException("maxAttempts", "is below 1", "1 or more");
        }
        PositiveDuration.require("firstPause", firstPause);
        PositiveDuration.require("maxPause", maxPause);
    }

    Duration pauseAfter(int attempt) {
        long millis =
                IntervalFunction.ofExponentialRandomBackoff(firstPause, 2.0, 0.5).apply(attempt);
        return Duration.ofMillis(Math.min(millis, maxPause.toMillis()));
    }
}
