package se.ehealthsdk.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.check.Doc.cv;
import static se.ehealthsdk.certificate.check.Doc.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.InvalidInputException;

class CertificateCheckerTest {

    private static final Doc SICK_NOTE = Lisjp2RulesTest.BASE;
    private static final CertificateChecker CHECKER =
            CertificateChecker.builder()
                    .clock(Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC))
                    .build();

    private static List<String> rules(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.rule() + "@" + each.question().orElse(""))
                .toList();
    }

    /** The document as XML, changed as text, and what the checker says of it. */
    private static List<String> ofXml(CheckMode mode, UnaryOperator<String> change) {
        String xml = new String(SICK_NOTE.intyg().xml(), StandardCharsets.UTF_8);
        String changed = change.apply(xml);
        assertThat(changed).isNotEqualTo(xml);
        return rules(CHECKER.check(changed.getBytes(StandardCharsets.UTF_8), mode));
    }

    @Test
    void check_aCleanDocumentOfBytes_findsNothing() {
        for (CheckMode mode : CheckMode.values()) {
            assertThat(CHECKER.check(SICK_NOTE.intyg().xml(), mode)).isEmpty();
            assertThat(CHECKER.check(SICK_NOTE.intyg(), mode)).isEmpty();
        }
    }

    @Test
    void check_bytesThatAreNoCertificate_isATypedError() {
        for (String document : List.of("", "x", "<a/>", "<a><b></a>")) {
            assertThatThrownBy(
                            () ->
                                    CHECKER.check(
                                            document.getBytes(StandardCharsets.UTF_8),
                                            CheckMode.OFFICIAL))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void check_aTypeWithoutRules_saysThatItIsNotKnown() {
        Doc other = SICK_NOTE.type(CodedValue.of("TS8071", CertificateType.CODE_SYSTEM), "2.0");
        Doc newer = SICK_NOTE.type(CodedValue.of("LISJP", CertificateType.CODE_SYSTEM), "3.0");
        Doc strange = SICK_NOTE.type(CodedValue.of("LISJP", CertificateType.CODE_SYSTEM), "ny");
        for (Doc doc : List.of(other, newer, strange)) {
            List<Finding> found = CHECKER.check(doc.intyg(), CheckMode.OFFICIAL);
            assertThat(rules(found)).containsExactly("COM-DOC-TYPE@");
            assertThat(found.get(0).isError()).isFalse();
            assertThat(CHECKER.knows(doc.intyg())).isFalse();
        }
        assertThat(CHECKER.knows(SICK_NOTE.intyg())).isTrue();
        assertThat(CHECKER.rules(new CertificateType("TS8071"), 2)).isEmpty();
    }

    @Test
    void check_aTypeWithoutRulesAndABrokenSchema_saysBoth() {
        Doc other =
                SICK_NOTE
                        .type(CodedValue.of("X", CertificateType.CODE_SYSTEM), "1.0")
                        .patient("1912");
        assertThat(rules(CHECKER.check(other.intyg(), CheckMode.OFFICIAL)))
                .containsExactly("COM-DOC-VALUE@", "COM-DOC-TYPE@");
    }

    @Test
    void findings_standInTheOrderOfTheForm() {
        Doc doc =
                SICK_NOTE
                        .without("44")
                        .svar("44", text("44.1", ""))
                        .set("25.1", "")
                        .set("1.2", "2026-03-03")
                        .set("6.1", "")
                        .unit(Doc.unit("", "1", "S", "08"));
        assertThat(rules(CHECKER.check(doc.intyg(), CheckMode.FORM)))
                .containsExactly(
                        "COM-J-UNIT@",
                        "LISJP2-Q1.2-NOTFUTURE@1.2",
                        "LISJP2-Q6-FIRSTROW@6.1",
                        "LISJP2-Q44.1-TEXT@44.1",
                        "LISJP2-Q25.1-TEXT@25.1");
    }

    @Test
    void finding_tellsWhichAnswerOfSeveral() {
        Doc doc =
                SICK_NOTE.svar(
                        "1", 2, cv("1.1", "TELEFONKONTAKT", "KV_FKMU_0001"), text("1.2", "nyss"));
        assertThat(CHECKER.check(doc.intyg(), CheckMode.OFFICIAL))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.rule()).isEqualTo("LISJP2-Q1.2-DATE");
                            assertThat(found.instance()).contains(2);
                            assertThat(found.toString()).doesNotContain("nyss");
                        });
    }

    @Test
    void today_isTheDayInSwedenOfTheGivenClock() {
        Clock late = Clock.fixed(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC);
        Clock earlier = Clock.fixed(Instant.parse("2026-03-01T22:30:00Z"), ZoneOffset.UTC);
        Intyg intyg = SICK_NOTE.intyg();
        assertThat(CertificateChecker.builder().clock(late).build().check(intyg, CheckMode.FORM))
                .isEmpty();
        assertThat(
                        rules(
                                CertificateChecker.builder()
                                        .clock(earlier)
                                        .build()
                                        .check(intyg, CheckMode.FORM)))
                .containsExactly("LISJP2-Q1.2-NOTFUTURE@1.2");
        assertThat(rules(CHECKER.check(intyg, CheckMode.FORM, LocalDate.of(2026, 3, 1))))
                .containsExactly("LISJP2-Q1.2-NOTFUTURE@1.2");
    }

    @Test
    void diagnosisCodes_unknownOnes_areFoundWhenARegisterIsGiven() {
        CertificateChecker withRegister =
                CertificateChecker.builder()
                        .clock(Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC))
                        .diagnosisCodes(diagnosis -> diagnosis.code().equals("S47"))
                        .build();
        assertThat(rules(withRegister.check(SICK_NOTE.intyg(), CheckMode.FORM)))
                .containsExactly("LISJP2-Q6-ICDKNOWN@6.4");
        assertThat(withRegister.check(SICK_NOTE.intyg(), CheckMode.OFFICIAL)).isEmpty();
    }

    @Test
    void rules_ofEveryType_sayWhatIsRightAndHaveTheirTypesPrefix() {
        List<Rule> rules = new ArrayList<>(CHECKER.rules(CertificateType.LISJP, 2));
        assertThat(rules).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(rules)
                .allSatisfy(
                        rule -> {
                            assertThat(rule.id()).matches("(LISJP2|COM)-.+");
                            assertThat(rule.wrong()).isNotBlank();
                            assertThat(rule.right()).isNotBlank();
                            assertThat(rule.origin()).isNotEqualTo(Finding.Origin.SCHEMA);
                        });
    }

    // the schema, and that no break is told twice

    @Test
    void schema_aBrokenPart_isToldOnce() {
        assertThat(
                        ofXml(
                                CheckMode.FORM,
                                xml -> xml.replaceFirst("<tp:start>[^<]*", "<tp:start>mars")))
                .containsExactly("COM-DOC-PERX@32.2");
        assertThat(
                        ofXml(
                                CheckMode.FORM,
                                xml ->
                                        xml.replace(
                                                "<tp:codeSystem>KV_FKMU_0002</tp:codeSystem>", "")))
                .startsWith("COM-DOC-CVX@28.1");
        assertThat(ofXml(CheckMode.OFFICIAL, xml -> xml.replace("id=\"27.1\"", "id=\"27\"")))
                .containsExactly("COM-DOC-SUBID@27");
        assertThat(
                        ofXml(
                                CheckMode.FORM,
                                xml -> xml.replaceFirst("<gn:instans>1<", "<gn:instans>ett<")))
                .containsExactly("COM-DOC-INSTINT@1");
        assertThat(
                        ofXml(
                                CheckMode.FORM,
                                xml ->
                                        xml.replaceFirst(
                                                "<gn:delsvar id=\"35.1\">[^<]*</gn:delsvar>", "")))
                .startsWith("COM-DOC-MINSUB@35");
    }

    @Test
    void schema_namesThePlaceAndNeverTheValue() {
        String xml = new String(SICK_NOTE.intyg().xml(), StandardCharsets.UTF_8);
        List<Finding> found =
                CHECKER.check(
                        xml.replace("191212121212", "19121212-1212")
                                .getBytes(StandardCharsets.UTF_8),
                        CheckMode.OFFICIAL);
        assertThat(found)
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.origin()).isEqualTo(Finding.Origin.SCHEMA);
                            assertThat(each.wrong()).startsWith("patient/person-id/extension ");
                            assertThat(each.right()).isEqualTo("12 digits");
                            assertThat(each.toString()).doesNotContain("1912");
                        });
    }

    @Test
    void schema_answerWithoutParts_saysThatThePartIsMissingAndNotTheInstansItNeedNotHave() {
        assertThat(CHECKER.check(SICK_NOTE.svar("25").intyg(), CheckMode.OFFICIAL))
                .anySatisfy(each -> assertThat(each.wrong()).contains("delsvar is missing"));
    }

    @Test
    void schema_ofWhatWasBuilt_isCheckedAsItWouldBeWritten() {
        assertThat(rules(CHECKER.check(SICK_NOTE.patient("").intyg(), CheckMode.OFFICIAL)))
                .containsExactly("COM-DOC-VALUE@");
        assertThat(
                        rules(
                                CHECKER.check(
                                        SICK_NOTE.svar("x", text("x.1", "a")).intyg(),
                                        CheckMode.OFFICIAL)))
                .contains("COM-DOC-SVARID@");
        assertThat(rules(CHECKER.check(SICK_NOTE.svar("25").intyg(), CheckMode.OFFICIAL)))
                .contains("COM-DOC-MINSUB@25");
        Intyg recipient =
                SICK_NOTE.intyg().toBuilder().recipient(CodedValue.of("FKASSA", "x")).build();
        assertThat(rules(CHECKER.check(recipient, CheckMode.OFFICIAL)))
                .containsExactly("COM-DOC-VALUE@");
        Intyg unnamed =
                SICK_NOTE.intyg().toBuilder().id(new Identifier("SE1", Optional.empty())).build();
        assertThat(rules(CHECKER.check(unnamed, CheckMode.OFFICIAL)))
                .containsExactly("COM-DOC-ELEMENT@");
    }

    @Test
    void check_whatXmlCannotCarry_isAFinding() {
        List<Finding> found =
                CHECKER.check(SICK_NOTE.set("25.1", "a\u0000b").intyg(), CheckMode.FORM);
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).origin()).isEqualTo(Finding.Origin.SCHEMA);
        Doc strangeDate =
                SICK_NOTE.set(
                        new Answer.Part(
                                "32.2",
                                new Content.DatePeriod(
                                        Optional.of(LocalDate.MIN), Optional.of(LocalDate.MAX))));
        assertThat(CHECKER.check(strangeDate.intyg(), CheckMode.FORM))
                .anyMatch(each -> each.origin() == Finding.Origin.SCHEMA);
    }

    @Test
    void check_tenMegabytesOfText_isAFinding() {
        String megabytes = "å".repeat(5_000_000);
        Doc doc = SICK_NOTE.set("25.1", megabytes);
        assertThat(rules(CHECKER.check(doc.intyg(), CheckMode.FORM)))
                .containsExactly("LISJP2-Q25.1-LEN4000@25.1");
        for (String part : List.of("1.2", "27.1", "39.4")) {
            assertThat(CHECKER.check(SICK_NOTE.set(part, megabytes).intyg(), CheckMode.FORM))
                    .isNotEmpty();
        }
        assertThat(
                        CHECKER.check(
                                SICK_NOTE.set(cv("6.2", megabytes, megabytes)).intyg(),
                                CheckMode.FORM))
                .isNotEmpty();
    }

    @Test
    void check_anythingAtAllInAnyPart_neverThrows() {
        List<Content> contents =
                List.of(
                        new Content.Text(""),
                        new Content.Text("9".repeat(50)),
                        new Content.Cv(CodedValue.of("", "")),
                        new Content.DatePeriod(Optional.empty(), Optional.empty()),
                        new Content.TimePeriod(Optional.empty(), Optional.empty()),
                        new Content.Date(LocalDate.of(1, 1, 1)),
                        new Content.PartialDate("x", "y"),
                        new Content.Pq("x", ""),
                        new Content.Ii(new Identifier("", Optional.empty())),
                        new Content.Other(List.of()));
        for (Doc base : List.of(SICK_NOTE, Lisjp1RulesTest.BASE)) {
            for (Answer answer : base.intyg().answers()) {
                for (Answer.Part part : answer.parts()) {
                    for (Content content : contents) {
                        Intyg changed = base.set(new Answer.Part(part.id(), content)).intyg();
                        assertThatCode(() -> CHECKER.check(changed, CheckMode.FORM))
                                .as(part.id() + " " + content)
                                .doesNotThrowAnyException();
                    }
                }
            }
        }
    }
}
