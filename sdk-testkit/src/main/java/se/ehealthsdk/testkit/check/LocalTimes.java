package se.ehealthsdk.testkit.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.xml.SwedishTime;

/** Times in messages: Swedish local time without zone. */
final class LocalTimes {

    private static final Pattern ZONE = Pattern.compile(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})");

    private LocalTimes() {}

    /** Whether a time ends with a zone. */
    static boolean hasZone(String text) {
        return ZONE.matcher(text).matches();
    }

    /** The moment; empty when it is no time. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(SwedishTime.ZONE).toInstant());
        } catch (DateTimeParseException no) {
            return Optional.empty();
        }
    }

    /** How many minutes a moment is after another, when that is more than clocks may differ. */
    static Optional<Long> minutesAfter(Instant moment, Instant now) {
        Duration ahead = Duration.between(now, moment);
        return ahead.compareTo(Duration.ofMinutes(5)) > 0
                ? Optional.of(ahead.toMinutes())
                : Optional.empty();
    }
}
