package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.error.InvalidInputException;

class PersonIdTest {

    @ParameterizedTest
    @CsvSource({
        "19121212-1212, Personnummer, 1.2.752.129.2.1.3.1, 191212121212",
        "19701063-2391, Samordningsnummer, 1.2.752.129.2.1.3.3, 197010632391",
        "197000609813, Samordningsnummer, 1.2.752.129.2.1.3.3, 197000609813",
        "22950606-FH20, Reservnummer, 1.2.752.74.9.1, 22950606FH20",
        "00749852BZK0, Reservnummer, 1.2.752.74.9.1, 00749852BZK0",
    })
    void parse_textOfUnknownKind_tellsTheKind(String text, String kind, String oid, String value) {
        PersonId id = PersonId.parse(text);

        assertThat(id.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(id.oid()).isEqualTo(oid);
        assertThat(id.value()).isEqualTo(value);
        assertThat(PersonId.of(oid, text)).isEqualTo(id);
        assertThat(PersonId.tryParse(text)).contains(id);
        assertThat(PersonId.tryParse(" " + oid + " ", text)).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "'', personId",
        "1212121212, personId",
        "991981000010, personId",
        "19810829M071, personId",
        "191212121213, personnummer",
        "197010632392, samordningsnummer",
        "22950606FH21, reservnummer",
    })
    void parse_noneOfTheKinds_isRefusedByTheNearest(String text, String field) {
        InvalidInputException refusal = refusalOf(() -> PersonId.parse(text));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.expected()).isNotBlank();
        assertThat(PersonId.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.752.129.2.1.3.1, 197010632391, personnummer",
        "1.2.752.129.2.1.3.3, 191212121212, samordningsnummer",
        "1.2.752.129.2.1.3.1, 22950606FH20, personnummer",
        "1.2.752.74.9.1, '', reservnummer",
        "no oid, 191212121212, oid",
        "'', 191212121212, oid",
    })
    void of_numberOfAnotherKindThanTheRoot_isRefused(String oid, String extension, String field) {
        assertThat(refusalOf(() -> PersonId.of(oid, extension)).field()).isEqualTo(field);
        assertThat(PersonId.tryParse(oid, extension)).isEmpty();
    }

    @Test
    void equals_sameCharactersOfAnotherKind_isAnotherIdentity() {
        PersonId registered = Personnummer.of("191212121212");
        PersonId local = PersonId.of("1.2.752.999.1", "191212121212");

        assertThat(registered).isNotEqualTo(local);
        assertThat(local).isNotEqualTo(registered);
        assertThat(registered.compareTo(local)).isNotZero();
        assertThat(new TreeSet<>(List.of(registered, local))).hasSize(2);
    }

    @Test
    void compareTo_severalKinds_ordersByNumber() {
        assertThat(
                        new TreeSet<>(
                                List.of(
                                        PersonId.parse("22950606FH20"),
                                        PersonId.parse("197010632391"),
                                        PersonId.parse("191212121212"))))
                .extracting(PersonId::value)
                .containsExactly("191212121212", "197010632391", "22950606FH20");
    }
}
