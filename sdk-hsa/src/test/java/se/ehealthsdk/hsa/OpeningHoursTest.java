package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;

class OpeningHoursTest {

    private static final OpeningHours OFFICE =
            OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "17:00");

    // 2026-11-20 is a Friday
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59:59, false",
        "2026-11-20T08:00:00, true",
        "2026-11-20T16:59:59.999, true",
        "2026-11-20T17:00:00, false",
        "2026-11-21T12:00:00, false",
        "2026-11-23T12:00:00, true"
    })
    void openAt_officeHours_fromOpeningUpToClosing(LocalDateTime when, boolean open) {
        assertThat(OFFICE.openAt(when)).contains(open);
    }

    @Test
    void openAt_instant_isReadInSwedishTime() {
        assertThat(OFFICE.openAt(Instant.parse("2026-11-20T07:30:00Z"))).contains(true);
        assertThat(OFFICE.openAt(Instant.parse("2026-11-20T16:30:00Z"))).contains(false);
    }

    @Test
    void of_writesXsTimes() {
        OpeningHours night = OpeningHours.of(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, "21:00", "24:00");

        assertThat(night).isEqualTo(span("5", "21:00:00", "5", "24:00:00", null, null));
        assertThat(night.openAt(FRIDAY.atTime(23, 59, 59))).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"24:00:00", "00:00:00", "24:00", "00:00:00.000+01:00"})
    void closes_midnightInAnySpelling_isTheEndOfTheDay(String toTime) {
        OpeningHours span = span("1", "08:00:00", "7", toTime, null, null);

        assertThat(span.closes()).contains(LocalTime.MIDNIGHT);
        assertThat(span.openAt(FRIDAY.atTime(23, 59))).contains(true);
        assertThat(span.openAt(FRIDAY.atTime(7, 59))).contains(false);
    }

    @Test
    void isAlwaysOpen_onlyForEveryDayAroundTheClock() {
        assertThat(OpeningHours.ALWAYS.isAlwaysOpen()).isTrue();
        assertThat(span("1", "00:00:00", "7", "00:00:00", null, null).isAlwaysOpen()).isTrue();
        assertThat(span("1", "00:00:00", "7", "23:59:00", null, null).isAlwaysOpen()).isFalse();
        assertThat(span("1", "00:00:00", "6", "24:00:00", null, null).isAlwaysOpen()).isFalse();
        assertThat(span("1", "00:00:00", "7", "24:00:00", "20260101", null).isAlwaysOpen())
                .isFalse();
    }

    @Test
    void openAt_fromSaturdayToMonday_goesOverTheEndOfTheWeek() {
        OpeningHours weekend = span("6", "10:00:00", "1", "12:00:00", null, null);

        assertThat(weekend.openAt(FRIDAY.plusDays(3).atTime(11, 0))).contains(true);
        assertThat(weekend.openAt(FRIDAY.atTime(11, 0))).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"20261120, 2026-11-21", "2026-11-20, 20261121"})
    void openAt_withDates_holdsFromTheFirstToTheLast(String from, String to) {
        OpeningHours span = span("1", "00:00:00", "7", "24:00:00", from, to);

        assertThat(span.validFrom()).contains(FRIDAY);
        assertThat(span.openAt(FRIDAY.minusDays(1).atTime(12, 0))).contains(false);
        assertThat(span.openAt(FRIDAY.atTime(12, 0))).contains(true);
        assertThat(span.openAt(FRIDAY.plusDays(1).atTime(12, 0))).contains(true);
        assertThat(span.openAt(FRIDAY.plusDays(2).atTime(12, 0))).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 08:00:00, 5, 17:00:00, 20260101",
        "1, 08:00:00, 8, 17:00:00, 20260101",
        "1, 25:00:00, 5, 17:00:00, 20260101",
        "1, 24:00:00, 5, 24:00:00, 20260101",
        "1, 08:00:00, 5, kl 17, 20260101",
        "1, 08:00:00, 5, 24:00:01, 20260101",
        "1, 17:00:00, 5, 08:00:00, 20260101",
        "1, 08:00:00, 5, 17:00:00, vecka 27"
    })
    void openAt_notReadable_cannotTellAndKeepsTheText(
            String fromDay, String fromTime, String toDay, String toTime, String fromDate) {
        OpeningHours span = span(fromDay, fromTime, toDay, toTime, fromDate, null);

        assertThat(span.isReadable()).isFalse();
        assertThat(span.openAt(FRIDAY.atTime(12, 0))).isEmpty();
        assertThat(span.isAlwaysOpen()).isFalse();
        assertThat(span.toTime()).isEqualTo(toTime);
    }

    @Test
    void openAt_severalSpans_tellsOnlyWhatIsKnown() {
        LocalDateTime noon = FRIDAY.atTime(12, 0);
        LocalDateTime night = FRIDAY.atTime(3, 0);
        OpeningHours unreadable = span("x", "y", "z", "", null, null);

        assertThat(OpeningHours.openAt(List.of(OFFICE), noon)).contains(true);
        assertThat(OpeningHours.openAt(List.of(OFFICE), night)).contains(false);
        assertThat(OpeningHours.openAt(List.of(OFFICE, unreadable), noon)).contains(true);
        assertThat(OpeningHours.openAt(List.of(OFFICE, unreadable), night)).isEmpty();
        assertThat(OpeningHours.openAt(List.of(), noon)).isEmpty();
    }

    @Test
    void of_impossibleTimes_areRefused() {
        assertThatThrownBy(() -> OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY, "8", "17:00"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("opens");
        assertThatThrownBy(
                        () -> OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY, "22:00", "06:00"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("closes");
    }

    private static OpeningHours span(
            String fromDay,
            String fromTime,
            String toDay,
            String toTime,
            String fromDate,
            String toDate) {
        return new OpeningHours(
                fromDay,
                fromTime,
                toDay,
                toTime,
                Optional.empty(),
                Optional.ofNullable(fromDate),
                Optional.ofNullable(toDate));
    }
}
