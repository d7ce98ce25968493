package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class LogicalAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"SE165565594230-1000", "2021005521", "SE", "*", "VG#VE"})
    void of_address_isKeptAsItIs(String text) {
        assertThat(LogicalAddress.of(text).value()).isEqualTo(text);
        assertThat(LogicalAddress.of(text)).hasToString(text);
        assertThat(LogicalAddress.tryParse(text)).contains(LogicalAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void of_blank_isRefusedAsBlank(String text) {
        InvalidInputException refusal = refusalOf(() -> LogicalAddress.of(text));

        assertThat(refusal.field()).isEqualTo("logicalAddress");
        assertThat(refusal.problem()).isEqualTo("is blank");
        assertThat(LogicalAddress.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " SE165565594230-1000",
                "SE165565594230-1000 ",
                "\n  SE165565594230-1000\n",
                "SE165565594230 -1000",
                "SE165565594230-1000\t",
                "SE165565594230-1000\u0000",
                "SE165565594230-1000\u00a0",
                "SE165565594230-1000\ufeff",
            })
    void of_whiteSpaceAnywhere_isRefusedAndNotTrimmed(String text) {
        InvalidInputException refusal = refusalOf(() -> LogicalAddress.of(text));

        assertThat(refusal.field()).isEqualTo("logicalAddress");
        assertThat(refusal.problem())
                .isEqualTo("holds white space, a line break or a control character");
        assertThat(refusal.expected()).contains("without white space");
        assertThat(LogicalAddress.tryParse(text)).isEmpty();
    }

    @Test
    void of_hsaId_isItsValue() {
        assertThat(LogicalAddress.of(HsaId.of(" SE2321000016-39KJ ")).value())
                .isEqualTo("SE2321000016-39KJ");
    }

    @Test
    void of_hsaIdWithBlank_isRefused() {
        HsaId withBlank = HsaId.of("SE2321000016-39 KJ");

        assertThat(refusalOf(() -> LogicalAddress.of(withBlank)).field())
                .isEqualTo("logicalAddress");
    }

    @Test
    void equals_otherCase_isTheSameAddress() {
        LogicalAddress upper = LogicalAddress.of("SE2321000016-39KJ");
        LogicalAddress lower = LogicalAddress.of("se2321000016-39kj");

        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower).isEqualByComparingTo(lower);
        assertThat(upper).isNotEqualTo(LogicalAddress.of("SE2321000016"));
    }
}
