package se.ehealthsdk.hsa.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.VisitingAddress;

/** Addresses in parts, and text telephones. */
class AddressPartsTest {

    @Test
    void postalParts_read_andWritten() {
        PostalAddress.Parts parts =
                HsaSyntax.POSTAL_ADDRESS_PARTS.parse("Enheten$Box \\5C24$Vägen \\24$1$B$12345$Ort");

        assertThat(parts)
                .isEqualTo(
                        new PostalAddress.Parts(
                                List.of("Enheten", "Box \\24"),
                                Optional.of("Vägen $"),
                                Optional.of("1"),
                                Optional.of("B"),
                                "12345",
                                "Ort"));
        assertThat(
                        HsaSyntax.POSTAL_ADDRESS_PARTS.parse(
                                HsaSyntax.POSTAL_ADDRESS_PARTS.write(parts)))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HEMLIGT", "a$b$c$12345$Ort", "a$b$1$B$12345$", "a$b$1$B$ $Ort"})
    void postalParts_thatAreNone_areRefusedWithoutThem(String text) {
        assertThatThrownBy(() -> HsaSyntax.POSTAL_ADDRESS_PARTS.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("HEMLIGT");
    }

    @Test
    void visitingParts_emptyOnes_areNone() {
        assertThat(HsaSyntax.VISITING_ADDRESS_PARTS.parse("Vägen 5$$$Ort"))
                .isEqualTo(
                        new VisitingAddress("Vägen 5", Optional.empty(), Optional.empty(), "Ort"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Vägen 5", "Vägen$1$Ort", "$1$B$Ort", "a$b$c$d$e"})
    void visitingParts_thatAreNone_areRefused(String text) {
        assertThat(HsaSyntax.VISITING_ADDRESS_PARTS.tryParse(text)).isEmpty();
    }

    @Test
    void textTelephone_isNumberOrAddress() {
        assertThat(HsaSyntax.TELEPHONE_OR_ADDRESS.parse("+46 10-000 00 01"))
                .isEqualTo("0100000001");
        assertThat(HsaSyntax.TELEPHONE_OR_ADDRESS.parse("a@sip.example"))
                .isEqualTo("a@sip.example");
        assertThat(HsaSyntax.TELEPHONE_OR_ADDRESS.write("a@sip.example"))
                .isEqualTo("a@sip.example");
        assertThat(HsaSyntax.TELEPHONE_OR_ADDRESS.tryParse("+")).isEmpty();
    }

    @Test
    void personalIdentity_thatIsNone_isRefusedWithoutIt() {
        assertThatThrownBy(() -> HsaSyntax.PERSONAL_IDENTITY.parse("191212121213"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("19121212");
    }
}
