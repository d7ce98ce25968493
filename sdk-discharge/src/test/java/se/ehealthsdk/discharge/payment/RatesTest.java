package se.ehealthsdk.discharge.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;

class RatesTest {

    @ParameterizedTest
    @CsvSource({
        "2016-05-05, SOMATIC, 4816, SECONDARY",
        "2016-05-05, PSYCHIATRIC, 4085, SECONDARY",
        "2019-01-01, SOMATIC, 7800, OFFICIAL",
        "2019-12-31, PSYCHIATRIC, 7800, OFFICIAL",
        "2020-02-29, SOMATIC, 8200, SECONDARY",
        "2022-06-01, SOMATIC, 9300, SECONDARY",
        "2023-12-31, SOMATIC, 10500, SECONDARY",
    })
    void sourcedRates_areThoseThatWereFound(
            LocalDate day, CareForm form, BigDecimal amount, Confidence confidence) {
        Rate rate = Rates.sourced().require(day, form);

        assertThat(rate.amount()).isEqualByComparingTo(amount);
        assertThat(rate.confidence()).isEqualTo(confidence);
        assertThat(rate.source()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {2017, 2018, 2021, 2024, 2025, 2026, 2027})
    void yearWithoutSource_isAnErrorThatNamesIt(int year) {
        assertThat(Rates.sourced().on(LocalDate.of(year, 7, 1), CareForm.SOMATIC)).isEmpty();
        assertThatThrownBy(
                        () -> Rates.sourced().require(LocalDate.of(year, 7, 1), CareForm.SOMATIC))
                .isInstanceOf(MissingRateException.class)
                .hasMessageContaining(Integer.toString(year));
    }

    @Test
    void inferredRate_isThereOnlyForThoseWhoAskForIt() {
        LocalDate day = LocalDate.of(2024, 7, 1);

        assertThat(Rates.sourced().on(day, CareForm.SOMATIC)).isEmpty();
        assertThat(Rates.shipped(Confidence.OFFICIAL).all()).hasSize(1);
        assertThat(Rates.shipped(Confidence.INFERRED).on(day, CareForm.SOMATIC))
                .hasValueSatisfying(
                        rate -> assertThat(rate.confidence()).isEqualTo(Confidence.INFERRED));
    }

    @Test
    void with_addsARate_andRefusesASecondForTheSameDays() {
        Rates rates = Rates.sourced().with(rate(2026, "12345.50"));

        assertThat(rates.require(LocalDate.of(2026, 1, 1), CareForm.PSYCHIATRIC).amount())
                .isEqualByComparingTo("12345.50");
        assertThatThrownBy(() -> rates.with(rate(2026, "1")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> rates.with(rate(2016, "1")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void read_takesATableInTheSameForm() throws IOException {
        Rates rates =
                read(
                        "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-01-01\",\"to\":\"2026-06-30\",\"amount\":\"12000.50\",\"source\":\"own\",\"confidence\":\"official\",\"care\":\"psychiatric\"}]}");

        assertThat(rates.on(LocalDate.of(2026, 6, 30), CareForm.PSYCHIATRIC)).isPresent();
        assertThat(rates.on(LocalDate.of(2026, 6, 30), CareForm.SOMATIC)).isEmpty();
        assertThat(rates.on(LocalDate.of(2026, 7, 1), CareForm.PSYCHIATRIC)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"currency\":\"EUR\",\"rates\":[]}",
                "{\"currency\":1,\"rates\":[]}",
                "{\"rates\":[]}",
                "{\"currency\":\"SEK\",\"rates\":{}}",
                "{\"currency\":\"SEK\",\"rates\":[1]}",
                "{\"currency\":\"SEK\",\"rates\":[[]]}",
                "{\"currency\":\"SEK\",\"rates\":[{}]}",
                "{\"currency\":\"SEK\",\"other\":[]}",
                "{\"currency\":\"SEK\",\"rates\":[]} x",
                "{\"currency\":\"SEK\",\"currency\":\"SEK\",\"rates\":[]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"amount\":\"0\",\"source\":\"x\",\"confidence\":\"official\"}]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"amount\":\"-5\",\"source\":\"x\",\"confidence\":\"official\"}]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"amount\":\"1e999999999\",\"source\":\"x\",\"confidence\":\"official\"}]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"amount\":7800,\"source\":\"x\",\"confidence\":\"official\"}]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-02-30\",\"to\":\"2026-12-31\",\"amount\":\"5\",\"source\":\"x\",\"confidence\":\"official\"}]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-12-31\",\"to\":\"2026-01-01\",\"amount\":\"5\",\"source\":\"x\",\"confidence\":\"official\"}]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"amount\":\"5\",\"source\":\" \",\"confidence\":\"official\"}]}",
                "{\"currency\":\"SEK\",\"rates\":[{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"amount\":\"5\",\"source\":\"x\",\"confidence\":\"sure\"}]}",
            })
    void read_whatIsNoTable_isInvalidInput(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidInputException.class);
    }

    private static Rates read(String json) throws IOException {
        return Rates.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Rate rate(int year, String amount) {
        return Rate.ofYear(year, new BigDecimal(amount), "own", Confidence.OFFICIAL);
    }
}
