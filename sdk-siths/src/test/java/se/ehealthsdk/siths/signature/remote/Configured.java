package se.ehealthsdk.siths.signature.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.signature.PreparedDocument;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;
import se.ehealthsdk.siths.validation.CertificateValidator;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** A signing service with everything set, and what it needs. */
final class Configured {

    static final TestPki PKI = TestPki.shared();
    static final Instant NOW = Instant.now();
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ENTITY_ID = "https://journal.example.test/metadata";
    static final URI RESPONSE_URL = URI.create("https://journal.example.test/signed?a=1&b=2");
    static final URI SERVICE_URL = URI.create("https://signing.example.test/sign");
    static final String IDP = "https://idp.example.test:443/saml/sign/sithseid-same-device";
    static final HsaId USER = HsaId.of("TSTNMT2321000156-1019");
    static final byte[] DOCUMENT =
            """
            <intyg xmlns="urn:riv:clinicalprocess:healthcond:certificate:3" xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
              <intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>5f1c0a52-3a5e</t:extension></intygs-id>
              <svar id="1"><delsvar id="1.1">Påhittad hemlighet</delsvar></svar>
            </intyg>
            """
                    .getBytes(UTF_8);

    private Configured() {}

    static Credential credential(IssuedCertificate certificate) {
        char[] password = TestPki.PASSWORD.toCharArray();
        return Credential.keyStore(certificate.keyStore(password), password);
    }

    static SigningServiceMetadata service() {
        return SigningServiceMetadata.of(
                "https://signing.example.test/metadata",
                PKI.function("SE2321000016-SIGN").certificate());
    }

    static CertificateValidator validator() {
        return CertificateValidator.trusting(TrustAnchors.of(PKI.trustedRoots())).build();
    }

    static SigningService.Builder builder() {
        return SigningService.builder()
                .service(service(), SERVICE_URL)
                .requester(
                        ENTITY_ID, credential(PKI.function("SE2321000016-JOURNAL")), RESPONSE_URL)
                .signers(validator())
                .defaultIdentityProvider(IDP)
                .transactionNames("region", "journal")
                .clock(CLOCK);
    }

    static PreparedDocument document() {
        return PreparedDocument.of(DOCUMENT, SignatureAlgorithm.ECDSA_SHA256);
    }

    static SignRequest begun() {
        return builder()
                .build()
                .begin(document(), SigningUser.of(USER), SignMessage.text("Intyg för någon"));
    }
}
