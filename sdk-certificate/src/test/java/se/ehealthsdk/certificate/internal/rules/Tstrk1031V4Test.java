package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;

class Tstrk1031V4Test {

    private static final String LICENCE = "e889fa20-1dee-4f79-8b37-03853e75a9f8";
    private static final String IDENTITY = "e7cc8f30-a353-4c42-b17a-a189b6876647";
    private static final String ICD = "1.2.752.116.1.1.1.1.3";

    private static final Sheet BASE =
            Sheet.of(CertificateType.TSTRK1031, "4.0")
                    .plus("1", 1, cv("1.1", LICENCE, "VAR1"))
                    .plus("1", 2, cv("1.1", LICENCE, "VAR12"))
                    .plus("2", cv("2.1", IDENTITY, "IDK1"))
                    .plus("205", cv("205.1", "1.2.752.129.5.1.28", "VN1"))
                    .plus("35", partial("35.1", "2010"))
                    .plus("18", cv("18.1", ICD, "E109"))
                    .plus("207", text("207.1", "true"))
                    .plus("208", text("208.1", "true"))
                    .plus("209", text("209.1", "true"))
                    .plus("210", partial("210.1", "2012-03-01"))
                    .plus("200", text("200.1", "true"))
                    .plus("201", text("201.1", "true"))
                    .plus("110", text("110.1", "true"))
                    .plus("202", text("202.1", "true"))
                    .plus("106", text("106.1", "false"))
                    .plus("107", text("107.1", "false"))
                    .plus("203", text("203.1", "false"))
                    .plus("204", text("204.1", "true"))
                    .plus("206", text("206.1", "false"))
                    .plus("33", 1, cv("33.1", LICENCE, "VAR1"))
                    .plus("33", 2, cv("33.1", LICENCE, "VAR12"));

    static Answer.Part partial(String id, String value) {
        return new Answer.Part(
                id, new Content.PartialDate("YYYY-MM-DD".substring(0, value.length()), value));
    }

    private static Sheet unmedicated(Sheet sheet) {
        return sheet.set("207.1", "false").without("208");
    }

    @TestFactory
    Stream<DynamicTest> general() {
        return Verdicts.of(BASE)
                .passesForm("the version without minor", s -> version(s, "4"))
                .passesForm("the version with a zero in front", s -> version(s, "04"))
                .fails("TSTRK1031V4-Q1-MIN1 1", "no licence", s -> lower(s.without("1")))
                .fails("TSTRK1031V4-Q2-ONE 2", "no identity", s -> s.without("2"))
                .failsForm(
                        "TSTRK1031V4-Q2.1-CODE 2.1",
                        "another identity, which no official rule sees",
                        s -> s.set("2.1", IDENTITY, "IDK7"))
                .fails(
                        "TSTRK1031V4-Q205.1-CODE 205.1",
                        "another level of care",
                        s -> s.set("205.1", "1.2.752.129.5.1.28", "VN3"))
                .fails(
                        "TSTRK1031V4-Q18.1-CODE 18.1",
                        "another type of diabetes",
                        s -> s.set("18.1", ICD, "E13"))
                .fails("COM-DOC-MINSUB 18", "no type", s -> s.drop("18.1"))
                .fails("TSTRK1031V4-Q18-EITHER 18", "both", s -> s.add(text("18.2", "Annan")))
                .passesForm("another", s -> s.drop("18.1").add(text("18.2", "Annan")))
                .fails(
                        "TSTRK1031V4-Q18.2-LEN53 18.2",
                        "too long",
                        s -> s.drop("18.1").add(text("18.2", "x".repeat(54))))
                .passesForm(
                        "blanks count once, and not at the ends",
                        s -> s.drop("18.1").add(text("18.2", "  x  " + "y".repeat(51) + " ")))
                .passesForm(
                        "characters count, not halves of them",
                        s -> s.drop("18.1").add(text("18.2", "\ud83d\ude97".repeat(53))))
                .fails(
                        "TSTRK1031V4-Q35.1-BORN 35.1",
                        "before birth",
                        s -> s.set(0, partial("35.1", "1911")))
                .passesForm("the year of birth", s -> s.set(0, partial("35.1", "1912")))
                .passesForm("this year", s -> s.set(0, partial("35.1", "2026")))
                .fails(
                        "TSTRK1031V4-Q35.1-NOTFUTURE 35.1",
                        "next year",
                        s -> s.set(0, partial("35.1", "2027")))
                .fails(
                        "TSTRK1031V4-Q35.1-YEAR 35.1",
                        "a whole day",
                        s -> s.set(0, partial("35.1", "2020-01-01")))
                .fails("TSTRK1031V4-Q35.1-YEAR 35.1", "text", s -> s.set("35.1", "2020"))
                .tests();
    }

    private static Sheet version(Sheet sheet, String version) {
        return new Sheet(sheet.type(), version, sheet.person(), sheet.answers());
    }

    private static Sheet lower(Sheet sheet) {
        return sheet.without("33").plus("33", cv("33.1", LICENCE, "VAR11"));
    }

    @TestFactory
    Stream<DynamicTest> medication() {
        return Verdicts.of(BASE)
                .passesForm("none", Tstrk1031V4Test::unmedicated)
                .fails("TSTRK1031V4-Q208-REQ 208", "of unknown risk", s -> s.without("208"))
                .fails("TSTRK1031V4-Q209-REQ 209", "of unknown kind", s -> s.without("209"))
                .fails("TSTRK1031V4-Q210-REQ 210", "since when", s -> s.without("210"))
                .fails("TSTRK1031V4-Q200-REQ 200", "control", s -> s.without("200"))
                .fails("TSTRK1031V4-Q201-REQ 201", "understanding", s -> s.without("201"))
                .fails("TSTRK1031V4-Q110-REQ 110", "warning signs", s -> s.without("110"))
                .fails("TSTRK1031V4-Q202-REQ 202", "measures", s -> s.without("202"))
                .fails("TSTRK1031V4-Q106-REQ 106", "recurrent", s -> s.without("106"))
                .fails("TSTRK1031V4-Q107-REQ 107", "awake", s -> s.without("107"))
                .passesForm(
                        "without risk none of them",
                        s -> s.set("208.1", "false").without("200").without("209").without("106"))
                .fails("TSTRK1031V4-Q209-MIN1 209", "no kind", s -> s.set("209.1", "false"))
                .fails("TSTRK1031V4-Q209.4-REQ 209.4", "which", s -> s.add(text("209.3", "true")))
                .fails(
                        "TSTRK1031V4-Q210.1-BORN 210.1",
                        "before birth",
                        s -> s.set(0, partial("210.1", "1912-12-11")))
                .passesForm("from birth", s -> s.set(0, partial("210.1", "1912-12-12")))
                .passesForm("from today", s -> s.set(0, partial("210.1", "2026-11-22")))
                .fails(
                        "TSTRK1031V4-Q210.1-NOTFUTURE 210.1",
                        "from tomorrow",
                        s -> s.set(0, partial("210.1", "2026-11-23")))
                .fails(
                        "TSTRK1031V4-Q210.1-DAY 210.1",
                        "a year",
                        s -> s.set(0, partial("210.1", "2020")))
                .fails(
                        "TSTRK1031V4-Q210.1-DAY 210.1",
                        "a day that does not exist",
                        s -> s.set(0, partial("210.1", "2026-02-30")))
                .fails(
                        "TSTRK1031V4-DOC-COORD",
                        "coordination number that breaks the official check",
                        s -> s.patient("191212611212"))
                .passesForm("coordination number", s -> s.patient("191212721212"))
                .passesForm(
                        "no day to compare with, any coordination number",
                        s -> unmedicated(s).without("210").patient("191212611212"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> hypoglycaemia() {
        return Verdicts.of(BASE)
                .fails(
                        "TSTRK1031V4-Q200.2-REQ 200.2",
                        "no control, not why",
                        s -> s.set("200.1", "false"))
                .fails(
                        "TSTRK1031V4-Q200.2-FORBID 200.2",
                        "control, and why not",
                        s -> s.add(text("200.2", "Glömska")))
                .failsOfficially(
                        List.of(
                                "TSTRK1031V4-Q106.2-REQ 106.2",
                                "TSTRK1031V4-Q106.3-REQ 106.3",
                                "TSTRK1031V4-Q106.5-REQ 106.5"),
                        "recurrent, and no more",
                        s -> s.set("106.1", "true"))
                .fails("TSTRK1031V4-Q107.3-REQ 107.3", "awake", s -> s.set("107.1", "true"))
                .fails(
                        "TSTRK1031V4-Q107.5-REQ 107.5",
                        "awake lately",
                        s -> s.set("107.1", "true").add(text("107.3", "true")))
                .fails("TSTRK1031V4-Q203.2-REQ 203.2", "when", s -> s.set("203.1", "true"))
                .fails("TSTRK1031V4-Q203-REQ 203", "group II", s -> s.without("203"))
                .fails("TSTRK1031V4-Q204-REQ 204", "group II", s -> s.without("204"))
                .fails("TSTRK1031V4-Q206.2-REQ 206.2", "which", s -> s.set("206.1", "true"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> assessment() {
        return Verdicts.of(BASE)
                .fails(
                        "TSTRK1031V4-Q33-ALONE 33",
                        "no opinion, and one",
                        s -> s.set("33.1", LICENCE, "VAR11"))
                .passesForm("no opinion", Tstrk1031V4Test::lower)
                .fails(
                        "TSTRK1031V4-Q33-ASKED 33",
                        "a licence of group II that is not asked for",
                        s -> s.set("33.1", LICENCE, "VAR2"))
                .passes(
                        "one of group I that is not asked for",
                        s -> s.set("33.1", LICENCE, "VAR18"))
                .fails(
                        "TSTRK1031V4-Q34.1-LEN71 34.1",
                        "too long",
                        s -> s.plus("34", text("34.1", "x".repeat(72))))
                .fails(
                        "TSTRK1031V4-Q32.1-LEN189 32.1",
                        "too long",
                        s -> s.plus("32", text("32.1", "x".repeat(190))))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> idsWithAKnownEnding_areLetPass() {
        return Verdicts.of(BASE)
                .fails("TSTRK1031V4-DOC-UNKNOWN 999", "999", s -> s.plus("999", text("999.1", "x")))
                .failsForm(
                        "TSTRK1031V4-DOC-UNKNOWN 12",
                        "a question that ends as another",
                        s -> s.plus("12", text("12.1", "x")))
                .failsForm(
                        "TSTRK1031V4-Q106-SUBID 106",
                        "a part that ends as another",
                        s ->
                                s.without("106")
                                        .plus("106", text("106.1", "false"), text("1106.2", "x")))
                .failsOfficially(
                        List.of("TSTRK1031V4-Q200.2-REQ 200.2"),
                        "a part out of place is judged as in its question",
                        s -> s.plus("12", text("200.1", "false")))
                .tests();
    }
}
