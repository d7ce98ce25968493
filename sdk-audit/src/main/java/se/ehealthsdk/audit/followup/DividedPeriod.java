package se.ehealthsdk.audit.followup;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * A part of a period that is asked for in parts.
 *
 * <p>The contracts do not say whether the ends of a period belong to it, so a part is asked for with an
 * overlap, and the rows are cut at the border here: none is lost and none comes twice, whatever the service
 * does. Only at borders between parts: what the service gives at the ends of the whole is kept.
 *
 * @param whole what is asked for
 * @param part a part of it
 */
record DividedPeriod(LogPeriod whole, LogPeriod part) {

    private static final Duration OVERLAP = Duration.ofSeconds(1);

    /** The period that is sent to the service. */
    LogPeriod asked() {
        return new LogPeriod(
                startsWhole() ? part.from() : part.from().minus(OVERLAP),
                endsWhole() ? part.to() : part.to().plus(OVERLAP));
    }

    /** Whether a row of this time, as the service gave it, belongs to the part. */
    boolean holds(LocalDateTime time) {
        return (startsWhole() || !time.isBefore(part.from()))
                && (endsWhole() || time.isBefore(part.to()));
    }

    private boolean startsWhole() {
        return part.from().equals(whole.from());
    }

    private boolean endsWhole() {
        return part.to().equals(whole.to());
    }

    /** Where to divide a period in two; empty when it cannot be. */
    static Optional<LocalDateTime> middle(LogPeriod period) {
        LocalDateTime middle =
                period.from().plus(period.length().dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
        return outsideClockChange(middle, period)
                .filter(it -> it.isAfter(period.from()) && it.isBefore(period.to()));
    }

    /**
     * Moves a border out of the hours in which local times are out of order when the clocks change: an hour
     * that comes twice, or one that does not exist, and the one after it in which such times are read.
     */
    private static Optional<LocalDateTime> outsideClockChange(
            LocalDateTime border, LogPeriod period) {
        ZoneOffsetTransition change = change(border);
        if (change == null) {
            return Optional.of(border);
        }
        boolean gap = change.isGap();
        LocalDateTime start = gap ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalDateTime end =
                gap
                        ? change.getDateTimeAfter().plus(change.getDuration())
                        : change.getDateTimeBefore();
        return start.isAfter(period.from()) ? Optional.of(start) : Optional.of(end);
    }

    private static @Nullable ZoneOffsetTransition change(LocalDateTime border) {
        ZoneOffsetTransition here = SwedishTime.ZONE.getRules().getTransition(border);
        if (here != null) {
            return here;
        }
        ZoneOffsetTransition before =
                SwedishTime.ZONE.getRules().getTransition(border.minusHours(1));
        return before != null && before.isGap() ? before : null;
    }
}
