package se.ehealthsdk.testkit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Map;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.signature.PreparedDocument;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;
import se.ehealthsdk.siths.signature.remote.PendingSignature;
import se.ehealthsdk.siths.signature.remote.SignMessage;
import se.ehealthsdk.siths.signature.remote.SignRequest;
import se.ehealthsdk.siths.signature.remote.SigningService;
import se.ehealthsdk.siths.signature.remote.SigningServiceMetadata;
import se.ehealthsdk.siths.signature.remote.SigningUser;
import se.ehealthsdk.siths.validation.CertificateValidator;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/** A system that has documents signed by the stand-in. */
final class Requesting {

    static final String ENTITY_ID = "https://requester.example.test/metadata";
    static final URI RESPONSE_URL = URI.create("https://requester.example.test/signed");
    static final String INTYG_ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";
    static final byte[] DOCUMENT =
            """
            <r:RegisterCertificate xmlns:r="urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3" xmlns="urn:riv:clinicalprocess:healthcond:certificate:3" xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
              <r:intyg>
                <intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>%s</t:extension></intygs-id>
                <version>1.0</version>
                <signeringstidpunkt>2026-11-22T10:11:12</signeringstidpunkt>
                <svar id="1"><delsvar id="1.1">Påhittad text &amp; mer</delsvar></svar>
              </r:intyg>
            </r:RegisterCertificate>
            """
                    .formatted(INTYG_ID)
                    .getBytes(UTF_8);

    private final NationalServices services;
    private final MovingClock clock;

    Requesting(NationalServices services, MovingClock clock) {
        this.services = services;
        this.clock = clock;
    }

    SigningServiceStandIn standIn() {
        return services.signingService();
    }

    SigningService.Builder builder(Credential credential) {
        return SigningService.builder()
                .service(SigningServiceMetadata.parse(standIn().metadata()), standIn().url())
                .requester(ENTITY_ID, credential, RESPONSE_URL)
                .signers(
                        CertificateValidator.trusting(TrustAnchors.of(standIn().signerRoots()))
                                .withoutRevocationAtOwnRisk()
                                .build())
                .defaultIdentityProvider(SigningServiceStandIn.SAME_DEVICE)
                .transactionNames("customer", "application")
                .clock(clock);
    }

    /** A client that is registered with the stand-in. */
    SigningService registered() {
        SigningService service = builder(services.credential()).build();
        standIn().register(service.metadata());
        return service;
    }

    static SignRequest begin(SigningService service) {
        return begin(service, SignatureAlgorithm.ECDSA_SHA256);
    }

    static SignRequest begin(SigningService service, SignatureAlgorithm algorithm) {
        return service.begin(
                PreparedDocument.of(DOCUMENT, algorithm),
                SigningUser.of(Persona.DR_LINDGREN.hsaId()),
                SignMessage.text("Intyg utfärdat för en påhittad person"));
    }

    static byte[] complete(
            SigningService service, PendingSignature pending, Map<String, String> response) {
        return service.complete(
                pending, response.get("EidSignResponse"), response.get("RelayState"));
    }
}
