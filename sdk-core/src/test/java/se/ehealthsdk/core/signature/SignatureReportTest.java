package se.ehealthsdk.core.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.ehealthsdk.core.signature.SignatureReport.Finding;
import se.ehealthsdk.core.signature.SignatureReport.Severity;

class SignatureReportTest {

    private static final List<Finding> FINDINGS =
            List.of(new Finding("DIGEST_MISMATCH", Severity.FAILED, "The document was changed"));

    @Test
    void report_thatIsNotValid_withAnElement_isRefused() throws ParserConfigurationException {
        Element element =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .newDocument()
                        .createElement("intyg");

        assertThatThrownBy(() -> report(false, Optional.of(element)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void report_thatIsValid_withoutAnElement_isRefused() {
        assertThatThrownBy(() -> report(true, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void toString_namesTheChecks_andHasNoTextOfTheirs() {
        assertThat(report(false, Optional.empty()).toString())
                .contains("FAILED DIGEST_MISMATCH")
                .doesNotContain("The document");
    }

    private static SignatureReport report(boolean valid, Optional<Element> element) {
        return new SignatureReport(
                valid, element, List.of(), Optional.empty(), List.of(), FINDINGS);
    }
}
