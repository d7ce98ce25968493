package se.ehealthsdk.discharge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwedishCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2018, 2018-04-01",
        "2019, 2019-04-21",
        "2020, 2020-04-12",
        "2021, 2021-04-04",
        "2022, 2022-04-17",
        "2023, 2023-04-09",
        "2024, 2024-03-31",
        "2025, 2025-04-20",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2008, 2008-03-23",
        "2038, 2038-04-25"
    })
    void easter_ofAYear_isAsInTheAlmanac(int year, LocalDate easter) {
        assertThat(SwedishCalendar.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
                "2026-06-06", "2026-06-19", "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25",
                "2026-12-26", "2026-12-31", "2026-03-07", "2026-03-08", "2026-05-24", "2020-06-19",
                "2024-06-21", "2027-06-25"
            })
    void isWorkday_onHolidaysEvesAndWeekends_isFalse(LocalDate day) {
        assertThat(SwedishCalendar.isWorkday(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02", "2026-01-05", "2026-04-02", "2026-04-07", "2026-05-15", "2026-05-25",
                "2026-06-05", "2026-06-12", "2026-06-26", "2026-10-30", "2026-12-23", "2026-12-30"
            })
    void isWorkday_onDaysBetween_isTrue(LocalDate day) {
        assertThat(SwedishCalendar.isWorkday(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03, 2026-04-07",
        "2026-12-24, 2026-12-28",
        "2026-12-31, 2027-01-04",
        "2027-12-24, 2027-12-27",
        "2026-03-09, 2026-03-09"
    })
    void workdayFrom_isTheNextWorkingDay_orTheDayItself(LocalDate day, LocalDate expected) {
        assertThat(SwedishCalendar.workdayFrom(day)).isEqualTo(expected);
    }
}
