package se.ehealthsdk.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import se.ehealthsdk.testkit.report.Report.Language;

class ReportTest {

    private static final String NASTY =
            "<script>alert(\"1\")</script> & ' ]]> \u0000\u0001\u001b\uFFFE\uD800 \n\t å 😀";

    private static Report report(String name, String failure, String details) {
        return new Report(
                name,
                Instant.parse("2026-11-22T10:00:00.123Z"),
                Duration.ofMillis(1_234),
                List.of(
                        new Report.Item(
                                "good " + name, Duration.ofMillis(2), Optional.empty(), details),
                        new Report.Item("bad", Duration.ZERO, Optional.of(failure), details)));
    }

    @Test
    void junitXml_keepsToTheSchemaOfItsReaders() throws Exception {
        validate(report("plain", "3 came: 1 too many", "").toJunitXml());
        validate(new Report("empty", Instant.EPOCH, Duration.ZERO, List.of()).toJunitXml());
    }

    @Test
    void junitXml_ofAnyText_isValid_andReadsBackWhatXmlCanHold() throws Exception {
        String xml = report(NASTY, NASTY, NASTY).toJunitXml();

        validate(xml);
        Element suite = (Element) parse(xml).getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name"))
                .isEqualTo(
                        "<script>alert(\"1\")</script> & ' ]]> \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD \n\t å 😀");
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("1.234");
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-22T10:00:00");
    }

    @Test
    void junitXml_ofRandomCharacters_isAlwaysValid() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 30; j++) {
                text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
            }
            validate(report(text.toString(), text.toString(), text.toString()).toJunitXml());
        }
    }

    @Test
    void html_escapesAll_andHasNoScript() {
        for (Language language : Language.values()) {
            String page = report(NASTY, NASTY, NASTY).toHtml(language);

            assertThat(page)
                    .doesNotContain("<script")
                    .doesNotContain("\u0000")
                    .contains("&lt;script&gt;");
            assertThat(page).doesNotContain("http://").doesNotContain("https://");
        }
    }

    @Test
    void html_isInTheLanguageAskedFor_andTellsTheOutcome() {
        Report report = report("plain", "3 came: 1 too many", "");

        assertThat(report.toHtml(Language.SWEDISH))
                .contains(
                        "<html lang=\"sv\">", "Underkänt: 1 av 2 som väntat", "3 came: 1 too many");
        assertThat(report.toHtml(Language.ENGLISH))
                .contains("<html lang=\"en\">", "Failed: 1 of 2 as expected");
    }

    private static void validate(String xml) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(
                        new StreamSource(ReportTest.class.getResource("/junit-xml.xsd").toString()))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }
}
