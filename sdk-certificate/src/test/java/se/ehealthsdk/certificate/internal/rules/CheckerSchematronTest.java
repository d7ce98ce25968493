package se.ehealthsdk.certificate.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.internal.rules.Sheet.TODAY;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.ConfigurationException;

/** The user's Schematron files beside the rules that are built in. */
class CheckerSchematronTest {

    private static final String RULES =
            """
            <sch:schema xmlns:sch='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'>
              <sch:ns prefix='rg' uri='urn:riv:clinicalprocess:healthcond:certificate:RegisterCertificateResponder:3'/>
              <sch:ns prefix='c' uri='urn:riv:clinicalprocess:healthcond:certificate:3'/>
              <sch:ns prefix='xs' uri='http://www.w3.org/2001/XMLSchema'/>
              <sch:pattern>
                <sch:rule context='//rg:intyg'>
                  <sch:assert id='one-54' test="count(c:svar[@id='54']) = 1">En fråga 54.</sch:assert>
                </sch:rule>
                <sch:rule context="//rg:intyg/c:svar/c:delsvar[@id='54.1']">
                  <sch:assert test='xs:date(.) ge current-date()'>Inte före i dag.</sch:assert>
                </sch:rule>
              </sch:pattern>
            </sch:schema>
            """;

    private static final Sheet PREGNANT =
            Sheet.of(CertificateType.IGRAV, "1.0").plus("54", text("54.1", "2027-03-01"));

    @TempDir Path folder;

    private CertificateChecker checker() throws Exception {
        Files.writeString(folder.resolve("igrav.v1.sch"), RULES);
        return CertificateChecker.builder().schematron(folder).build();
    }

    @Test
    void builtCertificate_isJudgedByBoth() throws Exception {
        CertificateChecker checker = checker();

        assertThat(checker.check(PREGNANT.intyg(), CheckMode.OFFICIAL, TODAY)).isEmpty();
        assertThat(checker.check(PREGNANT.without("54").intyg(), CheckMode.OFFICIAL, TODAY))
                .extracting(Finding::rule)
                .containsExactly("IGRAV1-Q54-ONE", "IGRAV1-SCH-one-54");
        assertThat(checker.check(PREGNANT.set("54.1", "abc").intyg(), CheckMode.FORM, TODAY))
                .extracting(Finding::rule)
                .containsExactly("IGRAV1-Q54.1-PARSE", "IGRAV1-SCH-ERROR");
    }

    @Test
    void referenceDate_isTodayForBoth() throws Exception {
        assertThat(checker().check(PREGNANT.intyg(), CheckMode.OFFICIAL, TODAY.plusYears(1)))
                .extracting(Finding::rule)
                .containsExactly("IGRAV1-Q54.1-NOTPAST", "IGRAV1-SCH-2");
    }

    @Test
    void readCertificate_isJudged_whateverMessageItCameIn() throws Exception {
        String registered = new String(PREGNANT.intyg().xml(), StandardCharsets.UTF_8);
        String fetched =
                registered
                        .replace("RegisterCertificateResponder:3", "GetCertificateResponder:2")
                        .replace("RegisterCertificate", "GetCertificateResponse")
                        .replace("GetCertificateResponseResponder:3", "GetCertificateResponder:2")
                        .replace("2027-03-01", "2020-03-01");
        Intyg read = Intyg.read(fetched.getBytes(StandardCharsets.UTF_8));

        assertThat(checker().check(read, CheckMode.OFFICIAL, TODAY))
                .extracting(Finding::rule)
                .containsExactly("IGRAV1-Q54.1-NOTPAST", "IGRAV1-SCH-2");
    }

    @Test
    void certificate_thatCannotBeWritten_isAFinding_andNotGivenToTheFiles() throws Exception {
        assertThat(
                        checker()
                                .check(
                                        PREGNANT.set("54.1", "a\u0000b").intyg(),
                                        CheckMode.OFFICIAL,
                                        TODAY))
                .extracting(Finding::rule)
                .contains("COM-DOC-XML")
                .noneMatch(rule -> rule.contains("-SCH-"));
    }

    @Test
    void file_ofAnotherName() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.xml"), RULES);
        CertificateChecker checker =
                CertificateChecker.builder().schematron(CertificateType.IGRAV, 1, file).build();

        assertThat(checker.check(PREGNANT.without("54").intyg(), CheckMode.OFFICIAL, TODAY))
                .extracting(Finding::rule)
                .contains("IGRAV1-SCH-one-54");
    }

    @Test
    void type_withRulesInTheFolderOnly() throws Exception {
        Files.writeString(folder.resolve("luas.v1.sch"), RULES);
        Sheet sheet = Sheet.of(new CertificateType("LUAS"), "1.1").plus("1", text("1.1", "x"));

        assertThat(checker().check(sheet.intyg(), CheckMode.OFFICIAL, TODAY))
                .extracting(Finding::rule)
                .contains("LUAS1-SCH-one-54");
    }

    @Test
    void folder_thatIsNotThere_isFoundOutAtBuild() {
        CertificateChecker.Builder builder =
                CertificateChecker.builder().schematron(folder.resolve("none"));

        assertThatThrownBy(builder::build).isInstanceOf(ConfigurationException.class);
    }
}
