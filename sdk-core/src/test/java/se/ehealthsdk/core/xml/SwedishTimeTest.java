package se.ehealthsdk.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwedishTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T10:00:00, 2026-02-28T09:00:00Z",
        "2026-02-28T10:00:00.5, 2026-02-28T09:00:00.5Z",
        "2024-02-29T10:00:00.5, 2024-02-29T09:00:00.5Z",
        "2024-02-29T10:00:00+01:00, 2024-02-29T09:00:00Z",
        "2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z",
        "2026-06-30T24:00:00, 2026-06-30T22:00:00Z",
        "2026-12-31T24:00:00Z, 2027-01-01T00:00:00Z",
        "2026-12-31T24:00:00.000+01:00, 2026-12-31T23:00:00Z",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z"
    })
    void time_isRead(String text, Instant expected) {
        assertThat(SwedishTime.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T10:00:00",
                "2026-02-30T10:00:00.5",
                "2026-02-31T10:00:00Z",
                "2026-02-29T24:00:00",
                "2026-04-31T10:00:00+02:00",
                "1900-02-29T10:00:00.000",
                "+12026-02-30T10:00:00",
                "-2026-02-30T10:00:00"
            })
    void dayThatDoesNotExist_isNoTime(String text) {
        assertThat(SwedishTime.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-28",
                "2026-02-28T24:00:01",
                "2026-02-28T25:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-00-10T10:00:00.1",
                "٢٠٢٦-02-28T10:00:00",
                "+999999999-12-31T24:00:00",
                "2026-02-28T10:00:00[Europe/Stockholm]x"
            })
    void other_isNoTime(String text) {
        assertThat(SwedishTime.parse(text)).isEmpty();
    }

    @Test
    void format_isSwedishLocalTimeWithOffset() {
        assertThat(SwedishTime.format(Instant.parse("2026-07-01T10:00:00.9Z")))
                .isEqualTo("2026-07-01T12:00:00+02:00");
    }
}
