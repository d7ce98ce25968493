package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.core.identifier.Refusals.refusalOf;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservnummerTest {

    private static final String NATIONAL = "1.2.752.74.9.1";

    @ParameterizedTest
    @CsvSource({
        "22950606FH20, 1995-06-06, 2",
        "22790814AA01, 1979-08-14, 2",
        "25780404KHD5, 1978-04-04, ",
        "00342145BZ31, , 1",
        "00749852BZK0, , ",
    })
    void national_publishedNumbers_areRightAndDecoded(String text, LocalDate born, String sexCode) {
        Reservnummer number = Reservnummer.of(ReserveNumberIssuer.NATIONAL, text);

        assertThat(number.value()).isEqualTo(text);
        assertThat(number.isWellFormed()).contains(true);
        assertThat(number.hasValidCheckDigit()).contains(true);
        assertThat(number.birthDate()).isEqualTo(Optional.ofNullable(born));
        assertThat(number.sex()).isEqualTo(Optional.ofNullable(sexCode).map(LegalSex::of));
        assertThat(PersonId.parse(text)).isEqualTo(number);
        assertThat(PersonId.of(NATIONAL, text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "22950606FH20, 1995",
        "23000606AA00, 2000",
        "24000606AA00, 2100",
        "25000606AA00, 1900",
        "96000606AA00, 2100",
        "97990606AA00, 1999",
        "98990606AA00, 2099",
        "99990606AA00, 2199",
    })
    void national_shiftedCentury_isDecoded(String text, int year) {
        assertThat(Reservnummer.of(ReserveNumberIssuer.NATIONAL, text).birthDate())
                .map(LocalDate::getYear)
                .contains(year);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21950606FH20",
                "18950606FH20",
                "01950606FH20",
                "22951306FH20",
                "22950631FH20",
                "00191945BZ31",
                "00342160BZ31",
                "00342139BZ31",
                "22950606IH20",
                "22950606FO20",
                "22950606FHQ0",
                "22950606FH2A",
                "22950606F120",
                "22950606FH201",
                "anything at all",
            })
    void national_wrongForm_isKeptButTold(String text) {
        Reservnummer number = Reservnummer.of(ReserveNumberIssuer.NATIONAL, text);

        assertThat(number.value()).isEqualTo(text);
        assertThat(number.isWellFormed()).contains(false);
        assertThat(number.hasValidCheckDigit()).contains(false);
        assertThat(number.sex()).isEmpty();
        assertThat(number.formatted()).isEqualTo(text);
        assertThat(PersonId.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"22950606-FH20", "22950606fh20", "' 22950606-fh20 '"})
    void national_otherWriting_isTheSameNumber(String text) {
        Reservnummer number = Reservnummer.of(ReserveNumberIssuer.NATIONAL, text);

        assertThat(number.value()).isEqualTo("22950606FH20");
        assertThat(number.formatted()).isEqualTo("22950606-FH20");
        assertThat(PersonId.parse(text)).isEqualTo(number).hasSameHashCodeAs(number);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.752.97.3.1.3, 991981000010, 991981000011",
        "1.2.752.97.3.1.3, 991945000023, 991945000022",
        "1.2.752.97.3.1.3, 991993000032, 991993000031",
        "1.2.752.113.11.0.2.1.1.1, 19810829M071, 19810829M070",
        "1.2.752.113.11.0.2.1.1.1, 19450829K088, 19450829K089",
        "1.2.752.113.11.0.2.1.1.1, 19930829X802, 19930829X801",
        "1.2.752.129.2.1.3.2, 198108320014, 198108320013",
        "1.2.752.74.9.1, 22950606FH20, 22950606FH21",
    })
    void hasValidCheckDigit_documentedRule_isAnsweredAndNeverRefused(
            String oid, String right, String wrong) {
        assertThat(reservnummer(oid, right).hasValidCheckDigit()).contains(true);

        Reservnummer broken = reservnummer(oid, wrong);
        assertThat(broken.value()).isEqualTo(wrong);
        assertThat(broken.oid()).isEqualTo(oid);
        assertThat(broken.hasValidCheckDigit()).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.752.97.3.1.3, 991981000010, true",
        "1.2.752.97.3.1.3, 991945000023, true",
        "1.2.752.97.3.1.3, 991879000010, false",
        "1.2.752.97.3.1.3, 992300000010, false",
        "1.2.752.113.11.0.2.1.1.1, 19810829M051, false",
        "1.2.752.113.11.0.2.1.1.1, 19810829M081, false",
        "1.2.752.113.11.0.2.1.1.1, 19810829X791, false",
        "1.2.752.129.2.1.3.2, 198108310014, false",
        "1.2.752.129.2.1.3.2, 198113320014, false",
        "1.2.752.74.9.2, 19810829SF1A, true",
        "1.2.752.74.9.2, 19810829SF19, true",
        "1.2.752.74.9.2, 19810829SF1V, false",
        "1.2.752.74.9.2, 19810829SA1A, false",
        "1.2.752.74.9.3, 19810829TA1J, true",
        "1.2.752.74.9.3, 19810829TA1K, false",
        "1.2.752.74.9.4, 19810829DA1B, true",
        "1.2.752.219.1.10.10.1, 810829FA0B, true",
        "1.2.752.74.9.4, 19810829GA1B, false",
        "1.2.752.74.9.5, 19810829AB1C, true",
        "1.2.752.269.1.1, 19810829123R, true",
        "1.2.752.269.1.1, 19810829123S, false",
        "1.2.752.266.1.1.1, 19810829AB1C, true",
        "1.2.752.266.1.1.2, 18500101M123, true",
        "1.2.752.266.1.1.2, 18700101M123, false",
    })
    void isWellFormed_documentedForm_isAnswered(String oid, String text, boolean wellFormed) {
        assertThat(reservnummer(oid, text).isWellFormed()).contains(wellFormed);
        assertThat(reservnummer(oid, text).value()).isEqualTo(text);
        assertThat(reservnummer(oid, text).oid()).isEqualTo(oid);
    }

    @Test
    void hasValidCheckDigit_noneDocumented_isEmptyAndNotTrue() {
        assertThat(reservnummer("1.2.752.74.9.2", "19810829SF1A").hasValidCheckDigit()).isEmpty();
        assertThat(reservnummer("1.2.752.74.9.3", "wrong").hasValidCheckDigit()).isEmpty();
    }

    @Test
    void of_unknownIssuer_keepsTheTextAndKnowsNothing() {
        Reservnummer number = reservnummer("1.2.752.999.1", " Abc-12 345678 ");

        assertThat(number.value()).isEqualTo("Abc-12 345678");
        assertThat(number.formatted()).isEqualTo("Abc-12 345678");
        assertThat(number.issuer().name()).isEqualTo("1.2.752.999.1");
        assertThat(number.isWellFormed()).isEmpty();
        assertThat(number.hasValidCheckDigit()).isEmpty();
        assertThat(number.birthDate()).isEmpty();
        assertThat(number.sex()).isEmpty();
        assertThat(number).hasToString("Reservnummer[...]");
    }

    @Test
    void sex_vastraGotaland_isTheLetters() {
        String oid = "1.2.752.113.11.0.2.1.1.1";

        assertThat(reservnummer(oid, "19810829M071").sex()).contains(LegalSex.MALE);
        assertThat(reservnummer(oid, "19450829K088").sex()).contains(LegalSex.FEMALE);
        assertThat(reservnummer(oid, "19930829X802").sex()).isEmpty();
    }

    @Test
    void skane_eitherOid_isTheSameNumberAndKeepsItsOid() {
        Reservnummer one = reservnummer("1.2.752.74.9.4", "19810829DA1B");
        Reservnummer other = reservnummer("1.2.752.219.1.10.10.1", "19810829-DA1B");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.compareTo(other)).isZero();
        assertThat(one.issuer()).isEqualTo(ReserveNumberIssuer.SKANE);
        assertThat(one.oid()).isEqualTo("1.2.752.74.9.4");
        assertThat(other.oid()).isEqualTo("1.2.752.219.1.10.10.1");
    }

    @Test
    void equals_sameTextFromOtherIssuer_isAnotherPerson() {
        Reservnummer blekinge = reservnummer("1.2.752.74.9.5", "19810829AB1C");
        Reservnummer sormland = reservnummer("1.2.752.266.1.1.1", "19810829AB1C");

        assertThat(blekinge).isNotEqualTo(sormland);
        assertThat(blekinge.compareTo(sormland)).isNotZero();
    }

    @Test
    void of_issuerWithoutKnownOid_isRefusedUntilItHasOne() {
        assertThat(
                        refusalOf(
                                        () ->
                                                Reservnummer.of(
                                                        ReserveNumberIssuer.HALLAND,
                                                        "198108320014"))
                                .field())
                .isEqualTo("issuer");

        ReserveNumberIssuer halland = ReserveNumberIssuer.HALLAND.withOid("1.2.752.999.2");
        Reservnummer number = Reservnummer.of(halland, "19810832-0014");
        assertThat(number.value()).isEqualTo("198108320014");
        assertThat(number.oid()).isEqualTo("1.2.752.999.2");
        assertThat(number.hasValidCheckDigit()).contains(true);
        assertThat(halland).isEqualTo(ReserveNumberIssuer.HALLAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12\n34", "12\u00004"})
    void of_textThatCannotBeANumber_isRefused(String text) {
        assertThat(refusalOf(() -> Reservnummer.of(ReserveNumberIssuer.STOCKHOLM, text)).field())
                .isEqualTo("reservnummer");
        assertThat(Reservnummer.tryParse(ReserveNumberIssuer.STOCKHOLM, text)).isEmpty();
    }

    @Test
    void of_longerThanTheContractAllows_isRefused() {
        assertThat(Reservnummer.tryParse(ReserveNumberIssuer.STOCKHOLM, "9".repeat(64)))
                .isPresent();
        assertThat(Reservnummer.tryParse(ReserveNumberIssuer.STOCKHOLM, "9".repeat(65))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "3.1", "1..2", "1.2.", "1.02", "urn:oid:1.2"})
    void issuerOf_noOid_isRefused(String oid) {
        assertThat(refusalOf(() -> ReserveNumberIssuer.of(oid)).field()).isEqualTo("oid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.752.129.2.1.3.1", "1.2.752.129.2.1.3.3"})
    void issuerOf_oidOfAnotherKind_isRefused(String oid) {
        assertThat(refusalOf(() -> ReserveNumberIssuer.of(oid)).problem())
                .contains("personnummer or samordningsnummer");
    }

    private static Reservnummer reservnummer(String oid, String text) {
        return Reservnummer.of(ReserveNumberIssuer.of(oid), text);
    }
}
