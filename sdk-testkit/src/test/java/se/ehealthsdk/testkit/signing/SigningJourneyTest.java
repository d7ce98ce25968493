package se.ehealthsdk.testkit.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.signature.PreparedDocument;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;
import se.ehealthsdk.siths.signature.XmlDocumentVerifier;
import se.ehealthsdk.siths.signature.remote.PendingSignature;
import se.ehealthsdk.siths.signature.remote.SignMessage;
import se.ehealthsdk.siths.signature.remote.SignRequest;
import se.ehealthsdk.siths.signature.remote.SigningException;
import se.ehealthsdk.siths.signature.remote.SigningException.Reason;
import se.ehealthsdk.siths.signature.remote.SigningException.Result;
import se.ehealthsdk.siths.signature.remote.SigningService;
import se.ehealthsdk.siths.signature.remote.SigningServiceMetadata;
import se.ehealthsdk.siths.signature.remote.SigningUser;
import se.ehealthsdk.siths.validation.CertificateValidator;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;

/** A document is prepared, sent to the stand-in, signed there, and completed; or the response is refused. */
class SigningJourneyTest {

    /** What each fault is refused for. */
    private static final Map<SigningFault, Reason> REASONS =
            Map.ofEntries(
                    entry(SigningFault.WRONG_REQUEST_ID, Reason.OTHER_REQUEST),
                    entry(SigningFault.WRONG_RELAY_STATE, Reason.OTHER_REQUEST),
                    entry(SigningFault.MADE_TOO_LATE, Reason.TIME_WINDOW),
                    entry(SigningFault.MADE_TOO_EARLY, Reason.TIME_WINDOW),
                    entry(SigningFault.UNSIGNED, Reason.UNSIGNED),
                    entry(SigningFault.SIGNED_BY_OTHER_KEY, Reason.UNKNOWN_SERVICE),
                    entry(SigningFault.SIGNED_BY_OTHER_KEY_IN_ITS_NAME, Reason.SIGNATURE_INVALID),
                    entry(SigningFault.OTHER_CERTIFICATE_IN_KEY_INFO, Reason.UNKNOWN_SERVICE),
                    entry(SigningFault.CHANGED_AFTER_SIGNING, Reason.SIGNATURE_INVALID),
                    entry(SigningFault.SIGNATURE_MOVED, Reason.SIGNATURE_FORM),
                    entry(SigningFault.SIGNATURE_DOUBLED, Reason.SIGNATURE_FORM),
                    entry(SigningFault.WRAPPED_IN_SECOND_RESPONSE, Reason.SIGNATURE_FORM),
                    entry(SigningFault.SIGNS_ONE_ELEMENT, Reason.SIGNATURE_FORM),
                    entry(SigningFault.EXTRA_TRANSFORM, Reason.SIGNATURE_FORM),
                    entry(SigningFault.SHA1_DIGEST, Reason.SIGNATURE_FORM),
                    entry(SigningFault.OTHER_USERS_CERTIFICATE, Reason.OTHER_SIGNER),
                    entry(SigningFault.OTHER_USERS_ATTRIBUTE, Reason.OTHER_SIGNER),
                    entry(SigningFault.NO_ATTRIBUTE, Reason.OTHER_SIGNER),
                    entry(SigningFault.LOW_LEVEL, Reason.AUTHENTICATION),
                    entry(SigningFault.OTHER_IDENTITY_PROVIDER, Reason.AUTHENTICATION),
                    entry(SigningFault.OTHER_BYTES, Reason.OTHER_CONTENT),
                    entry(SigningFault.OTHER_BYTES_CONCEALED, Reason.VALUE_INVALID),
                    entry(SigningFault.WRONG_TASK_ID, Reason.OTHER_TASK),
                    entry(SigningFault.TWO_TASKS, Reason.OTHER_TASK),
                    entry(SigningFault.OTHER_ALGORITHM_CLAIMED, Reason.VALUE_INVALID),
                    entry(SigningFault.UNTRUSTED_CHAIN, Reason.UNTRUSTED_SIGNER),
                    entry(SigningFault.EXPIRED_CERTIFICATE, Reason.UNTRUSTED_SIGNER),
                    entry(SigningFault.CERTIFICATE_FOR_LOG_IN, Reason.UNTRUSTED_SIGNER),
                    entry(SigningFault.RESPONDER_ERROR, Reason.DECLINED));

    private static final String OTHER_PERSON = "191212121212";

    private static final MovingClock CLOCK = new MovingClock();
    private static NationalServices services;
    private static Requesting requesting;

    private SigningServiceStandIn standIn;
    private SigningService signing;

    @BeforeAll
    static void start() {
        services = NationalServices.builder().clock(CLOCK).start();
        requesting = new Requesting(services, CLOCK);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void register() {
        services.reset();
        CLOCK.reset();
        standIn = services.signingService();
        signing = requesting.registered();
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void complete_goodResponse_givesASignedDocument(SignatureAlgorithm algorithm) {
        SignRequest request = Requesting.begin(signing, algorithm);

        byte[] signed =
                Requesting.complete(
                        signing,
                        request.pending(),
                        standIn.sign(request.fields(), Persona.DR_LINDGREN));

        SignatureReport report = verifier().verify(signed);
        assertThat(report.valid()).as(report.toString()).isTrue();
        assertThat(new String(signed, UTF_8).split("<[^<]*X509Certificate>")).hasSize(3);
        assertThat(SithsCertificate.of(report.signer().orElseThrow()).hsaId())
                .contains(Persona.DR_LINDGREN.hsaId());
    }

    @Test
    void complete_requestSignedWithRsa_givesASignedDocument() {
        Credential rsa =
                services.credential(
                        services.pki()
                                .functionBuilder("SE2321000016-RSA")
                                .keyAlgorithm(KeyAlgorithm.RSA_2048)
                                .issue());
        SigningService withRsa = requesting.builder(rsa).build();
        standIn.register(withRsa.metadata());
        SignRequest request = Requesting.begin(withRsa);

        byte[] signed =
                Requesting.complete(
                        withRsa,
                        request.pending(),
                        standIn.sign(request.fields(), Persona.DR_LINDGREN));

        assertThat(verifier().verify(signed).valid()).isTrue();
    }

    @Test
    void complete_responseSignedByNextKeyOfTheMetadata_isAccepted() {
        standIn.signWith(services.pki().function("SE2321000016-NEXTKEY"));
        SigningService knowsBoth = requesting.builder(services.credential()).build();
        SignRequest request = Requesting.begin(knowsBoth);
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        assertThat(reason(() -> Requesting.complete(signing, request.pending(), response)))
                .isEqualTo(Reason.UNKNOWN_SERVICE);
        assertThat(Requesting.complete(knowsBoth, request.pending(), response)).isNotEmpty();
    }

    @Test
    void complete_serviceKeyNotForSignatures_isRefused() {
        IssuedCertificate wrong = services.pki().withoutDigitalSignature("SE2321000016-WRONGUSE");
        standIn.signWith(wrong);
        SigningService knows = requesting.builder(services.credential()).build();
        SignRequest request = Requesting.begin(knows);
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        assertThat(reason(() -> Requesting.complete(knows, request.pending(), response)))
                .isEqualTo(Reason.SERVICE_KEY_USAGE);
    }

    @Test
    void complete_valueInTheFormOfLibraries_isAccepted() {
        standIn.next(SigningFault.DER_SIGNATURE_VALUE);
        SignRequest request = Requesting.begin(signing);

        byte[] signed =
                Requesting.complete(
                        signing,
                        request.pending(),
                        standIn.sign(request.fields(), Persona.DR_LINDGREN));

        assertThat(verifier().verify(signed).valid()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = SigningFault.class, mode = Mode.EXCLUDE, names = "DER_SIGNATURE_VALUE")
    void complete_faultyResponse_isRefusedForItsOwnReason(SigningFault fault) {
        standIn.next(fault);
        SignRequest request = Requesting.begin(signing);
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        SigningException refused =
                refused(() -> Requesting.complete(signing, request.pending(), response));

        assertThat(refused.reason()).isEqualTo(REASONS.get(fault));
        assertThat(refused.remedy()).isNotBlank();
        assertThat(refused.toString() + refused.remedy())
                .doesNotContain(OTHER_PERSON)
                .doesNotContain(Persona.DR_LINDGREN.middleAndSurname());
    }

    @Test
    void complete_afterARefusedResponse_acceptsTheGoodOne() {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> good = standIn.sign(request.fields(), Persona.DR_LINDGREN);
        standIn.next(SigningFault.UNSIGNED);
        Map<String, String> bad = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        assertThat(reason(() -> Requesting.complete(signing, request.pending(), bad)))
                .isEqualTo(Reason.UNSIGNED);
        assertThat(Requesting.complete(signing, request.pending(), good)).isNotEmpty();
    }

    @Test
    void complete_sameResponseAgain_isRefused() {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);
        Requesting.complete(signing, request.pending(), response);

        assertThat(reason(() -> Requesting.complete(signing, request.pending(), response)))
                .isEqualTo(Reason.ALREADY_USED);

        CLOCK.advance(Duration.ofMinutes(11));
        assertThat(reason(() -> Requesting.complete(signing, request.pending(), response)))
                .isEqualTo(Reason.TIME_WINDOW);
    }

    @Test
    void complete_responseToAnotherRequest_isRefused() {
        SignRequest mine = Requesting.begin(signing);
        SignRequest another = Requesting.begin(signing);
        Map<String, String> response = standIn.sign(another.fields(), Persona.DR_LINDGREN);

        assertThat(reason(() -> Requesting.complete(signing, mine.pending(), response)))
                .isEqualTo(Reason.OTHER_REQUEST);
        assertThat(
                        reason(
                                () ->
                                        signing.complete(
                                                mine.pending(),
                                                response.get("EidSignResponse"),
                                                mine.pending().requestId())))
                .isEqualTo(Reason.OTHER_REQUEST);
    }

    @Test
    void complete_pendingKeptAsBytes_givesASignedDocument() {
        SignRequest request = Requesting.begin(signing);
        byte[] kept = request.pending().toBytes();
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        byte[] signed = Requesting.complete(signing, PendingSignature.fromBytes(kept), response);

        assertThat(verifier().verify(signed).valid()).isTrue();
    }

    @Test
    void complete_pendingOfAnotherDocument_isRefused() {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);
        byte[] kept = request.pending().toBytes();
        byte[] changed =
                new String(kept, ISO_8859_1)
                        .replace("hittad text", "hittad TEXT")
                        .getBytes(ISO_8859_1);

        assertThat(
                        reason(
                                () ->
                                        Requesting.complete(
                                                signing,
                                                PendingSignature.fromBytes(changed),
                                                response)))
                .isEqualTo(Reason.VALUE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 479, 599})
    void complete_responseWithinTheWindowAndTheClocksDifference_isAccepted(long seconds) {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        CLOCK.advance(Duration.ofSeconds(seconds));

        assertThat(Requesting.complete(signing, request.pending(), response)).isNotEmpty();
    }

    @Test
    void complete_responseThatCameTooLate_isRefused() {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        CLOCK.advance(Duration.ofMinutes(10));

        assertThat(reason(() -> Requesting.complete(signing, request.pending(), response)))
                .isEqualTo(Reason.TIME_WINDOW);
    }

    @Test
    void complete_responseFromTheFuture_isRefused() {
        SignRequest request = Requesting.begin(signing);
        CLOCK.advance(Duration.ofMinutes(3));
        Map<String, String> response = standIn.sign(request.fields(), Persona.DR_LINDGREN);

        CLOCK.advance(Duration.ofMinutes(-3));

        assertThat(reason(() -> Requesting.complete(signing, request.pending(), response)))
                .isEqualTo(Reason.TIME_WINDOW);
    }

    @Test
    void complete_requestThatReachedTheServiceTooLate_saysExpired() {
        SignRequest request = Requesting.begin(signing);
        CLOCK.advance(Duration.ofMinutes(8));

        assertThat(declined(request, standIn.sign(request.fields(), Persona.DR_LINDGREN)))
                .isEqualTo(Reason.REQUEST_EXPIRED);
    }

    @Test
    void complete_cancelled_saysSoWithoutTheServicesOwnWords() {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> response = standIn.cancel(request.fields());

        SigningException cancelled =
                refused(() -> Requesting.complete(signing, request.pending(), response));

        Result result = cancelled.result().orElseThrow();
        assertThat(cancelled.reason()).isEqualTo(Reason.USER_CANCELLED);
        assertThat(result.minor()).contains("http://id.elegnamnden.se/sig-status/1.0/user-cancel");
        assertThat(result.message())
                .hasValueSatisfying(it -> assertThat(it).contains(OTHER_PERSON));
        assertThat(cancelled.toString() + result).doesNotContain(OTHER_PERSON);
    }

    @Test
    void complete_anotherPersonAtTheService_saysMismatch() {
        SignRequest request = Requesting.begin(signing);

        assertThat(declined(request, standIn.sign(request.fields(), Persona.NURSE_BERG)))
                .isEqualTo(Reason.USER_MISMATCH);
    }

    @Test
    void complete_levelThatWasNotAskedFor_saysSo() {
        SigningService strict =
                requesting.builder(services.credential()).levels(SigningService.LEVEL_3).build();
        SignRequest request = Requesting.begin(strict);
        Map<String, String> low =
                standIn.sign(request.fields(), Persona.DR_LINDGREN, SigningService.LEVEL_2);

        assertThat(reason(() -> Requesting.complete(strict, request.pending(), low)))
                .isEqualTo(Reason.LEVEL_NOT_SUPPORTED);
    }

    @Test
    void begin_identityProviderOfTheLogIn_isAskedFor() {
        SignRequest request = begin(SigningServiceStandIn.OTHER_DEVICE);

        assertThat(xml(request)).contains(">" + SigningServiceStandIn.OTHER_DEVICE + "<");
        assertThat(
                        Requesting.complete(
                                signing,
                                request.pending(),
                                standIn.sign(request.fields(), Persona.DR_LINDGREN)))
                .isNotEmpty();
    }

    @Test
    void begin_identityProviderByMutualTls_givesWayToTheDefault() {
        SignRequest request = begin("https://idp.example.test:443/saml/sign");

        assertThat(xml(request)).contains(">" + SigningServiceStandIn.SAME_DEVICE + "<");
    }

    @Test
    void complete_identityProviderThatCannotSign_isDeclined() {
        SignRequest request = begin("https://unknown.example.test/saml");

        assertThat(declined(request, standIn.sign(request.fields(), Persona.DR_LINDGREN)))
                .isEqualTo(Reason.DECLINED);
    }

    @Test
    void complete_identityProviderThatIsAcceptedToo_isAccepted() {
        standIn.next(SigningFault.OTHER_IDENTITY_PROVIDER);
        SigningService lenient =
                requesting
                        .builder(services.credential())
                        .acceptIdentityProvider("https://other-idp.example.test:443/saml")
                        .build();
        SignRequest request = Requesting.begin(lenient);

        assertThat(
                        Requesting.complete(
                                lenient,
                                request.pending(),
                                standIn.sign(request.fields(), Persona.DR_LINDGREN)))
                .isNotEmpty();
    }

    @Test
    void complete_whatIsNoResponse_isRefused() {
        SignRequest request = Requesting.begin(signing);
        for (String other :
                List.of(
                        "",
                        "***",
                        base64(""),
                        base64("<a/>"),
                        base64(
                                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>"),
                        base64("<SignResponse/>"),
                        "A".repeat(4 << 20))) {
            assertThat(
                            reason(
                                    () ->
                                            signing.complete(
                                                    request.pending(),
                                                    other,
                                                    request.pending().requestId())))
                    .isEqualTo(Reason.MALFORMED);
        }
    }

    @Test
    void standIn_requestChangedAfterSigning_isRefused() {
        SignRequest request = Requesting.begin(signing);

        assertThatThrownBy(
                        () ->
                                standIn.sign(
                                        changed(request, SigningService.LEVEL_2, "urn:x"),
                                        Persona.DR_LINDGREN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("signature that does not match");
    }

    @Test
    void standIn_strangersRequest_isRefused() {
        SignRequest request = Requesting.begin(signing);
        standIn.reset();

        assertThatThrownBy(() -> standIn.sign(request.fields(), Persona.DR_LINDGREN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("not registered");
    }

    @Test
    void standIn_otherRelayStateThanRequestId_isRefused() {
        SignRequest request = Requesting.begin(signing);
        Map<String, String> fields = new HashMap<>(request.fields());
        fields.put("RelayState", UUID.randomUUID().toString());

        assertThatThrownBy(() -> standIn.sign(fields, Persona.DR_LINDGREN))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("RelayState");
    }

    @Test
    void register_changedMetadata_areRefused() {
        byte[] changed =
                new String(signing.metadata(), UTF_8).replace("/signed", "/stolen").getBytes(UTF_8);

        assertThatThrownBy(() -> standIn.register(changed))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("signature that does not match");
    }

    @Test
    void metadata_ofTheService_tellAllItsKeys() {
        standIn.signWith(services.pki().function("SE2321000016-NEXTKEY"));

        SigningServiceMetadata metadata = SigningServiceMetadata.parse(standIn.metadata());

        assertThat(metadata.entityId()).isEqualTo(SigningServiceStandIn.ENTITY_ID);
        assertThat(metadata.signingCertificates()).hasSize(2);
    }

    @Test
    void faults_all_haveAReason() {
        assertThat(REASONS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SigningFault.values())
                                .filter(each -> each != SigningFault.DER_SIGNATURE_VALUE)
                                .toList());
    }

    private SignRequest begin(String identityProvider) {
        return signing.begin(
                PreparedDocument.of(Requesting.DOCUMENT, SignatureAlgorithm.ECDSA_SHA256),
                SigningUser.of(Persona.DR_LINDGREN.hsaId()).authenticatedBy(identityProvider),
                SignMessage.html("<p>Intyg <b>för</b> en påhittad person</p>"));
    }

    private Reason declined(SignRequest request, Map<String, String> response) {
        SigningException declined =
                refused(() -> Requesting.complete(signing, request.pending(), response));
        assertThat(declined.result()).isPresent();
        return declined.reason();
    }

    private static SigningException refused(ThrowingCallable call) {
        SigningException refused = catchThrowableOfType(SigningException.class, call);
        assertThat(refused).as("refused").isNotNull();
        return refused;
    }

    private static Reason reason(ThrowingCallable call) {
        return refused(call).reason();
    }

    /** The document holds the signer's certificate alone, so the issuing CA must be known beforehand. */
    private XmlDocumentVerifier verifier() {
        return XmlDocumentVerifier.trusting(
                CertificateValidator.trusting(
                                TrustAnchors.of(services.pki().signatureServiceCa().path()))
                        .withoutRevocationAtOwnRisk()
                        .build());
    }

    private static String xml(SignRequest request) {
        return new String(
                Base64.getDecoder().decode(request.fields().get("EidSignRequest")), UTF_8);
    }

    private static Map<String, String> changed(SignRequest request, String from, String to) {
        Map<String, String> fields = new HashMap<>(request.fields());
        fields.put("EidSignRequest", base64(xml(request).replace(from, to)));
        return fields;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
