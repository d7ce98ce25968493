package se.ehealthsdk.certificate.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.internal.rules.Sheet.TODAY;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.CertificateType;

class Igrav1Test {

    private static final Sheet BASE =
            Sheet.of(CertificateType.IGRAV, "1.0").plus("54", text("54.1", "2027-03-01"));

    private static String inDays(int days) {
        return TODAY.plusDays(days).toString();
    }

    @TestFactory
    Stream<DynamicTest> verdicts() {
        return Verdicts.of(BASE)
                .passesForm("today", s -> s.set("54.1", inDays(0)))
                .passesForm("+365", s -> s.set("54.1", inDays(365)))
                .passes("+366", s -> s.set("54.1", inDays(366)))
                .passes("with zone", s -> s.set("54.1", "2027-03-01Z"))
                .passes("extra svar", s -> s.plus("55", text("55.1", "x")))
                .passes("extra delsvar", s -> s.add(text("54.2", "x")))
                .fails("IGRAV1-Q54.1-NOTPAST 54.1", "yesterday", s -> s.set("54.1", inDays(-1)))
                .fails("IGRAV1-Q54.1-MAX366 54.1", "+367", s -> s.set("54.1", inDays(367)))
                .fails("IGRAV1-Q54.1-PARSE 54.1", "abc", s -> s.set("54.1", "abc"))
                .fails("IGRAV1-Q54.1-PARSE 54.1", "no such day", s -> s.set("54.1", "2027-02-30"))
                .fails("IGRAV1-Q54.1-PARSE 54.1", "empty", s -> s.set("54.1", ""))
                .fails("IGRAV1-Q54.1-DATE 54.1", "blank first", s -> s.set("54.1", " 2027-03-01"))
                .fails("IGRAV1-Q54.1-ONE 54.1", "no 54.1", s -> s.drop("54.1"))
                .fails("IGRAV1-Q54-ONE 54", "no 54", s -> s.without("54"))
                .failsOfficially(
                        List.of("IGRAV1-Q54-ONE 54"),
                        "two 54",
                        s -> s.plus("54", text("54.1", "2027-03-02")))
                .failsForm(
                        "IGRAV1-Q54.1-MAX1Y 54.1",
                        "a year and a day",
                        s -> s.set("54.1", inDays(366)))
                .failsForm(
                        "IGRAV1-DOC-UNKNOWN 55", "extra svar", s -> s.plus("55", text("55.1", "x")))
                .failsForm("IGRAV1-Q54-SUBID 54", "extra delsvar", s -> s.add(text("54.2", "x")))
                .failsForm("COM-BUILD-DATE 54.1", "with zone", s -> s.set("54.1", "2027-03-01Z"))
                .tests();
    }

    @Test
    void oldCertificate_isJudged_asOfItsDay() {
        CertificateChecker checker = CertificateChecker.create();
        LocalDate later = LocalDate.of(2027, 6, 1);

        assertThat(checker.check(BASE.intyg(), CheckMode.OFFICIAL, TODAY)).isEmpty();
        assertThat(checker.check(BASE.intyg(), CheckMode.OFFICIAL, later))
                .extracting(Finding::rule)
                .containsExactly("IGRAV1-Q54.1-NOTPAST");
    }
}
