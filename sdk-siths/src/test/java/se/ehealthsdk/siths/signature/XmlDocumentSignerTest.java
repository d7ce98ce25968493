package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.ehealthsdk.siths.signature.SampleIntyg.utf8;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.UntrustedException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.siths.internal.xml.ExclusiveC14n;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.TestPki;

class XmlDocumentSignerTest {

    private static final TestPki PKI = TestPki.shared();
    private static final IssuedCertificate EC = PKI.personSigning(SampleIntyg.HSA_ID);
    private static final IssuedCertificate RSA =
            PKI.functionBuilder(SampleIntyg.HSA_ID).keyAlgorithm(KeyAlgorithm.RSA_2048).issue();
    private static final char[] PASSWORD = "secret".toCharArray();

    private static XmlDocumentSigner signer(IssuedCertificate certificate) {
        return XmlDocumentSigner.with(
                Credential.keyStore(certificate.keyStore(PASSWORD), PASSWORD));
    }

    private static SignatureReport verify(byte[] document) {
        return XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(document);
    }

    static Stream<String> documents() {
        return Stream.of(
                SampleIntyg.prefixed(),
                SampleIntyg.unprefixed(),
                SampleIntyg.bare(),
                SampleIntyg.large(),
                SampleIntyg.prefixed().replace("\n", "\r\n"),
                SampleIntyg.prefixed().replaceAll("(?s)>\\s+<", "><"),
                SampleIntyg.prefixed()
                        .replace(
                                "KOD_1",
                                "<!-- </r:intyg> --><![CDATA[</r:intyg>]]><?x </r:intyg>?>"),
                SampleIntyg.prefixed().replace("</r:intyg>", "</r:intyg\n>"),
                "\uFEFF" + SampleIntyg.prefixed());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void signed_isValidForUsAndForTheJdk_andOtherwiseUnchanged(String document) {
        for (IssuedCertificate each : List.of(EC, RSA)) {
            byte[] signed = signer(each).sign(utf8(document));

            SignatureReport report = verify(signed);
            assertThat(report.valid()).as(report.toString()).isTrue();
            assertThat(report.profile()).contains("D");
            assertThat(report.signerChain()).containsExactly(each.certificate());
            assertThat(Oracle.accepts(signed, each.certificate())).isTrue();
            assertThat(
                            new String(signed, StandardCharsets.UTF_8)
                                    .replaceFirst("<sig:underskrift.*</sig:underskrift>", ""))
                    .isEqualTo(document);
        }
    }

    @Test
    void keyInACard_signsThere() {
        for (IssuedCertificate each : List.of(EC, RSA)) {
            try (CardProvider card = new CardProvider(each)) {
                byte[] signed =
                        XmlDocumentSigner.with(Credential.pkcs11(card, PASSWORD))
                                .sign(utf8(SampleIntyg.prefixed()));

                assertThat(verify(signed).signer()).contains(each.certificate());
                assertThat(Oracle.accepts(signed, each.certificate())).isTrue();
            }
        }
    }

    @Test
    void withIssuers_theChainIsInTheSignature() {
        byte[] signed = signer(EC).withIssuers().sign(utf8(SampleIntyg.prefixed()));

        assertThat(verify(signed).signerChain()).isEqualTo(EC.chain()).hasSizeGreaterThan(1);
    }

    @Test
    void signed_isValidByTheOfficialSchema() throws Exception {
        Path schema =
                Path.of(
                        System.getProperty("contracts.dir", ""),
                        "clinicalprocess.healthcond.certificate/interactions/RegisterCertificateInteraction/"
                                + "RegisterCertificateResponder_3.1.xsd");
        assumeTrue(Files.exists(schema), "contracts.dir does not lead to the official schemas");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        Schema official = factory.newSchema(schema.toFile());

        for (String document : List.of(SampleIntyg.prefixed(), SampleIntyg.unprefixed())) {
            byte[] signed = signer(EC).sign(utf8(document));
            assertThatCode(
                            () ->
                                    official.newValidator()
                                            .validate(
                                                    new StreamSource(
                                                            new ByteArrayInputStream(signed))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void signedInfo_isInCanonicalForm() {
        byte[] signedInfo =
                PreparedDocument.of(utf8(SampleIntyg.prefixed()), SignatureAlgorithm.ECDSA_SHA256)
                        .signedInfo();

        assertThat(ExclusiveC14n.of(SecureDom.parse(signedInfo, 100_000).getDocumentElement()))
                .isEqualTo(signedInfo);
    }

    @Test
    void signedTwice_isRefused() {
        byte[] signed = signer(EC).sign(utf8(SampleIntyg.prefixed()));

        assertThatThrownBy(() -> signer(EC).sign(signed))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("signed already");
    }

    static Stream<String> unfit() {
        String document = SampleIntyg.prefixed();
        return Stream.of(
                "<a/>",
                document.replace("r:intyg>", "r:annat>"),
                document.replace(SampleIntyg.ID, ""),
                document.replaceFirst("<c:intygs-id>.*?</c:intygs-id>", ""),
                document.replace(SampleIntyg.ID, "a'b"),
                document.replace(SampleIntyg.ID, "a b"),
                document.replace(SampleIntyg.ID, "a&lt;b"),
                document.replace("11111111-2222", SampleIntyg.ID),
                document.replace("</r:intyg>", "<c:underskrift/></r:intyg>"),
                document.replace("</r:intyg>", "</r:intyg><r:intyg/>"),
                document.replace("</c:fornamn>", "<c:status/></c:fornamn>"),
                document.replace("certificate:3\"", "other:3\""));
    }

    @ParameterizedTest
    @MethodSource
    void unfit(String document) {
        assertThat(document).isNotEqualTo(SampleIntyg.prefixed());
        assertThatThrownBy(() -> signer(EC).sign(utf8(document)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("1912")
                .hasMessageNotContaining("Tolvan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "ISO-8859-1"})
    void otherEncoding_isRefused(String encoding) throws Exception {
        byte[] document = SampleIntyg.prefixed().replace("UTF-8", encoding).getBytes(encoding);

        assertThatThrownBy(() -> signer(EC).sign(document))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("encoding");
    }

    @Test
    void signedElsewhere_isCompletedFromWhatWasKept() throws Exception {
        for (IssuedCertificate each : List.of(EC, RSA)) {
            PreparedDocument prepared =
                    PreparedDocument.of(
                            utf8(SampleIntyg.prefixed()),
                            each == EC
                                    ? SignatureAlgorithm.ECDSA_SHA256
                                    : SignatureAlgorithm.RSA_SHA256);
            byte[] value = value(each, prepared.signedInfo());

            byte[] signed =
                    PreparedDocument.restore(prepared.document(), prepared.signedInfo())
                            .complete(value, List.of(each.certificate()));

            assertThat(verify(signed).valid()).isTrue();
            assertThat(Oracle.accepts(signed, each.certificate())).isTrue();
        }
    }

    @Test
    void derValue_isTakenAndWrittenAsXmlHasIt() throws Exception {
        PreparedDocument prepared =
                PreparedDocument.of(utf8(SampleIntyg.prefixed()), SignatureAlgorithm.ECDSA_SHA256);
        byte[] value = value(EC, prepared.signedInfo());

        byte[] signed = prepared.complete(Der.of(value), List.of(EC.certificate()));

        assertThat(signed).isEqualTo(prepared.complete(value, List.of(EC.certificate())));
    }

    @Test
    void valueOrCertificateOrDocumentOfAnother_isNeverHandedOut() throws Exception {
        PreparedDocument prepared =
                PreparedDocument.of(utf8(SampleIntyg.prefixed()), SignatureAlgorithm.ECDSA_SHA256);
        byte[] value = value(EC, prepared.signedInfo());
        List<X509Certificate> chain = List.of(EC.certificate());
        X509Certificate other = PKI.personSigning("SE2321000016-ANNAN").certificate();
        byte[] otherDocument = utf8(SampleIntyg.prefixed().replace("Tolvan", "Elvan"));

        assertThatThrownBy(() -> prepared.complete(value(EC, new byte[1]), chain))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining("SIGNATURE_VALUE_MISMATCH");
        assertThatThrownBy(() -> prepared.complete(new byte[0], chain))
                .isInstanceOf(UntrustedException.class);
        assertThatThrownBy(() -> prepared.complete(value, List.of(other)))
                .isInstanceOf(UntrustedException.class);
        assertThatThrownBy(() -> prepared.complete(value, List.of(RSA.certificate())))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining("KEY_MISMATCH");
        assertThatThrownBy(() -> prepared.complete(value, List.of()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                PreparedDocument.restore(otherDocument, prepared.signedInfo())
                                        .complete(value, chain))
                .isInstanceOf(UntrustedException.class)
                .hasMessageContaining("DIGEST_MISMATCH");
        // the signer's certificate first, whatever the others are
        assertThatThrownBy(
                        () ->
                                prepared.complete(
                                        value, List.of(EC.chain().get(1), EC.certificate())))
                .isInstanceOf(UntrustedException.class);
    }

    private static byte[] value(IssuedCertificate signer, byte[] signedInfo) throws Exception {
        Signature signature =
                Signature.getInstance(
                        signer == EC ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
        signature.initSign(signer.key());
        signature.update(signedInfo);
        return signature.sign();
    }
}
