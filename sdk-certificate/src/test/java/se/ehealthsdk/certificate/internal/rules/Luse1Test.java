package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.CertificateType;

class Luse1Test {

    private static final String BASIS = "KV_FKMU_0001";
    private static final String INVESTIGATION = "KV_FKMU_0005";
    private static final String ICD = "1.2.752.116.1.1.1.1.3";
    private static final String KSH = "1.2.752.116.1.3.1.4.1";

    private static final Sheet MINIMAL =
            Sheet.of(CertificateType.LUSE, "1.0")
                    .plus("1", 1, cv("1.1", BASIS, "UNDERSOKNING"), text("1.2", "2026-11-10"))
                    .plus("2", text("2.1", "2020-02-02"))
                    .plus("3", text("3.1", "false"))
                    .plus("5", text("5.1", "Förlopp"))
                    .plus("6", text("6.1", "Påhittad"), cv("6.2", ICD, "S47"))
                    .plus("7", text("7.1", "Då och där"))
                    .plus("45", text("45.1", "false"))
                    .plus("8", text("8.1", "Funktion"))
                    .plus("17", text("17.1", "Aktivitet"))
                    .plus("22", text("22.1", "Förutsättning"));

    private static final Sheet FULL = full();

    private static Sheet full() {
        Sheet sheet =
                MINIMAL.plus(
                                "1",
                                2,
                                cv("1.1", BASIS, "JOURNALUPPGIFTER"),
                                text("1.2", "2026-11-11"))
                        .plus("1", 3, cv("1.1", BASIS, "ANHORIG"), text("1.2", "2026-11-12"))
                        .plus(
                                "1",
                                4,
                                cv("1.1", BASIS, "ANNAT"),
                                text("1.2", "2026-11-13"),
                                text("1.3", "Brev"))
                        .set("3.1", "true")
                        .plus(
                                "4",
                                1,
                                cv("4.1", INVESTIGATION, "PSYKOLOG"),
                                text("4.2", "2026-01-01"),
                                text("4.3", "Kliniken"))
                        .plus(
                                "4",
                                2,
                                cv("4.1", INVESTIGATION, "PSYKOLOG"),
                                text("4.2", "2026-01-02"),
                                text("4.3", "Kliniken"))
                        .plus(
                                "4",
                                3,
                                cv("4.1", INVESTIGATION, "LOGOPED"),
                                text("4.2", "2026-01-03"),
                                text("4.3", "Kliniken"))
                        .set("45.1", "true")
                        .add(text("45.2", "Den"))
                        .add(text("6.3", "Andra"))
                        .add(cv("6.4", ICD, "X99"))
                        .add(text("6.5", "Tredje"))
                        .add(cv("6.6", ICD, "F320"))
                        .plus("26", text("26.1", "true"), text("26.2", "Ring"));
        for (String question :
                List.of("9", "10", "11", "12", "13", "14", "18", "19", "20", "21", "23", "25")) {
            sheet = sheet.plus(question, text(question + ".1", "Text"));
        }
        return sheet.plus("9001", text("9001.1", "Svar"));
    }

    private static Sheet relative(Sheet sheet, String day) {
        return sheet.plus("1", 2, cv("1.1", BASIS, "ANHORIG"), text("1.2", day));
    }

    private static Sheet investigation(Sheet sheet, int instance) {
        return sheet.plus(
                "4",
                instance,
                cv("4.1", INVESTIGATION, "PSYKOLOG"),
                text("4.2", "2026-01-01"),
                text("4.3", "Kliniken"));
    }

    @TestFactory
    Stream<DynamicTest> official_verdicts() {
        return Verdicts.of(MINIMAL)
                .passesForm("all questions answered", s -> FULL)
                .passesForm("2.1 on the day of the examination", s -> s.set("2.1", "2026-11-10"))
                .passesForm(
                        "2.1 late with record data only",
                        s -> s.set("1.1", BASIS, "JOURNALUPPGIFTER").set("2.1", "2026-11-12"))
                .passes(
                        "4.2 in 2099",
                        s -> investigation(s.set("3.1", "true"), 1).set("4.2", "2099-01-01"))
                .passesForm(
                        "same kind of investigation twice",
                        s -> investigation(investigation(s.set("3.1", "true"), 1), 2))
                .passesForm("KSH97", s -> s.set("6.2", KSH, "S47"))
                .passesForm("26.1 true alone", s -> s.plus("26", text("26.1", "true")))
                .passesForm("only 14 of 8 to 14", s -> s.without("8").plus("14", text("14.1", "x")))
                .passes("1.2 in 2199", s -> s.set("1.2", "2199-01-01"))
                .passes("9001 with 1.7", s -> s.plus("9001", text("1.7", "x")))
                .passes(
                        "9000 twice and blank",
                        s -> s.plus("9000", text("9000.1", " ")).plus("9000", text("9000.1", "x")))
                .fails("LUSE1-DOC-UNKNOWN 16", "svar 16", s -> s.plus("16", text("16.1", "x")))
                .fails("LUSE1-DOC-UNKNOWN 24", "svar 24", s -> s.plus("24", text("24.1", "x")))
                .fails("LUSE1-DOC-UNKNOWN 15", "svar 15", s -> s.plus("15", text("15.1", "x")))
                .fails(
                        "LUSE1-DOC-UNKNOWN 10000",
                        "svar 10000",
                        s -> s.plus("10000", text("10000.1", "x")))
                .fails(
                        "LUSE1-Q2.1-AFTERBASIS 2.1",
                        "2.1 later than the relative",
                        s -> relative(s, "2026-11-08").set("2.1", "2026-11-09"))
                .fails(
                        "LUSE1-Q2.1-AFTERBASIS 2.1",
                        "2.1 one day late",
                        s -> s.set("2.1", "2026-11-11"))
                .fails("LUSE1-Q4-MAX3 4", "four 4", s -> investigation(FULL, 4))
                .fails("LUSE1-Q2-ONE 2", "no 2", s -> s.without("2"))
                .failsOfficially(
                        List.of("LUSE1-Q26.2-FORBID 26.2"),
                        "26.1 0 with 26.2",
                        s -> s.plus("26", text("26.1", "0"), text("26.2", "Ring")))
                .fails(
                        "LUSE1-Q26.2-FORBID 26.2",
                        "26.1 false with 26.2",
                        s -> s.plus("26", text("26.1", "false"), text("26.2", "Ring")))
                .fails(
                        "LUSE1-Q26.1-ONE 26.1",
                        "26.2 alone",
                        s -> s.plus("26", text("26.2", "Ring")))
                .fails(
                        "LUSE1-Q45.2-FORBID 45.2",
                        "45.1 false with 45.2",
                        s -> s.add(text("45.2", "Den")))
                .fails("LUSE1-Q45.2-REQ 45.2", "45.1 true without", s -> s.set("45.1", "true"))
                .fails("LUSE1-Q45.2-MAX1 45.2", "45.2 twice", s -> FULL.add(text("45.2", "Den")))
                .fails("LUSE1-Q8TO14-MIN1 8", "none of 8 to 14", s -> s.without("8"))
                .fails("LUSE1-Q4-FORBID 4", "3.1 false with 4", s -> investigation(s, 1))
                .fails("LUSE1-Q4-REQ 4", "3.1 true without 4", s -> s.set("3.1", "true"))
                .fails(
                        "LUSE1-Q4.1-CODE 4.1 #1",
                        "SKOLHALSOVARD",
                        s -> FULL.set("4.1", INVESTIGATION, "SKOLHALSOVARD"))
                .fails(
                        "LUSE1-Q1.1-CODE 1.1 #1",
                        "TELEFONKONTAKT",
                        s -> s.set("1.1", BASIS, "TELEFONKONTAKT"))
                .fails("LUSE1-Q4.3-ONE 4.3 #1", "no 4.3", s -> FULL.drop("4.3"))
                .fails("LUSE1-Q6-ONE 6", "no 6", s -> s.without("6"))
                .fails("LUSE1-Q6.2-ICD 6.2", "F32", s -> s.set("6.2", ICD, "F32"))
                .fails(
                        "LUSE1-Q6.2-ICDSYS 6.2",
                        "another ICD",
                        s -> s.set("6.2", "1.2.752.116.1.1.1", "S47"))
                .fails("LUSE1-Q6-PAIR2 6", "6.4 without 6.3", s -> s.add(cv("6.4", ICD, "X99")))
                .fails(
                        "LUSE1-Q6-SAMESYS 6",
                        "two systems",
                        s -> s.add(text("6.3", "x")).add(cv("6.4", KSH, "X99")))
                .fails(
                        "LUSE1-Q9XXX-UNIQ",
                        "9001 twice",
                        s -> s.plus("9001", text("9001.1", "x")).plus("9001", text("9001.1", "x")))
                .fails(
                        "LUSE1-Q9XXX-ONE",
                        "9001 with two",
                        s -> s.plus("9001", text("9001.1", "x"), text("9001.2", "x")))
                .fails("COM-S-INST 1 #0", "instans 0", s -> s.instance("1", 0, Optional.of(0)))
                .fails("LUSE1-Q22-ONE 22", "no 22", s -> s.without("22"))
                .fails("LUSE1-Q23.1-TEXT 23.1", "23.1 blank", s -> s.plus("23", text("23.1", " ")))
                .fails("LUSE1-Q1-MIN1 1", "no 1", s -> s.without("1"))
                .fails("LUSE1-Q17-SUBID 17", "17.2", s -> s.add(text("17.2", "x")))
                .fails("LUSE1-Q3.1-BOOL 3.1", "3.1 nonsense", s -> s.set("3.1", "ja"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> rules_ofTheForm() {
        return Verdicts.of(FULL)
                .failsForm(
                        "LUSE1-Q1.2-NOTFUTURE 1.2 #1",
                        "basis tomorrow",
                        s -> s.set("1.2", "2026-11-23"))
                .failsForm(
                        "LUSE1-Q2.1-NOTFUTURE 2.1",
                        "known tomorrow",
                        s -> MINIMAL.set("1.1", BASIS, "JOURNALUPPGIFTER").set("2.1", "2026-11-23"))
                .failsForm(
                        "LUSE1-Q4.2-NOTFUTURE 4.2 #1",
                        "investigated tomorrow",
                        s -> s.set("4.2", "2026-11-23"))
                .failsForm("COM-J-REASON 2.1", "known since 1900", s -> s.set("2.1", "1900-01-01"))
                .failsForm(
                        "LUSE1-Q1.3-LEN3500 1.3 #4",
                        "1.3 long",
                        s -> s.set(3, text("1.3", "x".repeat(3501))))
                .failsForm(
                        "LUSE1-Q5.1-LEN3500 5.1", "5.1 long", s -> s.set("5.1", "x".repeat(3501)))
                .failsForm(
                        "LUSE1-Q8.1-LEN3500 8.1", "8.1 long", s -> s.set("8.1", "x".repeat(3501)))
                .failsForm(
                        "LUSE1-Q45.2-LEN3500 45.2",
                        "45.2 long",
                        s -> s.set("45.2", "x".repeat(3501)))
                .failsForm(
                        "LUSE1-Q23.1-LEN3500 23.1",
                        "23.1 long",
                        s -> s.set("23.1", "x".repeat(3501)))
                .failsForm(
                        "LUSE1-Q25.1-LEN2700 25.1",
                        "25.1 long",
                        s -> s.set("25.1", "x".repeat(2701)))
                .failsForm(
                        "LUSE1-Q26.2-LEN3500 26.2",
                        "26.2 long",
                        s -> s.set("26.2", "x".repeat(3501)))
                .failsForm(
                        "LUSE1-Q6.2-ICDSYS 6.2",
                        "system with more",
                        s -> MINIMAL.set("6.2", ICD + "5", "S47"))
                .failsForm("COM-BUILD-BOOL 3.1", "3.1 as 1", s -> s.set("3.1", "1"))
                .tests();
    }
}
