package se.ehealthsdk.testpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Judged by two clients that are not ours: the JDK's revocation checker, and OpenSSL. */
class RevocationServicesTest {

    private static final String HSA_ID = "SE2321000016-39KJ";
    private static final RevocationServices SERVICES = RevocationServices.start();
    private static final TestPki PKI = SERVICES.pki();

    @BeforeEach
    void repair() {
        SERVICES.repair();
    }

    @AfterAll
    static void close() {
        SERVICES.close();
    }

    @Test
    void goodCertificate_isGood_byOcspAndByLists() throws Exception {
        IssuedCertificate good = PKI.function(HSA_ID);
        int before = SERVICES.ocspRequests();

        check(good);
        assertThat(SERVICES.ocspRequests()).isEqualTo(before + 2);

        int lists = SERVICES.listRequests();
        check(good, Option.PREFER_CRLS, Option.NO_FALLBACK);
        assertThat(SERVICES.listRequests()).isGreaterThan(lists);
    }

    @Test
    void revokedCertificate_isRevoked_byOcspAndByLists() {
        // the JDK keeps revocation lists for half a minute, by address
        try (RevocationServices own = RevocationServices.start()) {
            TestPki pki = own.pki();
            IssuedCertificate revoked = pki.function(HSA_ID);
            Instant time = Instant.parse("2026-01-02T03:04:05Z");
            own.revoke(revoked.certificate(), RevocationReason.KEY_COMPROMISE, time);

            assertRevoked(() -> check(pki, revoked), time);
            assertRevoked(() -> check(pki, revoked, Option.PREFER_CRLS, Option.NO_FALLBACK), time);

            own.reinstate(revoked.certificate());
            assertThatCode(() -> check(pki, revoked)).doesNotThrowAnyException();
        }
    }

    private static void assertRevoked(ThrowingCallable check, Instant time) {
        assertThatThrownBy(check)
                .hasCauseInstanceOf(CertificateRevokedException.class)
                .satisfies(
                        failure -> {
                            var cause = (CertificateRevokedException) failure.getCause();
                            assertThat(cause.getRevocationDate().toInstant()).isEqualTo(time);
                            assertThat(cause.getRevocationReason()).hasToString("KEY_COMPROMISE");
                        });
    }

    @Test
    void revokedIssuingCa_isRevoked() {
        try (RevocationServices own = RevocationServices.start()) {
            IssuedCertificate leaf = own.pki().function(HSA_ID);
            own.revoke(own.pki().functionCa().certificate());

            assertThatThrownBy(() -> check(own.pki(), leaf))
                    .hasCauseInstanceOf(CertificateRevokedException.class);
        }
    }

    @Test
    void forgottenCertificate_isUnknown() {
        IssuedCertificate forgotten = PKI.person(HSA_ID);
        SERVICES.forget(forgotten.certificate());

        assertThatThrownBy(() -> check(forgotten, Option.NO_FALLBACK))
                .hasMessageContaining("unknown");
    }

    @ParameterizedTest
    @EnumSource(names = {"ISSUER", "DELEGATE", "DELEGATE_WITHOUT_NO_CHECK"})
    void rightSigners_areBelieved(OcspSigner signer) throws Exception {
        SERVICES.sign(signer);

        check(PKI.function(HSA_ID), Option.NO_FALLBACK);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DELEGATE_WITHOUT_PURPOSE",
                "EXPIRED_DELEGATE",
                "DELEGATE_OF_OTHER_CA",
                "STRANGER"
            })
    void wrongSigners_areNotBelieved(OcspSigner signer) {
        SERVICES.sign(signer);

        assertThatThrownBy(() -> check(PKI.function(HSA_ID), Option.NO_FALLBACK))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            // the JDK sends no nonce, and takes an old answer without end
            names = {
                "WITHOUT_NONCE",
                "WITHOUT_NEXT_UPDATE",
                "OLD_WITHOUT_NEXT_UPDATE",
                "WRONG_NONCE",
                "HUGE",
                "NO_ANSWER"
            })
    void faultyAnswers_areNotBelieved(OcspFault fault) {
        SERVICES.fault(fault);

        assertThatThrownBy(() -> check(PKI.function(HSA_ID), Option.NO_FALLBACK))
                .isInstanceOf(CertPathValidatorException.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "STALE",
                "FROM_THE_FUTURE",
                "WRONG_SIGNER",
                "OTHER_ISSUER",
                "OTHER_PART",
                "UNKNOWN_CRITICAL_EXTENSION",
                "ONLY_CAS",
                "HTTP_ERROR",
                "GARBAGE"
            })
    void faultyLists_areNotBelieved(RevocationListFault fault) {
        try (RevocationServices own = RevocationServices.start()) {
            own.fault(fault);
            IssuedCertificate leaf = own.pki().function(HSA_ID);

            assertThatThrownBy(() -> check(own.pki(), leaf, Option.PREFER_CRLS, Option.NO_FALLBACK))
                    .isInstanceOf(CertPathValidatorException.class);
        }
    }

    @Test
    void heldAnswer_comesWhenTheFaultIsTakenBack() throws Exception {
        SERVICES.fault(OcspFault.NO_ANSWER);
        int before = SERVICES.ocspRequests();
        byte[] request = request(PKI.function(HSA_ID));
        CompletableFuture<byte[]> answer =
                CompletableFuture.supplyAsync(() -> call("/ocsp", request));
        while (SERVICES.ocspRequests() == before) {
            Thread.onSpinWait();
        }
        assertThat(answer).isNotDone();

        SERVICES.repair();

        assertThat(new OCSPResp(answer.get(10, TimeUnit.SECONDS)).getStatus()).isZero();
    }

    @Test
    void requestInThePath_isAnswered() throws Exception {
        String base64 =
                Base64.getEncoder()
                        .encodeToString(request(PKI.function(HSA_ID)))
                        .replace("+", "%2B")
                        .replace("/", "%2F")
                        .replace("=", "%3D");

        byte[] answer = get("/ocsp/" + base64);

        BasicOCSPResp read = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        assertThat(read.getResponses()).hasSize(1);
        assertThat(read.getResponses()[0].getCertStatus()).isNull();
    }

    @Test
    void request_thatIsNone_isMalformed() throws Exception {
        assertThat(new OCSPResp(get("/ocsp/AAAA")).getStatus()).isEqualTo(1);
        assertThat(new OCSPResp(get("/ocsp/%20")).getStatus()).isEqualTo(1);
    }

    @Test
    void list_isTheCasOwn() throws Exception {
        IssuedCertificate revoked = PKI.personSigning(HSA_ID);
        SERVICES.revoke(revoked.certificate());

        X509CRL list =
                (X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(
                                        new ByteArrayInputStream(
                                                get("/crl/sdktestsithseidpersonhsaid3cav1.crl")));

        list.verify(PKI.personHsaIdCa().certificate().getPublicKey());
        assertThat(list.isRevoked(revoked.certificate())).isTrue();
        assertThat(list.isRevoked(PKI.personSigning(HSA_ID).certificate())).isFalse();
    }

    @Test
    void openssl_agrees(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(installed("openssl"), "OpenSSL is not installed here");
        IssuedCertificate good = PKI.function(HSA_ID);
        IssuedCertificate revoked = PKI.function(HSA_ID);
        SERVICES.revoke(revoked.certificate(), RevocationReason.SUPERSEDED, Instant.now());
        Path root = pem(directory, "root", PKI.root().certificate());
        Path issuer = pem(directory, "issuer", PKI.functionCa().certificate());
        for (OcspSigner signer : List.of(OcspSigner.ISSUER, OcspSigner.DELEGATE)) {
            SERVICES.sign(signer);

            assertThat(opensslOcsp(root, issuer, pem(directory, "good", good.certificate())))
                    .contains("Response verify OK")
                    .contains(": good")
                    .doesNotContain("WARNING: no nonce");
            assertThat(opensslOcsp(root, issuer, pem(directory, "revoked", revoked.certificate())))
                    .contains("Response verify OK")
                    .contains(": revoked")
                    .contains("Reason: superseded");
        }
        Path list =
                Files.write(directory.resolve("list"), get("/crl/sdktestsithseidfunctioncav1.crl"));
        assertThat(
                        run(
                                "openssl",
                                "crl",
                                "-inform",
                                "DER",
                                "-in",
                                list.toString(),
                                "-CAfile",
                                issuer.toString(),
                                "-noout",
                                "-text"))
                .contains("verify OK")
                .containsIgnoringCase(revoked.certificate().getSerialNumber().toString(16));
    }

    private static String opensslOcsp(Path root, Path issuer, Path certificate) throws Exception {
        return run(
                "openssl",
                "ocsp",
                "-issuer",
                issuer.toString(),
                "-cert",
                certificate.toString(),
                "-url",
                SERVICES.url() + "/ocsp",
                "-CAfile",
                root.toString(),
                "-nonce");
    }

    private static Path pem(Path directory, String name, X509Certificate each) throws IOException {
        return Files.writeString(
                directory.resolve(name + ".pem"), IssuedCertificate.pem(List.of(each)));
    }

    private static boolean installed(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }

    private static byte[] get(String path) {
        return call(path, null);
    }

    private static byte[] call(String path, byte @Nullable [] body) {
        try {
            URLConnection connection = URI.create(SERVICES.url() + path).toURL().openConnection();
            if (body != null) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(body);
            }
            try (InputStream answer = connection.getInputStream()) {
                return answer.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] request(IssuedCertificate certificate) throws Exception {
        return new OCSPReqBuilder()
                .addRequest(
                        new CertificateID(
                                new JcaDigestCalculatorProviderBuilder()
                                        .build()
                                        .get(CertificateID.HASH_SHA1),
                                new JcaX509CertificateHolder(certificate.chain().get(1)),
                                certificate.certificate().getSerialNumber()))
                .build()
                .getEncoded();
    }

    private static void check(IssuedCertificate certificate, Option... options) throws Exception {
        check(PKI, certificate, options);
    }

    private static void check(TestPki pki, IssuedCertificate certificate, Option... options)
            throws Exception {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(pki.root().certificate(), null)));
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        EnumSet<Option> chosen = EnumSet.noneOf(Option.class);
        chosen.addAll(List.of(options));
        checker.setOptions(chosen);
        parameters.addCertPathChecker(checker);
        parameters.setDate(Date.from(Clock.systemUTC().instant()));
        validator.validate(
                CertificateFactory.getInstance("X.509").generateCertPath(certificate.chain()),
                parameters);
    }
}
