package se.ehealthsdk.hsa.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.OpeningHours;

class OpeningScheduleTest {

    private static final OpeningHours OFFICE =
            OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "17:00");
    private static final OpeningHours UNREADABLE = span("1", "eight", "5", "17:00:00", null, null);

    // 2026-11-20 is a Friday
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59, false, 2026-11-20T08:00, 2026-11-20T17:00",
        "2026-11-20T08:00, true, 2026-11-23T08:00, 2026-11-20T17:00",
        "2026-11-20T16:59, true, 2026-11-23T08:00, 2026-11-20T17:00",
        "2026-11-20T17:00, false, 2026-11-23T08:00, 2026-11-23T17:00",
        "2026-11-22T12:00, false, 2026-11-23T08:00, 2026-11-23T17:00"
    })
    void officeHours_openAndChange(
            LocalDateTime now, boolean open, LocalDateTime opens, LocalDateTime closes) {
        OpeningSchedule schedule = OpeningSchedule.of(List.of(OFFICE));

        assertThat(schedule.openAt(instant(now))).contains(open);
        assertThat(schedule.nextOpening(instant(now))).isEqualTo(NextChange.at(instant(opens)));
        assertThat(schedule.nextClosing(instant(now))).isEqualTo(NextChange.at(instant(closes)));
    }

    @Test
    void nightInTwoSpans_isOneTimeOfOpening() {
        OpeningSchedule night =
                OpeningSchedule.of(
                        List.of(
                                OpeningHours.of(
                                        DayOfWeek.SATURDAY, DayOfWeek.SATURDAY, "00:00", "06:00"),
                                OpeningHours.of(
                                        DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, "21:00", "24:00")));
        Instant evening = instant("2026-11-20T20:00");

        assertThat(night.nextOpening(evening)).isEqualTo(at("2026-11-20T21:00"));
        assertThat(night.nextClosing(evening)).isEqualTo(at("2026-11-21T06:00"));
        assertThat(night.nextClosing(instant("2026-11-21T00:00")))
                .isEqualTo(at("2026-11-21T06:00"));
        assertThat(night.nextOpening(instant("2026-11-20T22:00")))
                .isEqualTo(at("2026-11-27T21:00"));
        assertThat(night.openAt(instant("2026-11-21T00:00"))).contains(true);
    }

    @Test
    void alwaysOpen_neitherOpensNorCloses() {
        OpeningSchedule always = OpeningSchedule.of(List.of(OpeningHours.ALWAYS));
        Instant now = instant("2026-11-20T20:00");

        assertThat(always.openAt(now)).contains(true);
        assertThat(always.nextOpening(now)).isEqualTo(NextChange.NONE);
        assertThat(always.nextClosing(now)).isEqualTo(NextChange.NONE);
    }

    @Test
    void spanOfAnotherYear_isOutsideTheSearch() {
        OpeningSchedule later =
                OpeningSchedule.of(
                        List.of(span("1", "08:00:00", "7", "17:00:00", "20280101", null)));
        OpeningSchedule over =
                OpeningSchedule.of(
                        List.of(span("1", "08:00:00", "7", "17:00:00", null, "2026-06-30")));

        assertThat(later.nextOpening(instant("2026-11-20T20:00"))).isEqualTo(NextChange.NONE);
        assertThat(later.nextOpening(instant("2027-12-01T20:00")))
                .isEqualTo(at("2028-01-01T08:00"));
        assertThat(over.nextOpening(instant("2026-11-20T20:00"))).isEqualTo(NextChange.NONE);
        assertThat(over.nextClosing(instant("2026-06-30T09:00"))).isEqualTo(at("2026-06-30T17:00"));
    }

    @Test
    void holidays_changeTheHoursOfTheirDates() {
        OpeningSchedule schedule =
                OpeningSchedule.of(
                                List.of(
                                        OFFICE,
                                        OpeningHours.of(
                                                DayOfWeek.SUNDAY,
                                                DayOfWeek.SUNDAY,
                                                "12:00",
                                                "13:00")))
                        .with(
                                HolidayCalendar.of(
                                        Map.of(
                                                LocalDate.parse("2026-12-23"),
                                                DayRule.hours("08:00", "12:00"),
                                                LocalDate.parse("2026-12-24"),
                                                DayRule.CLOSED,
                                                LocalDate.parse("2026-12-25"),
                                                DayRule.as(DayOfWeek.SUNDAY))));

        assertThat(schedule.nextClosing(instant("2026-12-23T09:00")))
                .isEqualTo(at("2026-12-23T12:00"));
        assertThat(schedule.openAt(instant("2026-12-24T09:00"))).contains(false);
        assertThat(schedule.nextOpening(instant("2026-12-23T09:00")))
                .isEqualTo(at("2026-12-25T12:00"));
        assertThat(schedule.nextOpening(instant("2026-12-25T12:00")))
                .isEqualTo(at("2026-12-27T12:00"));
    }

    @Test
    void unreadableSpans_areReportedAndNotGuessed() {
        OpeningSchedule partly = OpeningSchedule.of(List.of(OFFICE, UNREADABLE));
        Instant open = instant("2026-11-20T09:00");
        Instant evening = instant("2026-11-20T20:00");

        assertThat(partly.unreadable()).containsExactly(UNREADABLE);
        assertThat(partly.openAt(open)).contains(true);
        assertThat(partly.openAt(evening)).isEmpty();
        assertThat(partly.nextOpening(evening)).isEqualTo(NextChange.UNKNOWN);
        assertThat(partly.nextClosing(open)).isEqualTo(NextChange.UNKNOWN);
    }

    @Test
    void dateWithItsOwnHours_isKnownWhateverTheSpans() {
        Map<LocalDate, DayRule> closedToday =
                Map.of(
                        LocalDate.parse("2026-11-20"),
                        DayRule.hours("10:00", "11:00"),
                        LocalDate.parse("2026-11-21"),
                        DayRule.CLOSED);
        OpeningSchedule schedule =
                OpeningSchedule.of(List.of(UNREADABLE)).with(HolidayCalendar.of(closedToday));

        assertThat(schedule.openAt(instant("2026-11-20T09:00"))).contains(false);
        assertThat(schedule.nextOpening(instant("2026-11-20T09:00")))
                .isEqualTo(at("2026-11-20T10:00"));
        assertThat(schedule.nextClosing(instant("2026-11-20T09:00")))
                .isEqualTo(at("2026-11-20T11:00"));
        assertThat(schedule.nextOpening(instant("2026-11-20T10:00"))).isEqualTo(NextChange.UNKNOWN);
    }

    @Test
    void withoutSpans_nothingIsKnown() {
        OpeningSchedule none = OpeningSchedule.of(List.of());
        Instant now = instant("2026-11-20T20:00");

        assertThat(none.openAt(now)).isEmpty();
        assertThat(none.nextOpening(now)).isEqualTo(NextChange.UNKNOWN);
        assertThat(none.nextClosing(now)).isEqualTo(NextChange.UNKNOWN);
    }

    @Test
    void clockTurned_hourLeftOutIsNotOpen_hourTwiceIsOpenTwice() {
        OpeningSchedule schedule =
                OpeningSchedule.of(
                        List.of(
                                OpeningHours.of(
                                        DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "02:15", "02:45")));

        assertThat(schedule.nextOpening(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo(NextChange.at(Instant.parse("2026-03-30T00:15:00Z")));
        Instant first = Instant.parse("2026-10-25T00:15:00Z");
        assertThat(schedule.nextOpening(Instant.parse("2026-10-24T12:00:00Z")))
                .isEqualTo(NextChange.at(first));
        assertThat(schedule.nextOpening(first))
                .isEqualTo(NextChange.at(first.plus(Duration.ofHours(1))));
    }

    @Test
    void clockTurnedBack_openAllNight_isOneTimeOfOpening() {
        OpeningSchedule schedule =
                OpeningSchedule.of(
                        List.of(
                                OpeningHours.of(
                                        DayOfWeek.SUNDAY, DayOfWeek.SUNDAY, "00:00", "06:00")));

        assertThat(schedule.nextClosing(Instant.parse("2026-10-24T22:30:00Z")))
                .isEqualTo(NextChange.at(Instant.parse("2026-10-25T05:00:00Z")));
    }

    @Test
    void hoursOfADate_thatCannotBeRead_areRefused() {
        assertThatThrownBy(() -> new DayRule.Hours(List.of(UNREADABLE)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> DayRule.hours("12:00", "08:00"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void randomSchedules_sayWhatGoingMinuteByMinuteSays() {
        var random = new Random(20261025);
        List<String> weeks = List.of("2026-03-27", "2026-10-23", "2026-11-16");
        for (int i = 0; i < 12; i++) {
            LocalDate start = LocalDate.parse(weeks.get(i % weeks.size()));
            List<OpeningHours> spans = randomSpans(random, start);
            Map<LocalDate, DayRule> rules = randomRules(random, start);
            OpeningSchedule schedule = OpeningSchedule.of(spans).with(HolidayCalendar.of(rules));
            Instant first = start.atStartOfDay(SwedishTime.ZONE).toInstant();
            int minutes = 6 * 24 * 60;
            boolean[] open = new boolean[minutes];
            for (int m = 0; m < minutes; m++) {
                open[m] = open(spans, rules, first.plus(m, ChronoUnit.MINUTES));
            }
            for (int m = 0; m < minutes; m++) {
                Instant now = first.plus(m, ChronoUnit.MINUTES);
                if (schedule.openAt(now).orElseThrow() != open[m]) {
                    fail(spans + " with " + rules + " at " + now);
                }
                if (m % 97 == 0) {
                    compare(schedule.nextOpening(now), first, m, open, true);
                    compare(schedule.nextClosing(now), first, m, open, false);
                }
            }
        }
    }

    private static void compare(
            NextChange change, Instant first, int now, boolean[] open, boolean opening) {
        assertThat(change.known()).isTrue();
        for (int m = now + 1; m < open.length; m++) {
            if (open[m] == opening && open[m - 1] != opening) {
                assertThat(change.moment()).contains(first.plus(m, ChronoUnit.MINUTES));
                return;
            }
        }
        Instant end = first.plus(open.length, ChronoUnit.MINUTES);
        assertThat(change.moment().map(moment -> !moment.isBefore(end)).orElse(true)).isTrue();
    }

    /** By {@link OpeningHours} alone, which asks the clock on the wall. */
    private static boolean open(
            List<OpeningHours> spans, Map<LocalDate, DayRule> rules, Instant now) {
        LocalDateTime clock = LocalDateTime.ofInstant(now, SwedishTime.ZONE);
        DayRule rule = rules.getOrDefault(clock.toLocalDate(), DayRule.USUAL);
        if (rule instanceof DayRule.Hours hours) {
            return hours.spans().stream().anyMatch(span -> span.openAt(clock).orElseThrow());
        }
        if (rule instanceof DayRule.LikeWeekday like) {
            LocalDateTime other =
                    clock.plusDays(like.day().getValue() - clock.getDayOfWeek().getValue());
            return spans.stream()
                    .filter(span -> holdsOn(span, clock.toLocalDate()))
                    .map(
                            span ->
                                    span(
                                            span.fromDay(),
                                            span.fromTime(),
                                            span.toDay(),
                                            span.toTime(),
                                            null,
                                            null))
                    .anyMatch(span -> span.openAt(other).orElseThrow());
        }
        return spans.stream().anyMatch(span -> span.openAt(clock).orElseThrow());
    }

    private static boolean holdsOn(OpeningHours span, LocalDate date) {
        return span.validFrom().map(from -> !from.isAfter(date)).orElse(true)
                && span.validTo().map(to -> !to.isBefore(date)).orElse(true);
    }

    private static List<OpeningHours> randomSpans(Random random, LocalDate start) {
        List<OpeningHours> spans = new ArrayList<>();
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            int from = random.nextInt(4) == 0 ? 0 : random.nextInt(24 * 60 - 1);
            int to =
                    random.nextInt(3) == 0
                            ? 24 * 60
                            : from + 1 + random.nextInt(Math.min(24 * 60 - from, 300));
            spans.add(
                    span(
                            String.valueOf(1 + random.nextInt(7)),
                            time(from),
                            String.valueOf(1 + random.nextInt(7)),
                            time(to),
                            random.nextInt(4) == 0
                                    ? start.plusDays(random.nextInt(6)).toString()
                                    : null,
                            random.nextInt(4) == 0
                                    ? start.plusDays(random.nextInt(6)).toString()
                                    : null));
        }
        return spans;
    }

    private static Map<LocalDate, DayRule> randomRules(Random random, LocalDate start) {
        Map<LocalDate, DayRule> rules = new HashMap<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            rules.put(
                    start.plusDays(random.nextInt(7)),
                    switch (random.nextInt(3)) {
                        case 0 -> DayRule.CLOSED;
                        case 1 -> DayRule.as(DayOfWeek.of(1 + random.nextInt(7)));
                        default -> DayRule.hours(random.nextBoolean() ? "00:00" : "02:30", "24:00");
                    });
        }
        return rules;
    }

    private static String time(int minute) {
        return "%02d:%02d:00".formatted(minute / 60, minute % 60);
    }

    private static OpeningHours span(
            String fromDay,
            String fromTime,
            String toDay,
            String toTime,
            @Nullable String fromDate,
            @Nullable String toDate) {
        return new OpeningHours(
                fromDay,
                fromTime,
                toDay,
                toTime,
                Optional.empty(),
                Optional.ofNullable(fromDate),
                Optional.ofNullable(toDate));
    }

    private static NextChange at(String local) {
        return NextChange.at(instant(local));
    }

    private static Instant instant(String local) {
        return instant(LocalDateTime.parse(local));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(SwedishTime.ZONE).toInstant();
    }
}
