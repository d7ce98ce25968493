package se.ehealthsdk.hsa.opening;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.OpeningHours;

/**
 * The opening hours of something, all spans together, and what holds on holidays. Times are Swedish local time, so the
 * day that changes to summer time is an hour shorter; a span within the hour that is left out is not open that day, and
 * one within the hour that comes twice is open twice. Immutable.
 *
 * <pre>{@code
 * OpeningSchedule schedule = OpeningSchedule.of(unit.hours().surgery()).with(holidays);
 * boolean open = schedule.openAt(now).orElse(false);
 * schedule.nextOpening(now).moment().ifPresent(opens -> show(opens));
 * }</pre>
 *
 * <p>Spans that follow on one another, as to 24:00 and from 00:00 the next day, are one time of opening. A span that
 * {@linkplain OpeningHours#isReadable() cannot be read} is never guessed at: what depends on it is not known.
 */
public final class OpeningSchedule {

    /** How many days ahead, the day itself included, openings and closings are looked for. */
    public static final int LOOK_AHEAD_DAYS = 400;

    private static final ZoneRules CLOCK = SwedishTime.ZONE.getRules();

    private final List<OpeningHours> spans;
    private final HolidayCalendar calendar;
    private final List<Span> readable;
    private final boolean known;

    private OpeningSchedule(List<OpeningHours> spans, HolidayCalendar calendar) {
        this.spans = spans;
        this.calendar = calendar;
        this.readable = spans.stream().filter(OpeningHours::isReadable).map(Span::of).toList();
        this.known = !spans.isEmpty() && readable.size() == spans.size();
    }

    /** The schedule that these spans make together. Without spans, nothing is known. */
    public static OpeningSchedule of(Collection<OpeningHours> spans) {
        return new OpeningSchedule(List.copyOf(spans), HolidayCalendar.NONE);
    }

    /** The same hours with these holidays. */
    public OpeningSchedule with(HolidayCalendar holidays) {
        return new OpeningSchedule(spans, holidays);
    }

    /** The spans that cannot be read. Show them as they are. */
    public List<OpeningHours> unreadable() {
        return spans.stream().filter(span -> !span.isReadable()).toList();
    }

    /**
     * Whether it is open: from the moment it opens up to, but not at, the moment it closes.
     *
     * @return empty if that cannot be told: no hours are given, or no readable span is open and another is not readable
     */
    public Optional<Boolean> openAt(Instant when) {
        Day day = day(when.atZone(SwedishTime.ZONE).toLocalDate());
        boolean open = day.periods().stream().anyMatch(period -> period.holds(when));
        return open || day.known() ? Optional.of(open) : Optional.empty();
    }

    /** The first moment later than this when it opens, having been closed. */
    public NextChange nextOpening(Instant after) {
        LocalDate first = after.atZone(SwedishTime.ZONE).toLocalDate();
        Instant lastClosing = null;
        for (int i = 0; i < LOOK_AHEAD_DAYS; i++) {
            Day day = day(first.plusDays(i));
            if (!day.known()) {
                return NextChange.UNKNOWN;
            }
            for (Period period : day.periods()) {
                boolean opens = lastClosing == null || period.from().isAfter(lastClosing);
                if (opens && period.from().isAfter(after)) {
                    return NextChange.at(period.from());
                }
                lastClosing = later(lastClosing, period.to());
            }
        }
        return NextChange.NONE;
    }

    /** The first moment later than this when it closes: the end of the time of opening that this is within, or of the next. */
    public NextChange nextClosing(Instant after) {
        LocalDate first = after.atZone(SwedishTime.ZONE).toLocalDate();
        Instant closing = null;
        for (int i = 0; i < LOOK_AHEAD_DAYS; i++) {
            Day day = day(first.plusDays(i));
            if (!day.known()) {
                return NextChange.UNKNOWN;
            }
            for (Period period : day.periods()) {
                if (closing != null && closing.isAfter(after) && period.from().isAfter(closing)) {
                    return NextChange.at(closing);
                }
                closing = later(closing, period.to());
            }
            // at midnight it may go on the next day
            if (closing != null && closing.isAfter(after) && closing.isBefore(day.end())) {
                return NextChange.at(closing);
            }
        }
        return NextChange.NONE;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private record Period(Instant from, Instant to) {

        boolean holds(Instant when) {
            return !when.isBefore(from) && when.isBefore(to);
        }
    }

    /** The times of opening on one date in order, those that can be read, and whether they are all. */
    private record Day(List<Period> periods, boolean known, Instant end) {}

    private Day day(LocalDate date) {
        DayRule rule = calendar.on(date);
        boolean own = rule instanceof DayRule.Hours;
        List<Period> periods = new ArrayList<>(2);
        if (rule instanceof DayRule.Hours hours) {
            hours.spans().forEach(span -> Span.of(span).addTo(periods, date));
        } else {
            DayOfWeek weekday =
                    rule instanceof DayRule.LikeWeekday like ? like.day() : date.getDayOfWeek();
            for (Span span : readable) {
                if (span.holds(weekday) && span.holds(date)) {
                    span.addTo(periods, date);
                }
            }
        }
        periods.sort(Comparator.comparing(Period::from));
        return new Day(periods, own || known, midnight(date.plusDays(1)));
    }

    /** A readable span, read. It closes at midnight at the end of the day. */
    private record Span(
            DayOfWeek firstDay,
            DayOfWeek lastDay,
            LocalTime opens,
            LocalTime closes,
            LocalDate firstDate,
            LocalDate lastDate) {

        static Span of(OpeningHours hours) {
            return new Span(
                    hours.firstDay().orElseThrow(),
                    hours.lastDay().orElseThrow(),
                    hours.opens().orElseThrow(),
                    hours.closes().orElseThrow(),
                    hours.validFrom().orElse(LocalDate.MIN),
                    hours.validTo().orElse(LocalDate.MAX));
        }

        boolean holds(DayOfWeek weekday) {
            boolean afterFirst = weekday.compareTo(firstDay) >= 0;
            boolean beforeLast = weekday.compareTo(lastDay) <= 0;
            // Saturday to Monday goes over the end of the week
            return firstDay.compareTo(lastDay) <= 0
                    ? afterFirst && beforeLast
                    : afterFirst || beforeLast;
        }

        boolean holds(LocalDate date) {
            return !date.isBefore(firstDate) && !date.isAfter(lastDate);
        }

        /** Adds the moments when the clock shows a time of the span: two periods if it is turned on that date. */
        void addTo(List<Period> periods, LocalDate date) {
            Instant start = midnight(date);
            Instant end = midnight(date.plusDays(1));
            ZoneOffset morning = CLOCK.getOffset(start);
            ZoneOffset evening = CLOCK.getOffset(end);
            if (morning.equals(evening)) {
                addTo(periods, date, morning, start, end);
            } else {
                Instant turned = CLOCK.nextTransition(start).getInstant();
                addTo(periods, date, morning, start, turned);
                addTo(periods, date, evening, turned, end);
            }
        }

        private void addTo(
                List<Period> periods,
                LocalDate date,
                ZoneOffset offset,
                Instant earliest,
                Instant latest) {
            LocalDate closingDate = closes.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
            Instant from = date.atTime(opens).toInstant(offset);
            Instant to = closingDate.atTime(closes).toInstant(offset);
            Instant first = from.isBefore(earliest) ? earliest : from;
            Instant last = to.isAfter(latest) ? latest : to;
            if (first.isBefore(last)) {
                periods.add(new Period(first, last));
            }
        }
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(SwedishTime.ZONE).toInstant();
    }
}
