package se.ehealthsdk.core.rivta;

import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/** Stands on no other type here: options and policies that need one another's constants all check their times with it. */
final class PositiveDuration {

    private PositiveDuration() {}

    static Duration require(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new InvalidInputException(name, "is not positive", "a duration above zero");
        }
        if (duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidInputException(name, "is longer than a day", "a day or less");
        }
        return duration;
    }
}
