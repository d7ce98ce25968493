package se.ehealthsdk.hsa.contactcard;

import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * When Hitta vård on 1177 fetches from one of its sources: data, as they were known at a time, to be replaced when they
 * change.
 *
 * <pre>{@code
 * CardFeed hsa = CardFeed.HSA.withTimes(LocalTime.of(6, 0), LocalTime.of(12, 0));
 * }</pre>
 *
 * @param name the source
 * @param times when it is fetched each day, Swedish local time, in order
 * @param age how old what is fetched then is, about
 * @param margin by how much that may be wrong, either way
 * @param asOf when this was known to be so
 * @param source who says so
 */
public record CardFeed(
        String name,
        List<LocalTime> times,
        Duration age,
        Duration margin,
        YearMonth asOf,
        String source) {

    /** HSA: 11:30, 15:30 and 22:30, of a file made about one and a half hours before. */
    public static final CardFeed HSA =
            new CardFeed(
                    "HSA",
                    List.of(LocalTime.of(11, 30), LocalTime.of(15, 30), LocalTime.of(22, 30)),
                    Duration.ofMinutes(90),
                    Duration.ofMinutes(30),
                    YearMonth.of(2026, 9),
                    "Inera, Hitta vård: sources of the contact card; the margin is this SDK's own");

    /** Vaccinera, for the times that can be booked: 10:00, 14:00 and 23:00. */
    public static final CardFeed VACCINERA =
            new CardFeed(
                    "Vaccinera",
                    List.of(LocalTime.of(10, 0), LocalTime.of(14, 0), LocalTime.of(23, 0)),
                    Duration.ZERO,
                    Duration.ZERO,
                    YearMonth.of(2026, 9),
                    "Inera, Hitta vård: sources of the contact card");

    /**
     * Copies the list and puts it in order.
     *
     * @throws InvalidInputException if there are no times, or age or margin is negative or longer than a day
     */
    public CardFeed {
        if (times.isEmpty()) {
            throw new InvalidInputException("times", "is empty", "one time of day or more");
        }
        require("age", age);
        require("margin", margin);
        times = times.stream().sorted().distinct().toList();
    }

    private static void require(String field, Duration length) {
        if (length.isNegative() || length.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidInputException(
                    field, "is negative or longer than a day", "0 to 24 hours");
        }
    }

    /** The same source, fetched at other times. */
    public CardFeed withTimes(LocalTime... others) {
        return new CardFeed(name, List.of(others), age, margin, asOf, source);
    }

    /** The same source, with another age of what is fetched. */
    public CardFeed withAge(Duration about, Duration within) {
        return new CardFeed(name, times, about, within, asOf, source);
    }

    /** The same source, known to be so at another time from another source. */
    public CardFeed knownAs(YearMonth month, String from) {
        return new CardFeed(name, times, age, margin, month, from);
    }
}
