package se.ehealthsdk.hsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.hsa.PostalAddress.PostalTown;

class PostalAddressTest {

    @ParameterizedTest
    @CsvSource({
        "12345 Exempelstad, 12345, Exempelstad",
        "123 45  Stora Exempelstad, 12345, Stora Exempelstad",
        "SE-123 45 Exempelstad, 12345, Exempelstad",
        "S-123 45 Exempelstad, 12345, Exempelstad"
    })
    void postalTown_ofTheLastLine_isSplit(String line, String postCode, String town) {
        PostalAddress address = PostalAddress.ofLines(List.of("Vårdcentralen", "Box 1", line));

        assertThat(address.postalTown()).contains(new PostalTown(postCode, town));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Exempelstad", "1234 Exempelstad", "12345", "", "Box 12345 Exempelstad"})
    void postalTown_lastLineOfAnotherForm_isEmptyAndTheLineIsKept(String line) {
        PostalAddress address = PostalAddress.ofLines(List.of(line));

        assertThat(address.postalTown()).isEmpty();
        assertThat(address.printedLines()).containsExactly(line);
    }

    @Test
    void postalTown_partsAndLines_thePartsWin() {
        PostalAddress address =
                new PostalAddress(
                        List.of("Gamla gatan 1", "11111 Gamlestad"),
                        Optional.of("11111"),
                        Optional.of(parts("222 22", "Nystad")));

        assertThat(address.postalTown()).contains(new PostalTown("22222", "Nystad"));
        assertThat(address.printedLines()).containsExactly("Gamla gatan 1", "11111 Gamlestad");
    }

    @Test
    void printedLines_ofParts_readAsOnAnEnvelope() {
        assertThat(PostalAddress.of(parts("123 45", "Exempelstad")).printedLines())
                .containsExactly(
                        "Region Exempel", "Vårdcentralen", "Storgatan 12 B", "123 45 Exempelstad");
    }

    private static PostalAddress.Parts parts(String postCode, String town) {
        return new PostalAddress.Parts(
                List.of("Region Exempel", "Vårdcentralen"),
                Optional.of("Storgatan"),
                Optional.of("12"),
                Optional.of("B"),
                postCode,
                town);
    }
}
