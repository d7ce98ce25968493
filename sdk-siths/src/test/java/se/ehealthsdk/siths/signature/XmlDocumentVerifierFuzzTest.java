package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.siths.internal.xml.SecureDom;

/** Whatever the bytes are: a report, or the documented refusal; and what is handed out verifies again. */
class XmlDocumentVerifierFuzzTest {

    private static final XmlDocumentVerifier VERIFIER =
            XmlDocumentVerifier.integrityOnlyWithoutTrust();

    @FuzzTest
    void verify(byte[] document) {
        SignatureReport report;
        try {
            report = VERIFIER.verify(document);
        } catch (InvalidInputException documented) {
            return;
        }
        assertThat(report.findings()).isNotEmpty();
        report.signedElement()
                .ifPresent(
                        element ->
                                assertThat(VERIFIER.verify(SecureDom.serialize(element)).valid())
                                        .isTrue());
    }
}
