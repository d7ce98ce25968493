package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");

    @Test
    void at_startIsWithinAndEndIsNot() {
        Validity year = Validity.between(START, END);

        assertThat(year.at(START.minusSeconds(1))).isFalse();
        assertThat(year.at(START)).isTrue();
        assertThat(year.at(END.minusSeconds(1))).isTrue();
        assertThat(year.at(END)).isFalse();
    }

    @Test
    void at_openEnds_haveNoLimit() {
        assertThat(Validity.ALWAYS.at(Instant.EPOCH)).isTrue();
        assertThat(Validity.from(START).at(END.plusSeconds(1))).isTrue();
        assertThat(Validity.until(END).at(Instant.EPOCH)).isTrue();
    }

    @Test
    void at_unreadableDate_isNeverValid() {
        Validity unknown =
                new Validity(Optional.of(START), Optional.empty(), List.of("tills vidare"));

        assertThat(unknown.at(START)).isFalse();
    }
}
