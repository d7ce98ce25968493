package se.ehealthsdk.certificate.internal.schematron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.Finding.Origin;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.schematron.OfficialSchematron.Form;
import se.ehealthsdk.core.error.ConfigurationException;

class OfficialSchematronTest {

    private static final Form LISJP2 = new Form(CertificateType.LISJP, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String RULES =
            """
            <sch:pattern id="q32">
              <sch:rule context="//c:svar[@id='32']">
                <sch:assert id="ONE-32.1" test="count(c:delsvar[@id='32.1']) = 1">
                  Delsvar 32.1 ska
                  finnas.</sch:assert>
                <sch:report test="c:delsvar[@id='32.9']">Delsvar 32.9 finns inte.</sch:report>
              </sch:rule>
              <sch:rule context="//c:delsvar[@id='1.2']">
                <sch:assert test="xs:date(.) le current-date()">Datum
                  <sch:value-of select="."/> är efter i dag.</sch:assert>
              </sch:rule>
              <sch:rule context="//rg:intyg">
                <sch:assert test="c:svar[@id='6']">Diagnos saknas.</sch:assert>
              </sch:rule>
            </sch:pattern>
            """;

    @TempDir Path folder;

    @Test
    void brokenRule_givesFinding_atItsQuestion() throws Exception {
        write("lisjp.v2.sch", RULES);

        List<Finding> findings =
                check(
                        "<svar id='32'><instans>1</instans><delsvar id='32.1'>x</delsvar></svar>"
                                + "<svar id='32'><instans>2</instans><delsvar id='32.9'>x</delsvar></svar>"
                                + "<svar id='6'><delsvar id='6.1'>x</delsvar></svar>");

        assertThat(findings)
                .containsExactly(
                        new Finding(
                                "LISJP2-SCH-ONE-32.1",
                                Optional.of("32"),
                                Optional.of(2),
                                Origin.OFFICIAL,
                                "Delsvar 32.1 ska finnas.",
                                "what the rule asks for"),
                        new Finding(
                                "LISJP2-SCH-2",
                                Optional.of("32"),
                                Optional.of(2),
                                Origin.OFFICIAL,
                                "Delsvar 32.9 finns inte.",
                                "what the rule asks for"));
    }

    @Test
    void brokenRule_ofPartQuestion_namesIt_andNeverQuotesTheCertificate() throws Exception {
        write("lisjp.v2.sch", RULES);

        List<Finding> findings =
                check(
                        "<svar id='6'/><svar id='1'><instans>7</instans>"
                                + "<delsvar id='1.1'>x</delsvar><delsvar id='1.2'>2031-05-17</delsvar></svar>");

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo("LISJP2-SCH-3");
        assertThat(findings.get(0).question()).contains("1.2");
        assertThat(findings.get(0).instance()).contains(7);
        assertThat(findings.get(0).wrong()).isEqualTo("Datum … är efter i dag.");
    }

    @Test
    void brokenRule_ofWholeDocument_namesNoQuestion() throws Exception {
        write("lisjp.v2.sch", RULES);

        assertThat(check("<svar id='25'><delsvar id='25.1'>x</delsvar></svar>"))
                .extracting(Finding::rule, Finding::question, Finding::instance)
                .containsExactly(tuple("LISJP2-SCH-4", Optional.empty(), Optional.empty()));
    }

    @Test
    void certificate_thatKeepsTheRules_hasNoFindings() throws Exception {
        write("lisjp.v2.sch", RULES);

        assertThat(check("<svar id='6'><delsvar id='6.1'>x</delsvar></svar>")).isEmpty();
    }

    @Test
    void today_isTheDateGiven() throws Exception {
        write("lisjp.v2.sch", RULES);
        byte[] document =
                document(
                        "<svar id='6'/><svar id='1'><delsvar id='1.2'>2026-11-22</delsvar></svar>");
        OfficialSchematron rules = OfficialSchematron.in(folder);

        assertThat(rules.check("LISJP2", LISJP2, document, TODAY)).isEmpty();
        assertThat(rules.check("LISJP2", LISJP2, document, TODAY.minusDays(1))).hasSize(1);
    }

    @Test
    void engineError_isAFinding_withoutTheValue() throws Exception {
        write("lisjp.v2.sch", RULES);

        List<Finding> findings =
                check("<svar id='6'/><svar id='1'><delsvar id='1.2'>Tolvansson</delsvar></svar>");

        assertThat(findings)
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.rule()).isEqualTo("LISJP2-SCH-ERROR");
                            assertThat(each.origin()).isEqualTo(Origin.OFFICIAL);
                            assertThat(each.wrong()).contains("lisjp.v2.sch", "FORG0001");
                            assertThat(each.toString()).doesNotContain("Tolvansson");
                        });
    }

    @Test
    void type_withoutFile_isSaid_asAdvice() throws Exception {
        write("lisjp.v1.sch", RULES);

        assertThat(check("<svar id='32'/>"))
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.rule()).isEqualTo("LISJP2-SCH-NOFILE");
                            assertThat(each.isError()).isFalse();
                        });
    }

    @Test
    void type_thatIsAPath_leadsNowhere() throws Exception {
        Files.createDirectory(folder.resolve("inner"));
        write("outside.v1.sch", RULES);
        Form odd = new Form(new CertificateType("../outside"), 1);

        assertThat(
                        OfficialSchematron.in(folder.resolve("inner"))
                                .check("X", odd, document("<svar id='32'/>"), TODAY))
                .extracting(Finding::rule)
                .containsExactly("X-SCH-NOFILE");
    }

    @Test
    void file_ofAnotherName_isUsed_whenNamed() throws Exception {
        write("mine.sch", RULES);
        OfficialSchematron rules =
                OfficialSchematron.in(folder, Map.of(LISJP2, Path.of("mine.sch")));

        assertThat(rules.check("LISJP2", LISJP2, document(""), TODAY)).hasSize(1);
        assertThatThrownBy(() -> OfficialSchematron.in(folder, Map.of(LISJP2, Path.of("none.sch"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.sch");
    }

    @Test
    void file_isCompiledOnce() throws Exception {
        write("lisjp.v2.sch", RULES);
        OfficialSchematron rules = OfficialSchematron.in(folder);
        assertThat(rules.check("LISJP2", LISJP2, document(""), TODAY)).hasSize(1);

        Files.writeString(folder.resolve("lisjp.v2.sch"), "not XML any more");

        assertThat(rules.check("LISJP2", LISJP2, document(""), TODAY)).hasSize(1);
    }

    @Test
    void manyThreads_getTheSameAnswers() throws Exception {
        write("lisjp.v2.sch", RULES);
        OfficialSchematron rules = OfficialSchematron.in(folder);
        byte[] good = document("<svar id='6'/>");
        byte[] bad = document("<svar id='32'/>");
        Callable<Integer> job =
                () -> {
                    int found = 0;
                    for (int n = 0; n < 25; n++) {
                        found += rules.check("LISJP2", LISJP2, good, TODAY).size();
                        found += rules.check("LISJP2", LISJP2, bad, TODAY).size();
                    }
                    return found;
                };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> each :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(n -> job).toList())) {
                assertThat(each.get()).isEqualTo(50);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not XML",
                "<schema xmlns='urn:other'/>",
                "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron'><sch:pattern>",
                "<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                        + "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>"
                        + "<sch:title>&e;</sch:title></sch:schema>",
                "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>"
                        + "<sch:title>&e;</sch:title></sch:schema>",
                "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>"
                        + "<sch:pattern><sch:rule context='/*'><sch:assert test='((('>x</sch:assert>"
                        + "</sch:rule></sch:pattern></sch:schema>",
            })
    void file_thatIsNoSchematron_isAConfigurationError(String content) throws Exception {
        Files.writeString(folder.resolve("lisjp.v2.sch"), content);

        assertThatThrownBy(() -> check("<svar id='6'/>"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("lisjp.v2.sch");
    }

    @Test
    void file_thatIncludesAnother_isRefused() throws Exception {
        write("other.sch", RULES);
        write("lisjp.v2.sch", "<sch:include href='other.sch'/>");

        assertThatThrownBy(() -> check("<svar id='6'/>"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void rules_reachNeitherFilesNorEnvironment() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret/>");
        write(
                "lisjp.v2.sch",
                """
                <sch:pattern><sch:rule context="//c:svar">
                  <sch:assert test="doc-available('%1$s')">document</sch:assert>
                  <sch:assert test="unparsed-text-available('%1$s')">text</sch:assert>
                  <sch:assert test="exists(available-environment-variables())">environment</sch:assert>
                </sch:rule></sch:pattern>
                """
                        .formatted(secret.toUri()));

        assertThat(check("<svar id='6'/>"))
                .extracting(Finding::wrong)
                .containsExactly("document", "text", "environment");
    }

    @Test
    void rules_thatAskForADocument_areAFinding() throws Exception {
        write(
                "lisjp.v2.sch",
                """
                <sch:pattern><sch:rule context="//c:svar">
                  <sch:assert test="exists(document('http://127.0.0.1:9/x.xml'))">x</sch:assert>
                </sch:rule></sch:pattern>
                """);

        assertThat(check("<svar id='6'/>"))
                .extracting(Finding::rule)
                .containsExactly("LISJP2-SCH-ERROR");
    }

    @Test
    void rules_writeNoFiles() throws Exception {
        Path out = folder.resolve("out.xml");
        write(
                "lisjp.v2.sch",
                """
                <xsl:function name="c:out" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                  <xsl:result-document href="%1$s"><x/></xsl:result-document>
                </xsl:function>
                <sch:pattern><sch:rule context="//c:svar">
                  <sch:assert test="empty(c:out())">x</sch:assert>
                </sch:rule></sch:pattern>
                """
                        .formatted(out.toUri()));

        assertThatThrownBy(() -> check("<svar id='6'/>"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("result-document");
        assertThat(out).doesNotExist();
    }

    @Test
    void folder_thatIsNotThere_isAConfigurationError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> OfficialSchematron.in(folder.resolve("none")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> OfficialSchematron.in(file))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void library_thatIsNotThere_isNamed() throws Exception {
        URL[] classPath =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("schematron-xslt"))
                        .filter(entry -> !entry.contains("Saxon-HE"))
                        .map(OfficialSchematronTest::url)
                        .toArray(URL[]::new);
        try (URLClassLoader without =
                new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Object said =
                    without.loadClass(WithoutSchematron.class.getName())
                            .getMethod("refusal")
                            .invoke(null);

            assertThat((String) said)
                    .startsWith("ConfigurationException")
                    .contains("com.helger.schematron:ph-schematron-xslt");
        }
    }

    /** Runs where the library is not. */
    public static final class WithoutSchematron {

        private WithoutSchematron() {}

        public static String refusal() {
            try {
                OfficialSchematron.in(Path.of("."));
                return "nothing";
            } catch (ConfigurationException refused) {
                return refused.getClass().getSimpleName() + refused.remedy();
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Finding> check(String answers) {
        return OfficialSchematron.in(folder).check("LISJP2", LISJP2, document(answers), TODAY);
    }

    private void write(String name, String patterns) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "<sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>"
                        + "<sch:ns prefix='rg' uri='urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3'/>"
                        + "<sch:ns prefix='c' uri='urn:riv:clinicalprocess:healthcond:certificate:3'/>"
                        + "<sch:ns prefix='xs' uri='http://www.w3.org/2001/XMLSchema'/>"
                        + patterns
                        + "</sch:schema>");
    }

    private static byte[] document(String answers) {
        return ("<rg:RegisterCertificate xmlns='urn:riv:clinicalprocess:healthcond:certificate:3'"
                        + " xmlns:rg='urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3'>"
                        + "<rg:intyg>"
                        + answers
                        + "</rg:intyg></rg:RegisterCertificate>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
