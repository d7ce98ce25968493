package se.ehealthsdk.testkit.scenario;

import java.time.Duration;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * Something that a scenario does, and when: not before its time by the services' clock, and not before so many calls of a contract have been answered.
 *
 * @param at how long after the start
 * @param afterCalls the calls that it waits for; empty: none
 * @param action what is done
 */
public record Step(Duration at, Optional<AfterCalls> afterCalls, Action action) {

    /**
     * @throws InvalidInputException if the time is negative
     */
    public Step {
        if (at.isNegative()) {
            throw new InvalidInputException("at", "is negative", "a time after the start");
        }
    }

    /**
     * Calls that a step waits for.
     *
     * @param contract the contract; empty: any
     * @param number how many, 1 or more
     */
    public record AfterCalls(Optional<String> contract, int number) {}

    /** At the start. */
    public static Step of(Action action) {
        return new Step(Duration.ZERO, Optional.empty(), action);
    }

    /** At this time after the start. */
    public Step at(Duration offset) {
        return new Step(offset, afterCalls, action);
    }

    /** When so many calls of this contract have been answered since the start. */
    public Step afterCalls(String contract, int number) {
        return new Step(at, Optional.of(new AfterCalls(Optional.of(contract), number)), action);
    }
}
