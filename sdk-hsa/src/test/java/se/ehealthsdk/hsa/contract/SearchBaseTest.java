package se.ehealthsdk.hsa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class SearchBaseTest {

    private static final Pattern OFFICIAL =
            Pattern.compile("([OUDCNLoudcnl]{1,2}=[0-9\\p{L}\\p{Zs}\\-.]*,?)*");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c=SE|c=SE",
                "o=Region Exempel,l=Exempels län,c=SE|o=Region Exempel,l=Exempels län,c=SE",
                "  OU=Vårdcentral 1, O=Region-X, C=SE |OU=Vårdcentral 1,O=Region-X,C=SE"
            })
    void of_allowedName_isKeptWithoutBlanksAroundParts(String dn, String value) {
        assertThat(SearchBase.of(dn).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "SE", "x=1", "o=A & B,c=SE", "o=A/S,c=SE", "o=A\\,B"})
    void of_whatTheContractCannotCarry_isRefusedWithoutShowingIt(String dn) {
        assertThatThrownBy(() -> SearchBase.of(dn))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("searchBase: is not a distinguished name");
    }

    @Test
    void of_tooLong_isRefused() {
        assertThat(SearchBase.of("o=" + "a".repeat(348)).value()).hasSize(350);
        assertThatThrownBy(() -> SearchBase.of("o=" + "a".repeat(349)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void of_anyShortText_agreesWithTheOfficialPattern() {
        Random random = new Random(20261122);
        String alphabet = "oucx=,, å1-&";
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder("c=");
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String dn = text.toString().strip().replaceAll(",\\s+", ",");
            boolean accepted;
            try {
                SearchBase.of(dn);
                accepted = true;
            } catch (InvalidInputException refused) {
                accepted = false;
            }
            assertThat(accepted).as(dn).isEqualTo(OFFICIAL.matcher(dn).matches());
        }
    }

    @Test
    void of_textMadeToBacktrack_isRefusedAtOnce() {
        assertThatThrownBy(() -> SearchBase.of("cc=".repeat(116) + "!"))
                .isInstanceOf(InvalidInputException.class);
    }
}
