package se.ehealthsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.siths.signature.XmlDocumentSigner;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.RevocationServices;
import se.ehealthsdk.testpki.TestPki;

class CertificateCommandsTest {

    private static final String UNSIGNED =
            "<intyg xmlns='urn:riv:clinicalprocess:healthcond:certificate:3'"
                    + " xmlns:t='urn:riv:clinicalprocess:healthcond:certificate:types:3'><intygs-id>"
                    + "<t:root>SE2321000016-TESTSYS</t:root><t:extension>1</t:extension></intygs-id>"
                    + "<version>2.0</version></intyg>";

    private static RevocationServices revocation;
    @TempDir static Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        revocation = RevocationServices.start();
        revocation.pki().writeTo(directory.resolve("pki"));
    }

    @AfterAll
    static void stop() {
        revocation.close();
    }

    @Test
    void certificate_thatIsGood_isTrusted_andItsHolderNotNamed() throws Exception {
        IssuedCertificate person = revocation.pki().person("SE2321000016-USER");

        int status =
                check(
                        "--trust",
                        roots(),
                        "--purpose",
                        "authentication",
                        file(person, 0),
                        file(person, 1));

        assertThat(status).as(said()).isZero();
        assertThat(said())
                .contains("PERSON_HSA_ID", "SE2321000016-USER", "LoA 3", "PASSED       REVOCATION")
                .endsWith("Trusted." + System.lineSeparator());
        String name = person.certificate().getSubjectX500Principal().getName();
        assertThat(said()).doesNotContain(name.split("CN=")[1].split(",")[0]);
    }

    @Test
    void certificate_thatIsRevoked_isNotTrusted() throws Exception {
        IssuedCertificate lost = revocation.pki().function("SE2321000016-LOST");
        revocation.revoke(lost.certificate());

        assertThat(check("--trust", roots(), file(lost, 0), file(lost, 1))).isEqualTo(1);
        assertThat(said()).contains("FAILED       REVOCATION", "Not trusted.");
        assertThat(check("--trust", roots(), "--no-revocation", file(lost, 0), file(lost, 1)))
                .isZero();
    }

    @Test
    void commands_calledWrongly_sayHow() throws Exception {
        assertThat(check("--trust", roots())).isEqualTo(2);
        assertThat(check("--password", "secret-word", "x.pem")).isEqualTo(2);
        assertThat(check("--trust", roots(), directory.resolve("none").toString())).isEqualTo(2);
        assertThat(verify("x.xml")).isEqualTo(2);
        assertThat(verify("--anyone")).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("CheckCertificate --trust", "VerifySignature (--trust")
                .doesNotContain("secret-word");
    }

    @Test
    void signature_thatHolds_andOneThatDoesNot() throws Exception {
        IssuedCertificate signer = revocation.pki().personSigning("SE2321000016-SIGNER");
        char[] password = TestPki.PASSWORD.toCharArray();
        byte[] signed =
                XmlDocumentSigner.with(Credential.keyStore(signer.keyStore(password), password))
                        .sign(UNSIGNED.getBytes(StandardCharsets.UTF_8));
        String good = Files.write(directory.resolve("good.xml"), signed).toString();
        String changed =
                Files.writeString(
                                directory.resolve("changed.xml"),
                                new String(signed, StandardCharsets.UTF_8).replace("2.0", "2.1"))
                        .toString();
        String garbage = Files.writeString(directory.resolve("garbage.xml"), "?").toString();

        assertThat(verify("--trust", roots(), "--intermediates", file(signer, 1), good))
                .as(said())
                .isZero();
        assertThat(said()).contains("good.xml: holds, form D", "HSA-id SE2321000016-SIGNER");
        assertThat(verify("--anyone", good)).isZero();
        assertThat(verify("--anyone", changed)).isEqualTo(1);
        assertThat(said()).contains("changed.xml: does not hold", "DIGEST_MISMATCH");
        assertThat(verify("--anyone", good, garbage, changed)).isEqualTo(2);
        assertThat(verify("--trust", roots(), good))
                .as("without the authority between")
                .isEqualTo(1);
    }

    private int check(String... arguments) {
        return CheckCertificate.run(arguments, new PrintStream(out), new PrintStream(err));
    }

    private int verify(String... arguments) {
        return VerifySignature.run(arguments, new PrintStream(out), new PrintStream(err));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static String roots() {
        return directory.resolve("pki").resolve("trusted-roots.pem").toString();
    }

    private static String file(IssuedCertificate certificate, int place) throws Exception {
        X509Certificate one = certificate.chain().get(place);
        return Files.write(directory.resolve(one.getSerialNumber() + ".cer"), one.getEncoded())
                .toString();
    }
}
