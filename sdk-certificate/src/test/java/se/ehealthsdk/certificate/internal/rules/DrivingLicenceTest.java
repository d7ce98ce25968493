package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;
import static se.ehealthsdk.certificate.internal.rules.Tstrk1031V4Test.partial;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.CertificateType;

/** TS Diabetes 3.x, and TS Bas 6.x and 7.x. */
class DrivingLicenceTest {

    private static final String ASKED_FOR = "24c41b8d-258a-46bf-a08a-b90738b28770";
    private static final String LICENCE = "e889fa20-1dee-4f79-8b37-03853e75a9f8";
    private static final String IDENTITY = "e7cc8f30-a353-4c42-b17a-a189b6876647";
    private static final String ICD = "1.2.752.116.1.1.1.1.3";

    private static final Sheet DIABETES =
            Sheet.of(CertificateType.TSTRK1031, "3.0")
                    .plus("1", 1, cv("1.1", ASKED_FOR, "IAV1"))
                    .plus("2", cv("2.1", IDENTITY, "IDK1"))
                    .plus("35", partial("35.1", "2010"))
                    .plus("18", cv("18.1", ICD, "E10"))
                    .plus("109", text("109.1", "true"))
                    .plus("103", text("103.1", "false"))
                    .plus("8", text("8.2", "0.9"), text("8.3", "1.0"), text("8.4", "1.0"))
                    .plus("33", 1, cv("33.1", LICENCE, "VAR1"))
                    .plus("45", text("45.1", "true"));

    private static Sheet basic(String version) {
        Sheet sheet =
                Sheet.of(CertificateType.TSTRK1007, version)
                        .plus("1", 1, cv("1.1", ASKED_FOR, "IAV1"))
                        .plus("2", cv("2.1", IDENTITY, "IDK1"))
                        .plus("33", 1, cv("33.1", LICENCE, "VAR1"));
        for (int question = 3; question <= 31; question++) {
            if (question != 8 && question != 18 && question != 19) {
                sheet = sheet.plus("" + question, text(question + ".1", "false"));
            }
        }
        return sheet;
    }

    private static final Sheet BASIC_7 =
            basic("7.0").plus("8", text("8.2", "0.9"), text("8.3", "1.0"), text("8.4", "1.0"));
    private static final Sheet BASIC_6 =
            basic("6.8").plus("8", text("8.1", "0.9"), text("8.2", "1.0"), text("8.3", "1.0"));

    @TestFactory
    Stream<DynamicTest> diabetes3() {
        return Verdicts.of(DIABETES)
                .fails("TSTRK1031V3-Q45-REQ 45", "not whether fit", s -> s.without("45"))
                .fails("TSTRK1031V3-Q8-REQ 8", "no acuity", s -> s.without("8"))
                .passesForm("eye disease", s -> s.without("8").set("103.1", "true"))
                .passesForm("sent separately", s -> s.without("8").plus("8", text("8.1", "true")))
                .fails("TSTRK1031V3-Q8-FORBID 8", "both", s -> s.add(text("8.1", "true")))
                .fails(
                        "TSTRK1031V3-Q8-MIN1 8",
                        "neither",
                        s -> s.without("8").plus("8", text("8.1", "false")))
                .fails("TSTRK1031V3-Q8.2-DECIMAL 8.2", "over 2", s -> s.set("8.2", "2.1"))
                .fails("TSTRK1031V3-Q8.2-DECIMAL 8.2", "a comma", s -> s.set("8.2", "1,0"))
                .passes("less than nothing", s -> s.set("8.4", "-2.0"))
                .fails("TSTRK1031V3-Q8-CORRECTED 8", "one low", s -> s.set("8.3", "0.05"))
                .passesForm("one below 0.8", s -> s.set("8.2", "0.75"))
                .fails(
                        "TSTRK1031V3-Q8-CORRECTED 8",
                        "both below 0.8",
                        s -> s.set("8.2", "0.75").set("8.3", "0.75"))
                .passesForm("both together low, group II", s -> s.set("8.4", "0.4"))
                .fails(
                        "TSTRK1031V3-Q8-CORRECTED 8",
                        "both together low, group I",
                        s -> s.set("1.1", ASKED_FOR, "IAV11").set("8.4", "0.4"))
                .fails("TSTRK1031V3-Q109.6-REQ 109.6", "which", s -> tablets(s, "109.5"))
                .passesForm("tablets", s -> tablets(s, "109.2"))
                .fails("TSTRK1031V3-Q109-MIN1 109", "none", s -> s.set("109.1", "false"))
                .fails("TSTRK1031V3-Q109.7-REQ 109.7", "risk", s -> s.add(text("109.2", "true")))
                .failsOfficially(
                        List.of(
                                "TSTRK1031V3-Q109.4-REQ 109.4",
                                "TSTRK1031V3-Q41-REQ 41",
                                "TSTRK1031V3-Q37-REQ 37"),
                        "insulin alone",
                        s -> s.add(text("109.3", "true")))
                .failsOfficially(
                        List.of(
                                "TSTRK1031V3-Q100-REQ 100",
                                "TSTRK1031V3-Q110-REQ 110",
                                "TSTRK1031V3-Q106-REQ 106",
                                "TSTRK1031V3-Q107-REQ 107",
                                "TSTRK1031V3-Q108-REQ 108"),
                        "hypoglycaemias in words that show true",
                        s -> s.plus("37", text("37.1", "untrue")))
                .failsForm(
                        "TSTRK1031V3-Q37.1-BOOL 37.1",
                        "neither yes nor no, which no official rule sees",
                        s -> s.plus("37", text("37.1", "kanske")))
                .failsForm(
                        "TSTRK1031V3-Q34-MAX1 34",
                        "34 twice, which no official rule counts",
                        s ->
                                s.plus("34", 1, text("34.1", "Ögon"))
                                        .plus("34", 2, text("34.1", "Öron")))
                .tests();
    }

    private static Sheet tablets(Sheet sheet, String part) {
        return sheet.add(text(part, "true")).add(text("109.7", "false"));
    }

    @TestFactory
    Stream<DynamicTest> basic7() {
        return Verdicts.of(BASIC_7)
                .fails("TSTRK1007V7-Q3-ONE 3", "no 3", s -> s.without("3"))
                .passesForm("no 9, 11 and 13", s -> s.without("9").without("11").without("13"))
                .fails("TSTRK1007V7-Q12.2-REQ 12.2", "which", s -> s.set("12.1", "true"))
                .passesForm("21 alone", s -> s.set("21.1", "true"))
                .fails("TSTRK1007V7-Q18-REQ 18", "of which type", s -> s.set("17.1", "true"))
                .fails(
                        "TSTRK1007V7-Q19-REQ 19",
                        "type 2",
                        s -> s.set("17.1", "true").plus("18", cv("18.1", ICD, "E11")))
                .fails("TSTRK1007V7-Q25.3-REQ 25.3", "treatment", s -> s.add(text("25.2", "true")))
                .fails("TSTRK1007V7-Q8-CORRECTED 8", "one low", s -> s.set("8.3", "0.05"))
                .passesForm(
                        "one low, other licence",
                        s -> s.set("1.1", ASKED_FOR, "IAV10").set("8.3", "0.05"))
                .fails(
                        "TSTRK1007V7-Q8-CORRECTED 8",
                        "both low, other licence",
                        s -> s.set("1.1", ASKED_FOR, "IAV10").set("8.4", "0.4"))
                .fails(
                        "TSTRK1007V7-Q33.1-CODE 33.1 #1",
                        "VAR12",
                        s -> s.set("33.1", LICENCE, "VAR12"))
                .fails("TSTRK1007V7-DOC-UNKNOWN 35", "35", s -> s.plus("35", text("35.1", "x")))
                .failsForm(
                        "TSTRK1007V7-DOC-UNKNOWN 110",
                        "110",
                        s -> s.plus("110", text("110.1", "x")))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> basic6() {
        return Verdicts.of(BASIC_6)
                .fails("TSTRK1007V6-Q8.3-ONE 8.3", "not both", s -> s.drop("8.3"))
                .passesForm("no upper limit", s -> s.set("8.1", "9"))
                .fails("TSTRK1007V6-Q21.2-REQ 21.2", "when", s -> s.set("21.1", "true"))
                .fails("TSTRK1007V6-Q8-CORRECTED 8", "one low", s -> s.set("8.2", "0.05"))
                .fails("TSTRK1007V6-Q8-CORRECTED 8", "the other low", s -> s.set("8.1", "0.05"))
                .fails(
                        "TSTRK1007V6-Q8-CORRECTED 8",
                        "one low and corrected, but not group II",
                        s -> corrected(s.set("1.1", ASKED_FOR, "IAV10").set("8.2", "0.05")))
                .passesForm("corrected", s -> corrected(s.set("8.2", "0.05")))
                .tests();
    }

    private static Sheet corrected(Sheet sheet) {
        return sheet.add(text("8.4", "1.0")).add(text("8.5", "1.0")).add(text("8.6", "1.0"));
    }
}
