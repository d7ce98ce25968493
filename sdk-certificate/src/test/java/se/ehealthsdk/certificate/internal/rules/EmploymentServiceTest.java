package se.ehealthsdk.certificate.internal.rules;

import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.document.CertificateType;

class EmploymentServiceTest {

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
                .fails("AF002131-Q1-ONE 1", "no 1", s -> s.without("1"))
                .fails("AF002131-Q2-REQ 2", "1.1 true without 2", s -> s.without("2"))
                .fails("AF002131-Q4-ONE 4", "no 4", s -> s.without("4"))
                .failsOfficially(
                        List.of("AF002131-Q5-MAX1 5"),
                        "two 5",
                        s -> s.plus("5", text("5.1", "Mer")))
                .failsOfficially(
                        List.of("AF002131-Q3-MAX1 3"), "two 3", s -> s.plus("3", text("3.1", "0")))
                .fails("AF002131-Q1.2-REQ 1.2", "yes without words", s -> s.drop("1.2"))
                .fails("AF002131-Q2.2-REQ 2.2", "2.1 alone", s -> s.drop("2.2"))
                .fails("AF002131-Q3.2-FORBID 3.2", "no with words", s -> s.set("3.1", "false"))
                .fails("AF002131-Q4.2-MAX1 4.2", "described twice", s -> s.add(text("4.2", "Mer")))
                .fails("AF002131-Q4.1-ONE 4.1", "4.2 alone", s -> s.drop("4.1"))
                .fails("AF002131-Q2.1-BOOL 2.1", "perhaps", s -> s.set("2.1", "kanske"))
                .fails("AF002131-Q2.2-TEXT 2.2", "blank", s -> s.set("2.2", " \n"))
                .fails("AF002131-Q5.1-TEXT 5.1", "blank 5.1", s -> s.set("5.1", ""))
                .fails("AF002131-Q5-SUBID 5", "5.2", s -> s.add(text("5.2", "x")))
                .fails("AF002131-DOC-UNKNOWN 6", "6", s -> s.plus("6", text("6.1", "x")))
                .fails(
                        "AF002131-DOC-UNKNOWN 9001",
                        "an extra question",
                        s -> s.plus("9001", text("9001.1", "x")))
                .failsOfficially(
                        List.of("COM-S-INST 5 #0"),
                        "number 0",
                        s -> s.instance("5", 0, Optional.of(0)))
                .tests();
    }
}
