package se.ehealthsdk.siths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;

/** A PKI, revocation lists and an OCSP responder that are wholly OpenSSL's. */
class OpensslPkiTest {

    private static final String CONFIGURATION =
            """
            [ca]
            default_ca = issuing
            [root]
            database = root.txt
            serial = root.srl
            new_certs_dir = .
            certificate = root.pem
            private_key = root.key
            default_md = sha256
            policy = anything
            default_crl_days = 1
            [issuing]
            database = issuing.txt
            serial = issuing.srl
            new_certs_dir = .
            certificate = issuing.pem
            private_key = issuing.key
            default_md = sha256
            policy = anything
            default_crl_days = 1
            [anything]
            countryName = optional
            organizationName = optional
            commonName = supplied
            serialNumber = optional
            [req]
            distinguished_name = name
            string_mask = utf8only
            [name]
            [root_extensions]
            basicConstraints = critical, CA:true
            keyUsage = critical, keyCertSign, cRLSign
            subjectKeyIdentifier = hash
            [issuing_extensions]
            basicConstraints = critical, CA:true, pathlen:0
            keyUsage = critical, keyCertSign, cRLSign
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            [leaf_extensions]
            basicConstraints = CA:false
            keyUsage = critical, digitalSignature, keyEncipherment
            extendedKeyUsage = serverAuth, clientAuth
            authorityKeyIdentifier = keyid
            authorityInfoAccess = OCSP;URI:http://ocsp.example.invalid/
            [ocsp_extensions]
            basicConstraints = CA:false
            keyUsage = critical, digitalSignature
            extendedKeyUsage = critical, OCSPSigning
            authorityKeyIdentifier = keyid
            """;

    @TempDir private static Path directory;

    private static final List<Process> RESPONDERS = new ArrayList<>();

    @BeforeAll
    static void makePki() throws Exception {
        Assumptions.assumeTrue(installed(), "OpenSSL is not installed here");
        Files.writeString(directory.resolve("pki.cnf"), CONFIGURATION);
        for (String ca : List.of("root", "issuing")) {
            Files.createFile(directory.resolve(ca + ".txt"));
            Files.writeString(directory.resolve(ca + ".srl"), "1000\n");
        }
        key("root", "rsa:2048");
        openssl(
                "req",
                "-new",
                "-x509",
                "-key",
                "root.key",
                "-out",
                "root.pem",
                "-days",
                "30",
                "-subj",
                "/C=SE/O=OpenSSL/CN=OpenSSL Root CA",
                "-extensions",
                "root_extensions");
        certificate("issuing", "rsa:2048", "/C=SE/O=OpenSSL/CN=OpenSSL Issuing CA", "root");
        for (String leaf : List.of("good", "revoked")) {
            certificate(
                    leaf,
                    "ec",
                    "/C=SE/O=Region/CN=" + leaf + ".example/serialNumber=SE2321000016-39KJ",
                    "leaf");
        }
        certificate("ocsp", "ec", "/C=SE/O=OpenSSL/CN=OpenSSL OCSP", "ocsp");
        openssl("ca", "-name", "issuing", "-revoke", "revoked.pem", "-crl_reason", "superseded");
        openssl("ca", "-name", "issuing", "-gencrl", "-out", "issuing.crl");
        openssl("ca", "-name", "root", "-gencrl", "-out", "root.crl");
    }

    @AfterAll
    static void stopResponders() throws InterruptedException {
        for (Process each : RESPONDERS) {
            each.destroy();
            each.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuing", "ocsp"})
    void certificates_areJudgedByTheResponder(String signer) throws Exception {
        URI responder = startResponder(signer);
        try (CertificateValidator validator =
                validator().ocspUrl(responder).withoutIssuerRevocationAtOwnRisk().build()) {
            ValidationResult good = validator.validate(chain("good"), Purpose.FUNCTION);
            ValidationResult revoked = validator.validate(chain("revoked"), Purpose.FUNCTION);

            assertThat(good.failures()).isEmpty();
            assertThat(good.check(Check.REVOCATION).orElseThrow().message()).contains("OCSP");
            assertThat(revoked.failures())
                    .extracting(CheckResult::check)
                    .containsExactly(Check.REVOCATION);
            assertThat(revoked.failures().get(0).message())
                    .contains("replaced by another certificate")
                    .contains("OCSP");
        }
    }

    @Test
    void certificate_ofAnotherCa_isUnknownToTheResponder() throws Exception {
        URI responder = startResponder("issuing");
        try (CertificateValidator validator = validator().ocspUrl(responder).build()) {
            CheckResult issuer =
                    validator
                            .validate(chain("good"), Purpose.FUNCTION)
                            .check(Check.ISSUER_REVOCATION)
                            .orElseThrow();

            // the root's certificates are none of this responder's business
            assertThat(issuer.outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void certificates_areJudgedByTheLists() throws Exception {
        try (CertificateValidator validator =
                validator()
                        .crlFrom(directory.resolve("root.crl"), directory.resolve("issuing.crl"))
                        .listsOnly()
                        .build()) {
            assertThat(validator.validate(chain("good"), Purpose.FUNCTION).failures()).isEmpty();
            assertThat(validator.validate(chain("revoked"), Purpose.FUNCTION).failures())
                    .singleElement()
                    .satisfies(
                            failure ->
                                    assertThat(failure.message())
                                            .contains("replaced by another certificate"));
        }
    }

    private static CertificateValidator.Builder validator() {
        return CertificateValidator.trusting(TrustAnchors.pem(directory.resolve("root.pem")))
                .timeout(Duration.ofSeconds(20));
    }

    private static List<X509Certificate> chain(String leaf) throws Exception {
        List<X509Certificate> chain = new ArrayList<>();
        for (String each : List.of(leaf, "issuing")) {
            Collection<?> read =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(
                                            Files.readAllBytes(directory.resolve(each + ".pem"))));
            read.forEach(certificate -> chain.add((X509Certificate) certificate));
        }
        return chain;
    }

    private static URI startResponder(String signer) throws Exception {
        Process process =
                new ProcessBuilder(
                                "openssl",
                                "ocsp",
                                "-port",
                                "0",
                                "-index",
                                "issuing.txt",
                                "-CA",
                                "issuing.pem",
                                "-rsigner",
                                signer + ".pem",
                                "-rkey",
                                signer + ".key",
                                "-nmin",
                                "5",
                                "-nrequest",
                                "10",
                                "-ignore_err")
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        RESPONDERS.add(process);
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Pattern port = Pattern.compile("ACCEPT .*:(\\d+)");
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher accept = port.matcher(line);
            if (accept.find()) {
                return URI.create("http://127.0.0.1:" + accept.group(1) + "/");
            }
        }
        throw new IllegalStateException("openssl ocsp did not start");
    }

    private static void certificate(String name, String algorithm, String subject, String kind)
            throws Exception {
        key(name, algorithm);
        openssl("req", "-new", "-key", name + ".key", "-out", name + ".csr", "-subj", subject);
        boolean ca = kind.equals("root");
        openssl(
                "ca",
                "-batch",
                "-notext",
                "-name",
                ca ? "root" : "issuing",
                "-in",
                name + ".csr",
                "-out",
                name + ".pem",
                "-days",
                "20",
                "-extensions",
                (ca ? "issuing" : kind) + "_extensions");
    }

    private static void key(String name, String algorithm) throws Exception {
        List<String> command = new ArrayList<>(List.of("genpkey", "-out", name + ".key"));
        command.addAll(
                algorithm.equals("ec")
                        ? List.of("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
                        : List.of("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"));
        run(command);
    }

    private static void openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(1, List.of("-config", "pki.cnf"));
        run(command);
    }

    private static void run(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, "openssl");
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
