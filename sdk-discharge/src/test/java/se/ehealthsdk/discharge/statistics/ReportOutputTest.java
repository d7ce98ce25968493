package se.ehealthsdk.discharge.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.ehealthsdk.discharge.policy.Policy;

class ReportOutputTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static DischargeReport report(Policy policy, Profile profile) {
        return SampleCases.of(800, 11).stream()
                .collect(
                        DischargeStatistics.collector(
                                StatisticsOptions.of(
                                                policy,
                                                profile,
                                                YearMonth.of(2023, 1),
                                                YearMonth.of(2023, 12),
                                                LocalDate.of(2023, 12, 31))
                                        .county("14")
                                        .municipalityData(SampleCases.NAMES, java.util.Map.of())));
    }

    private static String page(DischargeReport report, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPage.write(report, language, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void page_ofManyMonths_showsTheLatestWithoutValuesUponOneAnother() throws Exception {
        String chart = "<svg viewBox=\"0 0 420";
        DischargeReport year = report(Policy.vastraGotaland2020(), Profile.INPATIENT);
        DischargeReport years =
                SampleCases.of(800, 11).stream()
                        .collect(
                                DischargeStatistics.collector(
                                        StatisticsOptions.of(
                                                Policy.vastraGotaland2020(),
                                                Profile.INPATIENT,
                                                YearMonth.of(2021, 1),
                                                YearMonth.of(2023, 12),
                                                LocalDate.of(2023, 12, 31))));

        assertThat(firstAfter(page(year, SWEDISH), chart)).containsPattern(">\\d,\\d\\d</text>");
        assertThat(firstAfter(page(years, SWEDISH), chart))
                .doesNotContainPattern(">\\d,\\d\\d</text>")
                .contains("<rect");
        assertThat(page(years, SWEDISH)).contains("visar de senaste 24 månaderna");
        assertThat(page(year, SWEDISH)).doesNotContain("visar de senaste");
    }

    private static String firstAfter(String page, String start) {
        int from = page.indexOf(start);
        assertThat(from).isPositive();
        return page.substring(from, page.indexOf("</svg>", from));
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void page_standsAlone_andIsWellFormed(Profile profile) throws Exception {
        String page = page(report(Policy.vastraGotaland2020(), profile), SWEDISH);

        Document document = parsed(page);
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "http:", "https:", "src=", "@import", "{0}", "{1}");
        // HTML knows no self-closing elements but its own void ones, and those of SVG
        assertThat(Pattern.compile("<(\\w+)[^>]*/>").matcher(page).results().map(m -> m.group(1)))
                .isSubsetOf("meta", "rect", "line", "circle", "path");
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("sv");
    }

    @Test
    void page_everyChartHasTitleAndDescription_andATableBeside() throws Exception {
        Document document =
                parsed(page(report(Policy.vastraGotaland2020(), Profile.MUNICIPALITY), SWEDISH));

        NodeList drawings = document.getElementsByTagName("svg");
        int charts = 0;
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < drawings.getLength(); i++) {
            Element svg = (Element) drawings.item(i);
            if (svg.getAttribute("role").equals("img")) {
                charts++;
                Element title = (Element) svg.getElementsByTagName("title").item(0);
                Element description = (Element) svg.getElementsByTagName("desc").item(0);
                assertThat(svg.getAttribute("aria-labelledby"))
                        .isEqualTo(title.getAttribute("id") + " " + description.getAttribute("id"));
                assertThat(ids.add(title.getAttribute("id"))).isTrue();
                Element pair = (Element) svg.getParentNode().getParentNode();
                assertThat(pair.getElementsByTagName("table").getLength()).isEqualTo(1);
            }
        }
        // overview, trend, six municipalities, out of county, missing
        assertThat(charts).isEqualTo(10);
    }

    @Test
    void page_whatIsAboveTheLevel_isMarkedWithoutColourToo() throws IOException {
        String page = page(report(Policy.vastraGotaland2020(), Profile.MUNICIPALITY), SWEDISH);

        assertThat(page).contains("class=\"over\"", "class=\"under\"", "▲ Ja", "url(#stripes)");
    }

    @Test
    void page_withoutALevel_judgesNothing() throws IOException {
        String page = page(report(Policy.act(), Profile.INPATIENT), Locale.ENGLISH);

        assertThat(page).contains("no mean is judged").doesNotContain("class=\"over\"", "▲");
    }

    @Test
    void page_namesAreEscaped_andHoldNoPersonalData() throws IOException {
        String page = page(report(Policy.vastraGotaland2020(), Profile.MUNICIPALITY), SWEDISH);

        assertThat(page).contains("=cmd &lt;b").doesNotContain("<b>", "19121212", "Tolvan");
    }

    @Test
    void page_ofNoCases_saysSo() throws IOException {
        DischargeReport empty =
                DischargeStatistics.of(report(Policy.act(), Profile.INPATIENT).options()).report();

        assertThat(page(empty, SWEDISH)).contains("Inget ärende finns i perioden.");
    }

    @Test
    void page_whenTheStreamFails_throwsThat() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("disk full");
                    }
                };

        assertThatThrownBy(
                        () ->
                                ReportPage.write(
                                        report(Policy.act(), Profile.INPATIENT), SWEDISH, full))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("disk full");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Solna|Solna",
                "`a;b`|`\"a;b\"`",
                "`a\"b`|`\"a\"\"b\"`",
                "=1+1|'=1+1",
                "+46|'+46",
                "-2|'-2",
                "@SUM|'@SUM",
                "`=a;b`|`\"'=a;b\"`",
            })
    void csvCell_isQuotedAndGuarded(String cell, String written) {
        assertThat(ReportCsv.quoted(cell)).isEqualTo(written);
    }

    @Test
    void csvCell_thatBeginsWithATabOrBreaksTheLine_isGuardedAndQuoted() {
        assertThat(ReportCsv.quoted("\tx")).isEqualTo("'\tx");
        assertThat(ReportCsv.quoted("a\r\nb")).isEqualTo("\"a\r\nb\"");
        assertThat(ReportCsv.quoted("\r=x")).isEqualTo("\"'\r=x\"");
    }

    @Test
    void csv_forExcelHasAByteOrderMarkAndDecimalComma_andThePlainOneNeither() throws IOException {
        DischargeReport report = report(Policy.vastraGotaland2020(), Profile.MUNICIPALITY);
        StringBuilder excel = new StringBuilder();
        StringBuilder plain = new StringBuilder();

        ReportCsv.forExcel(SWEDISH).months(report, excel);
        ReportCsv.plain(Locale.ENGLISH).months(report, plain);

        assertThat(excel.toString())
                .startsWith("\ufeffKommunkod;Kommun;Månad;")
                .contains("\r\n1480;Göteborg;2023-01;")
                .containsPattern(";\\d+,\\d\\d;")
                .contains("'=cmd");
        assertThat(plain.toString())
                .startsWith("Code;Municipality;Month;")
                .containsPattern(";\\d+\\.\\d\\d;");
        List<String> lines = plain.toString().lines().toList();
        long columns = lines.get(0).chars().filter(c -> c == ';').count();
        assertThat(lines.get(1).chars().filter(c -> c == ';').count()).isEqualTo(columns);
    }

    @Test
    void csv_otherTables_haveARowForEach() throws IOException {
        DischargeReport report = report(Policy.vastraGotaland2020(), Profile.MUNICIPALITY);
        ReportCsv csv = ReportCsv.plain(SWEDISH);
        StringBuilder ages = new StringBuilder();
        StringBuilder over = new StringBuilder();
        StringBuilder read = new StringBuilder();

        csv.ages(report, ages);
        csv.overLimit(report, over);
        csv.acknowledgements(report, read);

        assertThat(ages.toString().lines()).hasSize(report.ages().size() + 1);
        assertThat(over.toString().lines()).hasSize(report.overLimit().size() + 1);
        assertThat(read.toString().lines()).hasSize(report.acknowledgements().size() + 1);
        assertThat(report.overLimit()).isNotEmpty();
    }

    @Test
    void bothLanguages_haveTheSameWords() {
        assertThat(ReportTexts.in(SWEDISH).words().stringPropertyNames())
                .isEqualTo(ReportTexts.in(Locale.ENGLISH).words().stringPropertyNames())
                .isNotEmpty();
    }
}
