package se.ehealthsdk.core.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.CredentialProblem.Kind;
import se.ehealthsdk.testpki.ExtendedKeyUse;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.TestPki;

class CredentialProblemTest {

    private static final String HSA_ID = "SE2321000016-39KJ";
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestPki PKI = TestPki.create(CLOCK);

    static Stream<Arguments> faulty() {
        IssuedCertificate good = PKI.function(HSA_ID);
        IssuedCertificate rsa =
                PKI.functionBuilder(HSA_ID).keyAlgorithm(KeyAlgorithm.RSA_2048).issue();
        IssuedCertificate otherRsa =
                PKI.functionBuilder(HSA_ID).keyAlgorithm(KeyAlgorithm.RSA_2048).issue();
        X509Certificate root = PKI.root().certificate();
        return Stream.of(
                Arguments.of(Kind.EXPIRED, of(PKI.expired(HSA_ID)), "expired 2026-11-21"),
                Arguments.of(Kind.NOT_YET_VALID, of(PKI.notYetValid(HSA_ID)), "2026-11-23"),
                Arguments.of(Kind.NO_HSA_ID, of(PKI.withoutSerialNumber()), "VP002"),
                Arguments.of(Kind.PERSON_CERTIFICATE, of(PKI.person(HSA_ID)), "person's"),
                Arguments.of(
                        Kind.PERSON_CERTIFICATE, of(PKI.personById("191212121212")), "person's"),
                Arguments.of(
                        Kind.NO_DIGITAL_SIGNATURE,
                        of(PKI.withoutDigitalSignature(HSA_ID)),
                        "key usage"),
                Arguments.of(
                        Kind.NO_CLIENT_AUTH,
                        of(PKI.withoutClientAuth(HSA_ID)),
                        "client authentication"),
                Arguments.of(
                        Kind.KEY_MISMATCH,
                        of(PKI.function(HSA_ID).key(), good.chain()),
                        "another private key"),
                Arguments.of(
                        Kind.KEY_MISMATCH, of(otherRsa.key(), rsa.chain()), "another private key"),
                Arguments.of(Kind.KEY_MISMATCH, of(rsa.key(), good.chain()), "another private key"),
                Arguments.of(
                        Kind.SELF_SIGNED,
                        of(good.key(), List.of(root)),
                        "signed with its own key"));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void blockingProblem_isFoundAndStopsTheBuild(Kind kind, Credential credential, String says) {
        List<CredentialProblem> problems = credential.problems(CLOCK);

        CredentialProblem problem =
                problems.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
        assertThat(problem.blocking()).isTrue();
        assertThat(problem.message()).contains(says);
        assertThat(problem.remedy()).isNotBlank();
        assertThatThrownBy(() -> credential.check(CLOCK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(problem.message())
                .satisfies(
                        thrown ->
                                assertThat(((ConfigurationException) thrown).remedy())
                                        .contains(problem.remedy()));
        assertThat(problems.toString()).doesNotContain("191212121212").doesNotContain("Påhittsson");
    }

    @Test
    void expired_remedySaysWhatToOrder() {
        assertThatThrownBy(() -> of(PKI.expired(HSA_ID)).check(CLOCK))
                .satisfies(
                        thrown ->
                                assertThat(((ConfigurationException) thrown).remedy())
                                        .startsWith("Order a new SITHS function certificate")
                                        .contains(HSA_ID)
                                        .contains("replace the file"));
    }

    @Test
    void good_hasNoProblemEvenWithRsa() {
        IssuedCertificate rsa =
                PKI.functionBuilder(HSA_ID).keyAlgorithm(KeyAlgorithm.RSA_2048).issue();

        assertThat(of(rsa).problems(CLOCK)).isEmpty();
        assertThat(of(PKI.function(HSA_ID)).problems(CLOCK)).isEmpty();
    }

    @Test
    void withoutExtendedKeyUsage_everyRoleIsAllowed() {
        IssuedCertificate issued = PKI.functionBuilder(HSA_ID).extendedKeyUse().issue();

        assertThat(of(issued).problems(CLOCK)).isEmpty();
    }

    @Test
    void expiresSoon_isAWarningFromThirtyDaysBefore() {
        Credential credential =
                of(PKI.functionBuilder(HSA_ID).validTo(NOW.plus(Duration.ofDays(30))).issue());

        assertThat(credential.problems(CLOCK)).isEmpty();
        Clock later = Clock.offset(CLOCK, Duration.ofSeconds(1));
        assertThat(credential.problems(later))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(Kind.EXPIRES_SOON);
                            assertThat(problem.blocking()).isFalse();
                        });
        assertThatCode(() -> credential.check(later)).doesNotThrowAnyException();
        assertThat(credential.withExpiryWarning(Duration.ofDays(10)).problems(later)).isEmpty();
    }

    @Test
    void validity_includesItsFirstAndLastInstant() {
        Credential credential = of(PKI.functionBuilder(HSA_ID).validFrom(NOW).validTo(NOW).issue());

        assertThat(credential.problems(CLOCK))
                .extracting(CredentialProblem::kind)
                .containsExactly(Kind.EXPIRES_SOON);
    }

    @Test
    void incompleteChain_isAWarning() {
        IssuedCertificate issued = PKI.function(HSA_ID);
        Credential credential = of(issued.key(), List.of(issued.certificate()));

        assertThat(credential.problems(CLOCK))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(Kind.INCOMPLETE_CHAIN);
                            assertThat(problem.blocking()).isFalse();
                        });
    }

    @Test
    void severalProblems_areAllTold() {
        IssuedCertificate issued =
                PKI.functionBuilder(HSA_ID)
                        .withoutSerialNumber()
                        .validTo(NOW.minusSeconds(1))
                        .issue();

        assertThatThrownBy(() -> of(issued).check(CLOCK))
                .hasMessageContaining("expired")
                .hasMessageContaining("HSA-id");
    }

    @Test
    void asServer_needsServerRoleAndNoHsaId() {
        assertThat(of(PKI.withoutClientAuth(HSA_ID)).problemsAsServer(CLOCK)).isEmpty();
        assertThat(of(PKI.withoutSerialNumber()).problemsAsServer(CLOCK)).isEmpty();
        IssuedCertificate clientOnly =
                PKI.functionBuilder(HSA_ID).extendedKeyUse(ExtendedKeyUse.CLIENT_AUTH).issue();
        assertThatThrownBy(() -> of(clientOnly).checkAsServer(CLOCK))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("server authentication");
    }

    private static Credential of(IssuedCertificate issued) {
        return of(issued.key(), issued.chain());
    }

    private static Credential of(PrivateKey key, List<X509Certificate> chain) {
        try {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            store.setKeyEntry("key", key, PASSWORD, chain.toArray(Certificate[]::new));
            return Credential.keyStore(store, PASSWORD);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
