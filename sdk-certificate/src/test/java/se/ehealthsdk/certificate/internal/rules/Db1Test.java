package se.ehealthsdk.certificate.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.ehealthsdk.certificate.internal.rules.Sheet.TODAY;
import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.CertificateType;

class Db1Test {

    private static final String PLACE = "65f0069f-14b5-4634-b187-5193580a3349";
    private static final String EXAMINATION = "da46dd8c-b3f1-4e39-8d62-777d069213ea";

    private static final Sheet BASE =
            Sheet.of(CertificateType.DB, "1.0")
                    .plus("1", text("1.1", "Körkort"))
                    .plus(
                            "2",
                            text("2.1", "false"),
                            text("2.2", "2017-01-01"),
                            text("2.3", "2017-01-02"))
                    .plus("3", text("3.1", "Kalmar"), cv("3.2", PLACE, "SJUKHUS"))
                    .plus("4", text("4.1", "false"))
                    .plus("5", text("5.1", "false"))
                    .plus(
                            "6",
                            text("6.1", "false"),
                            cv("6.2", EXAMINATION, "UNDERSOKNING_GJORT"),
                            text("6.3", "2016-12-31"))
                    .plus("7", text("7.1", "false"));

    private static Sheet certain(Sheet sheet) {
        return sheet.set("2.1", "true").drop("2.3");
    }

    private static Sheet born(Sheet sheet, String number, String death, boolean child) {
        return certain(sheet)
                .patient(number)
                .set("2.2", death)
                .set("6.1", "true")
                .drop("6.2")
                .drop("6.3")
                .set("4.1", Boolean.toString(child));
    }

    private static Sheet toBeExamined(Sheet sheet) {
        return sheet.set("6.2", EXAMINATION, "UNDERSOKNING_SKA_GORAS")
                .drop("6.3")
                .set("7.1", "true");
    }

    private static Sheet examinedAfter(Sheet sheet) {
        return sheet.set("6.1", "true").drop("6.2").drop("6.3");
    }

    @TestFactory
    Stream<DynamicTest> official_verdicts() {
        return Verdicts.of(BASE)
                .passesForm("certain date", Db1Test::certain)
                .passesForm("coordination day 71", s -> born(s, "201612712383", "2017-01-01", true))
                .passesForm("day 61 with uncertain date", s -> s.patient("197001612386"))
                .passesForm("birth + 28", s -> born(s, "201701012383", "2017-01-29", true))
                .passesForm("birth + 29", s -> born(s, "201701012383", "2017-01-30", false))
                .passes("death before birth", s -> born(s, "201701012383", "2016-12-01", true))
                .passes("death in 2099", s -> s.set("2.2", "2099-01-01").set("2.3", "2099-01-02"))
                .passesForm("year known", s -> s.set("2.2", "2017-00-00"))
                .passesForm("nothing known", s -> s.set("2.2", "0000-00-00"))
                .passes("no such date", s -> s.set("2.2", "2016-13-45"))
                .passesForm("month known, found in it", s -> s.set("2.2", "2017-01-00"))
                .passesForm("4.1 free when uncertain", s -> s.set("4.1", "true"))
                .passes(
                        "6.1 true with garbage in 6.3",
                        s -> examinedAfter(s).add(text("6.3", "garbage")))
                .passesForm("examined after death", Db1Test::examinedAfter)
                .passesForm("to be examined, police told", Db1Test::toBeExamined)
                .passesForm("examined, police told", s -> s.set("7.1", "true"))
                .passes("6.3 in 1900", s -> s.set("6.3", "1900-01-01"))
                .passes("instans 0", s -> s.instance("1", 0, Optional.of(0)))
                .passesForm("any municipality", s -> s.set("3.1", "Ankeborg"))
                .passesForm("implant removed", s -> s.set("5.1", "true").add(text("5.2", "true")))
                .passesForm("6.3 on the day of death", s -> s.set("6.3", "2017-01-01"))
                .fails("DB1-Q2.3-FORBID 2.3", "certain with 2.3", s -> s.set("2.1", "true"))
                .fails("DB1-Q2.3-REQ 2.3", "uncertain without 2.3", s -> s.drop("2.3"))
                .fails("DB1-Q6.3-REQ 6.3", "examined without 6.3", s -> s.drop("6.3"))
                .fails(
                        "DB1-Q6.3-FORBID 6.3",
                        "to be examined with 6.3",
                        s -> toBeExamined(s).add(text("6.3", "2016-12-31")))
                .fails(
                        "DB1-Q4.1-CHILD 4.1",
                        "certain adult as child",
                        s -> certain(s).set("4.1", "true"))
                .fails(
                        "DB1-Q4.1-CHILD 4.1",
                        "birth + 28 with false",
                        s -> born(s, "201701012383", "2017-01-29", false))
                .fails(
                        "DB1-Q4.1-CHILD 4.1",
                        "birth + 29 with true",
                        s -> born(s, "201701012383", "2017-01-30", true))
                .fails(
                        "DB1-Q4.1-CHILD 4.1",
                        "coordination day 71 with false",
                        s -> born(s, "201612712383", "2017-01-01", false))
                .fails(
                        "DB1-Q2.2-DATE 2.2",
                        "certain month",
                        s -> certain(s).set("2.2", "2017-01-00"))
                .fails(
                        "DB1-Q2.3-AFTERDEATH 2.3",
                        "found on the day of death",
                        s -> s.set("2.3", "2017-01-01"))
                .fails(
                        "DB1-Q2.3-AFTERDEATH 2.3",
                        "found before the month",
                        s -> s.set("2.2", "2017-02-00"))
                .fails("DB1-Q2.2-PDATE 2.2", "blank after 2.2", s -> s.set("2.2", "2017-01-01 "))
                .fails("DB1-Q2.2-PDATE 2.2", "2.2 nonsense", s -> s.set("2.2", "nyss"))
                .fails(
                        "DB1-Q6.2-FORBID 6.2",
                        "6.1 true with 6.2",
                        s ->
                                s.set("6.1", "true")
                                        .drop("6.3")
                                        .set("6.2", EXAMINATION, "UNDERSOKNING_SKA_GORAS")
                                        .set("7.1", "true"))
                .fails("DB1-Q6.2-REQ 6.2", "6.1 false without 6.2", s -> s.drop("6.2").drop("6.3"))
                .fails(
                        "DB1-Q7.1-REQTRUE 7.1",
                        "to be examined, police not told",
                        s -> toBeExamined(s).set("7.1", "false"))
                .fails("DB1-Q6.3-NOTAFTER 6.3", "6.3 after death", s -> s.set("6.3", "2017-01-02"))
                .fails(
                        "DB1-Q6.3-NOTAFTER 6.3",
                        "6.3 after found, death vague",
                        s -> s.set("2.2", "2017-01-00").set("6.3", "2017-01-03"))
                .fails("DB1-Q6.3-DATE 6.3", "6.3 nonsense", s -> s.set("6.3", "i går"))
                .fails("DB1-DOC-UNKNOWN 8", "svar 8", s -> s.plus("8", text("8.1", "x")))
                .failsOfficially(
                        List.of("DB1-Q1-ONE 1"),
                        "svar 1 twice",
                        s -> s.plus("1", text("1.1", "Pass")))
                .fails(
                        "DB1-Q5.2-FORBID 5.2",
                        "5.1 false with 5.2",
                        s -> s.add(text("5.2", "false")))
                .fails("DB1-Q5.2-REQ 5.2", "5.1 true without 5.2", s -> s.set("5.1", "true"))
                .fails("DB1-Q2.1-BOOL 2.1", "2.1 nonsense", s -> s.set("2.1", "TRUE"))
                .fails("DB1-Q2.3-DATE 2.3", "2.3 nonsense", s -> s.set("2.3", "2017-02-30"))
                .fails("DB1-Q3.2-CODE 3.2", "3.2 unknown", s -> s.set("3.2", PLACE, "X"))
                .fails("DB1-Q3.2-CS 3.2", "3.2 of another list", s -> s.set("3.2", "X", "SJUKHUS"))
                .fails("DB1-Q3.1-TEXT 3.1", "3.1 blank", s -> s.set("3.1", " "))
                .fails("DB1-Q7-ONE 7", "no 7", s -> s.without("7"))
                .fails("DB1-Q7-SUBID 7", "7.2", s -> s.add(text("7.2", "x")))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> coordinationNumbers_thatBreakTheOfficialCheck() {
        return Verdicts.of(BASE)
                .fails(
                        "DB1-Q4.1-COORD 4.1",
                        "day 61",
                        s -> born(s, "197001612386", "2017-01-01", false))
                .fails(
                        "DB1-Q4.1-COORD 4.1",
                        "day 69",
                        s -> born(s, "197001692388", "2017-01-01", false))
                .passesForm("day 70", s -> born(s, "197001702384", "2017-01-01", false))
                .failsOfficially(
                        List.of("DB1-Q4.1-CHILD 4.1", "DB1-Q4.1-COORD 4.1"),
                        "day 61, 4.1 wrong",
                        s -> born(s, "197001612386", "2017-01-01", true))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> rules_ofTheForm() {
        return Verdicts.of(BASE)
                .failsForm("DB1-Q1.1-LEN27 1.1", "1.1 long", s -> s.set("1.1", "x".repeat(28)))
                .failsForm("DB1-Q3.1-LEN28 3.1", "3.1 long", s -> s.set("3.1", "x".repeat(29)))
                .failsForm("DB1-Q2.2-PDATE 2.2", "no such month", s -> s.set("2.2", "2016-13-45"))
                .failsForm(
                        "DB1-Q2.2-PDATE 2.2",
                        "a day of an unknown month",
                        s -> s.set("2.2", "2016-00-12"))
                .failsForm(
                        "DB1-Q2.2-PDATE 2.2",
                        "a month of an unknown year",
                        s -> s.set("2.2", "0000-12-00"))
                .failsForm(
                        "DB1-Q2.2-NOTFUTURE 2.2",
                        "death tomorrow",
                        s -> examinedAfter(certain(s)).set("2.2", "2026-11-23"))
                .failsForm(
                        "COM-BUILD-DATE 2.2",
                        "death with zone",
                        s -> certain(s).set("2.2", "2017-01-01Z"))
                .failsForm(
                        "DB1-Q2.3-NOTFUTURE 2.3", "found tomorrow", s -> s.set("2.3", "2026-11-23"))
                .failsForm(
                        "DB1-Q2-NOTBEFOREBIRTH 2.2",
                        "death before birth",
                        s -> born(s, "201701012383", "2016-12-31", true))
                .failsForm(
                        "DB1-Q2-NOTBEFOREBIRTH 2.2",
                        "death in the year before birth",
                        s -> examinedAfter(s).patient("201601012385").set("2.2", "2015-00-00"))
                .failsForm(
                        "DB1-Q2-NOTBEFOREBIRTH 2.3",
                        "found before birth",
                        s -> examinedAfter(s).patient("201702012381").set("2.2", "0000-00-00"))
                .failsForm(
                        "DB1-Q6.3-WINDOW 6.3",
                        "examined before birth",
                        s -> s.set("6.3", "1912-12-11"))
                .failsForm(
                        "DB1-Q6.3-WINDOW 6.3",
                        "29 days before a certain death",
                        s -> certain(s).set("6.3", "2016-12-03"))
                .passesForm(
                        "28 days before a certain death", s -> certain(s).set("6.3", "2016-12-04"))
                .passesForm("long before an uncertain death", s -> s.set("6.3", "2016-01-04"))
                .failsForm(
                        "DB1-Q6.3-FORBID 6.3",
                        "6.1 true with 6.3",
                        s -> examinedAfter(s).add(text("6.3", "2016-12-31")))
                .failsForm("COM-J-REASON 6.3", "6.3 in 1900", s -> s.set("6.3", "1900-01-01"))
                .tests();
    }

    @Test
    void vagueDeath_thatIsNotOver_isOnlyLaterWhenAllOfItIs() {
        Sheet vague = examinedAfter(BASE).set("2.3", "2026-11-22");

        assertThat(Verdicts.said(vague.set("2.2", "2026-11-00"), CheckMode.FORM)).isEmpty();
        assertThat(Verdicts.said(vague.set("2.2", "2026-00-00"), CheckMode.FORM)).isEmpty();
        assertThat(Verdicts.said(vague.set("2.2", "2026-12-00"), CheckMode.FORM))
                .contains("DB1-Q2.2-NOTFUTURE 2.2");
        assertThat(Verdicts.said(vague.set("2.2", "2027-00-00"), CheckMode.FORM))
                .contains("DB1-Q2.2-NOTFUTURE 2.2");
    }

    @Test
    void municipality_isChecked_whenTheUserHasAList() {
        CertificateChecker checker =
                CertificateChecker.builder().municipalities("Kalmar"::equals).build();

        assertThat(checker.check(BASE.intyg(), CheckMode.FORM, TODAY)).isEmpty();
        assertThat(checker.check(BASE.set("3.1", "Ankeborg").intyg(), CheckMode.FORM, TODAY))
                .extracting(Finding::rule, each -> each.question().orElseThrow())
                .containsExactly(tuple("DB1-Q3.1-KNOWN", "3.1"));
        assertThat(checker.check(BASE.set("3.1", "Ankeborg").intyg(), CheckMode.OFFICIAL, TODAY))
                .isEmpty();
    }

    @Test
    void numbers_thatAreNone_breakNothing() {
        for (String number :
                List.of("", "1", "abcdefgh1234", "201702302383", "2017010", "00000000")) {
            assertThat(Verdicts.said(certain(BASE).patient(number), CheckMode.OFFICIAL))
                    .as(number)
                    .isEmpty();
        }
    }
}
