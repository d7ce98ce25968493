package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.certificate.internal.wire.WireParts;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.siths.signature.XmlDocumentSigner;
import se.ehealthsdk.siths.signature.XmlDocumentVerifier;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** Certificates and signatures, which modules handle that know nothing of each other. */
class IntygSignatureTest {

    private static final String ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";
    private static final String DOMAIN = "urn:riv:clinicalprocess:healthcond:certificate:";
    private static final IssuedCertificate SIGNER =
            TestPki.shared().personSigning("SE2321000016-LAKARE");
    private static final char[] PASSWORD = "invented".toCharArray();
    private static final String CONTENT =
            """
              <c:intygs-id><t:root>SE2321000016-ENHET</t:root><t:extension>%s</t:extension></c:intygs-id>
              <c:typ><t:code>LISJP</t:code></c:typ>
              <c:version>2.0</c:version>
              <c:skickatTidpunkt>2026-03-02T10:12:00</c:skickatTidpunkt>
              <c:patient><c:fornamn>Tolvan</c:fornamn><c:efternamn/></c:patient>
              <c:relation><c:typ><t:code>ERSATT</t:code></c:typ></c:relation>
              <c:svar id="1"><c:delsvar id="1.1">Påhittad <!-- aside --> text &amp; mer&#13;
              </c:delsvar><c:delsvar id="1.2"> <t:cv><t:code>F322</t:code></t:cv></c:delsvar></c:svar>
            """
                    .formatted(ID);

    private static final List<String> DOCUMENTS =
            List.of(
                    in("r:RegisterCertificate", "r:intyg", "RegisterCertificateResponder:3"),
                    in("r:GetCertificateResponse", "r:intyg", "GetCertificateResponder:2"),
                    in("r:RegisterCertificate", "r:intyg", "RegisterCertificateResponder:3")
                            .replaceAll("(</?)c:", "$1")
                            .replace("xmlns:c", "xmlns"),
                    "<intyg xmlns='%1$sGetCertificateResponder:2' xmlns:c='%1$s3' xmlns:t='%1$stypes:3'>%2$s</intyg>"
                            .formatted(DOMAIN, CONTENT));

    private static String in(String root, String intyg, String contract) {
        return "<%1$s xmlns:r='%3$s%4$s' xmlns:c='%3$s3' xmlns:t='%3$stypes:3'>\n <%2$s>\n%5$s</%2$s>\n</%1$s>"
                .formatted(root, intyg, DOMAIN, contract, CONTENT);
    }

    private static SignatureReport verified(byte[] document) {
        return XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(document);
    }

    private static XmlDocumentSigner signer() {
        return XmlDocumentSigner.with(Credential.keyStore(SIGNER.keyStore(PASSWORD), PASSWORD));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Intyg built() {
        return Intyg.read(utf8(DOCUMENTS.get(0))).toBuilder()
                .answers(
                        List.of(
                                Answer.of(
                                        "7",
                                        new Answer.Part("7.1", new Content.Text("a\r\n b &")),
                                        new Answer.Part(
                                                "7.2",
                                                new Content.Cv(CodedValue.of("F322", "1.2"))))))
                .build();
    }

    private static Document parsed(byte[] document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setCoalescing(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'A', 'B', 'C', 'D'})
    void signedDocument_isReadAndWritten_andItsSignatureHolds(char form) {
        for (String document : DOCUMENTS) {
            byte[] signed = SignatureForms.sign(utf8(document), form, ID, SIGNER);
            assertThat(verified(signed).profile()).contains(String.valueOf(form));
            assertThat(verified(signed).valid()).isTrue();

            Intyg read = Intyg.read(signed);

            assertThat(verified(read.xml()).valid()).isTrue();
            assertThat(verified(Intyg.of(read.element()).xml()).valid()).isTrue();
            assertThat(read.signature().isPresent()).isEqualTo(form >= 'C');
            assertThat(
                            verified(
                                            utf8(
                                                    new String(read.xml(), StandardCharsets.UTF_8)
                                                            .replace("F322", "F323")))
                                    .valid())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'A', 'B', 'C', 'D'})
    void signedDocument_sentInAMessage_holds(char form) throws XMLStreamException {
        for (String document : DOCUMENTS) {
            Intyg read = Intyg.read(SignatureForms.sign(utf8(document), form, ID, SIGNER));
            String message = DOMAIN + "CertificateStatusUpdateForCareResponder:3";
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter out = SecureXml.writer(bytes);
            out.setDefaultNamespace(message);
            out.writeStartElement(message, "CertificateStatusUpdateForCare");
            out.writeDefaultNamespace(message);
            WireParts.intyg(read, message, new ElementWriter(out, message));
            out.writeEndElement();
            out.close();

            assertThat(verified(bytes.toByteArray()).valid()).isTrue();
            assertThat(verified(Intyg.read(bytes.toByteArray()).xml()).valid()).isTrue();
        }
    }

    @Test
    void registerCertificate_isWrittenAsItWasRead_prefixesAndDeclarationsToo() {
        for (int i : new int[] {0, 2}) {
            byte[] signed = SignatureForms.sign(utf8(DOCUMENTS.get(i)), 'D', ID, SIGNER);

            assertThat(parsed(Intyg.read(signed).xml()).isEqualNode(parsed(signed))).isTrue();
        }
    }

    @Test
    void builtCertificate_canBeSigned_andIsReadWithItsSignature() {
        Intyg built = built();

        byte[] signed = signer().sign(built.xml());
        Intyg read = Intyg.read(signed);

        assertThat(verified(signed).valid()).isTrue();
        assertThat(read.answers()).isEqualTo(built.answers());
        assertThat(read.signature()).isPresent();
        assertThat(verified(read.xml()).valid()).isTrue();
    }

    @Test
    void signedCertificate_getsWhatItsSignatureDoesNotCover_andHolds() {
        Intyg read = Intyg.read(signer().sign(built().xml()));

        Intyg sent =
                read.toBuilder()
                        .sentAt(LocalDateTime.of(2026, 4, 1, 1, 2, 3))
                        .relation(
                                new Relation(
                                        CodedValue.of(Relation.RENEWS, Relation.CODE_SYSTEM),
                                        Identifier.of("SE2321000016-ENHET", "earlier"),
                                        List.of()))
                        .build();

        assertThat(verified(sent.xml()).valid()).isTrue();
        assertThat(verified(sent.toBuilder().type(sent.type(), "2.1").build().xml()).valid())
                .isFalse();
    }
}
