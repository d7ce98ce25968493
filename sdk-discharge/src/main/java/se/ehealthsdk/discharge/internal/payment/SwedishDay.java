package se.ehealthsdk.discharge.internal.payment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SwedishTime;

/** Swedish dates of moments, and the other way round. */
public final class SwedishDay {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private SwedishDay() {}

    /**
     * @throws InvalidInputException when the moment is in no year that a case can be of
     */
    public static ZonedDateTime time(Instant moment) {
        try {
            ZonedDateTime time = moment.atZone(SwedishTime.ZONE);
            if (time.getYear() >= EARLIEST && time.getYear() < LATEST) {
                return time;
            }
        } catch (DateTimeException outOfRange) {
            // told below, as one that is merely far off
        }
        throw new InvalidInputException(
                "event.times", "hold a moment that cannot be", "a year from 1900 to 2199");
    }

    /** As {@link #time}, the date alone. */
    public static LocalDate of(Instant moment) {
        return time(moment).toLocalDate();
    }

    /** When a day begins. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(SwedishTime.ZONE).toInstant();
    }

    /**
     * @throws InvalidInputException when the day is in no year that a case can be of
     */
    public static LocalDate checked(LocalDate day, String field) {
        if (day.getYear() < EARLIEST || day.getYear() >= LATEST) {
            throw new InvalidInputException(
                    field, "is a day that cannot be", "a year from 1900 to 2199");
        }
        return day;
    }
}
