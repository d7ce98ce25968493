package se.ehealthsdk.hsa;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * One span of opening hours: the same times on each of a row of weekdays, for example Monday to Friday
 * 08:00 to 17:00. Times are Swedish local time. Several spans together describe a week; a span never
 * passes midnight, so a night is written as two.
 *
 * <p>The components are the texts as the directory holds them, so that nothing an administrator wrote
 * is lost, also when it is not a day or a time. The questions interpret them, and answer empty where
 * the text does not say: {@link #opens()}, {@link #closes()}, {@link #firstDay()}, {@link #openAt}.
 *
 * <p>Source: {@code TimeSpanType} of the domains {@code infrastructure:directory:employee} (3, 4),
 * {@code organization} (2, 3, 5) and {@code authorizationmanagement} (2); the HSA schema's rules for
 * time spans.
 *
 * @param fromDay the first weekday, 1 (Monday) to 7 (Sunday)
 * @param fromTime when it opens, {@code xs:time}
 * @param toDay the last weekday, 1 to 7
 * @param toTime when it closes, {@code xs:time}; {@code 24:00:00} is the end of the day
 * @param comment a short remark to show with the hours
 * @param fromDate the first date the span holds; the contracts give no form for it
 * @param toDate the last date the span holds; the contracts give no form for it
 */
public record OpeningHours(
        String fromDay,
        String fromTime,
        String toDay,
        String toTime,
        Optional<String> comment,
        Optional<String> fromDate,
        Optional<String> toDate) {

    private static final Duration WHOLE_DAY = Duration.ofDays(1);

    /** Every day around the clock. */
    public static final OpeningHours ALWAYS =
            of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00", "24:00");

    /**
     * The same hours on a row of weekdays, every week.
     *
     * @param first the first weekday
     * @param last the last weekday; the same as the first for a single day
     * @param opens hours and minutes, as {@code 08:00}
     * @param closes hours and minutes, as {@code 17:00} or {@code 24:00}
     * @throws InvalidInputException if a time is none, or it does not close after it opens
     */
    public static OpeningHours of(DayOfWeek first, DayOfWeek last, String opens, String closes) {
        Duration from = Clock.parse(opens).orElseThrow(() -> notATime("opens"));
        Duration to = Clock.parse(closes).orElseThrow(() -> notATime("closes"));
        if (to.compareTo(from) <= 0) {
            throw new InvalidInputException(
                    "closes", "is not after opens", "a later time of the same day, at most 24:00");
        }
        return new OpeningHours(
                Integer.toString(first.getValue()),
                Clock.format(from),
                Integer.toString(last.getValue()),
                Clock.format(to),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static InvalidInputException notATime(String field) {
        return new InvalidInputException(
                field, "is not a time of day", "hours and minutes, as 08:00");
    }

    /** The same hours with a remark. */
    public OpeningHours withComment(String text) {
        return new OpeningHours(
                fromDay, fromTime, toDay, toTime, Optional.of(text), fromDate, toDate);
    }

    /** The first weekday; empty if {@link #fromDay()} is not 1 to 7. */
    public Optional<DayOfWeek> firstDay() {
        return day(fromDay);
    }

    /** The last weekday; empty if {@link #toDay()} is not 1 to 7. */
    public Optional<DayOfWeek> lastDay() {
        return day(toDay);
    }

    /** When it opens; empty if {@link #fromTime()} is not a time of day. */
    public Optional<LocalTime> opens() {
        return openingTime().map(LocalTime.MIDNIGHT::plus);
    }

    /**
     * When it closes; {@link LocalTime#MIDNIGHT} is the end of the day, whether written {@code
     * 24:00:00} or {@code 00:00:00}, since many systems turn the first into the second.
     *
     * @return empty if {@link #toTime()} is not a time of day
     */
    public Optional<LocalTime> closes() {
        return closingTime().map(LocalTime.MIDNIGHT::plus);
    }

    /** The first date the span holds; empty if there is none or it has another form than a date. */
    public Optional<LocalDate> validFrom() {
        return fromDate.flatMap(DirectoryDate::parse);
    }

    /** The last date the span holds; empty if there is none or it has another form than a date. */
    public Optional<LocalDate> validTo() {
        return toDate.flatMap(DirectoryDate::parse);
    }

    /** Whether days, times and dates can all be understood. If not, show the texts as they are. */
    public boolean isReadable() {
        return firstDay().isPresent()
                && lastDay().isPresent()
                && openingTime().isPresent()
                && closingTime().isPresent()
                && openingTime().get().compareTo(closingTime().get()) < 0
                && validFrom().isPresent() == fromDate.isPresent()
                && validTo().isPresent() == toDate.isPresent();
    }

    /** Whether this is every day around the clock, without limit in dates. */
    public boolean isAlwaysOpen() {
        return isReadable()
                && firstDay().equals(Optional.of(DayOfWeek.MONDAY))
                && lastDay().equals(Optional.of(DayOfWeek.SUNDAY))
                && openingTime().equals(Optional.of(Duration.ZERO))
                && closingTime().equals(Optional.of(WHOLE_DAY))
                && fromDate.isEmpty()
                && toDate.isEmpty();
    }

    /**
     * Whether this span is open: from the opening time up to, but not at, the closing time.
     *
     * @param when Swedish local time
     * @return empty if the span is not {@link #isReadable() readable}
     */
    public Optional<Boolean> openAt(LocalDateTime when) {
        return isReadable()
                ? Optional.of(holdsDate(when.toLocalDate()) && holdsTime(when.toLocalTime()))
                : Optional.empty();
    }

    /** As {@link #openAt(LocalDateTime)}. */
    public Optional<Boolean> openAt(Instant when) {
        return openAt(LocalDateTime.ofInstant(when, SwedishTime.ZONE));
    }

    /**
     * Whether any of several spans is open.
     *
     * @param spans the hours of a unit or a person
     * @param when Swedish local time
     * @return empty if that cannot be told: there are no spans, or none of the readable ones is open and
     *     another is not readable
     */
    public static Optional<Boolean> openAt(Collection<OpeningHours> spans, LocalDateTime when) {
        boolean open = spans.stream().anyMatch(span -> span.openAt(when).equals(Optional.of(true)));
        boolean allKnown = !spans.isEmpty() && spans.stream().allMatch(OpeningHours::isReadable);
        return open || allKnown ? Optional.of(open) : Optional.empty();
    }

    private boolean holdsDate(LocalDate date) {
        int first = firstDay().orElseThrow().getValue();
        int last = lastDay().orElseThrow().getValue();
        int day = date.getDayOfWeek().getValue();
        // 6 to 1 is Saturday, Sunday and Monday
        boolean weekday = first <= last ? first <= day && day <= last : day >= first || day <= last;
        return weekday
                && validFrom().map(from -> !date.isBefore(from)).orElse(true)
                && validTo().map(to -> !date.isAfter(to)).orElse(true);
    }

    private boolean holdsTime(LocalTime time) {
        Duration sinceMidnight = Duration.between(LocalTime.MIDNIGHT, time);
        return sinceMidnight.compareTo(openingTime().orElseThrow()) >= 0
                && sinceMidnight.compareTo(closingTime().orElseThrow()) < 0;
    }

    private Optional<Duration> openingTime() {
        return Clock.parse(fromTime).filter(time -> !time.equals(WHOLE_DAY));
    }

    private Optional<Duration> closingTime() {
        return Clock.parse(toTime).map(time -> time.isZero() ? WHOLE_DAY : time);
    }

    private static Optional<DayOfWeek> day(String text) {
        return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '7'
                ? Optional.of(DayOfWeek.of(text.charAt(0) - '0'))
                : Optional.empty();
    }

    /** {@code xs:time} as time since midnight, since a LocalTime cannot be 24:00. */
    private static final class Clock {

        // a zone makes no sense for weekly hours; libraries add one, the local time is what was
        // meant
        private static final Pattern TIME =
                Pattern.compile(
                        "([0-2]\\d):([0-5]\\d)(?::([0-5]\\d)(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)?");

        static Optional<Duration> parse(String text) {
            Matcher matcher = TIME.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String seconds = matcher.group(3);
            Duration time =
                    Duration.ofHours(Integer.parseInt(matcher.group(1)))
                            .plusMinutes(Integer.parseInt(matcher.group(2)))
                            .plusSeconds(seconds == null ? 0 : Integer.parseInt(seconds));
            return time.compareTo(WHOLE_DAY) <= 0 ? Optional.of(time) : Optional.empty();
        }

        static String format(Duration time) {
            return "%02d:%02d:%02d"
                    .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        }
    }
}
