package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.siths.signature.SampleIntyg.utf8;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.signature.SignatureReport.Severity;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.siths.validation.CheckResult;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;
import se.ehealthsdk.siths.validation.ValidationResult;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.KeyAlgorithm;
import se.ehealthsdk.testpki.TestPki;

class XmlDocumentVerifierTest {

    private static final TestPki PKI = TestPki.shared();
    private static final IssuedCertificate SIGNER = PKI.personSigning(SampleIntyg.HSA_ID);
    private static final String SIGNED = signed(SampleIntyg.prefixed());
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final List<Instant> judgedAt = new ArrayList<>();
    private final List<X509Certificate> judged = new ArrayList<>();

    private static String signed(String document) {
        return new String(
                Oracle.sign(utf8(document), SignatureProfile.D, SIGNER), StandardCharsets.UTF_8);
    }

    private static SignatureReport integrity(String document) {
        return XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(utf8(document));
    }

    private XmlDocumentVerifier verifier(Outcome revocation) {
        return XmlDocumentVerifier.trusting(
                        (chain, at) -> {
                            judgedAt.add(at);
                            judged.addAll(chain);
                            List<X509Certificate> path = new ArrayList<>(SIGNER.chain());
                            path.addAll(PKI.trustedRoots());
                            return new ValidationResult(
                                    at,
                                    path,
                                    List.of(
                                            new CheckResult(
                                                    Check.PATH, Outcome.PASSED, "a path", ""),
                                            new CheckResult(
                                                    Check.REVOCATION,
                                                    revocation,
                                                    "of revocation",
                                                    "")));
                        })
                .withClock(CLOCK);
    }

    private static List<String> codes(SignatureReport report) {
        return report.findings().stream().map(SignatureReport.Finding::code).toList();
    }

    private static List<String> failures(SignatureReport report) {
        return report.findings().stream()
                .filter(each -> each.severity() == Severity.FAILED)
                .map(SignatureReport.Finding::code)
                .toList();
    }

    @Test
    void validSignature_reportsEveryCheckTheSignerAndWhatIsNotCovered() {
        SignatureReport report = verifier(Outcome.PASSED).verify(utf8(SIGNED));

        assertThat(report.valid()).isTrue();
        assertThat(codes(report))
                .containsExactly(
                        "CERTIFICATE",
                        "SIGNATURE",
                        "PROFILE",
                        "SIGNER_CERTIFICATE",
                        "SIGNATURE_VALUE",
                        "DIGEST",
                        "SIGNER_TRUSTED",
                        "SIGNER_PATH",
                        "SIGNER_REVOCATION");
        assertThat(report.signer()).contains(SIGNER.certificate());
        assertThat(report.signerChain()).hasSizeGreaterThan(1);
        assertThat(report.profile()).contains("D");
        assertThat(report.notCovered())
                .containsExactly("skickatTidpunkt", "relation", "status", "underskrift");
        assertThat(judged).containsExactly(SIGNER.certificate());
        assertThat(judgedAt).containsExactly(NOW);
    }

    @Test
    void revokedSigner_isRefusedAndSaysWhy() {
        SignatureReport report = verifier(Outcome.FAILED).verify(utf8(SIGNED));

        assertThat(report.valid()).isFalse();
        assertThat(report.signedElement()).isEmpty();
        assertThat(failures(report)).containsExactly("SIGNER_UNTRUSTED", "SIGNER_REVOCATION");
    }

    @Test
    void warningsOfTheValidator_areHandedOn() {
        SignatureReport report = verifier(Outcome.WARNING).verify(utf8(SIGNED));

        assertThat(report.valid()).isTrue();
        assertThat(report.findings())
                .filteredOn(each -> each.severity() == Severity.WARNING)
                .extracting(SignatureReport.Finding::code)
                .containsExactly("SIGNER_REVOCATION");
    }

    @Test
    void brokenSignature_theSignerIsNotLookedInto() {
        SignatureReport report =
                verifier(Outcome.PASSED)
                        .verify(utf8(SIGNED.replace("191212121212", "201212121212")));

        assertThat(failures(report)).containsExactly("DIGEST_MISMATCH");
        assertThat(judged).isEmpty();
    }

    @Test
    void valueAndDigest_areBothLookedInto() {
        assertThat(failures(integrity(SIGNED.replaceAll("<ds:DigestValue>.", "<ds:DigestValue>"))))
                .isNotEmpty();
        assertThat(
                        failures(
                                integrity(
                                        SIGNED.replaceAll(
                                                "<ds:DigestValue>[^<]*", "<ds:DigestValue>AAAA"))))
                .containsExactly("SIGNATURE_VALUE_MISMATCH", "DIGEST_MISMATCH");
    }

    @Test
    void integrityOnly_saysThatTrustWasNotChecked() {
        SignatureReport report = integrity(SIGNED);

        assertThat(report.valid()).isTrue();
        assertThat(report.findings())
                .anySatisfy(
                        each -> {
                            assertThat(each.code()).isEqualTo("TRUST_NOT_CHECKED");
                            assertThat(each.severity()).isEqualTo(Severity.WARNING);
                        });
    }

    @Test
    void timeOfJudgement_isNowOrGivenOrStated() {
        Instant given = Instant.parse("2026-04-01T00:00:00Z");
        XmlDocumentVerifier verifier = verifier(Outcome.PASSED);

        verifier.verify(utf8(SIGNED), given);
        verifier.atStatedSigningTime().verify(utf8(SIGNED));
        verifier.atStatedSigningTime().verify(utf8(SIGNED), given);

        assertThat(judgedAt).containsExactly(given, Instant.parse("2026-03-02T09:11:12Z"), given);
    }

    @Test
    void statedTimeInSummer_isSwedish() {
        String summer =
                SampleIntyg.prefixed().replace("2026-03-02T10:11:12", "2026-04-02T10:11:12");

        verifier(Outcome.PASSED).atStatedSigningTime().verify(utf8(signed(summer)));

        assertThat(judgedAt).containsExactly(Instant.parse("2026-04-02T08:11:12Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c:signeringstidpunkt>2026-05-01T14:06:00</c:signeringstidpunkt>",
                "<c:signeringstidpunkt>yesterday</c:signeringstidpunkt>",
                "<c:signeringstidpunkt></c:signeringstidpunkt>",
                "<c:signeringstidpunkt>2026-03-02T10:11:12</c:signeringstidpunkt>"
                        + "<c:signeringstidpunkt>2026-03-02T10:11:12</c:signeringstidpunkt>",
                ""
            })
    void noStatedTime_orOneToCome_isRefused(String stated) {
        String document =
                SampleIntyg.prefixed()
                        .replaceAll("<c:signeringstidpunkt>.*</c:signeringstidpunkt>", stated);

        SignatureReport report =
                verifier(Outcome.PASSED).atStatedSigningTime().verify(utf8(signed(document)));

        assertThat(failures(report)).containsExactly("SIGNING_TIME_UNKNOWN");
        assertThat(judged).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void signedElement_isCutOutAndVerifiesAlone(SignatureProfile profile) {
        byte[] signed = Oracle.sign(utf8(SampleIntyg.unprefixed()), profile, SIGNER);
        XmlDocumentVerifier verifier = XmlDocumentVerifier.integrityOnlyWithoutTrust();

        Element element = verifier.verify(signed).signedElement().orElseThrow();

        assertThat(element.getLocalName()).isEqualTo("intyg");
        assertThat(element.getOwnerDocument().getDocumentElement()).isSameAs(element);
        SignatureReport again = verifier.verify(SecureDom.serialize(element));
        assertThat(again.valid()).as(again.toString()).isTrue();
        assertThat(again.profile()).contains(profile.name());
    }

    @Test
    void signedElement_hasNothingThatTheSignatureCannotSee() {
        String document =
                SIGNED.replace("Påhittad text 1", "Påhittad<!-- inte --> text 1<?x?>")
                        .replace("KOD_1<", "<![CDATA[KOD]]>_1<");

        Element element = integrity(document).signedElement().orElseThrow();

        Element answer = (Element) element.getElementsByTagNameNS("*", "delsvar").item(1);
        assertThat(answer.getChildNodes().getLength()).isEqualTo(2);
        String text = new String(SecureDom.serialize(element), StandardCharsets.UTF_8);
        assertThat(text.substring(0, text.indexOf("<u:underskrift")))
                .contains("Påhittad text 1", ">KOD_1<")
                .doesNotContain("<!--", "<?", "CDATA");
    }

    @Test
    void bareIntyg_isVerified() {
        SignatureReport report = integrity(signed(SampleIntyg.bare()));

        assertThat(report.valid()).as(report.toString()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = KeyAlgorithm.class, names = "RSA_4096", mode = EnumSource.Mode.EXCLUDE)
    void eachKindOfKey_isVerified_andAValueOfAnotherLengthIsNot(KeyAlgorithm algorithm) {
        IssuedCertificate signer =
                PKI.functionBuilder(SampleIntyg.HSA_ID).keyAlgorithm(algorithm).issue();
        String signed =
                new String(
                        Oracle.sign(utf8(SampleIntyg.prefixed()), SignatureProfile.D, signer),
                        StandardCharsets.UTF_8);

        assertThat(integrity(signed).valid()).isTrue();
        assertThat(
                        failures(
                                integrity(
                                        signed.replaceAll(
                                                "(?s)<ds:SignatureValue>.*</ds:SignatureValue>",
                                                "<ds:SignatureValue>AAAA</ds:SignatureValue>"))))
                .containsExactly("SIGNATURE_VALUE_MALFORMED");
        assertThat(
                        failures(
                                integrity(
                                        signed.contains("#rsa-")
                                                ? signed.replace("#rsa-", "#ecdsa-")
                                                : signed.replace("#ecdsa-", "#rsa-"))))
                .containsExactly("KEY_MISMATCH");
    }

    @Test
    void valueOfZeros_isNoSignature() {
        String zeros = Base64.getEncoder().encodeToString(new byte[64]);

        assertThat(
                        failures(
                                integrity(
                                        SIGNED.replaceAll(
                                                "(?s)<ds:SignatureValue>.*</ds:SignatureValue>",
                                                "<ds:SignatureValue>"
                                                        + zeros
                                                        + "</ds:SignatureValue>"))))
                .containsExactly("SIGNATURE_VALUE_MISMATCH");
    }

    @Test
    void derValue_isRefused_asXmlHasAnotherForm() {
        String value =
                SIGNED.replaceAll("(?s).*<ds:SignatureValue>(.*)</ds:SignatureValue>.*", "$1");
        byte[] bytes = Base64.getMimeDecoder().decode(value.replace("&#13;", ""));
        byte[] der = Der.of(bytes);

        assertThat(
                        failures(
                                integrity(
                                        SIGNED.replace(
                                                value, Base64.getEncoder().encodeToString(der)))))
                .containsExactly("SIGNATURE_VALUE_MALFORMED");
    }

    @Test
    void certificatesInAnyOrder_theSignerIsFound() {
        String all =
                x509(PKI.trustedRoots().get(0))
                        + x509(SIGNER.chain().get(1))
                        + x509(SIGNER.certificate());

        SignatureReport report = integrity(withCertificates(all));

        assertThat(report.valid()).isTrue();
        assertThat(report.signerChain())
                .containsExactly(
                        SIGNER.certificate(), SIGNER.chain().get(1), PKI.trustedRoots().get(0));
    }

    @Test
    void twoSigners_orAStranger_areRefused() {
        String own = x509(SIGNER.certificate());
        String other = x509(PKI.personSigning("SE2321000016-ANNAN").certificate());

        assertThat(failures(integrity(withCertificates(own + other))))
                .containsExactly("SIGNER_CERTIFICATE_AMBIGUOUS");
        assertThat(
                        failures(
                                integrity(
                                        withCertificates(
                                                own
                                                        + x509(
                                                                TestPki.create()
                                                                        .root()
                                                                        .certificate())))))
                .containsExactly("SIGNER_CERTIFICATE_AMBIGUOUS");
        assertThat(failures(integrity(withCertificates(own.repeat(11)))))
                .containsExactly("SIGNER_CERTIFICATE_AMBIGUOUS");
        assertThat(failures(integrity(withCertificates(other))))
                .containsExactly("SIGNATURE_VALUE_MISMATCH");
    }

    @Test
    void noCertificate_orAnUnreadableOne_isRefused() {
        assertThat(failures(integrity(SIGNED.replaceAll("(?s)<ds:KeyInfo>.*</ds:KeyInfo>", ""))))
                .containsExactly("SIGNER_CERTIFICATE_MISSING");
        assertThat(
                        failures(
                                integrity(
                                        withCertificates(
                                                "<ds:X509SubjectName>CN=x</ds:X509SubjectName>"))))
                .containsExactly("SIGNER_CERTIFICATE_MISSING");
        assertThat(
                        failures(
                                integrity(
                                        withCertificates(
                                                "<ds:X509Certificate>AAAA</ds:X509Certificate>"))))
                .containsExactly("SIGNER_CERTIFICATE_MALFORMED");
    }

    @Test
    void noXml_isAnInputError_andTooMuchToo() {
        XmlDocumentVerifier verifier = XmlDocumentVerifier.integrityOnlyWithoutTrust();

        assertThatThrownBy(() -> verifier.verify(utf8("191212121212")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("1912");
        assertThatThrownBy(() -> verifier.verify(new byte[XmlDocumentVerifier.MAX_BYTES + 1]))
                .isInstanceOf(InvalidInputException.class);
        assertThat(failures(verifier.verify(utf8("<a/>")))).containsExactly("NO_CERTIFICATE");
    }

    @Test
    void reportAsText_hasNoContent() {
        assertThat(integrity(SIGNED).toString()).doesNotContain("1912", "Tolvan", "Påhittad");
    }

    private static String withCertificates(String x509Data) {
        return SIGNED.replaceAll(
                "(?s)<ds:X509Data>.*</ds:X509Data>", "<ds:X509Data>" + x509Data + "</ds:X509Data>");
    }

    private static String x509(X509Certificate certificate) {
        try {
            return "<ds:X509Certificate>"
                    + Base64.getEncoder().encodeToString(certificate.getEncoded())
                    + "</ds:X509Certificate>";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
