package se.ehealthsdk.certificate.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.form.Samples.TODAY;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.FindingsException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/** What no certificate could carry, whatever its form: told before it is written. */
class ContractBreaksTest {

    @ParameterizedTest
    @MethodSource("unwritable")
    void check_whatTheContractCannotCarry_isAFinding(CertificateForm.Builder<?, ?> builder) {
        assertThat(builder.check()).anyMatch(Finding::isError);
        assertThatThrownBy(builder::build)
                .isInstanceOf(FindingsException.class)
                .hasMessageNotContaining("hemlig");
    }

    static Stream<CertificateForm.Builder<?, ?>> unwritable() {
        LocalDate far = LocalDate.of(12026, 3, 10);
        return Stream.of(
                Samples.fk7804().impairment("hemlig\u0000"),
                Samples.fk7804().impairment("hemlig\uD83D"),
                Samples.fk7804().diagnosis("M\u0001", "hemlig"),
                Samples.fk7804().without("32").unableToWork(Degree.FULL, TODAY, far),
                Samples.fk7804()
                        .without("32")
                        .unableToWork(Degree.FULL, LocalDate.of(-1, 1, 1), TODAY),
                Samples.fk7210().expectedBirth(far),
                Samples.fk7804V1().additionalAnswer(-9001, "hemlig"),
                Fk7210.builder(PersonId.of("1.2.752.74.9.1", "970401R50A3S"), Samples.issuer())
                        .checker(Samples.CHECKER)
                        .expectedBirth(TODAY.plusDays(9)),
                Fk7210.builder(
                                Samples.PATIENT,
                                Issuer.of(Samples.user())
                                        .address("Gatan 1", "123 45", "Orten")
                                        .telephone("010")
                                        .build())
                        .checker(Samples.CHECKER)
                        .expectedBirth(TODAY.plusDays(9)));
    }

    @Test
    void tenMegabytesOfText_areAFinding() {
        assertThat(Samples.fk7804().otherInformation("x".repeat(10_000_000)).check())
                .extracting(Finding::rule)
                .containsExactly("LISJP2-Q25.1-LEN4000");
    }

    @Test
    void textLimit_countsAsJavaDoes() {
        String faces = "\uD83D\uDE00".repeat(2000);

        assertThat(Samples.fk7804().otherInformation(faces).check()).isEmpty();
        assertThat(Samples.fk7804().otherInformation(faces + "\n").check())
                .extracting(Finding::rule)
                .containsExactly("LISJP2-Q25.1-LEN4000");
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_isRefusedWhereItIsGiven() {
        assertThatThrownBy(() -> Samples.fk7804().impairment(null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Samples.fk7804().unableToWork(Degree.FULL, TODAY, null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Samples.fk7804().id(null))
                .isInstanceOf(NullPointerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2.0", "11", "1.", "1.x", "1.00000", " 1.0"})
    void textVersion_ofNoFirstGeneration_isRefused(String version) {
        assertThatThrownBy(() -> Samples.fk7804V1().textVersion(version))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void issuer_userWithoutCareUnit_needsOne() {
        ActingUser user = Samples.user();
        ActingUser underProvider =
                new ActingUser(
                        user.employee(),
                        Optional.empty(),
                        user.title(),
                        user.commission(),
                        Optional.empty(),
                        user.careProvider());

        assertThatThrownBy(() -> Issuer.of(underProvider).build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("care unit");
        assertThat(
                        Issuer.of(underProvider)
                                .unit(user.careUnit().orElseThrow().hsaId(), "Enheten")
                                .build()
                                .unit()
                                .name())
                .isEqualTo("Enheten");
    }
}
