package se.ehealthsdk.hsa.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.directory.DistinguishedName;

class DisplayOptionTest {

    private static final DistinguishedName CLINIC =
            DistinguishedName.of(
                    "ou=Onkologiska kliniken,ou=Onkologi\\, thorax,ou=Karolinska universitetssjukhuset,"
                            + "o=Stockholms läns landsting,l=Stockholms län,c=SE");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2#4 | Karolinska universitetssjukhuset, Onkologiska kliniken",
                "4 | Onkologiska kliniken",
                "1#3 | Stockholms läns landsting, Onkologi, thorax"
            })
    void publicName_isTheNamesOfTheLevelsFromTheOrganisation(String option, String name) {
        assertThat(HsaSyntax.DISPLAY_OPTION.parse(option).publicName(CLINIC)).contains(name);
    }

    @Test
    void publicName_levelThatIsNotThere_orNoOrganisation_isEmpty() {
        assertThat(new DisplayOption(List.of(2, 5)).publicName(CLINIC)).isEmpty();
        assertThat(new DisplayOption(List.of(1)).publicName(DistinguishedName.of("ou=A,c=SE")))
                .isEmpty();
        assertThat(new DisplayOption(List.of(1)).publicName(DistinguishedName.of(""))).isEmpty();
    }

    @Test
    void publicName_organisationRightBelowTheCountry_isLevelOne() {
        assertThat(
                        new DisplayOption(List.of(1, 2))
                                .publicName(DistinguishedName.of("ou=Stöd,o=Påhitt AB,c=SE")))
                .contains("Påhitt AB, Stöd");
    }

    @Test
    void publicName_withoutDisplayOption_isNameAndPlace() {
        assertThat(DisplayOption.publicName("Vårdcentralen", Optional.of("Påhittad")))
                .isEqualTo("Vårdcentralen Påhittad");
        assertThat(DisplayOption.publicName("Vårdcentralen", Optional.empty()))
                .isEqualTo("Vårdcentralen");
        assertThat(DisplayOption.publicName("Vårdcentralen", Optional.of(" ")))
                .isEqualTo("Vårdcentralen");
    }

    @Test
    void levels_thatDoNotAscend_areRefused() {
        for (List<Integer> levels :
                List.of(List.<Integer>of(), List.of(0), List.of(2, 1), List.of(2, 2))) {
            assertThatThrownBy(() -> new DisplayOption(levels))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
