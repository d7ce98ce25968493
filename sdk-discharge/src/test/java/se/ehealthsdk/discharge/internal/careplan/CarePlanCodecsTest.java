package se.ehealthsdk.discharge.internal.careplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.CarePlanType;
import se.ehealthsdk.discharge.careplan.DocumentBytes;
import se.ehealthsdk.discharge.careplan.GetCarePlansAnswer;
import se.ehealthsdk.discharge.careplan.MediaType;
import se.ehealthsdk.discharge.careplan.ParticipatingUnit;

/** What producers may send that is not by the schema, and documents of any size. */
class CarePlanCodecsTest {

    private static final String NS =
            "urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2";
    private static final String HEADER =
            "<c:carePlanHeader><c:documentId>D-1</c:documentId>"
                    + "<c:sourceSystemHSAId>SE-1</c:sourceSystemHSAId>%s"
                    + "<c:patientId><c:id>191212121212</c:id><c:type>1.2.752.129.2.1.3.1</c:type></c:patientId>"
                    + "<c:accountableHealthcareProfessional><c:authorTime>%s</c:authorTime>"
                    + "</c:accountableHealthcareProfessional>%s</c:carePlanHeader>";

    private static String header() {
        return HEADER.formatted(
                "", "20261102083000", "<c:approvedForPatient>true</c:approvedForPatient>");
    }

    private static GetCarePlansAnswer read(String header, String body) throws Exception {
        return readMessage(
                "<carePlan>"
                        + header
                        + "<c:carePlanBody>"
                        + body
                        + "</c:carePlanBody></carePlan>"
                        + "<result><c:resultCode>OK</c:resultCode><c:logId>1</c:logId></result>");
    }

    private static GetCarePlansAnswer readMessage(String content) throws Exception {
        return readWhole(
                ("<GetCarePlansResponse xmlns=\""
                                + NS
                                + "\" xmlns:c=\""
                                + CarePlanCodecs.CORE
                                + "\">"
                                + content
                                + "</GetCarePlansResponse>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static GetCarePlansAnswer readWhole(byte[] xml)
            throws IOException, XMLStreamException {
        XMLStreamReader in =
                new SecureXml(XmlLimits.DEFAULT).reader(new ByteArrayInputStream(xml), "UTF-8");
        in.nextTag();
        return CarePlanCodecs.ANSWER.read(
                new ElementReader(in, "urn:riv:clinicalprocess:logistics:logistics:"));
    }

    @Test
    void namesOfTheDescription_areReadAsThoseOfTheSchema() throws Exception {
        String unit = "<c:%1$s><c:root>1.2.752.129.2.1.4.1</c:root><c:extension>SE-2</c:extension></c:%1$s>";
        CarePlan plan =
                read(
                                header(),
                                unit.formatted("participatingCareUnitId")
                                        + unit.formatted("participatingCareUnitHSAId")
                                        + "<c:typeOfCarePlan>SPU</c:typeOfCarePlan>")
                        .plans()
                        .get(0);

        assertThat(plan.type()).contains(CarePlanType.SPU);
        assertThat(plan.participatingUnits())
                .hasSize(2)
                .allSatisfy(
                        each ->
                                assertThat(each)
                                        .isEqualTo(
                                                ParticipatingUnit.of(
                                                        se.ehealthsdk.core.identifier.HsaId.of(
                                                                "SE-2"))));
        assertThat(plan.documentTitle()).isEmpty();
    }

    @Test
    void typeUnknownEmptyOrMissing_isTolerated() throws Exception {
        assertThat(read(header(), "").plans().get(0).type()).isEmpty();
        assertThat(read(header(), "<c:typeOfCarePlanEnum/>").plans().get(0).type()).isEmpty();
        assertThat(
                        read(header(), "<c:typeOfCarePlanEnum>NYTT</c:typeOfCarePlanEnum>")
                                .plans()
                                .get(0)
                                .type())
                .contains(new CarePlanType("NYTT"));
    }

    @Test
    void severalContentsAndWhatIsForeign_areReadOrPassedOver() throws Exception {
        CarePlan plan =
                read(
                                header(),
                                "<c:content><c:id>9</c:id><c:mediaType>text/plain</c:mediaType><c:value>SGVq</c:value>"
                                        + "<x:value xmlns:x=\"urn:other\">AAAA</x:value></c:content>"
                                        + "<c:content><c:mediaType>application/pdf</c:mediaType>"
                                        + "<c:reference>https://example.org/1</c:reference></c:content>"
                                        + "<c:unheardOf><c:value>==</c:value></c:unheardOf>")
                        .plans()
                        .get(0);

        assertThat(plan.contents()).hasSize(2);
        assertThat(plan.contents().get(0).value().orElseThrow().bytes())
                .isEqualTo("Hej".getBytes(StandardCharsets.UTF_8));
        assertThat(plan.contents().get(1).mediaType()).isEqualTo(MediaType.PDF);
        assertThat(plan.contents().get(1).reference()).contains("https://example.org/1");
        assertThat(plan.contents().get(1).value()).isEmpty();
    }

    @Test
    void approval_thatIsMissing_isNone() throws Exception {
        String without = HEADER.formatted("", "20261102083000", "");

        assertThat(read(without, "").plans().get(0).isForPatient()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260231083000", "2026-11-02T08:30:00", "20261102", "", "191212121212"})
    void time_thatIsNone_isRefusedWithoutItsText(String time) {
        assertThatThrownBy(() -> read(HEADER.formatted("", time, ""), ""))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("authorTime")
                .hasMessageNotContaining("1212");
    }

    @Test
    void result_thatIsMissing_isRefused() {
        assertThatThrownBy(() -> readMessage(""))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("result");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A", "AB", "ABC", "A===", "AB=", "=", "====", "AAAA=", "AB==AB==", "AAåA", "A-_A",
                "AAAA<c:x/>"
            })
    void value_thatIsNotBase64_isRefused(String value) {
        assertThatThrownBy(
                        () ->
                                read(
                                        header(),
                                        "<c:content><c:mediaType>text/plain</c:mediaType><c:value>"
                                                + value
                                                + "</c:value></c:content>"))
                .isInstanceOf(XMLStreamException.class);
    }

    @Test
    void documents_ofAnySizeAndLayout_areReadAndWrittenAsTheyAre() throws Exception {
        Random random = new Random(7);
        List<Integer> sizes = new ArrayList<>(List.of(0, 1, 2, 3, 4, 1023, 1024, 1025, 12_287, 12_288, 12_289));
        for (int i = 0; i < 30; i++) {
            sizes.add(random.nextInt(300_000));
        }
        for (int size : sizes) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            boolean lines = random.nextBoolean();
            Base64.Encoder encoder = lines ? Base64.getMimeEncoder() : Base64.getEncoder();
            String text = encoder.encodeToString(bytes).replace("\r", random.nextBoolean() ? "&#13;" : "");
            DocumentBytes read =
                    read(
                                    header(),
                                    "<c:content><c:mediaType>text/plain</c:mediaType><c:value>\n "
                                            + text
                                            + " </c:value></c:content>")
                            .plans()
                            .get(0)
                            .contents()
                            .get(0)
                            .value()
                            .orElseThrow();

            assertThat(read.bytes()).as("%d bytes", size).isEqualTo(bytes);
            assertThat(read.size()).isEqualTo(size);
            assertThat(read).isEqualTo(DocumentBytes.of(bytes));
            assertThat(written(read)).isEqualTo(Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static String written(DocumentBytes document) throws XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter out = SecureXml.writer(bytes);
        out.writeStartElement("v");
        Base64Text.write(document, out);
        out.writeEndElement();
        out.close();
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("</?v/?>", "");
    }
}
