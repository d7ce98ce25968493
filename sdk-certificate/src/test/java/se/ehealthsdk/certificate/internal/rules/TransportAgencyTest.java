package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;

class TransportAgencyTest {

    private static final String ASKED = "24c41b8d-258a-46bf-a08a-b90738b28770";
    private static final String JUDGED = "e889fa20-1dee-4f79-8b37-03853e75a9f8";
    private static final String IDENTITY = "e7cc8f30-a353-4c42-b17a-a189b6876647";
    private static final String UNFIT = "1.2.752.129.5.1.4";
    private static final String ICD = "1.2.752.116.1.1.1.1.3";

    private static Answer.Part year(String id, String value) {
        return new Answer.Part(id, new Content.PartialDate("YYYY", value));
    }

    @TestFactory
    Stream<DynamicTest> certificate_official_verdicts() {
        Sheet base =
                Sheet.of(CertificateType.TSTRK1062, "1.0")
                        .plus("1", 1, cv("1.1", ASKED, "IAV11"))
                        .plus("1", 2, cv("1.1", ASKED, "IAV9"))
                        .plus("2", cv("2.1", IDENTITY, "IDK1"))
                        .plus(
                                "51",
                                1,
                                cv("51.1", ICD, "F900"),
                                text("51.2", "Adhd"),
                                year("51.3", "2018"))
                        .plus("51", 2, cv("51.1", ICD, "B02"), year("51.3", "2017"))
                        .plus("53", text("53.1", "true"))
                        .plus("54", text("54.1", "true"))
                        .plus("55", text("55.1", "Medicin"))
                        .plus("56", text("56.1", "true"))
                        .plus("57", text("57.1", "false"))
                        .plus("58", text("58.1", "true"))
                        .plus("60", text("60.1", "Lindrigt"))
                        .plus("61", cv("61.1", "", "false"))
                        .plus("32", text("32.1", "Inget mer"))
                        .plus("33", 1, cv("33.1", JUDGED, "VAR12"))
                        .plus("33", 2, cv("33.1", JUDGED, "VAR18"));
        return Verdicts.of(base)
                .passesForm(
                        "a diagnosis in words, never treated",
                        s ->
                                Sheet.of(CertificateType.TSTRK1062, "1")
                                        .plus("1", 1, cv("1.1", ASKED, "IAV1"))
                                        .plus("2", cv("2.1", IDENTITY, "IDK1"))
                                        .plus("52", text("52.1", "Adhd"), year("52.2", "2018"))
                                        .plus("53", text("53.1", "false"))
                                        .plus("60", text("60.1", "Lindrigt"))
                                        .plus("61", cv("61.1", "", "true"))
                                        .plus("33", 1, cv("33.1", JUDGED, "VAR11")))
                .passesForm(
                        "treatment that ended",
                        s ->
                                s.without("55")
                                        .without("56")
                                        .without("57")
                                        .without("58")
                                        .set("54.1", "false")
                                        .plus(
                                                "59",
                                                text("59.1", "2019-01-10"),
                                                text("59.2", "Slut")))
                .passesForm("no more to say", s -> s.without("32"))
                .passesForm(
                        "another code in 61", s -> s.set("61.1", "2.16.840.1.113883.5.1008", "NA"))
                .passesForm(
                        "words in 2, 58 and 61",
                        s -> s.set("2.1", "x").set("58.1", "x").set("61.1", "x"))
                .passesForm("another identity", s -> s.set("2.1", "annat", "IDK9"))
                .failsForm(
                        "TSTRK1062V1-Q51.1-ICDSYS 51.1 #1",
                        "a code system that is nearly right",
                        s -> s.set("51.1", ICD.replace('.', 'x'), "F900"))
                .failsForm(
                        "TSTRK1062V1-Q56.1-BOOL 56.1",
                        "true as a code",
                        s -> s.set("56.1", "", "true"))
                .fails("TSTRK1062V1-Q1-MIN1 1", "no 1", s -> s.without("1"))
                .fails("TSTRK1062V1-Q1.1-CODE 1.1 #1", "IAV10", s -> s.set("1.1", ASKED, "IAV10"))
                .fails("TSTRK1062V1-Q1.1-CODE 1.1 #1", "IAV18", s -> s.set("1.1", ASKED, "IAV18"))
                .fails("TSTRK1062V1-Q2-ONE 2", "no 2", s -> s.without("2"))
                .fails("TSTRK1062V1-Q33-MIN1 33", "no 33", s -> s.without("33"))
                .fails(
                        "TSTRK1062V1-Q33.1-CODE 33.1 #1",
                        "VAR10",
                        s -> s.set("33.1", JUDGED, "VAR10"))
                .fails("TSTRK1062V1-Q53-ONE 53", "no 53", s -> s.without("53"))
                .fails("TSTRK1062V1-Q60-ONE 60", "no 60", s -> s.without("60"))
                .fails("TSTRK1062V1-Q61-ONE 61", "no 61", s -> s.without("61"))
                .fails("TSTRK1062V1-Q51-OR52 51", "no diagnosis", s -> s.without("51"))
                .fails(
                        "TSTRK1062V1-Q51-OR52 51",
                        "two in words",
                        s ->
                                s.without("51")
                                        .plus("52", 1, text("52.1", "x"), year("52.2", "2018"))
                                        .plus("52", 2, text("52.1", "x"), year("52.2", "2018")))
                .fails(
                        "TSTRK1062V1-Q52-FORBID 52",
                        "in code and in words",
                        s -> s.plus("52", text("52.1", "x"), year("52.2", "2018")))
                .fails("TSTRK1062V1-Q51.1-ICD 51.1 #1", "F90", s -> s.set("51.1", ICD, "F90"))
                .fails(
                        "TSTRK1062V1-Q51.1-ICDLEN 51.1 #1",
                        "six signs",
                        s -> s.set("51.1", ICD, "F90000"))
                .fails(
                        "TSTRK1062V1-Q51.1-ICDSYS 51.1 #1",
                        "a code system with a sign more",
                        s -> s.set("51.1", ICD + "1", "F900"))
                .fails("TSTRK1062V1-Q51.3-ONE 51.3 #1", "no year", s -> s.drop("51.3"))
                .fails(
                        "TSTRK1062V1-Q51.3-YEAR 51.3 #1",
                        "a year as text",
                        s -> s.set("51.3", "2018"))
                .fails(
                        "TSTRK1062V1-Q51.3-YEAR 51.3 #1",
                        "year and month",
                        s -> s.set(0, year("51.3", "2018-01")))
                .fails("TSTRK1062V1-Q54-REQ 54", "treated, and no 54", s -> s.without("54"))
                .fails("TSTRK1062V1-Q55-REQ 55", "no 55", s -> s.without("55"))
                .fails("TSTRK1062V1-Q56-REQ 56", "no 56", s -> s.without("56"))
                .fails("TSTRK1062V1-Q57-REQ 57", "no 57", s -> s.without("57"))
                .fails("TSTRK1062V1-Q58-REQ 58", "no 58", s -> s.without("58"))
                .fails("TSTRK1062V1-Q59-REQ 59", "ended, and no 59", s -> s.set("54.1", "false"))
                .fails(
                        "TSTRK1062V1-Q59.2-ONE 59.2",
                        "ended without a reason",
                        s ->
                                s.set("54.1", "0")
                                        .plus("59", text("59.1", "2019-01-10"))
                                        .set("54.1", "false"))
                .fails(
                        "TSTRK1062V1-Q59.1-DATE 59.1",
                        "a partial date",
                        s -> s.plus("59", year("59.1", "2019"), text("59.2", "x")))
                .fails("TSTRK1062V1-Q53.1-BOOL 53.1", "perhaps", s -> s.set("53.1", "kanske"))
                .fails(
                        "TSTRK1062V1-Q33-EXCL 33.1",
                        "no opinion and another",
                        s -> s.set("33.1", JUDGED, "VAR11"))
                .fails("TSTRK1062V1-DOC-UNKNOWN 3", "3", s -> s.plus("3", text("3.1", "x")))
                .fails("TSTRK1062V1-Q32-SUBID 32", "32.2", s -> s.add(text("32.2", "x")))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> report_official_verdicts() {
        Sheet base =
                Sheet.of(CertificateType.TSTRK1009, "1.0")
                        .plus("2", cv("2.1", IDENTITY, "IDK6"))
                        .plus("46", cv("46.1", UNFIT, "OLAMPLIGHET"))
                        .plus("47", text("47.1", "Svimmar"))
                        .plus("48", text("48.1", "2026-11-22"))
                        .plus("1", 1, cv("1.1", JUDGED, "VAR12"))
                        .plus("1", 2, cv("1.1", JUDGED, "VAR9"))
                        .plus("49", text("49.1", "true"));
        return Verdicts.of(base)
                .passesForm(
                        "no opinion",
                        s -> s.without("1").plus("1", 1, cv("1.1", JUDGED, "VAR11")).without("49"))
                .passesForm("likely unfit", s -> s.set("46.1", UNFIT, "SANNOLIK_OLAMPLIGHET"))
                .failsForm(
                        "TSTRK1009V1-Q46.1-CODE 46.1",
                        "a code around the word",
                        s -> s.set("46.1", UNFIT, "EJ_OLAMPLIGHET"))
                .failsForm("TSTRK1009V1-DOC-UNKNOWN 50", "50", s -> s.plus("50", text("50.1", "x")))
                .fails(
                        "TSTRK1009V1-Q1-EXCL 1.1",
                        "no opinion and another",
                        s -> s.set("1.1", JUDGED, "VAR11"))
                .failsOfficially(
                        List.of("TSTRK1009V1-Q1-EXCL 1.1"),
                        "no opinion, and another in a question that is not of the form",
                        s ->
                                s.without("1")
                                        .plus("1", 1, cv("1.1", JUDGED, "VAR11"))
                                        .plus("50", cv("1.1", JUDGED, "VAR1")))
                .fails("TSTRK1009V1-Q1-MIN1 1", "no 1", s -> s.without("1"))
                .fails(
                        "TSTRK1009V1-Q1-INST 1",
                        "no number",
                        s -> s.instance("1", 0, Optional.empty()).instance("1", 1, Optional.of(1)))
                .fails("TSTRK1009V1-Q1.1-CODE 1.1 #1", "VAR10", s -> s.set("1.1", JUDGED, "VAR10"))
                .fails("TSTRK1009V1-Q1.1-CS 1.1 #1", "IAV's list", s -> s.set("1.1", ASKED, "VAR1"))
                .fails("TSTRK1009V1-Q2-ONE 2", "no 2", s -> s.without("2"))
                .fails("TSTRK1009V1-Q2.1-CODE 2.1", "IDK7", s -> s.set("2.1", IDENTITY, "IDK7"))
                .fails("TSTRK1009V1-Q46-ONE 46", "no 46", s -> s.without("46"))
                .fails("TSTRK1009V1-Q46.1-CODE 46.1", "fit", s -> s.set("46.1", UNFIT, "LAMPLIG"))
                .fails("TSTRK1009V1-Q47.1-TEXT 47.1", "blank", s -> s.set("47.1", " "))
                .fails(
                        "TSTRK1009V1-Q48.1-NOTFUTURE 48.1",
                        "tomorrow",
                        s -> s.set("48.1", "2026-11-23"))
                .fails("TSTRK1009V1-Q48.1-DATE 48.1", "no date", s -> s.set("48.1", "igår"))
                .fails("TSTRK1009V1-Q49.1-BOOL 49.1", "perhaps", s -> s.set("49.1", "kanske"))
                .fails("TSTRK1009V1-Q47-SUBID 47", "47.2", s -> s.add(text("47.2", "x")))
                .tests();
    }
}
