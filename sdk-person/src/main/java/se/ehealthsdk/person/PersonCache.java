package se.ehealthsdk.person;

import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How long and how many persons a {@link PersonClient} remembers. Needs the library Caffeine ({@code
 * com.github.ben-manes.caffeine:caffeine}), which the application adds itself.
 *
 * <p>Only persons that were found are remembered, never that somebody is unknown, and no failures. What changes
 * meanwhile, such as a death or a protection, is not seen until the time to live has passed: keep it short.
 *
 * @param timeToLive from the answer until the person is asked for again
 * @param maxPersons how many are kept at most
 */
public record PersonCache(Duration timeToLive, int maxPersons) {

    private static final int ENOUGH_FOR_A_HOSPITAL = 10_000;

    /**
     * @throws InvalidInputException if either is not above zero
     */
    public PersonCache {
        if (timeToLive.isNegative() || timeToLive.isZero()) {
            throw new InvalidInputException("timeToLive", "is not above zero", "some minutes");
        }
        if (maxPersons < 1) {
            throw new InvalidInputException("maxPersons", "is below 1", "1 or more");
        }
    }

    /** Persons remembered for this long, at most 10 000 of them. */
    public static PersonCache of(Duration timeToLive) {
        return new PersonCache(timeToLive, ENOUGH_FOR_A_HOSPITAL);
    }
}
