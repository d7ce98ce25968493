package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.CertificateType;

class Lunsp1Test {

    private static final String BASIS = "KV_FKMU_0001";
    private static final String SITUATION = "KV_FKMU_0009";
    private static final String ICD = "1.2.752.116.1.1.1.1.8";

    private static final Sheet BASE =
            Sheet.of(CertificateType.LUNSP, "1.0")
                    .plus("1", 1, cv("1.1", BASIS, "UNDERSOKNING"), text("1.2", "2026-11-20"))
                    .plus("58", 1, text("58.1", "Påhittad diagnos"), cv("58.2", ICD, "C349"))
                    .plus(
                            "52",
                            cv("52.1", SITUATION, "AKUT_LIVSHOTANDE"),
                            text("52.3", "2026-11-10"),
                            text("52.4", "Så här"),
                            text("52.5", "true"),
                            text("52.6", "2027-01-10"))
                    .plus("53", text("53.1", "false"));

    private static Sheet diagnosis(Sheet sheet, int instance) {
        return sheet.plus(
                "58", instance, text("58.1", "Diagnos " + instance), cv("58.2", ICD, "C34"));
    }

    private static Sheet palliative(Sheet sheet) {
        return sheet.without("52").plus("52", cv("52.1", SITUATION, "ENDAST_PALLIATIV"));
    }

    private static Sheet other(Sheet sheet) {
        return sheet.without("52").plus("52", cv("52.1", SITUATION, "ANNAT"));
    }

    @TestFactory
    Stream<DynamicTest> official_verdicts() {
        return Verdicts.of(BASE)
                .passes("52.5 is 1 without 52.6", s -> s.set("52.5", "1").drop("52.6"))
                .passes("52.5 is nonsense without 52.6", s -> s.set("52.5", "x").drop("52.6"))
                .passes("52.5 false with 52.6", s -> s.set("52.5", "false"))
                .passes("an extra 52.2 of garbage", s -> s.add(text("52.2", "garbage")))
                .passes("52.3 garbage", s -> s.set("52.3", "garbage"))
                .passes("52.4 blank", s -> s.set("52.4", " "))
                .passes("52.1 of another system", s -> s.set("52.1", "X", "AKUT_LIVSHOTANDE"))
                .passes("53.1 nonsense", s -> s.set("53.1", "kanske"))
                .passes("53 with only 53.9", s -> s.without("53").plus("53", text("53.9", "x")))
                .passes("svar 999", s -> s.plus("999", text("999.1", "x")))
                .passes("1.4", s -> s.add(text("1.4", "x")))
                .passes("instans 0", s -> s.instance("1", 0, Optional.of(0)))
                .passes("58.3", s -> s.add(text("58.3", "x")))
                .passes("58.2 of a longer system", s -> s.set("58.2", ICD + ".7", "C349"))
                .passes(
                        "58.2 of a system with other dots",
                        s -> s.set("58.2", "1x2x752x116x1x1x1x1x8", "C349"))
                .passes("1.2 in 2199", s -> s.set("1.2", "2199-01-01"))
                .passesForm(
                        "PALLIATIV with 52.2", s -> palliative(s).add(text("52.2", "2026-11-01")))
                .passesForm("ANNAT with 52.7", s -> other(s).add(text("52.7", "Så")))
                .passesForm("52.5 false without 52.6", s -> s.set("52.5", "false").drop("52.6"))
                .passesForm(
                        "five 58", s -> diagnosis(diagnosis(diagnosis(diagnosis(s, 2), 3), 4), 5))
                .passesForm(
                        "the same diagnosis twice",
                        s ->
                                s.plus(
                                        "58",
                                        2,
                                        text("58.1", "Påhittad diagnos"),
                                        cv("58.2", ICD, "C349")))
                .passesForm(
                        "other basis",
                        s ->
                                s.plus(
                                        "1",
                                        2,
                                        cv("1.1", BASIS, "ANNAT"),
                                        text("1.2", "2026-11-20"),
                                        text("1.3", "Brev")))
                .fails("LUNSP1-Q52.2-REQ 52.2", "PALLIATIV without 52.2", Lunsp1Test::palliative)
                .fails("LUNSP1-Q52.7-REQ 52.7", "ANNAT without 52.7", Lunsp1Test::other)
                .fails("LUNSP1-Q52.3-REQ 52.3", "AKUT without 52.3", s -> s.drop("52.3"))
                .fails("LUNSP1-Q52.4-REQ 52.4", "AKUT without 52.4", s -> s.drop("52.4"))
                .fails(
                        "LUNSP1-Q52.5-REQ 52.5",
                        "AKUT without 52.5",
                        s -> s.drop("52.5").drop("52.6"))
                .fails("LUNSP1-Q53-ONE 53", "no 53", s -> s.without("53"))
                .fails("LUNSP1-Q52-ONE 52", "no 52", s -> s.without("52"))
                .fails("LUNSP1-Q52.6-REQ 52.6", "52.5 true without 52.6", s -> s.drop("52.6"))
                .fails("LUNSP1-Q52.1-CODE 52.1", "52.1 unknown", s -> s.set("52.1", SITUATION, "X"))
                .fails("LUNSP1-Q52.1-ONE 52.1", "no 52.1", s -> s.drop("52.1"))
                .fails(
                        "LUNSP1-Q1-INST 1",
                        "no instans in 1",
                        s -> s.instance("1", 0, Optional.empty()))
                .fails(
                        "LUNSP1-Q1-UNIQ 1 #2",
                        "same basis twice",
                        s ->
                                s.plus(
                                        "1",
                                        2,
                                        cv("1.1", BASIS, "UNDERSOKNING"),
                                        text("1.2", "2026-11-20")))
                .fails("LUNSP1-Q1-MIN1 1", "no 1", s -> s.without("1"))
                .fails(
                        "LUNSP1-Q1.1-CODE 1.1 #1",
                        "phone",
                        s -> s.set("1.1", BASIS, "TELEFONKONTAKT"))
                .fails(
                        "LUNSP1-Q1.1-CS 1.1 #1",
                        "another list",
                        s -> s.set("1.1", " " + BASIS, "UNDERSOKNING"))
                .fails("LUNSP1-Q1.1-CV 1.1 #1", "text", s -> s.set("1.1", "UNDERSOKNING"))
                .fails("LUNSP1-Q1.2-DATE 1.2 #1", "no day", s -> s.set("1.2", "2026-02-30"))
                .fails("LUNSP1-Q1.2-ONE 1.2 #1", "no 1.2", s -> s.drop("1.2"))
                .fails(
                        "LUNSP1-Q1.3-REQ 1.3 #1",
                        "other without 1.3",
                        s -> s.set("1.1", BASIS, "ANNAT"))
                .fails(
                        "LUNSP1-Q1.3-FORBID 1.3 #1",
                        "1.3 with another",
                        s -> s.add(text("1.3", "Brev")))
                .fails(
                        "LUNSP1-Q58-MAX5 58",
                        "six 58",
                        s ->
                                diagnosis(
                                        diagnosis(diagnosis(diagnosis(diagnosis(s, 2), 3), 4), 5),
                                        6))
                .fails("LUNSP1-Q58-MIN1 58", "no 58", s -> s.without("58"))
                .fails("LUNSP1-Q58-SUBID 58 #1", "58.11", s -> s.add(text("58.11", "x")))
                .fails(
                        "LUNSP1-Q58-INST 58",
                        "no instans in 58",
                        s -> s.instance("58", 0, Optional.empty()))
                .fails("LUNSP1-Q58.2-ICD 58.2 #1", "F32", s -> s.set("58.2", ICD, "F32"))
                .fails(
                        "LUNSP1-Q58.2-ICDLEN 58.2 #1",
                        "six characters",
                        s -> s.set("58.2", ICD, "A00123"))
                .fails(
                        "LUNSP1-Q58.2-ICDSYS 58.2 #1",
                        "another ICD",
                        s -> s.set("58.2", "1.2.752.116.1.1.1", "C349"))
                .fails("LUNSP1-Q58.1-TEXT 58.1 #1", "58.1 blank", s -> s.set("58.1", " "))
                .failsOfficially(
                        List.of("LUNSP1-Q1-MAX3 1", "LUNSP1-Q1.1-CODE 1.1 #4"),
                        "four 1",
                        s ->
                                s.plus(
                                                "1",
                                                2,
                                                cv("1.1", BASIS, "JOURNALUPPGIFTER"),
                                                text("1.2", "2026-11-20"))
                                        .plus(
                                                "1",
                                                3,
                                                cv("1.1", BASIS, "ANNAT"),
                                                text("1.2", "2026-11-20"),
                                                text("1.3", "Brev"))
                                        .plus(
                                                "1",
                                                4,
                                                cv("1.1", BASIS, "X"),
                                                text("1.2", "2026-11-20")))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> rules_ofTheForm() {
        return Verdicts.of(BASE)
                .failsForm(
                        "LUNSP1-Q1.2-NOTFUTURE 1.2 #1",
                        "basis tomorrow",
                        s -> s.set("1.2", "2026-11-23"))
                .failsForm(
                        "LUNSP1-Q1.3-LEN50 1.3 #2",
                        "1.3 long",
                        s ->
                                s.plus(
                                        "1",
                                        2,
                                        cv("1.1", BASIS, "ANNAT"),
                                        text("1.2", "2026-11-20"),
                                        text("1.3", "x".repeat(51))))
                .failsForm(
                        "LUNSP1-Q58.1-LEN81 58.1 #1",
                        "58.1 long",
                        s -> s.set("58.1", "x".repeat(82)))
                .failsForm(
                        "LUNSP1-Q58.2-ICDSYS 58.2 #1",
                        "58.2 longer system",
                        s -> s.set("58.2", ICD + "5", "C349"))
                .failsForm(
                        "LUNSP1-Q52.1-CS 52.1",
                        "52.1 of another system",
                        s -> s.set("52.1", "X", "AKUT_LIVSHOTANDE"))
                .failsForm(
                        "LUNSP1-Q52.2-FORBID 52.2",
                        "52.2 when acute",
                        s -> s.add(text("52.2", "2026-11-01")))
                .failsForm(
                        "LUNSP1-Q52.7-FORBID 52.7",
                        "52.7 when acute",
                        s -> s.add(text("52.7", "x")))
                .failsForm(
                        "LUNSP1-Q52.4-FORBID 52.4",
                        "52.4 when other",
                        s -> other(s).add(text("52.7", "x")).add(text("52.4", "x")))
                .failsForm(
                        "LUNSP1-Q52.6-FORBID 52.6",
                        "52.6 when 52.5 false",
                        s -> s.set("52.5", "false"))
                .failsForm("LUNSP1-Q52.3-DATE 52.3", "52.3 garbage", s -> s.set("52.3", "garbage"))
                .failsForm(
                        "LUNSP1-Q52.3-NOTFUTURE 52.3",
                        "52.3 tomorrow",
                        s -> s.set("52.3", "2026-11-23"))
                .failsForm(
                        "LUNSP1-Q52.2-NOTFUTURE 52.2",
                        "52.2 tomorrow",
                        s -> palliative(s).add(text("52.2", "2026-11-23")))
                .failsForm(
                        "LUNSP1-Q52.2-DATE 52.2",
                        "52.2 garbage",
                        s -> palliative(s).add(text("52.2", "i går")))
                .failsForm(
                        "LUNSP1-Q52.6-NOTPAST 52.6",
                        "52.6 yesterday",
                        s -> s.set("52.6", "2026-11-21"))
                .failsForm("LUNSP1-Q52.6-DATE 52.6", "52.6 garbage", s -> s.set("52.6", "snart"))
                .failsForm("LUNSP1-Q52.4-TEXT 52.4", "52.4 blank", s -> s.set("52.4", " "))
                .failsForm(
                        "LUNSP1-Q52.4-LEN265 52.4",
                        "52.4 long",
                        s -> s.set("52.4", "x".repeat(266)))
                .failsForm(
                        "LUNSP1-Q52.7-LEN265 52.7",
                        "52.7 long",
                        s -> other(s).add(text("52.7", "x".repeat(266))))
                .failsForm(
                        "LUNSP1-Q52.5-BOOL 52.5",
                        "52.5 nonsense",
                        s -> s.set("52.5", "kanske").drop("52.6"))
                .failsForm("LUNSP1-Q53.1-REQ 53.1", "no 53.1", s -> s.drop("53.1"))
                .failsForm("LUNSP1-Q53.1-BOOL 53.1", "53.1 nonsense", s -> s.set("53.1", "kanske"))
                .failsForm(
                        "LUNSP1-DOC-UNKNOWN 999",
                        "svar 999",
                        s -> s.plus("999", text("999.1", "x")))
                .failsForm("LUNSP1-Q1-SUBID 1 #1", "1.4", s -> s.add(text("1.4", "x")))
                .failsForm(
                        "COM-BUILD-INST 1 #0", "instans 0", s -> s.instance("1", 0, Optional.of(0)))
                .passesForm(
                        "texts at the limit",
                        s -> s.set("52.4", "x".repeat(265)).set("58.1", "x".repeat(81)))
                .passesForm(
                        "52.6 today, 52.3 today, 1.2 today",
                        s ->
                                s.set("52.6", "2026-11-22")
                                        .set("52.3", "2026-11-22")
                                        .set("1.2", "2026-11-22"))
                .tests();
    }
}
