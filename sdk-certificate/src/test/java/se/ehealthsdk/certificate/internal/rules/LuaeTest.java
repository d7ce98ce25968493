package se.ehealthsdk.certificate.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;

class LuaeTest {

    private static final String BASIS = "KV_FKMU_0001";
    private static final String INVESTIGATION = "KV_FKMU_0005";
    private static final String ICD = "1.2.752.116.1.1.1.1.3";

    private static Sheet sources(CertificateType type) {
        return Sheet.of(type, "1.0")
                .plus("1", 1, cv("1.1", BASIS, "UNDERSOKNING"), text("1.2", "2026-11-10"))
                .plus("2", text("2.1", "2020-02-02"))
                .plus("3", text("3.1", "true"))
                .plus(
                        "4",
                        1,
                        cv("4.1", INVESTIGATION, "SKOLHALSOVARD"),
                        text("4.2", "2026-01-01"),
                        text("4.3", "Skolan"))
                .plus("6", text("6.1", "Påhittad"), cv("6.2", ICD, "S47"));
    }

    @TestFactory
    Stream<DynamicTest> reducedCapacity_official_verdicts() {
        Sheet base =
                sources(CertificateType.LUAE_NA)
                        .plus("5", text("5.1", "Förlopp"))
                        .plus("7", text("7.1", "Då och där"))
                        .plus("45", text("45.1", "false"))
                        .plus("8", text("8.1", "Funktion"))
                        .plus("17", text("17.1", "Aktivitet"))
                        .plus("22", text("22.1", "Förutsättning"));
        return Verdicts.of(base)
                .passesForm("24", s -> s.plus("24", text("24.1", "Åtgärd")))
                .passesForm(
                        "occupational health",
                        s -> s.set("4.1", INVESTIGATION, "FORETAGSHALSOVARD"))
                .passesForm("an extra question", s -> s.plus("9001", text("9001.1", "Svar")))
                .fails("LUAENA1-DOC-UNKNOWN 16", "16", s -> s.plus("16", text("16.1", "x")))
                .failsOfficially(
                        List.of("LUAENA1-Q24-MAX1 24"),
                        "two 24",
                        s -> s.plus("24", text("24.1", "x")).plus("24", text("24.1", "x")))
                .fails("LUAENA1-Q8TO14-MIN1 8", "none of 8 to 14", s -> s.without("8"))
                .fails("LUAENA1-Q4-REQ 4", "3.1 true without 4", s -> s.without("4"))
                .fails(
                        "LUAENA1-Q45.2-REQ 45.2",
                        "45.1 true without 45.2",
                        s -> s.set("45.1", "true"))
                .fails("LUAENA1-Q22-ONE 22", "no 22", s -> s.without("22"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> prolongedSchooling_official_verdicts() {
        Sheet base =
                sources(CertificateType.LUAE_FS)
                        .plus("15", text("15.1", "Debut"))
                        .plus("16", text("16.1", "Skolgång"));
        return Verdicts.of(base)
                .passesForm("no investigations", s -> s.set("3.1", "false").without("4"))
                .failsOfficially(
                        List.of("LUAEFS1-Q2.1-AFTERBASIS 2.1"),
                        "2.1 with a zone, on the day of the examination",
                        s -> s.set("2.1", "2026-11-10Z"))
                .fails(
                        "LUAEFS1-Q4.1-CODE 4.1 #1",
                        "occupational health",
                        s -> s.set("4.1", INVESTIGATION, "FORETAGSHALSOVARD"))
                .fails("LUAEFS1-DOC-UNKNOWN 5", "5", s -> s.plus("5", text("5.1", "x")))
                .fails("LUAEFS1-Q15-ONE 15", "no 15", s -> s.without("15"))
                .fails("LUAEFS1-Q16.1-TEXT 16.1", "16 blank", s -> s.set("16.1", " "))
                .passesForm("the type in small letters", LuaeTest::inSmallLetters)
                .fails(
                        "LUAEFS1-Q15-ONE 15",
                        "no 15, the type in small letters",
                        s -> inSmallLetters(s.without("15")))
                .tests();
    }

    private static Sheet inSmallLetters(Sheet sheet) {
        return new Sheet(
                new CertificateType("luae_fs"), sheet.version(), sheet.person(), sheet.answers());
    }

    @Test
    void prefill_theTypeInSmallLetters_isChecked() {
        assertThat(
                        CertificateChecker.create()
                                .checkPrefill(
                                        new CertificateType("luae_fs"),
                                        List.of(Answer.of("999", text("999.1", "x")))))
                .extracting(Finding::rule)
                .containsExactly("LUAEFS1-PREFILL-ANSWER_NOT_FOUND");
    }
}
