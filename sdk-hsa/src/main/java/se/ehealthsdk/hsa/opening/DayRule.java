package se.ehealthsdk.hsa.opening;

import java.time.DayOfWeek;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.OpeningHours;

/** What holds on one date instead of the hours of its weekday. */
public sealed interface DayRule {

    /** The hours of its weekday hold. */
    DayRule USUAL = new Usual();

    /** Closed all day. */
    DayRule CLOSED = new Hours(List.of());

    /** The hours of another weekday hold, as those of Sunday on a holiday. */
    static DayRule as(DayOfWeek day) {
        return new LikeWeekday(day);
    }

    /**
     * Hours for this date alone.
     *
     * @param opens hours and minutes, as {@code 10:00}
     * @param closes hours and minutes, as {@code 14:00} or {@code 24:00}
     * @throws InvalidInputException if a time is none, or it does not close after it opens
     */
    static DayRule hours(String opens, String closes) {
        return new Hours(
                List.of(OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, opens, closes)));
    }

    /** See {@link #USUAL}. */
    record Usual() implements DayRule {}

    /**
     * See {@link #as}.
     *
     * @param day the weekday whose hours hold
     */
    record LikeWeekday(DayOfWeek day) implements DayRule {}

    /**
     * Several spans for this date alone; none is closed.
     *
     * @param spans of each only the times are used, not the weekdays and dates
     */
    record Hours(List<OpeningHours> spans) implements DayRule {

        /**
         * Copies the list.
         *
         * @throws InvalidInputException if a span is not readable
         */
        public Hours {
            spans = List.copyOf(spans);
            if (!spans.stream().allMatch(OpeningHours::isReadable)) {
                throw new InvalidInputException(
                        "spans",
                        "has a span that is not readable",
                        "spans whose times can be read");
            }
        }
    }
}
