package se.ehealthsdk.siths.validation;

import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How long, and how many, answers of revocation services are kept. Immutable.
 *
 * <p>An answer is kept until the issuer's next one comes, but no longer than {@code keep}: that is how long a
 * certificate can go on working here after its issuer has begun to call it revoked.
 *
 * @param maxAnswers of certificates; the least recently used goes first
 * @param maxLists of revocation lists, in memory as a table of serial numbers; the least recently used goes first
 * @param keep at most, for answers and lists
 * @param keepFailures for how long it is remembered that no answer could be had, so that a service that is down
 *     does not delay every log-in
 */
public record RevocationCache(int maxAnswers, int maxLists, Duration keep, Duration keepFailures) {

    /** 10 000 answers and 20 lists, an hour; failures half a minute. */
    public static final RevocationCache STANDARD =
            new RevocationCache(10_000, 20, Duration.ofHours(1), Duration.ofSeconds(30));

    /**
     * Checks the limits.
     *
     * @throws InvalidInputException when a number is below one, or a time below zero
     */
    public RevocationCache {
        if (maxAnswers < 1 || maxLists < 1) {
            throw new InvalidInputException("cache", "holds nothing", "room for at least one");
        }
        if (keep.isNegative() || keepFailures.isNegative()) {
            throw new InvalidInputException("cache", "has a negative time", "zero or more");
        }
    }

    /** With another longest time for answers and lists. */
    public RevocationCache keeping(Duration longest) {
        return new RevocationCache(maxAnswers, maxLists, longest, keepFailures);
    }

    /** With another time for failures. */
    public RevocationCache keepingFailures(Duration time) {
        return new RevocationCache(maxAnswers, maxLists, keep, time);
    }
}
