package se.ehealthsdk.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.xml.SwedishTime;

class TimeFormTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T11:00:00Z, 2026-01-15T12:00:00.000, 2026-01-15T12:00:00.000",
        "2026-07-15T11:00:00.001Z, 2026-07-15T13:00:00.001, 2026-07-15T13:00:00.001",
        "2026-03-29T00:59:59.999Z, 2026-03-29T01:59:59.999, 2026-03-29T01:59:59.999",
        "2026-03-29T01:00:00Z, 2026-03-29T03:00:00.000, 2026-03-29T03:00:00.000",
        // the hour that comes twice: 25 October 2026, 02:00 to 03:00
        "2026-10-24T23:59:59.999Z, 2026-10-25T01:59:59.999, 2026-10-25T01:59:59.999",
        "2026-10-25T00:00:00Z, 2026-10-25T02:00:00.000, 2026-10-25T02:00:00.000+02:00",
        "2026-10-25T00:30:00Z, 2026-10-25T02:30:00.000, 2026-10-25T02:30:00.000+02:00",
        "2026-10-25T01:00:00Z, 2026-10-25T02:00:00.000, 2026-10-25T02:00:00.000+01:00",
        "2026-10-25T01:59:59.999Z, 2026-10-25T02:59:59.999, 2026-10-25T02:59:59.999+01:00",
        "2026-10-25T02:00:00Z, 2026-10-25T03:00:00.000, 2026-10-25T03:00:00.000",
        "2027-01-01T23:30:00Z, 2027-01-02T00:30:00.000, 2027-01-02T00:30:00.000"
    })
    void time_ofTheYear_isSwedishAndExactWhereTheOffsetIsWritten(
            Instant time, String plain, String withOffset) {
        assertThat(TimeForm.SWEDISH.apply(time)).isEqualTo(plain);
        assertThat(TimeForm.SWEDISH_WITH_OFFSET_WHERE_AMBIGUOUS.apply(time)).isEqualTo(withOffset);
        assertThat(SwedishTime.parse(withOffset)).contains(time);
        assertThat(SwedishTime.parse(TimeForm.UTC.apply(time))).contains(time);
    }
}
