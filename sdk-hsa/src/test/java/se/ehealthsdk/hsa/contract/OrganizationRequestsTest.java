package se.ehealthsdk.hsa.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.UnitProfile;

class OrganizationRequestsTest {

    private static final HsaId UNIT = HsaId.of("SE2321000016-E1");

    @Test
    void getHealthCareProvider_notExactlyOneKey_isRefused() {
        assertThatThrownBy(
                        () ->
                                new GetHealthCareProvider(
                                        Optional.of(UNIT),
                                        Optional.of(OrganisationNumber.of("2321000016")),
                                        SearchScope.ALL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("both are given");
        assertThatThrownBy(
                        () ->
                                new GetHealthCareProvider(
                                        Optional.empty(), Optional.empty(), SearchScope.ALL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("neither is given");
    }

    @Test
    void sectorQuestions_withoutSector_areRefused() {
        assertThatThrownBy(() -> IsUnitWithinSector.of(UNIT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sectors");
        assertThatThrownBy(() -> new ListUnitsWithinSector(List.of(), SearchScope.ALL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sectors");
    }

    @Test
    void profile_blank_isRefused() {
        assertThatThrownBy(() -> new UnitProfile(" "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("profile");
    }

    @Test
    void unit_withoutHsaId_cannotBeBuilt() {
        assertThatThrownBy(() -> Unit.builder().name("Akuten").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("hsaId");
    }
}
