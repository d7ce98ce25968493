package se.ehealthsdk.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * When a fault is met: how many times, after how many calls, from when until when by the services' clock, and how likely. All of it must hold. Immutable.
 *
 * @param times how many calls meet it; empty: until it is removed
 * @param after how many calls that it is meant for go through first, whatever else they meet
 * @param from not before this moment; empty: at once
 * @param until not from this moment on; empty: without end
 * @param probability that a call meets it, above 0 and at most 1; drawn anew for each call
 * @param seed decides the draws of probability and jitter: the nth call of a caller draws the same with the same seed, whatever
 *     other callers do meanwhile
 */
public record FaultCondition(
        OptionalInt times,
        int after,
        Optional<Instant> from,
        Optional<Instant> until,
        double probability,
        long seed) {

    private static final FaultCondition ALWAYS =
            new FaultCondition(OptionalInt.empty(), 0, Optional.empty(), Optional.empty(), 1.0, 0);

    /**
     * @throws InvalidInputException if a number is out of its range, or the window ends before it begins
     */
    public FaultCondition {
        if (times.isPresent() && times.getAsInt() < 1) {
            throw new InvalidInputException("times", "is below 1", "1 or more");
        }
        if (after < 0) {
            throw new InvalidInputException("after", "is below 0", "0 or more");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new InvalidInputException("probability", "is out of range", "above 0, at most 1");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new InvalidInputException(
                    "until", "is not after \"from\"", "a later moment than \"from\"");
        }
    }

    /** Met by each call, until it is removed. */
    public static FaultCondition always() {
        return ALWAYS;
    }

    /**
     * Met by so many calls.
     *
     * @throws InvalidInputException if the number is below 1
     */
    public static FaultCondition times(int number) {
        return new FaultCondition(
                OptionalInt.of(number), 0, Optional.empty(), Optional.empty(), 1.0, 0);
    }

    /** Not met by the first calls. */
    public FaultCondition after(int calls) {
        return new FaultCondition(times, calls, from, until, probability, seed);
    }

    /** Met from this moment on. */
    public FaultCondition from(Instant moment) {
        return new FaultCondition(times, after, Optional.of(moment), until, probability, seed);
    }

    /** Not met from this moment on. */
    public FaultCondition until(Instant moment) {
        return new FaultCondition(times, after, from, Optional.of(moment), probability, seed);
    }

    /** Met by chance. */
    public FaultCondition probability(double chance) {
        return new FaultCondition(times, after, from, until, chance, seed);
    }

    /** Another seed for its draws; 0 unless set. */
    public FaultCondition seed(long other) {
        return new FaultCondition(times, after, from, until, probability, other);
    }
}
