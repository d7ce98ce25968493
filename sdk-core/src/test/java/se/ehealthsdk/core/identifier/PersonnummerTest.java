package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

/** The numbers are the test number 19121212-1212 and serial numbers 980 to 999, set off for tests. */
class PersonnummerTest {

    private static final Clock JUNE_2025 =
            Clock.fixed(Instant.parse("2025-06-15T10:00:00Z"), ZoneId.of("Europe/Stockholm"));

    @ParameterizedTest
    @CsvSource({
        "191212121212, 191212121212, 1912-12-12, male",
        "19121212-1212, 191212121212, 1912-12-12, male",
        "19121212+1212, 191212121212, 1912-12-12, male",
        "' 19121212-1212 ', 191212121212, 1912-12-12, male",
        "190002289809, 190002289809, 1900-02-28, female",
        "20000229-9816, 200002299816, 2000-02-29, male",
        "189912319820, 189912319820, 1899-12-31, female",
        "180101319861, 180101319861, 1801-01-31, female",
        "209901019803, 209901019803, 2099-01-01, female",
    })
    void of_writtenForms_areNormalised(String text, String value, LocalDate born, String sex) {
        Personnummer number = Personnummer.of(text);

        assertThat(number.value()).isEqualTo(value);
        assertThat(number.oid()).isEqualTo("1.2.752.129.2.1.3.1");
        assertThat(number.formatted()).isEqualTo(value.substring(0, 8) + "-" + value.substring(8));
        assertThat(number.birthDate()).contains(born);
        assertThat(number.sex()).contains(sex.equals("male") ? LegalSex.MALE : LegalSex.FEMALE);
        assertThat(number).hasToString("Personnummer[" + value.substring(0, 4) + "...]");
        assertThat(Personnummer.tryParse(text)).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "191212121213, has a check digit that does not match",
        "191212120008, has the serial number 000",
        "190002299808, has a date that does not exist",
        "197002309800, has a date that does not exist",
        "199913019817, has a date that does not exist",
        "200000019810, has a date that does not exist",
        "200001009810, has a date that does not exist",
        "197010632391, has the day of a samordningsnummer",
        "1212121212, 'has ten digits, which do not tell the century'",
        "121212-1212, 'has ten digits, which do not tell the century'",
        "171212121212, is not written as such a number",
        "211212121212, is not written as such a number",
        "191212-121212, is not written as such a number",
        "19121212 1212, is not written as such a number",
        "19121212T123, is not written as such a number",
        "22950606FH20, is not written as such a number",
        "'', is not written as such a number",
    })
    void of_brokenRule_isRefusedWithTheRule(String text, String problem) {
        InvalidInputException refusal = refusalOf(() -> Personnummer.of(text));

        assertThat(refusal.field()).isEqualTo("personnummer");
        assertThat(refusal.problem()).isEqualTo(problem);
        assertThat(refusal.expected()).isNotBlank();
        assertThat(Personnummer.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2406019832, 202406019832",
        "240601-9832, 202406019832",
        "240601+9857, 192406019857",
        "241201+9859, 192412019859",
        "251224-9844, 192512249844",
        "251224+9844, 192512249844",
        "010131+9861, 190101319861",
        "121212+1212, 191212121212",
        "000229-9816, 200002299816",
        "19121212-1212, 191212121212",
        "189912319820, 189912319820",
    })
    void of_withClock_findsTheCentury(String text, String value) {
        assertThat(Personnummer.of(text, JUNE_2025).value()).isEqualTo(value);
        assertThat(Personnummer.tryParse(text, JUNE_2025)).contains(Personnummer.of(value));
    }

    @Test
    void of_bornToday_isBornThisYear() {
        Clock christmas =
                Clock.fixed(Instant.parse("2025-12-23T23:30:00Z"), ZoneId.of("Europe/Stockholm"));

        assertThat(Personnummer.of("251224-9844", christmas).value()).isEqualTo("202512249844");
    }

    @Test
    void of_plusInAYearWithoutThatDay_isRefused() {
        assertThat(refusalOf(() -> Personnummer.of("000229+9816", JUNE_2025)).problem())
                .isEqualTo("has a date that does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"202512249844", "20990101-9803"})
    void of_bornAfterToday_isRefusedOnlyWithClock(String text) {
        InvalidInputException refusal = refusalOf(() -> Personnummer.of(text, JUNE_2025));

        assertThat(refusal.problem()).isEqualTo("has a date of birth after today");
        assertThat(Personnummer.tryParse(text, JUNE_2025)).isEmpty();
        assertThat(Personnummer.tryParse(text)).isPresent();
    }

    @Test
    void equals_otherWriting_isTheSameNumber() {
        assertThat(Personnummer.of("19121212-1212"))
                .isEqualTo(Personnummer.of("191212121212"))
                .hasSameHashCodeAs(Personnummer.of("19121212+1212"))
                .isNotEqualTo(Personnummer.of("189912319820"))
                .isNotEqualTo("191212121212");
    }
}
