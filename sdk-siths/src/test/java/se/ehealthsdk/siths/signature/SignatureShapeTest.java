package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.siths.signature.SampleIntyg.utf8;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.signature.SignatureReport.Severity;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** What a signature may be made of: anything else is refused before any digest is computed. */
class SignatureShapeTest {

    private static final IssuedCertificate SIGNER =
            TestPki.shared().personSigning(SampleIntyg.HSA_ID);
    private static final String SIGNED =
            new String(
                    Oracle.sign(utf8(SampleIntyg.prefixed()), SignatureProfile.C, SIGNER),
                    StandardCharsets.UTF_8);
    private static final String C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String TRANSFORM = "<ds:Transform Algorithm=\"";
    private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private static final String REFERENCE =
            SIGNED.substring(
                    SIGNED.indexOf("<ds:Reference "), SIGNED.indexOf("</ds:Reference>") + 15);
    private static final String SUBTRACT =
            SIGNED.substring(
                    SIGNED.lastIndexOf(TRANSFORM, SIGNED.indexOf("Filter=\"subtract\"")),
                    SIGNED.lastIndexOf(TRANSFORM));

    static Stream<Arguments> shapes() {
        return Stream.of(
                replace(
                        "inclusive canonicalization",
                        "CANONICALIZATION_REFUSED",
                        "<ds:CanonicalizationMethod Algorithm=\"" + C14N + "\"",
                        "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\""),
                replace(
                        "canonicalization with comments",
                        "CANONICALIZATION_REFUSED",
                        "<ds:CanonicalizationMethod Algorithm=\"" + C14N,
                        "<ds:CanonicalizationMethod Algorithm=\"" + C14N + "WithComments"),
                replace(
                        "inclusive namespaces",
                        "SIGNATURE_MALFORMED",
                        "<ds:CanonicalizationMethod Algorithm=\"" + C14N + "\"/>",
                        "<ds:CanonicalizationMethod Algorithm=\""
                                + C14N
                                + "\"><i:InclusiveNamespaces xmlns:i=\""
                                + C14N
                                + "\" PrefixList=\"c\"/></ds:CanonicalizationMethod>"),
                replace(
                        "rsa-sha1", "SIGNATURE_ALGORITHM_REFUSED",
                        "2001/04/xmldsig-more#ecdsa-sha256", "2000/09/xmldsig#rsa-sha1"),
                replace("ecdsa-sha1", "SIGNATURE_ALGORITHM_REFUSED", "ecdsa-sha256", "ecdsa-sha1"),
                replace("hmac", "SIGNATURE_ALGORITHM_REFUSED", "ecdsa-sha256", "hmac-sha256"),
                replace(
                        "ecdsa-sha512",
                        "SIGNATURE_ALGORITHM_REFUSED",
                        "ecdsa-sha256",
                        "ecdsa-sha512"),
                replace(
                        "hmac output length",
                        "SIGNATURE_MALFORMED",
                        "#ecdsa-sha256\"/>",
                        "#ecdsa-sha256\"><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>"),
                replace(
                        "sha-1 digest", "DIGEST_ALGORITHM_REFUSED",
                        "2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1"),
                replace("no reference", "REFERENCE_REFUSED", REFERENCE, ""),
                replace("two references", "REFERENCE_REFUSED", REFERENCE, REFERENCE + REFERENCE),
                replace("reference without URI", "REFERENCE_REFUSED", " URI=\"\"", ""),
                replace("reference to an id", "REFERENCE_REFUSED", "URI=\"\"", "URI=\"#x\""),
                replace(
                        "reference to a file",
                        "REFERENCE_REFUSED",
                        "URI=\"\"",
                        "URI=\"file:///etc/hostname\""),
                replace(
                        "reference with a type",
                        "REFERENCE_REFUSED",
                        "URI=\"\"",
                        "URI=\"\" Type=\"urn:x\""),
                replace(
                        "no transforms",
                        "REFERENCE_REFUSED",
                        REFERENCE.substring(
                                REFERENCE.indexOf("<ds:Transforms>"),
                                REFERENCE.indexOf("<ds:DigestMethod")),
                        ""),
                replace("not enveloped", "TRANSFORMS_REFUSED", TRANSFORM + ENVELOPED + "\"/>", ""),
                replace(
                        "enveloped twice",
                        "TRANSFORMS_REFUSED",
                        TRANSFORM + ENVELOPED + "\"/>",
                        TRANSFORM + ENVELOPED + "\"/>" + TRANSFORM + ENVELOPED + "\"/>"),
                replace(
                        "no final canonicalization",
                        "TRANSFORMS_REFUSED",
                        TRANSFORM + C14N + "\"/>",
                        ""),
                replace(
                        "another final canonicalization",
                        "TRANSFORMS_REFUSED",
                        TRANSFORM + C14N + "\"/>",
                        TRANSFORM + "http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/>"),
                replace(
                        "base64 at the end",
                        "TRANSFORMS_REFUSED",
                        "</ds:Transforms>",
                        TRANSFORM + "http://www.w3.org/2000/09/xmldsig#base64\"/></ds:Transforms>"),
                replace(
                        "inclusive namespaces in the transform",
                        "TRANSFORMS_REFUSED",
                        TRANSFORM + C14N + "\"/>",
                        TRANSFORM
                                + C14N
                                + "\"><i:InclusiveNamespaces xmlns:i=\""
                                + C14N
                                + "\" PrefixList=\"#default\"/></ds:Transform>"),
                replace("no subtraction", "TRANSFORMS_REFUSED", SUBTRACT, ""),
                replace("subtraction twice", "TRANSFORMS_REFUSED", SUBTRACT, SUBTRACT + SUBTRACT),
                replace(
                        "subtraction of more", "TRANSFORMS_REFUSED",
                        "='underskrift']", "='underskrift'] | //*[local-name()='svar']"),
                replace(
                        "subtraction of less",
                        "TRANSFORMS_REFUSED",
                        " | //*[local-name()='underskrift']",
                        ""),
                replace(
                        "subtraction by another expression", "TRANSFORMS_REFUSED",
                        "//*[local-name()='underskrift']", "//underskrift"),
                replace("union", "TRANSFORMS_REFUSED", "Filter=\"subtract\"", "Filter=\"union\""),
                replace("selection by position", "TRANSFORMS_REFUSED", "]/../..", "]/../..[1]"),
                replace("selection of the parent", "TRANSFORMS_REFUSED", "]/../..", "]/.."),
                replace("selection by another id", "OTHER_CERTIFICATE", "() = '5f", "() = '6f"),
                replace(
                        "selection by an id with space",
                        "OTHER_CERTIFICATE",
                        SampleIntyg.ID + "' ]",
                        SampleIntyg.ID + " ' ]"),
                replace(
                        "stylesheet of other names",
                        "TRANSFORMS_REFUSED",
                        "|underskrift|status|",
                        "|svar|status|"),
                replace(
                        "stylesheet by the other rule",
                        "TRANSFORMS_REFUSED",
                        "local-name(.), '|'",
                        "name(.), '|'"),
                replace(
                        "stylesheet with a script", "STYLESHEET_REFUSED",
                        "<x:copy/>",
                                "<x:copy/><x:value-of select=\"document('file:///etc/hostname')\"/>"),
                replace(
                        "attribute of the signature",
                        "SIGNATURE_MALFORMED",
                        "<ds:SignatureValue>",
                        "<ds:SignatureValue x=\"1\">"),
                replace(
                        "object",
                        "SIGNATURE_MALFORMED",
                        "</ds:Signature>",
                        "<ds:Object/></ds:Signature>"),
                replace("text between", "SIGNATURE_MALFORMED", "<ds:KeyInfo>", "x<ds:KeyInfo>"),
                replace(
                        "instruction in SignedInfo",
                        "SIGNATURE_MALFORMED",
                        "<ds:SignatureMethod",
                        "<?x?><ds:SignatureMethod"),
                replace(
                        "digest no base64",
                        "SIGNATURE_MALFORMED",
                        "<ds:DigestValue>",
                        "<ds:DigestValue>*"),
                replace(
                        "elements in the digest",
                        "SIGNATURE_MALFORMED",
                        "<ds:DigestValue>",
                        "<ds:DigestValue><x/>"));
    }

    private static Arguments replace(String name, String code, String what, String by) {
        return Arguments.of(name, code, (UnaryOperator<String>) text -> text.replace(what, by));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void otherShape_isRefusedWithItsOwnCode(
            String name, String code, UnaryOperator<String> change) {
        String changed = change.apply(SIGNED);
        assertThat(changed).as(name).isNotEqualTo(SIGNED);

        SignatureReport report =
                XmlDocumentVerifier.integrityOnlyWithoutTrust().verify(utf8(changed));

        assertThat(report.findings())
                .filteredOn(each -> each.severity() == Severity.FAILED)
                .extracting(SignatureReport.Finding::code)
                .containsExactly(code);
        assertThat(report.findings())
                .extracting(SignatureReport.Finding::code)
                .doesNotContain("DIGEST", "DIGEST_MISMATCH");
    }
}
