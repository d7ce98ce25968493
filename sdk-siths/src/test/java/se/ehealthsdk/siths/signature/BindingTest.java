package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.siths.signature.SampleIntyg.utf8;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.signature.SignatureReport.Severity;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** A true signature is shown for another element than the one it covers. */
class BindingTest {

    private static final IssuedCertificate SIGNER =
            TestPki.shared().personSigning(SampleIntyg.HSA_ID);
    private static final String SIGNED =
            new String(
                    Oracle.sign(utf8(SampleIntyg.prefixed()), SignatureProfile.D, SIGNER),
                    StandardCharsets.UTF_8);
    private static final String INTYG =
            SIGNED.substring(SIGNED.indexOf("<r:intyg>"), SIGNED.indexOf("</r:intyg>") + 10);
    private static final String SIGNATURE =
            SIGNED.substring(
                    SIGNED.indexOf("<ds:Signature "), SIGNED.indexOf("</ds:Signature>") + 15);
    private static final String UNDERSKRIFT =
            SIGNED.substring(
                    SIGNED.indexOf("<u:underskrift"), SIGNED.indexOf("</u:underskrift>") + 16);
    private static final String FORGED =
            INTYG.replace(UNDERSKRIFT, "").replace("Påhittad text 1", "Förfalskad text");

    static Stream<Arguments> attacks() {
        return Stream.of(
                attack(
                        "a forged intyg before",
                        "SEVERAL_CERTIFICATES",
                        text -> text.replace("<r:intyg>", FORGED + "<r:intyg>")),
                attack(
                        "a forged intyg after",
                        "SEVERAL_CERTIFICATES",
                        text -> text.replace("</r:intyg>", "</r:intyg>" + FORGED)),
                attack(
                        "a forged intyg in another namespace",
                        "SEVERAL_CERTIFICATES",
                        text ->
                                text.replace(
                                        "</r:intyg>",
                                        "</r:intyg>" + FORGED.replace("r:intyg", "c:intyg"))),
                attack(
                        "a forged intyg with another id",
                        "SEVERAL_CERTIFICATES",
                        text ->
                                text.replace(
                                        "</r:intyg>",
                                        "</r:intyg>" + FORGED.replace(SampleIntyg.ID, "1-2-3"))),
                attack(
                        "the signed intyg within a forged one",
                        "SEVERAL_CERTIFICATES",
                        text ->
                                text.replace(
                                        INTYG, FORGED.replace("</r:intyg>", INTYG + "</r:intyg>"))),
                attack(
                        "the signed intyg within the relation of a forged one",
                        "SEVERAL_CERTIFICATES",
                        text ->
                                text.replace(
                                        INTYG,
                                        FORGED.replace("<c:relation>", "<c:relation>" + INTYG))),
                attack(
                        "the signed intyg within the signature of a forged one",
                        "SEVERAL_CERTIFICATES",
                        text ->
                                text.replace(
                                        INTYG,
                                        FORGED.replace(
                                                "</r:intyg>",
                                                UNDERSKRIFT.replace(
                                                                "</ds:Signature>",
                                                                "<ds:Object>"
                                                                        + INTYG.replace(
                                                                                UNDERSKRIFT, "")
                                                                        + "</ds:Object></ds:Signature>")
                                                        + "</r:intyg>"))),
                attack(
                        "forged content under the true signature",
                        "DIGEST_MISMATCH",
                        text ->
                                text.replace(
                                        INTYG,
                                        FORGED.replace("</r:intyg>", UNDERSKRIFT + "</r:intyg>"))),
                attack(
                        "the signed content under another name",
                        "DUPLICATE_ID",
                        text ->
                                text.replace(
                                        INTYG,
                                        FORGED.replace("</r:intyg>", UNDERSKRIFT + "</r:intyg>")
                                                + INTYG.replace(UNDERSKRIFT, "")
                                                        .replace("r:intyg", "r:annat"))),
                attack(
                        "the signature of another intyg",
                        "OTHER_CERTIFICATE",
                        text -> text.replace(SampleIntyg.ID + "</t:", "1-2-3</t:")),
                attack(
                        "the signature of another intyg, whose id stands elsewhere",
                        "OTHER_CERTIFICATE",
                        text ->
                                text.replace(SampleIntyg.ID + "</t:", "1-2-3</t:")
                                        .replace("11111111-2222", SampleIntyg.ID)),
                attack(
                        "the id twice",
                        "NO_ID",
                        text ->
                                text.replace(
                                        "</c:intygs-id>",
                                        "<t:extension>"
                                                + SampleIntyg.ID
                                                + "</t:extension></c:intygs-id>")),
                attack(
                        "a second intygs-id",
                        "NO_ID",
                        text ->
                                text.replace(
                                        "<c:typ>",
                                        "<c:intygs-id><t:root>1</t:root><t:extension>2</t:extension></c:intygs-id><c:typ>")),
                attack(
                        "no intygs-id",
                        "NO_ID",
                        text -> text.replaceFirst("<c:intygs-id>.*?</c:intygs-id>", "")),
                attack(
                        "an empty id",
                        "NO_ID",
                        text -> text.replace(SampleIntyg.ID + "</t:", "</t:")),
                attack(
                        "the id outside the intyg",
                        "DUPLICATE_ID",
                        text ->
                                text.replace(
                                        "<r:intyg>",
                                        "<a><b><extension>"
                                                + SampleIntyg.ID
                                                + "</extension></b></a><r:intyg>")),
                attack(
                        "the id outside the intyg, split by a comment",
                        "DUPLICATE_ID",
                        text ->
                                text.replace(
                                        "<r:intyg>",
                                        "<a><b><extension>"
                                                + SampleIntyg.ID.replace("-", "<!-- -->-")
                                                + "</extension></b></a><r:intyg>")),
                attack(
                        "the id outside the intyg, split by an element that is left out",
                        "DUPLICATE_ID",
                        text -> elsewhere(text, "<c:status>x</c:status>-")),
                attack(
                        "the id outside the intyg, split by elements of which one is left out",
                        "DUPLICATE_ID",
                        text ->
                                elsewhere(text, "<c:status/>-")
                                        .replace("</extension>", "<c:x/>y</extension>")),
                attack(
                        "the id outside the intyg, split by blank text that is stripped",
                        "DUPLICATE_ID",
                        text -> elsewhere(text, "<?x?> <?x?>-")),
                attack("no intyg", "NO_CERTIFICATE", text -> text.replace("r:intyg>", "r:annat>")),
                attack("no signature", "NOT_SIGNED", text -> text.replace(UNDERSKRIFT, "")),
                attack(
                        "the signature twice",
                        "SEVERAL_SIGNATURES",
                        text -> text.replace(SIGNATURE, SIGNATURE + SIGNATURE)),
                attack(
                        "a second signature outside",
                        "SEVERAL_SIGNATURES",
                        text -> text.replace("</r:intyg>", "</r:intyg>" + SIGNATURE)),
                attack(
                        "the signature outside the intyg",
                        "SIGNATURE_MISPLACED",
                        text ->
                                text.replace(UNDERSKRIFT, "")
                                        .replace("</r:intyg>", "</r:intyg>" + UNDERSKRIFT)),
                attack(
                        "the signature in the intyg itself",
                        "SIGNATURE_MISPLACED",
                        text -> text.replace(UNDERSKRIFT, SIGNATURE)),
                attack(
                        "the signature deeper in underskrift",
                        "SIGNATURE_MISPLACED",
                        text -> text.replace(SIGNATURE, "<u:x>" + SIGNATURE + "</u:x>")),
                attack(
                        "the signature in a relation",
                        "SIGNATURE_MISPLACED",
                        text ->
                                text.replace(UNDERSKRIFT, "")
                                        .replace("</c:relation>", UNDERSKRIFT + "</c:relation>")),
                attack(
                        "an element around that is left out",
                        "CERTIFICATE_LEFT_OUT",
                        text ->
                                text.replace("<r:intyg>", "<c:status><r:intyg>")
                                        .replace("</r:intyg>", "</r:intyg></c:status>")),
                attack(
                        "white space kept",
                        "WHITE_SPACE_RULED",
                        text ->
                                text.replace(
                                        "<r:RegisterCertificate ",
                                        "<r:RegisterCertificate xml:space=\"preserve\" ")));
    }

    /** Once more the id, with something else for its first hyphen. */
    private static String elsewhere(String text, String hyphen) {
        return text.replace(
                "<r:intyg>",
                "<a><b><extension>"
                        + SampleIntyg.ID.replaceFirst("-", hyphen)
                        + "</extension></b></a><r:intyg>");
    }

    private static Arguments attack(String name, String code, UnaryOperator<String> change) {
        return Arguments.of(name, code, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void shownForAnotherElement_isRefusedWithItsOwnCode(
            String name, String code, UnaryOperator<String> change) {
        String attacked = change.apply(SIGNED);
        assertThat(attacked).as(name).isNotEqualTo(SIGNED);

        SignatureReport report =
                XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(utf8(attacked));

        assertThat(report.valid()).isFalse();
        assertThat(report.signedElement()).isEmpty();
        assertThat(report.findings())
                .filteredOn(each -> each.severity() == Severity.FAILED)
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo(code))
                .satisfies(
                        each ->
                                assertThat(each.message())
                                        .doesNotContain("191212121212", "Påhittad"));
    }

    @Test
    void shortId_isNotTakenForPartOfAnother() {
        String document = SampleIntyg.prefixed().replace(SampleIntyg.ID, "12");

        byte[] signed =
                XmlDocumentSigner.with(
                                Credential.keyStore(SIGNER.keyStore(new char[0]), new char[0]))
                        .sign(utf8(document));

        assertThat(XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(signed).valid()).isTrue();
    }

    @Test
    void hugeExpressions_areRefusedAtOnce() {
        String blanks = " ".repeat(1_000_000);
        for (String changed :
                new String[] {
                    SIGNED.replace("{local-name()}", "{local-name(" + blanks + "}"),
                    SIGNED.replace("//extension[", "//extension" + blanks + "x["),
                    SIGNED.replace("//*[local-name()='status']", blanks)
                }) {
            assertThat(changed).isNotEqualTo(SIGNED);
            assertThat(
                            XmlDocumentVerifier.integrityOnlyWithoutTrust()
                                    .verify(utf8(changed))
                                    .findings())
                    .extracting(SignatureReport.Finding::code)
                    .containsAnyOf("TRANSFORMS_REFUSED", "STYLESHEET_REFUSED");
        }
    }

    @Test
    void namespacesBeyondCountAroundTheIntyg_areRefused() {
        StringBuilder around = new StringBuilder();
        for (int i = 0; i < 540; i++) {
            around.append(i % 90 == 0 ? (i == 0 ? "<a" : "><a") : "");
            around.append(" xmlns:n").append(i).append("='u'");
        }
        String message = SIGNED.replaceFirst("^<\\?xml[^>]*\\?>", "");
        byte[] document = utf8(around + ">" + message + "</a>".repeat(6));

        assertThatThrownBy(() -> XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(document))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("namespaces");
    }

    @ParameterizedTest
    @EnumSource
    void signatureOfOneForm_atThePlaceOfAnother_isRefused(SignatureProfile profile) {
        String signed =
                new String(
                        Oracle.sign(utf8(SampleIntyg.prefixed()), profile, SIGNER),
                        StandardCharsets.UTF_8);
        String moved =
                profile.inUnderskrift()
                        ? signed.replaceAll("</?u:underskrift[^>]*>", "")
                        : signed.replace(
                                        "<ds:Signature ",
                                        "<u:underskrift xmlns:u=\"urn:riv:clinicalprocess:healthcond:certificate:3.2\"><ds:Signature ")
                                .replace("</ds:Signature>", "</ds:Signature></u:underskrift>");

        assertThat(XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(utf8(moved)).findings())
                .extracting(SignatureReport.Finding::code)
                .contains("SIGNATURE_MISPLACED");
    }
}
