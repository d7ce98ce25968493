package se.ehealthsdk.hsa.opening;

import java.time.LocalDate;
import java.util.Map;

/**
 * On which dates other hours hold than the usual. The directory does not say, so the caller does.
 *
 * <pre>{@code
 * HolidayCalendar calendar = HolidayCalendar.of(Map.of(
 *         LocalDate.parse("2026-12-24"), DayRule.CLOSED,
 *         LocalDate.parse("2026-12-23"), DayRule.hours("08:00", "12:00"),
 *         LocalDate.parse("2027-01-06"), DayRule.as(DayOfWeek.SUNDAY)));
 * }</pre>
 */
@FunctionalInterface
public interface HolidayCalendar {

    /** No date is different. */
    HolidayCalendar NONE = date -> DayRule.USUAL;

    /** What holds on a date; {@link DayRule#USUAL} if nothing is different. Called often: answer from memory. */
    DayRule on(LocalDate date);

    /** The dates of a map; every other is as usual. */
    static HolidayCalendar of(Map<LocalDate, DayRule> rules) {
        Map<LocalDate, DayRule> kept = Map.copyOf(rules);
        return date -> kept.getOrDefault(date, DayRule.USUAL);
    }
}
