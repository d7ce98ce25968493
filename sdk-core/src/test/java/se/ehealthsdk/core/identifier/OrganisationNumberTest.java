package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class OrganisationNumberTest {

    @ParameterizedTest
    @CsvSource({
        "5565594230, 5565594230, 556559-4230, true, false",
        "165565594230, 5565594230, 556559-4230, true, false",
        "16556559-4230, 5565594230, 556559-4230, true, false",
        "2321000156, 2321000156, 232100-0156, true, true",
        "2321000016, 2321000016, 232100-0016, true, true",
        "2021005521, 2021005521, 202100-5521, true, true",
        "447766-3324, 4477663324, 447766-3324, true, false",
        "4477663322, 4477663322, 447766-3322, false, false",
        "1239877878, 1239877878, 123987-7878, false, false",
        "' 1655942301 ', 1655942301, 165594-2301, false, false",
    })
    void of_numbersInUse_areNormalised(
            String text, String value, String hyphenated, boolean valid, boolean publicSector) {
        OrganisationNumber number = OrganisationNumber.of(text);

        assertThat(number.value()).isEqualTo(value);
        assertThat(number).hasToString(value);
        assertThat(number.hyphenated()).isEqualTo(hyphenated);
        assertThat(number.hasValidCheckDigit()).isEqualTo(valid);
        assertThat(number.isPublicSector()).isEqualTo(publicSector);
        assertThat(OrganisationNumber.tryParse(hyphenated)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "556559423",
                "55655942300",
                "175565594230",
                "55655-94230",
                "556559 4230",
                "556559--4230",
                "SE5565594230",
                "٥٥٦٥٥٩٤٢٣٠",
            })
    void of_notTenDigits_isRefused(String text) {
        InvalidInputException refusal = refusalOf(() -> OrganisationNumber.of(text));

        assertThat(refusal.field()).isEqualTo("organisationNumber");
        assertThat(refusal.expected()).startsWith("ten digits");
        assertThat(OrganisationNumber.tryParse(text)).isEmpty();
    }

    @Test
    void toString_soleTradersNumber_isMasked() {
        OrganisationNumber own = OrganisationNumber.of("121212-1212");

        assertThat(own).hasToString("OrganisationNumber[...]");
        assertThat(own.value()).isEqualTo("1212121212");
    }

    @Test
    void equals_otherWriting_isTheSameNumber() {
        OrganisationNumber number = OrganisationNumber.of("2321000016");

        assertThat(number)
                .isEqualTo(OrganisationNumber.of("16232100-0016"))
                .hasSameHashCodeAs(OrganisationNumber.of("232100-0016"))
                .isNotEqualTo(OrganisationNumber.of("2321000156"))
                .isLessThan(OrganisationNumber.of("2321000156"));
    }
}
