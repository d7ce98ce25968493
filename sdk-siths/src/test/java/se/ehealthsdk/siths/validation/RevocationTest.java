package se.ehealthsdk.siths.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.OcspFault;
import se.ehealthsdk.testpki.OcspSigner;
import se.ehealthsdk.testpki.RevocationListFault;
import se.ehealthsdk.testpki.RevocationReason;
import se.ehealthsdk.testpki.RevocationServices;
import se.ehealthsdk.testpki.TestPki;

class RevocationTest {

    private static final String HSA_ID = "SE2321000016-39KJ";
    private static final RevocationServices SERVICES = RevocationServices.start();
    private static final TestPki PKI = SERVICES.pki();
    private static final IssuedCertificate LEAF = PKI.function(HSA_ID);

    @BeforeEach
    void repair() {
        SERVICES.repair();
        SERVICES.reinstate(LEAF.certificate());
        SERVICES.reinstate(PKI.functionCa().certificate());
    }

    @AfterAll
    static void close() {
        SERVICES.close();
    }

    private static ValidationResult validate(
            IssuedCertificate certificate, UnaryOperator<CertificateValidator.Builder> options) {
        CertificateValidator.Builder builder =
                CertificateValidator.trusting(TrustAnchors.of(PKI.trustedRoots()))
                        .timeout(Duration.ofSeconds(10));
        try (CertificateValidator validator = options.apply(builder).build()) {
            return validator.validate(certificate.chain(), Purpose.FUNCTION);
        }
    }

    private static ValidationResult validate(IssuedCertificate certificate) {
        return validate(certificate, UnaryOperator.identity());
    }

    @Test
    void goodCertificate_passes_andSaysWhoSaidSo() {
        int ocsp = SERVICES.ocspRequests();
        int lists = SERVICES.listRequests();

        ValidationResult result = validate(LEAF);

        assertThat(result.checks()).allMatch(each -> each.outcome() == Outcome.PASSED);
        assertThat(check(result, Check.REVOCATION).message())
                .startsWith("The certificate is not revoked: the issuer's OCSP service, as of 20");
        assertThat(check(result, Check.ISSUER_REVOCATION).message())
                .startsWith("Its issuer is not revoked: the issuer's OCSP service, as of 20");
        assertThat(SERVICES.ocspRequests()).isEqualTo(ocsp + 2);
        assertThat(SERVICES.listRequests()).isEqualTo(lists);
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void revokedCertificate_fails_underEveryPolicyThatAsks(boolean soft, boolean lists) {
        Instant since = Instant.parse("2026-01-02T03:04:05Z");
        SERVICES.revoke(LEAF.certificate(), RevocationReason.SUPERSEDED, since);

        ValidationResult result =
                validate(
                        LEAF,
                        builder -> {
                            if (soft) {
                                builder.softFailRevocation();
                            }
                            return lists ? builder.listsOnly() : builder;
                        });

        assertThat(result.failures())
                .extracting(CheckResult::check)
                .containsExactly(Check.REVOCATION);
        assertThat(result.failures().get(0).message())
                .contains("revoked since 2026-01-02T03:04:05Z (replaced by another certificate)");
    }

    @Test
    void revokedCertificate_onHold_hasARemedyOfItsOwn() {
        SERVICES.revoke(LEAF.certificate(), RevocationReason.CERTIFICATE_HOLD, Instant.now());

        assertThat(check(validate(LEAF), Check.REVOCATION).remedy()).contains("blocked");
    }

    @Test
    void revokedCertificate_passes_onlyWhereNothingIsAsked() {
        SERVICES.revoke(LEAF.certificate());
        int before = SERVICES.ocspRequests();

        ValidationResult result =
                validate(LEAF, CertificateValidator.Builder::withoutRevocationAtOwnRisk);

        assertThat(result.trusted()).isTrue();
        assertThat(check(result, Check.REVOCATION).outcome()).isEqualTo(Outcome.NOT_MADE);
        assertThat(check(result, Check.ISSUER_REVOCATION).outcome()).isEqualTo(Outcome.NOT_MADE);
        assertThat(SERVICES.ocspRequests()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void revokedIssuer_fails(boolean lists) {
        SERVICES.revoke(PKI.functionCa().certificate());

        ValidationResult result = validate(LEAF, builder -> lists ? builder.listsOnly() : builder);

        assertThat(result.failures())
                .extracting(CheckResult::check)
                .containsExactly(Check.ISSUER_REVOCATION);
        assertThat(
                        validate(
                                        LEAF,
                                        CertificateValidator.Builder
                                                ::withoutIssuerRevocationAtOwnRisk)
                                .trusted())
                .isTrue();
    }

    @Test
    void unknownCertificate_isNotFoundOut_andNoListIsAsked() {
        IssuedCertificate forgotten = PKI.function(HSA_ID);
        SERVICES.forget(forgotten.certificate());
        int before = SERVICES.listRequests();

        ValidationResult strict = validate(forgotten);
        ValidationResult soft =
                validate(forgotten, CertificateValidator.Builder::softFailRevocation);

        assertThat(check(strict, Check.REVOCATION).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(strict, Check.REVOCATION).message()).contains("is unknown to");
        assertThat(soft.trusted()).isTrue();
        assertThat(soft.warnings())
                .extracting(CheckResult::check)
                .containsExactly(Check.REVOCATION);
        assertThat(SERVICES.listRequests()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "STALE, is stale",
        "FROM_THE_FUTURE, is from the future",
        "OLD_WITHOUT_NEXT_UPDATE, is too old",
        "UNSIGNED, has a signature that does not hold",
        "OTHER_CERTIFICATE, is about another certificate",
        "OTHER_ISSUER, is about another certificate",
        "WRONG_NONCE, has another nonce",
        "TRY_LATER, (tryLater)",
        "UNAUTHORIZED, (unauthorized)",
        "MALFORMED_REQUEST, (malformedRequest)",
        "INTERNAL_ERROR, (internalError)",
        "SIGNATURE_REQUIRED, (sigRequired)",
        "HTTP_ERROR, HTTP status 500",
        "GARBAGE, cannot be read as an OCSP answer",
        "HUGE, is larger than any should be",
        "NO_ANSWER, There was no whole answer in time"
    })
    void ocspAnswer_thatCannotBeUsed_isRefusedWithItsReason(OcspFault fault, String reason) {
        SERVICES.fault(fault);
        SERVICES.fault(RevocationListFault.HTTP_ERROR);
        UnaryOperator<CertificateValidator.Builder> impatient =
                builder ->
                        fault == OcspFault.NO_ANSWER
                                ? builder.timeout(Duration.ofMillis(300))
                                : builder;

        ValidationResult strict = validate(LEAF, impatient);
        ValidationResult soft =
                validate(LEAF, builder -> impatient.apply(builder).softFailRevocation());

        assertThat(strict.failures())
                .extracting(CheckResult::check)
                .containsExactly(Check.REVOCATION, Check.ISSUER_REVOCATION);
        assertThat(check(strict, Check.REVOCATION).message())
                .contains("could not be found out")
                .contains("The OCSP answer from 127.0.0.1 ")
                .contains(reason)
                .contains("The revocation list from 127.0.0.1 did not come: HTTP status 500");
        assertThat(check(strict, Check.REVOCATION).remedy()).isNotBlank();
        assertThat(soft.trusted()).isTrue();
        assertThat(soft.warnings()).hasSize(2);
        assertThat(soft.warnings().get(0).message()).contains(reason);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "STALE",
                "UNSIGNED",
                "OTHER_CERTIFICATE",
                "WRONG_NONCE",
                "TRY_LATER",
                "GARBAGE"
            })
    void ocspAnswer_thatCannotBeUsed_leavesItToTheList(OcspFault fault) {
        SERVICES.fault(fault);

        assertThat(validate(LEAF).trusted()).isTrue();
        assertThat(check(validate(LEAF), Check.REVOCATION).message())
                .contains("the issuer's revocation list of 20");

        SERVICES.revoke(LEAF.certificate());
        assertThat(check(validate(LEAF), Check.REVOCATION).outcome()).isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHOUT_NONCE", "WITHOUT_NEXT_UPDATE"})
    void ocspAnswer_thatIsFresh_isTaken(OcspFault fault) {
        SERVICES.fault(fault);
        SERVICES.fault(RevocationListFault.HTTP_ERROR);

        assertThat(validate(LEAF).trusted()).isTrue();
    }

    @Test
    void nonce_isRequired_whenAskedFor() {
        SERVICES.fault(RevocationListFault.HTTP_ERROR);
        assertThat(validate(LEAF, CertificateValidator.Builder::requireNonce).trusted()).isTrue();

        SERVICES.fault(OcspFault.WITHOUT_NONCE);
        assertThat(
                        check(
                                        validate(LEAF, CertificateValidator.Builder::requireNonce),
                                        Check.REVOCATION)
                                .message())
                .contains("has no nonce");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ISSUER",
                "DELEGATE",
                "DELEGATE_WITHOUT_NO_CHECK",
                "DELEGATE_IN_REVOCATION_LIST"
            })
    void ocspSigner_whoMay_isBelieved(OcspSigner signer) {
        SERVICES.sign(signer);

        assertThat(validate(LEAF).trusted()).isTrue();
        assertThat(check(validate(LEAF), Check.REVOCATION).message()).contains("OCSP");
        SERVICES.revoke(LEAF.certificate());
        assertThat(check(validate(LEAF), Check.REVOCATION).message()).contains("revoked since");
    }

    @ParameterizedTest
    @CsvSource({
        "DELEGATE_WITHOUT_PURPOSE, is not for signing OCSP answers",
        "EXPIRED_DELEGATE, has expired",
        "DELEGATE_OF_OTHER_CA, another certificate authority has issued",
        "STRANGER, has a signature that does not hold"
    })
    void ocspSigner_whoMayNot_isRefused(OcspSigner signer, String reason) {
        SERVICES.sign(signer);
        SERVICES.fault(RevocationListFault.HTTP_ERROR);

        assertThat(check(validate(LEAF), Check.REVOCATION).message()).contains(reason);
    }

    @Test
    void ocspSigner_whoIsInAListThatCannotBeHad_isRefused() {
        SERVICES.sign(OcspSigner.DELEGATE_IN_REVOCATION_LIST);
        SERVICES.fault(RevocationListFault.STALE);

        assertThat(check(validate(LEAF), Check.REVOCATION).message())
                .contains("a responder whose certificate may be revoked: The revocation list")
                .contains("is stale");
    }

    @ParameterizedTest
    @CsvSource({
        "STALE, is stale",
        "FROM_THE_FUTURE, is from the future",
        "WRONG_SIGNER, has a signature that does not hold",
        "OTHER_ISSUER, is another issuer's",
        "DELTA, holds only the changes",
        "INDIRECT, of other issuers",
        "OTHER_PART, is the part of the issuer's list for other certificates",
        "ONLY_CAS, holds only certificates of certificate authorities",
        "ONLY_SOME_REASONS, for some reasons only",
        "UNKNOWN_CRITICAL_EXTENSION, has the critical extension 2.25.1234567890",
        "HTTP_ERROR, HTTP status 500",
        "GARBAGE, cannot be read as a revocation list",
        "HUGE, is larger than any should be",
        "NO_ANSWER, There was no whole answer in time"
    })
    void list_thatCannotBeUsed_isRefusedWithItsReason(RevocationListFault fault, String reason) {
        SERVICES.fault(fault);
        UnaryOperator<CertificateValidator.Builder> impatient =
                builder ->
                        builder.listsOnly()
                                .timeout(
                                        fault == RevocationListFault.NO_ANSWER
                                                ? Duration.ofMillis(300)
                                                : Duration.ofSeconds(20));

        ValidationResult strict = validate(LEAF, impatient);
        ValidationResult soft =
                validate(LEAF, builder -> impatient.apply(builder).softFailRevocation());

        assertThat(check(strict, Check.REVOCATION).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(strict, Check.REVOCATION).message())
                .contains("could not be found out")
                .contains(reason);
        assertThat(check(soft, Check.REVOCATION).outcome()).isEqualTo(Outcome.WARNING);
        assertThat(soft.trusted()).isTrue();
    }

    @Test
    void path_thatDoesNotHold_asksNobody() {
        TestPki another = TestPki.create(Clock.systemUTC(), SERVICES.url());
        int ocsp = SERVICES.ocspRequests();
        int lists = SERVICES.listRequests();

        ValidationResult result = validate(another.function(HSA_ID));

        assertThat(check(result, Check.SIGNATURES).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(check(result, Check.REVOCATION).outcome()).isEqualTo(Outcome.NOT_MADE);
        assertThat(SERVICES.ocspRequests() + SERVICES.listRequests()).isEqualTo(ocsp + lists);
    }

    @Test
    void certificate_thatNamesNoService_cannotBeFoundOut() {
        IssuedCertificate silent = PKI.functionBuilder(HSA_ID).withoutRevocationAddresses().issue();
        IssuedCertificate ldap =
                PKI.functionBuilder(HSA_ID)
                        .withoutRevocationAddresses()
                        .ocspUrl("ldap://127.0.0.1/ocsp")
                        .revocationListUrl("file:///etc/hosts")
                        .issue();

        for (IssuedCertificate each : List.of(silent, ldap)) {
            assertThat(check(validate(each), Check.REVOCATION).message())
                    .contains("No revocation list of the issuer is named or at hand");
            assertThat(
                            validate(
                                            each,
                                            builder ->
                                                    builder.ocspUrl(
                                                            SERVICES.url().resolve("/ocsp")))
                                    .trusted())
                    .isTrue();
        }
    }

    @Test
    void certificate_whoseAddressesCannotBeRead_cannotBeFoundOut() {
        IssuedCertificate odd =
                PKI.functionBuilder(HSA_ID)
                        .withoutRevocationAddresses()
                        .extension("1.3.6.1.5.5.7.1.1", false, new byte[] {0x30, 0x03, 1, 2})
                        .issue();

        assertThat(check(validate(odd), Check.REVOCATION).message()).contains("cannot be read");
    }

    @Test
    void issuerBelowTheAnchor_isNoneWhenTheAnchorIssued() {
        try (CertificateValidator direct =
                CertificateValidator.trusting(
                                TrustAnchors.of(List.of(PKI.functionCa().certificate())))
                        .build()) {
            ValidationResult result = direct.validate(LEAF.certificate(), Purpose.FUNCTION);

            assertThat(result.trusted()).isTrue();
            assertThat(check(result, Check.ISSUER_REVOCATION).message()).contains("no issuer");
        }
    }

    @Test
    void hosts_thatHaveMoved_areMapped() {
        IssuedCertificate old =
                PKI.functionBuilder(HSA_ID)
                        .ocspUrl("http://ocsp1pp.example.invalid/ocsp")
                        .revocationListUrl(
                                "http://crl1pp.example.invalid/crl/sdktestsithseidfunctioncav1.crl")
                        .issue();
        UnaryOperator<URI> moved = uri -> SERVICES.url().resolve(uri.getPath());

        assertThat(validate(old, builder -> builder.addresses(moved)).trusted()).isTrue();
        assertThat(validate(old, builder -> builder.addresses(moved).listsOnly()).trusted())
                .isTrue();
    }

    @Test
    void listsOnDisk_areEnough(@TempDir Path directory) throws Exception {
        Instant now = Instant.now();
        IssuedCertificate silent = PKI.functionBuilder(HSA_ID).withoutRevocationAddresses().issue();
        IssuedCertificate revoked =
                PKI.functionBuilder(HSA_ID).withoutRevocationAddresses().issue();
        Path function =
                Files.write(
                        directory.resolve("function.crl"),
                        PKI.functionCa().revocationList(now, revoked.certificate()));
        Path root =
                Files.writeString(
                        directory.resolve("root.pem"), pem(PKI.root().revocationList(now)));
        SERVICES.fault(OcspFault.HTTP_ERROR);
        SERVICES.fault(RevocationListFault.HTTP_ERROR);
        UnaryOperator<CertificateValidator.Builder> onDisk =
                builder -> builder.crlFrom(root, function).listsOnly();

        assertThat(validate(silent, onDisk).trusted()).isTrue();
        assertThat(check(validate(revoked, onDisk), Check.REVOCATION).message())
                .contains("the key is no longer its holder's alone");
        assertThat(
                        check(
                                        validate(
                                                silent,
                                                builder -> builder.crlFrom(root).listsOnly()),
                                        Check.REVOCATION)
                                .message())
                .contains("No revocation list of the issuer");
    }

    private static String pem(byte[] der) {
        return "-----BEGIN X509 CRL-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END X509 CRL-----\n";
    }

    @Test
    void listsOnDisk_thatAreNone_areFoundAtBuild(@TempDir Path directory) throws Exception {
        Path text = Files.writeString(directory.resolve("not-a-list"), "hello");
        CertificateValidator.Builder builder =
                CertificateValidator.trusting(TrustAnchors.of(PKI.trustedRoots())).crlFrom(text);

        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not-a-list cannot be read");
        assertThatThrownBy(builder.crlFrom(directory.resolve("missing"))::build)
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void listOfChanges_isRefused_evenWhenNotMarkedCritical(@TempDir Path directory)
            throws Exception {
        OddCa ca = OddCa.root("Odd Root CA");
        JcaX509v2CRLBuilder changes = new JcaX509v2CRLBuilder(ca.certificate, new Date());
        changes.addExtension(Extension.deltaCRLIndicator, false, new CRLNumber(BigInteger.ONE));
        Path file =
                Files.write(
                        directory.resolve("changes.crl"),
                        changes.build(
                                        new JcaContentSignerBuilder("SHA256withECDSA")
                                                .build(ca.keys.getPrivate()))
                                .getEncoded());

        assertThatThrownBy(
                        CertificateValidator.trusting(TrustAnchors.of(List.of(ca.certificate)))
                                        .crlFrom(file)
                                ::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("changes since an earlier one");
    }

    @Test
    void ocspUrl_thatCannotBeCalled_isTheCallersMistake() {
        for (String url : List.of("ldap://host/x", "/ocsp", "mailto:a@b.example")) {
            assertThatThrownBy(
                            () ->
                                    CertificateValidator.trusting(
                                                    TrustAnchors.of(PKI.trustedRoots()))
                                            .ocspUrl(URI.create(url))
                                            .build())
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void proxy_isTheWayOut() {
        IssuedCertificate elsewhere =
                PKI.functionBuilder(HSA_ID)
                        .ocspUrl("http://ocsp.example.invalid/ocsp")
                        .revocationListUrl("http://crl.example.invalid/list")
                        .issue();
        try (ForwardProxy proxy = ForwardProxy.to(SERVICES.url())) {
            assertThat(
                            validate(
                                            elsewhere,
                                            builder ->
                                                    builder.proxy(
                                                            HttpProxy.of(
                                                                    "127.0.0.1", proxy.port())))
                                    .trusted())
                    .isTrue();
            assertThat(proxy.targets())
                    .anyMatch(each -> each.startsWith("http://ocsp.example.invalid/ocsp"))
                    .allMatch(each -> each.startsWith("http://"));
        }
        assertThat(validate(elsewhere).trusted()).isFalse();
    }

    @Test
    void serviceThatIsDown_isNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        IssuedCertificate orphan =
                PKI.functionBuilder(HSA_ID)
                        .withoutRevocationAddresses()
                        .ocspUrl("http://127.0.0.1:" + port + "/ocsp")
                        .issue();

        assertThat(check(validate(orphan), Check.REVOCATION).message())
                .contains("The connection could not be made");
    }

    @Test
    void closedValidator_isNotUsed() {
        CertificateValidator validator =
                CertificateValidator.trusting(TrustAnchors.of(PKI.trustedRoots())).build();
        validator.close();

        assertThatThrownBy(() -> validator.validate(LEAF.chain(), Purpose.FUNCTION))
                .isInstanceOf(IllegalStateException.class);
    }

    private static CheckResult check(ValidationResult result, Check check) {
        return result.check(check).orElseThrow();
    }
}
