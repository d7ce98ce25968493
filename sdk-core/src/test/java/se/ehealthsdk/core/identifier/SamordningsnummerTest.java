package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;

/** 701063-2391 is the tax agency's own example; the rest have serial numbers set off for tests. */
class SamordningsnummerTest {

    private static final Clock JUNE_2025 =
            Clock.fixed(Instant.parse("2025-06-15T10:00:00Z"), ZoneId.of("Europe/Stockholm"));

    @ParameterizedTest
    @CsvSource({
        "197010632391, 1970-10-03, male",
        "19701063-2391, 1970-10-03, male",
        "19701063+2391, 1970-10-03, male",
        "199918609877, , male",
        "197000639802, , female",
        "197000609813, , male",
        "197023639821, , female",
        "197002909831, , male",
    })
    void of_completeAndIncompleteDates_areValid(String text, LocalDate born, String sex) {
        Samordningsnummer number = Samordningsnummer.of(text);

        assertThat(number.value()).isEqualTo(text.replaceAll("[-+]", ""));
        assertThat(number.oid()).isEqualTo("1.2.752.129.2.1.3.3");
        assertThat(number.birthDate()).isEqualTo(Optional.ofNullable(born));
        assertThat(number.sex()).contains(sex.equals("male") ? LegalSex.MALE : LegalSex.FEMALE);
        assertThat(number).hasToString("Samordningsnummer[" + text.substring(0, 4) + "...]");
        assertThat(Samordningsnummer.tryParse(text)).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "197010632392, has a check digit that does not match",
        "191212121212, does not have the day and month of a samordningsnummer",
        "200000929869, does not have the day and month of a samordningsnummer",
        "197033619854, does not have the day and month of a samordningsnummer",
        "7010632391, 'has ten digits, which do not tell the century'",
        "22950606FH20, is not written as such a number",
    })
    void of_brokenRule_isRefusedWithTheRule(String text, String problem) {
        InvalidInputException refusal = refusalOf(() -> Samordningsnummer.of(text));

        assertThat(refusal.field()).isEqualTo("samordningsnummer");
        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.expected()).isNotBlank();
        assertThat(Samordningsnummer.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "701063-2391, 197010632391",
        "240661-9847, 202406619847",
        "251284-9841, 192512849841",
        "251284+9841, 192512849841",
        "700063-9802, 197000639802",
    })
    void of_withClock_findsTheCentury(String text, String value) {
        assertThat(Samordningsnummer.of(text, JUNE_2025).value()).isEqualTo(value);
        assertThat(Samordningsnummer.tryParse(text, JUNE_2025))
                .contains(Samordningsnummer.of(value));
    }

    @Test
    void of_bornAfterToday_isRefusedOnlyWithClock() {
        assertThat(refusalOf(() -> Samordningsnummer.of("202512849841", JUNE_2025)).problem())
                .isEqualTo("has a date of birth after today");
        assertThat(Samordningsnummer.tryParse("202512849841")).isPresent();
    }

    @Test
    void equals_samePersonInOtherWriting_isTheSameNumber() {
        assertThat(Samordningsnummer.of("19701063-2391"))
                .isEqualTo(Samordningsnummer.of("197010632391"))
                .hasSameHashCodeAs(Samordningsnummer.of("197010632391"))
                .isNotEqualTo(Samordningsnummer.of("197000639802"));
    }
}
