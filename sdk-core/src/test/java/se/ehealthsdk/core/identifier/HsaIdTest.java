package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class HsaIdTest {

    @ParameterizedTest
    @CsvSource({
        "SE2321000016-A12C, true, 2321000016",
        "SE2321000016-39KJ, true, 2321000016",
        "se2321000016-39kj, true, 2321000016",
        "SE165565594230-1000, true, 5565594230",
        "IFV1239877878-104K, false, 1239877878",
        "TSTNMT2321000156-1019, false, 2321000156",
        "TST5565594230-10R3072, false, 5565594230",
        "TNT4477663322-100R02, false, 4477663322",
        "T-SERVICES-SE165565594230-10RF, false, 5565594230",
        "T_SERVICES_SE165565594230-10BR, false, 5565594230",
        "HSASERVICES-100S, false, ",
        "SE4477663322-1000, false, 4477663322",
        "SE2321000016, false, ",
        "SE2321000016-, false, ",
        "SE2321000016-Ä1, false, 2321000016",
        "SE232100001-1000, false, ",
        "SE175565594230-1000, false, ",
        "SE2321000016-1234567890123456AB, true, 2321000016",
        "SE2321000016-1234567890123456ABC, false, 2321000016",
    })
    void of_idsInUse_roundTripAndTellTheirForm(
            String text, boolean national, String organisationNumber) {
        HsaId id = HsaId.of(text);

        assertThat(id.value()).isEqualTo(text);
        assertThat(id).hasToString(text);
        assertThat(id.isNationalFormat()).isEqualTo(national);
        assertThat(id.organisationNumber().map(OrganisationNumber::value))
                .isEqualTo(Optional.ofNullable(organisationNumber));
    }

    @Test
    void of_outerWhiteSpace_isRemovedAndInnerBlankKept() {
        assertThat(HsaId.of(" \tSE2321000016-A 1\n").value()).isEqualTo("SE2321000016-A 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\n",
                "SE2321000016-\n1000",
                "SE2321000016-\u00001000",
                "SE2321000016-\u20281000",
                "SE2321000016-\u200b1000",
                "SE2321000016-\u00a01000",
                "SE2321000016-1234567890123456ABCD",
            })
    void of_textThatCannotBeAnId_isRefused(String text) {
        InvalidInputException refusal = refusalOf(() -> HsaId.of(text));

        assertThat(refusal.field()).isEqualTo("hsaId");
        assertThat(refusal.expected()).isEqualTo("1 to 32 visible characters on one line");
        assertThat(refusal).hasMessageNotContaining("2321000016");
        assertThat(HsaId.tryParse(text)).isEmpty();
    }

    @Test
    void equals_otherCase_isTheSameId() {
        HsaId upper = HsaId.of("SE2321000016-39KJ");
        HsaId lower = HsaId.of("se2321000016-39kj");

        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
        assertThat(upper).isEqualByComparingTo(lower);
        assertThat(lower.value()).isEqualTo("se2321000016-39kj");
        assertThat(upper).isNotEqualTo(HsaId.of("SE2321000016-39KK"));
        assertThat(upper).isNotEqualTo("SE2321000016-39KJ");
    }

    @Test
    void compareTo_mixedCase_ordersByLetters() {
        assertThat(new TreeSet<>(List.of(HsaId.of("b"), HsaId.of("A"), HsaId.of("C"))))
                .extracting(HsaId::value)
                .containsExactly("A", "b", "C");
    }
}
