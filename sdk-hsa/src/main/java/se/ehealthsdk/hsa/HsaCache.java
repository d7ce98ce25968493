package se.ehealthsdk.hsa;

import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How long and how many answers an {@link HsaClient} remembers. Needs the library Caffeine ({@code
 * com.github.ben-manes.caffeine:caffeine}), which the application adds itself.
 *
 * <p>Only answers that tell something are remembered: not that nothing was found, not failures, not
 * updates, and not when HOSP was last updated. A commission that is withdrawn lives on in the cache for
 * the time to live: HSA itself promises data that are at most ten minutes old, so a few minutes more
 * is in keeping with it.
 *
 * @param timeToLive from the answer until it is asked for again
 * @param maxAnswers how many answers are kept at most
 */
public record HsaCache(Duration timeToLive, int maxAnswers) {

    private static final int ENOUGH_FOR_A_HOSPITAL = 10_000;

    /**
     * @throws InvalidInputException if either is not above zero
     */
    public HsaCache {
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new InvalidInputException("timeToLive", "is not above zero", "some minutes");
        }
        if (maxAnswers < 1) {
            throw new InvalidInputException("maxAnswers", "is below 1", "1 or more");
        }
    }

    /** Answers remembered for this long, at most 10 000 of them. */
    public static HsaCache of(Duration timeToLive) {
        return new HsaCache(timeToLive, ENOUGH_FOR_A_HOSPITAL);
    }
}
