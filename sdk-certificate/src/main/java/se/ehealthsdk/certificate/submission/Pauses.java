package se.ehealthsdk.certificate.submission;

import java.time.Duration;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How long to wait between attempts: each pause is twice the one before.
 *
 * @param first after the first attempt
 * @param longest no pause is longer
 */
record Pauses(Duration first, Duration longest) {

    static final Pauses DEFAULT = new Pauses(Duration.ofMinutes(1), Duration.ofHours(1));

    Pauses {
        // as long as a call can take: another node would take it up while it is being made
        if (first.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(first) < 0) {
            throw new InvalidInputException(
                    "pauses", "are shorter than a minute, or shrink", "a minute or more");
        }
    }

    Duration after(int attempts) {
        Duration pause = first;
        for (int i = 1; i < attempts && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
