package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

class CommissionRightTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Läsa;alla;SJF",
                "LÄSA;upp;VE",
                "Skriva;dia;VG",
                "Signera;vko;SE2321000016-39KJ",
                "Makulera;xyz;ABC",
                ";;"
            })
    void rightReadAndFormatted_isTheSame(String text) {
        assertThat(CommissionRight.parse(text).format()).isEqualTo(text);
    }

    @Test
    void blanksAroundTheParts_areRemoved() {
        assertThat(CommissionRight.parse(" Läsa ; alla ; SJF "))
                .isEqualTo(CommissionRight.parse("Läsa;alla;SJF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Läsa", "Läsa;alla", "Läsa;alla;SJF;mer"})
    void textWithoutThreeParts_isRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> CommissionRight.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("commissionRight")
                .hasMessageContaining("three parts");
    }

    @Test
    void scope_isComparedWithoutRegardToCase() {
        CommissionScope scope = CommissionRight.parse("Läsa;alla;sjf").scope();

        assertThat(scope)
                .isEqualTo(CommissionScope.SHARED_RECORDS)
                .hasSameHashCodeAs(CommissionScope.SHARED_RECORDS);
        assertThat(scope).isNotEqualTo(CommissionScope.OWN_CARE_UNIT);
        assertThat(scope.unit()).isEmpty();
    }

    @Test
    void scopeThatIsAnHsaId_isThatUnit() {
        var unit = HsaId.of("SE2321000016-39KJ");

        assertThat(CommissionRight.parse("Läsa;alla;SE2321000016-39KJ").scope().unit())
                .contains(unit);
        assertThat(CommissionScope.of(unit).text()).isEqualTo("SE2321000016-39KJ");
    }

    @Test
    void rightToAllInformation_allowsEveryClassOfThatActivity() {
        CommissionRight right = CommissionRight.parse("LÄSA;ALLA;SJF");

        assertThat(right.allows(CommissionRight.READ, "upp")).isTrue();
        assertThat(right.allows(CommissionRight.WRITE, "upp")).isFalse();
    }

    @Test
    void rightToOneClass_allowsThatOnly() {
        CommissionRight right = CommissionRight.parse("Läsa;upp;VE");

        assertThat(right.allows("läsa", "UPP")).isTrue();
        assertThat(right.allows("läsa", "dia")).isFalse();
        assertThat(right.allows("läsa", CommissionRight.ALL_INFORMATION)).isFalse();
    }

    @Test
    void incompleteRight_isKeptButAllowsNothing() {
        CommissionRight right = CommissionRight.parse("Läsa;;SJF");

        assertThat(right.isComplete()).isFalse();
        assertThat(right.allows(CommissionRight.READ, "upp")).isFalse();
    }

    @Test
    void purpose_isComparedWithoutRegardToCaseAndOuterBlanks() {
        CommissionPurpose purpose = CommissionPurpose.of(" VÅRD och behandling ");

        assertThat(purpose)
                .isEqualTo(CommissionPurpose.CARE_AND_TREATMENT)
                .hasSameHashCodeAs(CommissionPurpose.CARE_AND_TREATMENT);
        assertThat(purpose.text()).isEqualTo("VÅRD och behandling");
        assertThat(CommissionPurpose.of("Forskning"))
                .isNotEqualTo(CommissionPurpose.CARE_AND_TREATMENT);
    }

    @Test
    void blankPurpose_isRefused() {
        assertThatThrownBy(() -> CommissionPurpose.of(" "))
                .isInstanceOf(InvalidInputException.class);
    }
}
