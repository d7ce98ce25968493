package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;

class EmploymentServiceTest {

    private static final String BASIS = "FKMU_0001";
    private static final String EXTENT = "1.2.752.129.5.1.2";
    private static final String RETURN = "1.2.752.129.5.1.3";

    @TestFactory
    Stream<DynamicTest> statement_official_verdicts() {
        Sheet base =
                Sheet.of(CertificateType.AF00213, "1.0")
                        .plus("1", text("1.1", "true"), text("1.2", "Svag hand"))
                        .plus("2", text("2.1", "true"), text("2.2", "Kan inte lyfta"))
                        .plus("3", text("3.1", "true"), text("3.2", "Träning"))
                        .plus("4", text("4.1", "true"), text("4.2", "Lättare uppgifter"))
                        .plus("5", text("5.1", "Inget mer"));
        return Verdicts.of(base)
                .passesForm(
                        "as little as can be",
                        s ->
                                Sheet.of(CertificateType.AF00213, "1")
                                        .plus("1", text("1.1", "false"))
                                        .plus("4", text("4.1", "false")))
                .passesForm("no limited activity", s -> s.set("2.1", "false").drop("2.2"))
                .passes("numbers and blanks for true", s -> s.set("3.1", " 1 "))
                .passes("two texts in 5", s -> s.add(text("5.1", "Mer")))
                .fails("AF00213V1-Q1-ONE 1", "no 1", s -> s.without("1"))
                .fails("AF00213V1-Q2-REQ 2", "1.1 true without 2", s -> s.without("2"))
                .fails("AF00213V1-Q4-ONE 4", "no 4", s -> s.without("4"))
                .failsOfficially(
                        List.of("AF00213V1-Q5-MAX1 5"),
                        "two 5",
                        s -> s.plus("5", text("5.1", "Mer")))
                .failsOfficially(
                        List.of("AF00213V1-Q3-MAX1 3"), "two 3", s -> s.plus("3", text("3.1", "0")))
                .fails("AF00213V1-Q1.2-REQ 1.2", "yes without words", s -> s.drop("1.2"))
                .fails("AF00213V1-Q2.2-REQ 2.2", "2.1 alone", s -> s.drop("2.2"))
                .fails("AF00213V1-Q3.2-FORBID 3.2", "no with words", s -> s.set("3.1", "false"))
                .fails("AF00213V1-Q4.2-MAX1 4.2", "described twice", s -> s.add(text("4.2", "Mer")))
                .fails("AF00213V1-Q4.1-ONE 4.1", "4.2 alone", s -> s.drop("4.1"))
                .fails("AF00213V1-Q2.1-BOOL 2.1", "perhaps", s -> s.set("2.1", "kanske"))
                .fails("AF00213V1-Q2.2-TEXT 2.2", "blank", s -> s.set("2.2", " \n"))
                .fails("AF00213V1-Q5.1-TEXT 5.1", "blank 5.1", s -> s.set("5.1", ""))
                .fails("AF00213V1-Q5-SUBID 5", "5.2", s -> s.add(text("5.2", "x")))
                .fails("AF00213V1-DOC-UNKNOWN 6", "6", s -> s.plus("6", text("6.1", "x")))
                .fails(
                        "AF00213V1-DOC-UNKNOWN 9001",
                        "an extra question",
                        s -> s.plus("9001", text("9001.1", "x")))
                .failsOfficially(
                        List.of("COM-S-INST 5 #0"),
                        "number 0",
                        s -> s.instance("5", 0, Optional.of(0)))
                .tests();
    }

    private static Answer.Part quantity(String id, String value, String unit) {
        return new Answer.Part(id, new Content.Pq(value, unit));
    }

    private static Answer.Part period(String start, String end) {
        return new Answer.Part(
                "6.2",
                new Content.DatePeriod(
                        Optional.of(LocalDate.parse(start)), Optional.of(LocalDate.parse(end))));
    }

    @TestFactory
    Stream<DynamicTest> programme_official_verdicts() {
        Sheet base =
                Sheet.of(CertificateType.AF00251, "1.0")
                        .plus("1", 1, cv("1.1", BASIS, "UNDERSOKNING"), text("1.2", "2026-11-10"))
                        .plus(
                                "1",
                                2,
                                cv("1.1", BASIS, "ANNAT"),
                                text("1.2", "2026-11-11"),
                                text("1.3", "Samtal"))
                        .plus(
                                "2",
                                text("2.1", "Kurs"),
                                cv("2.2", EXTENT, "DELTID"),
                                quantity("2.3", "22.0", "h"))
                        .plus("3", text("3.1", "Svag hand"))
                        .plus("4", text("4.1", "Kan inte lyfta"))
                        .plus("5", text("5.1", "true"))
                        .plus(
                                "6",
                                1,
                                quantity("6.1", "44.0", "%"),
                                period("2026-09-01", "2026-09-30"))
                        .plus(
                                "6",
                                2,
                                quantity("6.1", "1e1", "%"),
                                period("2026-10-01", "2026-10-31"))
                        .plus("7", text("7.1", "true"), text("7.2", "Pauser"))
                        .plus(
                                "8",
                                cv("8.1", RETURN, "ATERGA_MED_ANPASSNING"),
                                text("8.2", "Hjälpmedel"));
        return Verdicts.of(base)
                .passesForm(
                        "as little as can be",
                        s ->
                                Sheet.of(CertificateType.AF00251, "1")
                                        .plus("1", 1, cv("1.1", BASIS, "TELEFONKONTAKT"))
                                        .plus("2", cv("2.2", EXTENT, "HELTID"))
                                        .plus("3", text("3.1", "x"))
                                        .plus("4", text("4.1", "x"))
                                        .plus("5", text("5.1", "false"))
                                        .plus("7", text("7.1", "false"))
                                        .plus("8", cv("8.1", RETURN, "KAN_EJ_ATERGA")))
                .passesForm("hours without part-time", s -> s.set("2.2", EXTENT, "OKAND"))
                .passesForm("an absence without degree", s -> s.drop("6.1"))
                .passesForm(
                        "one absence and nothing that prevents",
                        s ->
                                s.without("6")
                                        .plus("6", 1, period("2026-09-01", "2026-09-30"))
                                        .set("5.1", "false"))
                .passesForm(
                        "periods that meet on a day",
                        s -> s.set(1, period("2026-09-30", "2026-10-31")))
                .passesForm(
                        "a later period first", s -> s.set(1, period("2026-08-01", "2026-09-01")))
                .passes(
                        "a period that ends first",
                        s -> s.set(1, period("2026-12-31", "2026-10-01")))
                .passes("a text where the period is", s -> s.set(0, text("6.2", "alltid")))
                .failsForm("AF00251V1-DOC-UNKNOWN 9", "9", s -> s.plus("9", text("9.1", "x")))
                .failsForm("AF00251V1-Q3-SUBID 3", "3.2", s -> s.add(text("3.2", "x")))
                .failsForm(
                        "AF00251V1-Q2.3-UNIT 2.3",
                        "hour",
                        s -> s.set(0, quantity("2.3", "2", "hour")))
                .fails("AF00251V1-Q1-MIN1 1", "no 1", s -> s.without("1"))
                .fails(
                        "AF00251V1-Q1-MAX2 1",
                        "three 1",
                        s -> s.plus("1", 3, cv("1.1", BASIS, "JOURNALUPPGIFTER")))
                .fails("AF00251V1-Q2-MIN1 2", "no 2", s -> s.without("2"))
                .fails("AF00251V1-Q4-MIN1 4", "no 4", s -> s.without("4"))
                .fails("AF00251V1-Q5-MIN1 5", "no 5", s -> s.without("5"))
                .fails(
                        "AF00251V1-Q1.1-CS 1.1 #1",
                        "the list that others name",
                        s -> s.set("1.1", "KV_FKMU_0001", "UNDERSOKNING"))
                .fails(
                        "AF00251V1-Q1.1-CODE 1.1 #1",
                        "a relative",
                        s -> s.set("1.1", BASIS, "ANHORIG"))
                .fails(
                        "AF00251V1-Q1.3-REQ 1.3 #1",
                        "other without words",
                        s -> s.set("1.1", BASIS, "ANNAT"))
                .fails(
                        "AF00251V1-Q1.3-REQ 1.3 #1",
                        "a 3 in the clear text",
                        s ->
                                s.set(
                                        0,
                                        new Answer.Part(
                                                "1.1",
                                                new Content.Cv(
                                                        CodedValue.of(
                                                                "UNDERSOKNING", BASIS, "rum 3")))))
                .failsOfficially(
                        List.of("AF00251V1-Q1.3-REQ 1.3"),
                        "other in another question",
                        s -> s.plus("9", cv("1.1", BASIS, "ANNAT")))
                .fails("AF00251V1-Q1.2-DATE 1.2 #1", "no date", s -> s.set("1.2", "2026-02-30"))
                .fails("AF00251V1-Q2.3-REQ 2.3", "part-time without hours", s -> s.drop("2.3"))
                .fails(
                        "AF00251V1-Q2.3-PQ 2.3",
                        "0 hours",
                        s -> s.set(0, quantity("2.3", "0.0", "h")))
                .fails(
                        "AF00251V1-Q2.3-PQ 2.3",
                        "40 hours",
                        s -> s.set(0, quantity("2.3", "40", "h")))
                .fails("AF00251V1-Q2.3-PQ 2.3", "NaN", s -> s.set(0, quantity("2.3", "NaN", "h")))
                .fails("AF00251V1-Q2.3-PQ 2.3", "INF", s -> s.set(0, quantity("2.3", "INF", "h")))
                .fails(
                        "AF00251V1-Q2.3-PQ 2.3",
                        "a wrong unit",
                        s -> s.set(0, quantity("2.3", "22", "fel")))
                .fails("AF00251V1-Q2.3-PQ 2.3", "text", s -> s.set("2.3", "22 h"))
                .fails("AF00251V1-Q6.1-PQ 6.1 #1", "0 %", s -> s.set(0, quantity("6.1", "0", "%")))
                .fails(
                        "AF00251V1-Q6.1-PQ 6.1 #1",
                        "101 %",
                        s -> s.set(0, quantity("6.1", "101", "%")))
                .fails("AF00251V1-Q6.2-ONE 6.2 #1", "no period", s -> s.drop("6.2"))
                .fails(
                        "AF00251V1-Q6-OVERLAP 6.2 #2",
                        "periods that overlap",
                        s -> s.set(1, period("2026-09-29", "2026-10-31")))
                .fails(
                        "AF00251V1-Q6-OVERLAP 6.2 #3",
                        "a period around the others",
                        s -> s.plus("6", 3, period("2026-01-01", "2026-12-31")))
                .fails(
                        "AF00251V1-Q6-FORBID 6",
                        "two absences and nothing that prevents",
                        s -> s.set("5.1", "false"))
                .fails(
                        "AF00251V1-Q6-MAX4 6",
                        "five absences",
                        s ->
                                s.plus("6", 3, period("2026-01-01", "2026-01-02"))
                                        .plus("6", 4, period("2026-02-01", "2026-02-02"))
                                        .plus("6", 5, period("2026-03-01", "2026-03-02")))
                .fails("AF00251V1-Q5.1-BOOL 5.1", "perhaps", s -> s.set("5.1", "kanske"))
                .fails("AF00251V1-Q7.2-REQ 7.2", "no adaptations", s -> s.drop("7.2"))
                .fails("AF00251V1-Q8.2-REQ 8.2", "return without words", s -> s.drop("8.2"))
                .fails("AF00251V1-Q8.1-CODE 8.1", "another code", s -> s.set("8.1", RETURN, "NEJ"))
                .tests();
    }
}
