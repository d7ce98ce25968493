package se.ehealthsdk.siths.signature.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.siths.signature.PreparedDocument;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;

/** Requests, metadata and settings; responses are tested against the stand-in, in sdk-testkit. */
class SigningServiceTest {

    private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    @Test
    void begin_request_holdsWhatTheProfileWantsInItsOrder() {
        SignRequest request = Configured.begun();

        Element root = root(request);
        assertThat(root.getNodeName()).isEqualTo("dss:SignRequest");
        assertThat(root.getAttribute("RequestID")).isEqualTo(request.pending().requestId());
        assertThat(names(root)).containsExactly("dss:OptionalInputs", "dss:InputDocuments");
        Element inputs = child(root, 0);
        assertThat(names(inputs)).containsExactly("csig:SignRequestExtension", "ds:Signature");
        Element extension = child(inputs, 0);
        assertThat(extension.getAttribute("Version")).isEqualTo("1.4");
        assertThat(names(extension))
                .containsExactly(
                        "csig:RequestTime",
                        "saml2:Conditions",
                        "csig:Signer",
                        "csig:IdentityProvider",
                        "csig:AuthnProfile",
                        "csig:SignRequester",
                        "csig:SignService",
                        "csig:RequestedSignatureAlgorithm",
                        "csig:CertRequestProperties",
                        "csig:SignMessage");
        assertThat(child(extension, 1).getAttribute("NotBefore"))
                .isEqualTo(millis(Duration.ofMinutes(-2)));
        assertThat(child(extension, 1).getAttribute("NotOnOrAfter"))
                .isEqualTo(millis(Duration.ofMinutes(8)));
        assertThat(child(extension, 1).getTextContent())
                .isEqualTo(Configured.RESPONSE_URL.toString());
        assertThat(child(extension, 2).getTextContent()).isEqualTo(Configured.USER.value());
        assertThat(child(extension, 3).getTextContent()).isEqualTo(Configured.IDP);
        assertThat(child(extension, 4).getTextContent()).isEqualTo("digg_ap_hsaid_01");
        assertThat(child(extension, 5).getTextContent()).isEqualTo(Configured.ENTITY_ID);
        assertThat(child(extension, 6).getTextContent())
                .isEqualTo("https://signing.example.test/metadata");
        assertThat(child(extension, 7).getTextContent()).isEqualTo(ECDSA);
        Element properties = child(extension, 8);
        assertThat(names(properties))
                .containsExactly(
                        "saml2:AuthnContextClassRef",
                        "saml2:AuthnContextClassRef",
                        "csig:RequestedCertAttributes");
        assertThat(child(properties, 0).getTextContent()).isEqualTo("http://id.sambi.se/loa/loa2");
        assertThat(child(properties, 1).getTextContent()).isEqualTo("http://id.sambi.se/loa/loa3");
        assertThat(
                        children(child(properties, 2)).stream()
                                .map(
                                        each ->
                                                each.getAttribute("CertAttributeRef")
                                                        + " "
                                                        + each.getAttribute("Required")
                                                        + " "
                                                        + each.getTextContent()))
                .containsExactly(
                        "2.5.4.42 true http://sambi.se/attributes/1/givenName",
                        "2.5.4.4 true http://sambi.se/attributes/1/surname",
                        "2.5.4.5 true http://sambi.se/attributes/1/employeeHsaId",
                        "2.5.4.3 true urn:name");
        Element message = child(extension, 9);
        assertThat(message.getAttribute("MustShow")).isEqualTo("true");
        assertThat(message.getAttribute("DisplayEntity")).isEqualTo(Configured.IDP);
        assertThat(decoded(message.getTextContent())).isEqualTo("Intyg för någon");
        assertThat(decoded(child(root, 1).getTextContent()))
                .isEqualTo(new String(Configured.document().signedInfo(), UTF_8));
    }

    @Test
    void begin_fields_areThoseOfTheBinding() {
        SignRequest request = Configured.begun();

        assertThat(request.action()).isEqualTo(Configured.SERVICE_URL);
        assertThat(request.fields().keySet())
                .containsExactly("Binding", "RelayState", "EidSignRequest");
        assertThat(request.fields())
                .containsEntry("Binding", "POST/XML/1.0")
                .containsEntry("RelayState", request.pending().requestId());
        assertThat(request.toString() + request.pending()).doesNotContain("hemlighet");
    }

    @Test
    void begin_requestId_isNewAndAsAgreed() {
        Set<String> ids = new HashSet<>();
        SigningService service = Configured.builder().build();
        for (int i = 0; i < 50; i++) {
            ids.add(
                    service.begin(
                                    Configured.document(),
                                    SigningUser.of(Configured.USER),
                                    SignMessage.text("x"))
                            .pending()
                            .requestId());
        }

        assertThat(ids)
                .hasSize(50)
                .allMatch(
                        id ->
                                id.matches(
                                        "region-journal-"
                                                + Long.toHexString(Configured.NOW.toEpochMilli())
                                                + "-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"EC_P256", "RSA_2048"})
    void begin_signature_holdsForTheWholeRequest(KeyAlgorithm algorithm) throws Exception {
        IssuedCertificate own =
                Configured.PKI.functionBuilder("SE2321000016-OWN").keyAlgorithm(algorithm).issue();
        SigningService service =
                Configured.builder()
                        .requester(
                                Configured.ENTITY_ID,
                                Configured.credential(own),
                                Configured.RESPONSE_URL)
                        .build();
        SignRequest request =
                service.begin(
                        Configured.document(),
                        SigningUser.of(Configured.USER),
                        SignMessage.text("å\r\n<&>"));

        Element signature = child(child(root(request), 0), 1);
        XMLSignature read = verified(signature, own.certificate().getPublicKey());

        Reference reference = read.getSignedInfo().getReferences().get(0);
        assertThat(read.getSignedInfo().getReferences()).hasSize(1);
        assertThat(reference.getURI()).isEmpty();
        assertThat(reference.getTransforms())
                .extracting(Transform::getAlgorithm)
                .containsExactly("http://www.w3.org/2000/09/xmldsig#enveloped-signature");
        assertThat(read.getSignedInfo().getSignatureMethod().getAlgorithm())
                .isEqualTo(algorithm == KeyAlgorithm.EC_P256 ? ECDSA : RSA);
        assertThat(new String(xml(request), UTF_8)).doesNotContain("&#13;");
    }

    @Test
    void begin_rsaDocument_asksForRsa() {
        SignRequest request =
                Configured.builder()
                        .build()
                        .begin(
                                PreparedDocument.of(
                                        Configured.DOCUMENT, SignatureAlgorithm.RSA_SHA256),
                                SigningUser.of(Configured.USER),
                                SignMessage.text("x"));

        assertThat(new String(xml(request), UTF_8))
                .contains(
                        "<csig:RequestedSignatureAlgorithm>"
                                + RSA
                                + "</csig:RequestedSignatureAlgorithm>");
    }

    @Test
    void begin_signedInfoWithoutKnownMethod_isRefused() {
        PreparedDocument odd =
                PreparedDocument.restore(
                        Configured.DOCUMENT,
                        new String(Configured.document().signedInfo(), UTF_8)
                                .replace("ecdsa-sha256", "ecdsa-sha1")
                                .getBytes(UTF_8));

        assertThatThrownBy(
                        () ->
                                Configured.builder()
                                        .build()
                                        .begin(
                                                odd,
                                                SigningUser.of(Configured.USER),
                                                SignMessage.text("x")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no known signature method");
    }

    @Test
    void metadata_areSignedBySha256_onTheirOwnId() throws Exception {
        IssuedCertificate own = Configured.PKI.function("SE2321000016-OWN");
        SigningService service =
                Configured.builder()
                        .requester(
                                Configured.ENTITY_ID,
                                Configured.credential(own),
                                Configured.RESPONSE_URL)
                        .build();

        Element entity = parsed(service.metadata());
        entity.setIdAttribute("ID", true);
        XMLSignature signature = verified(child(entity, 0), own.certificate().getPublicKey());

        assertThat(names(entity)).containsExactly("ds:Signature", "md:SPSSODescriptor");
        assertThat(entity.getAttribute("entityID")).isEqualTo(Configured.ENTITY_ID);
        assertThat(names(child(entity, 1)))
                .containsExactly("md:KeyDescriptor", "md:AssertionConsumerService");
        assertThat(child(child(entity, 1), 1).getAttribute("Location"))
                .isEqualTo(Configured.RESPONSE_URL.toString());
        Reference reference = signature.getSignedInfo().getReferences().get(0);
        assertThat(reference.getURI()).isEqualTo("#" + entity.getAttribute("ID"));
        assertThat(reference.getDigestMethod().getAlgorithm())
                .isEqualTo("http://www.w3.org/2001/04/xmlenc#sha256");
        assertThat(SigningServiceMetadata.parse(service.metadata()).signingCertificates())
                .containsExactly(own.certificate());
    }

    static Stream<Arguments> faultySettings() {
        return Stream.of(
                setting("12 letters", it -> it.transactionNames("thirteenchars", "a")),
                setting("12 letters", it -> it.transactionNames("a", "")),
                setting("12 letters", it -> it.transactionNames("a-b", "c")),
                setting("no https", it -> it.service(Configured.service(), uri("http://a.test/"))),
                setting(
                        "no https",
                        it -> it.service(Configured.service(), uri("ftp://localhost/"))),
                setting("no https", it -> it.service(Configured.service(), uri("/path"))),
                setting(
                        "no https",
                        it -> it.requester("x", own("SE2321000016-X"), uri("http://a.test"))),
                setting("is blank", it -> it.defaultIdentityProvider(" ")),
                setting("is blank", it -> it.authenticationProfile("")),
                setting(
                        "validity",
                        it -> it.validity(Duration.ofMinutes(-1), Duration.ofMinutes(1))),
                setting("validity", it -> it.validity(Duration.ZERO, Duration.ZERO)),
                setting("validity", it -> it.validity(Duration.ZERO, Duration.ofDays(2))),
                setting(
                        "has expired",
                        it ->
                                it.requester(
                                        "x",
                                        Configured.credential(
                                                Configured.PKI.expired("SE2321000016-X")),
                                        Configured.RESPONSE_URL)),
                setting(
                        "no longer valid",
                        it ->
                                it.service(
                                        new SigningServiceMetadata(
                                                "x",
                                                Configured.service().signingCertificates(),
                                                Optional.of(Configured.NOW)),
                                        Configured.SERVICE_URL)));
    }

    @ParameterizedTest
    @MethodSource("faultySettings")
    void build_faultySetting_saysWhich(String message, Consumer<SigningService.Builder> setting) {
        SigningService.Builder builder = Configured.builder();

        assertThatThrownBy(
                        () -> {
                            setting.accept(builder);
                            builder.build();
                        })
                .asInstanceOf(InstanceOfAssertFactories.type(ConfigurationException.class))
                .satisfies(e -> assertThat(e.getMessage()).contains(message))
                .satisfies(e -> assertThat(e.remedy()).isNotBlank());
    }

    @Test
    void build_nothingSet_saysWhatIsMissing() {
        assertThatThrownBy(() -> SigningService.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("service is missing");
    }

    @Test
    void build_httpOnThisMachine_isAllowed() {
        SigningService service =
                Configured.builder()
                        .requester("x", own("SE2321000016-X"), uri("http://localhost:8080/signed"))
                        .build();

        assertThat(service)
                .hasToString("SigningService[https://signing.example.test/metadata for x]");
    }

    private static Arguments setting(String message, Consumer<SigningService.Builder> setting) {
        return Arguments.of(message, setting);
    }

    private static Credential own(String hsaId) {
        return Configured.credential(Configured.PKI.function(hsaId));
    }

    private static URI uri(String text) {
        return URI.create(text);
    }

    private static String millis(Duration fromNow) {
        return Configured.NOW.plus(fromNow).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static XMLSignature verified(Element signature, PublicKey key) throws Exception {
        DOMValidateContext context =
                new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        XMLSignature read = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        assertThat(read.validate(context)).isTrue();
        return read;
    }

    private static byte[] xml(SignRequest request) {
        return Base64.getDecoder().decode(request.fields().get("EidSignRequest"));
    }

    private static Element root(SignRequest request) {
        return parsed(xml(request));
    }

    private static Element parsed(byte[] xml) {
        Document document = SecureDom.parse(xml, 1 << 20);
        return document.getDocumentElement();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), UTF_8);
    }

    private static List<Element> children(Element parent) {
        return Stream.iterate(parent.getFirstChild(), n -> n != null, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<String> names(Element parent) {
        return children(parent).stream().map(Element::getNodeName).toList();
    }

    private static Element child(Element parent, int index) {
        return children(parent).get(index);
    }
}
