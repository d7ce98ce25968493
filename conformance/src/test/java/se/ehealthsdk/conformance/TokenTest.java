package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.siths.signature.XmlDocumentSigner;
import se.ehealthsdk.siths.signature.XmlDocumentVerifier;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.TestPki;

/** A key that cannot leave its token, behind a real PKCS#11 library: SoftHSM. */
@EnabledIf(
        value = "softHsmIsInstalled",
        disabledReason = "SoftHSM is not installed (Debian: apt-get install softhsm2)")
class TokenTest {

    private static SoftToken token;

    static boolean softHsmIsInstalled() {
        if (SoftToken.library().isEmpty() && System.getenv("CI_NEEDS_SOFTHSM") != null) {
            throw new IllegalStateException(
                    "CI_NEEDS_SOFTHSM is set, but SoftHSM is not installed");
        }
        return SoftToken.library().isPresent();
    }

    @BeforeAll
    static void insert(@TempDir Path directory) throws Exception {
        token =
                SoftToken.holding(
                        TestPki.shared().function(NationalServices.SYSTEM_HSA_ID), directory);
    }

    @Test
    void credential_ofTheToken_isAllThatItShouldBe() {
        Credential credential = token.credential();

        assertThat(credential.hsaId()).contains(HsaId.of(NationalServices.SYSTEM_HSA_ID));
        assertThat(credential.problems(Clock.systemUTC())).isEmpty();
        assertThat(credential.chain()).hasSize(2);
    }

    @Test
    void call_overMutualTls_isMadeWithTheKeyInTheToken() {
        try (NationalServices services = NationalServices.start();
                RivtaClient platform =
                        RivtaClient.builder()
                                .environment(services.environment())
                                .credential(token.credential())
                                .build()) {
            assertThat(HsaClient.on(platform).employee(Persona.DR_LINDGREN.hsaId())).isPresent();
        }
    }

    @Test
    void signingKey_signs_withoutGivingTheKeyOut() throws Exception {
        Credential.SigningKey signing = token.credential().signingKey();
        PrivateKey key = signing.key();
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(text);
        byte[] value = signature.sign();
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(signing.certificate());
        check.update(text);

        assertThat(check.verify(value)).isTrue();
        assertThat(key.getEncoded()).isNull();
    }

    @Test
    void document_isSignedByTheKeyInTheToken() {
        byte[] unsigned =
                """
                <intyg xmlns="urn:riv:clinicalprocess:healthcond:certificate:3"
                    xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
                  <intygs-id><t:root>SE2321000016-TESTSYS</t:root><t:extension>1</t:extension></intygs-id>
                  <version>2.0</version>
                </intyg>
                """
                        .getBytes(StandardCharsets.UTF_8);

        byte[] signed = XmlDocumentSigner.with(token.credential()).sign(unsigned);

        assertThat(XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(signed).valid()).isTrue();
    }
}
