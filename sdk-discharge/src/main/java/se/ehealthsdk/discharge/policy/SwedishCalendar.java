package se.ehealthsdk.discharge.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * Working days in Sweden.
 *
 * <p>Source: lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid 2 §, which adds Saturdays,
 * Midsummer Eve, Christmas Eve and New Year's Eve
 */
public final class SwedishCalendar {

    private static final Set<MonthDay> FIXED =
            Set.of(
                    MonthDay.of(Month.JANUARY, 1),
                    MonthDay.of(Month.JANUARY, 6),
                    MonthDay.of(Month.MAY, 1),
                    MonthDay.of(Month.JUNE, 6),
                    MonthDay.of(Month.DECEMBER, 24),
                    MonthDay.of(Month.DECEMBER, 25),
                    MonthDay.of(Month.DECEMBER, 26),
                    MonthDay.of(Month.DECEMBER, 31));

    // in days from Easter Sunday; Easter and Whitsun themselves are Sundays
    private static final Set<Long> AROUND_EASTER = Set.of(-2L, 1L, 39L);

    private SwedishCalendar() {}

    /** Whether a last day may fall on it: no weekend, public holiday, or one of the three eves. */
    public static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !AROUND_EASTER.contains(day.toEpochDay() - easter(day.getYear()).toEpochDay())
                && !isMidsummerEve(day);
    }

    /** The day itself when it is a working day, else the next one that is. */
    public static LocalDate workdayFrom(LocalDate day) {
        LocalDate workday = day;
        while (!isWorkday(workday)) {
            workday = workday.plusDays(1);
        }
        return workday;
    }

    /** Easter Sunday of a year in the Gregorian calendar, by the Meeus/Jones/Butcher algorithm. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int skipped = (century - (century + 8) / 25 + 1) / 3;
        int moon = (19 * golden + century - century / 4 - skipped + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int sum = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }

    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
    }
}
