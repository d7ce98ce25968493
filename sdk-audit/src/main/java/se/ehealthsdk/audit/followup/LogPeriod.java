package se.ehealthsdk.audit.followup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * A period in Swedish local time, which is what the log service's reports are asked for with: its times have
 * no zone. Widened to whole seconds.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
public record LogPeriod(LocalDateTime from, LocalDateTime to) {

    /**
     * @throws InvalidInputException if the end is not after the start
     */
    public LogPeriod {
        from = from.truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime whole = to.truncatedTo(ChronoUnit.SECONDS);
        to = whole.equals(to) ? to : whole.plusSeconds(1);
        if (!to.isAfter(from)) {
            throw new InvalidInputException(
                    "period", "ends before it starts", "an end after the start");
        }
    }

    /** Whole days, the last one included. */
    public static LogPeriod days(LocalDate first, LocalDate last) {
        return new LogPeriod(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }

    /** From one moment to another, in Swedish local time. */
    public static LogPeriod between(Instant from, Instant to) {
        return new LogPeriod(local(from), local(to));
    }

    /**
     * From one moment to another and a little beyond, so that a service that cuts or rounds times finds both;
     * where an end lies in the hour that comes twice when summer time ends, an hour more beyond that hour, so
     * that it does not matter which of the two the service takes it for.
     */
    static LogPeriod around(Instant first, Instant last, Duration margin) {
        // moved as instants, an end never falls into the hour that does not exist in spring
        LocalDateTime from = local(first.minus(margin));
        LocalDateTime to = local(last.plus(margin));
        ZoneOffsetTransition twice = overlap(from);
        if (twice != null) {
            from = twice.getDateTimeAfter().minusHours(1);
        }
        twice = overlap(to);
        if (twice != null) {
            to = twice.getDateTimeBefore().plusHours(1);
        }
        return new LogPeriod(from, to);
    }

    private static @Nullable ZoneOffsetTransition overlap(LocalDateTime local) {
        ZoneOffsetTransition change = SwedishTime.ZONE.getRules().getTransition(local);
        return change != null && change.isOverlap() ? change : null;
    }

    /** Whether a moment is in the period. */
    public boolean contains(Instant time) {
        LocalDateTime local = local(time);
        return !local.isBefore(from) && local.isBefore(to);
    }

    /** Whether it starts and ends at midnight. */
    public boolean isWholeDays() {
        return from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && to.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, SwedishTime.ZONE);
    }
}
