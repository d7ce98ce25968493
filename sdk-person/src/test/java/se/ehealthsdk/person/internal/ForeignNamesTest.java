package se.ehealthsdk.person.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;
import se.ehealthsdk.person.PartialDate;
import se.ehealthsdk.person.Protection;
import se.ehealthsdk.person.contract.RequestedPerson;

/** Answers in namespaces of others: what is passed over must not say the opposite. */
class ForeignNamesTest {

    private static final String DOMAIN = "urn:riv:strategicresourcemanagement:persons:person:";
    private static final String ID =
            "<c:root>1.2.752.129.2.1.3.1</c:root><c:extension>191212121212</c:extension>";
    private static final String RECORD =
            "<c:personalIdentity>"
                    + ID
                    + "</c:personalIdentity><c:protectedPersonIndicator>false</c:protectedPersonIndicator>"
                    + "<c:testIndicator>0</c:testIndicator><c:primaryIdentity>1</c:primaryIdentity>";

    private static List<RequestedPerson> read(String record) throws Exception {
        String answer =
                "<g:R xmlns:g=\""
                        + DOMAIN
                        + "GetPersonsForProfileResponder:5\" xmlns:c=\""
                        + DOMAIN
                        + "5\"><g:requestedPersonRecord><c:requestedPersonalIdentity>"
                        + ID
                        + "</c:requestedPersonalIdentity>"
                        + record
                        + "</g:requestedPersonRecord></g:R>";
        XMLStreamReader in =
                new SecureXml(XmlLimits.DEFAULT)
                        .reader(
                                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                                "UTF-8");
        in.nextTag();
        return new RequestedPersonsCodec().read(new ElementReader(in, DOMAIN));
    }

    @Test
    void recordInAForeignNamespace_isAFailureAndNotUnknown() throws Exception {
        assertThat(read("").get(0).person()).isEmpty();
        assertThatThrownBy(() -> read("<personRecord>" + RECORD + "</personRecord>"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("personRecord")
                .hasMessageNotContaining("1212");
    }

    @Test
    void protectionInAForeignNamespace_isAFailureAndNotNone() throws Exception {
        String mark = "protectedPopulationRecord>true</";
        assertThat(
                        read("<c:personRecord>"
                                        + RECORD
                                        + "<c:"
                                        + mark
                                        + "c:protectedPopulationRecord></c:personRecord>")
                                .get(0)
                                .person()
                                .orElseThrow()
                                .protection())
                .isEqualTo(Protection.PROTECTED_REGISTRATION);
        assertThatThrownBy(
                        () ->
                                read(
                                        "<c:personRecord>"
                                                + RECORD
                                                + "<"
                                                + mark
                                                + "protectedPopulationRecord></c:personRecord>"))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void datesOfAllPrecisionsAndGarbage_areReadOrTypedErrors() throws Exception {
        assertThat(death("YYYY", "2026").year()).isPresent();
        assertThat(death("YYYY-MM", "2026-03").month()).isPresent();
        assertThat(death("YYYY-MM-DD", "2026-03-01").day()).isPresent();
        assertThat(death("YYYY-MM-DD", "2026-02-31").day()).isEmpty();
        assertThat(death("YYYY", "191212121212").day()).isEmpty();
        assertThat(death("YYYY-MM", "--------").month()).isEmpty();
        assertThatThrownBy(() -> death("191212121212", "2026-03-01"))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageNotContaining("1212");
    }

    private static PartialDate death(String format, String value) throws Exception {
        return read("<c:personRecord>"
                        + RECORD
                        + "<c:deregistration><c:deregistrationReasonCode>AV</c:deregistrationReasonCode>"
                        + "<c:deregistrationDate><c:format>"
                        + format
                        + "</c:format><c:value>"
                        + value
                        + "</c:value></c:deregistrationDate></c:deregistration></c:personRecord>")
                .get(0)
                .person()
                .orElseThrow()
                .deceasedOn()
                .orElseThrow();
    }
}
