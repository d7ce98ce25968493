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
import se.ehealthsdk.certificate.document.Content;

class Ag114Test {

    private static final String BASIS = "KV_FKMU_0001";
    private static final String OCCUPATION = "KV_FKMU_0002";
    private static final String ICD = "1.2.752.116.1.1.1.1.3";

    private static final Sheet BASE =
            Sheet.of(CertificateType.AG1_14, "1")
                    .plus("10", 1, cv("10.1", BASIS, "UNDERSOKNING"), text("10.2", "2026-11-10"))
                    .plus("1", 1, cv("1.1", OCCUPATION, "NUVARANDE_ARBETE"))
                    .plus("2", text("2.1", "Snickare"))
                    .plus("3", text("3.1", "true"))
                    .plus("4", 1, text("4.1", "Påhittad"), cv("4.2", ICD, "S47"))
                    .plus("5", text("5.1", "Kan inte lyfta"))
                    .plus("6", text("6.1", "true"), text("6.2", "Kan sitta"))
                    .plus("7", percent("70.0"), period("2026-11-10", "2026-11-20"))
                    .plus("9", text("9.1", "true"), text("9.2", "Chefen"));

    private static Answer.Part percent(String value) {
        return new Answer.Part("7.1", new Content.Pq(value, "%"));
    }

    private static Answer.Part period(String start, String end) {
        return new Answer.Part(
                "7.2",
                new Content.DatePeriod(
                        Optional.of(LocalDate.parse(start)), Optional.of(LocalDate.parse(end))));
    }

    private static Sheet basis(Sheet sheet, int instance, String code) {
        return sheet.plus("10", instance, cv("10.1", BASIS, code), text("10.2", "2026-11-10"));
    }

    private static Sheet other(Sheet sheet) {
        return sheet.set("10.1", BASIS, "ANNAT");
    }

    @TestFactory
    Stream<DynamicTest> official_verdicts() {
        return Verdicts.of(BASE)
                .passesForm("0 percent", s -> s.set(0, percent("0")))
                .passesForm("100 percent", s -> s.set(0, percent("1e2")))
                .passesForm("no diagnosis", s -> s.set("3.1", "false").without("4"))
                .fails("AG114-Q7.1-RANGE 7.1", "101 percent", s -> s.set(0, percent("100.01")))
                .fails("AG114-Q7.1-RANGE 7.1", "less than nothing", s -> s.set(0, percent("-1")))
                .fails(
                        "AG114-Q7.1-RANGE 7.1",
                        "a very long number",
                        s -> s.set(0, percent("0".repeat(1_000_000))))
                .fails(
                        "AG114-Q7.2-PERIOD 7.2",
                        "end before start",
                        s -> s.set(0, period("2026-11-10", "2026-11-09")))
                .fails("AG114-Q7.2-ONE 7.2", "no period", s -> s.drop("7.2"))
                .fails("AG114-Q4-REQ 4", "no diagnosis to pass on", s -> s.without("4"))
                .fails("AG114-Q4-PAIR 4 #1", "a code without text", s -> s.drop("4.1"))
                .fails("AG114-Q4.1-TEXT 4.1 #1", "a blank diagnosis", s -> s.set("4.1", ""))
                .fails("AG114-Q6.2-REQ 6.2", "capacity not described", s -> s.drop("6.2"))
                .fails("AG114-Q9.2-REQ 9.2", "contact without reason", s -> s.drop("9.2"))
                .fails("AG114-Q3-ONE 3", "no 3", s -> s.without("3"))
                .passesForm("no wish for contact", s -> s.without("9"))
                .passesForm("contact not wanted", s -> s.set("9.1", "false").drop("9.2"))
                .fails(
                        "AG114-Q9.2-FORBID 9.2",
                        "a reason for unwanted contact",
                        s -> s.set("9.1", "false"))
                .passesForm("other basis", s -> other(s).add(text("10.3", "Samtal")))
                .passesForm("basis of today", s -> s.set("10.2", "2026-11-22"))
                .fails("AG114-Q10-MIN1 10", "no basis", s -> s.without("10"))
                .failsOfficially(
                        List.of("AG114-Q10-MAX4 10", "AG114-Q10-UNIQ 10 #5"),
                        "five bases",
                        s -> {
                            Sheet more = basis(s, 2, "TELEFONKONTAKT");
                            more = basis(basis(more, 3, "JOURNALUPPGIFTER"), 4, "ANNAT");
                            return basis(more.set(3, text("10.3", "Samtal")), 5, "UNDERSOKNING");
                        })
                .fails("AG114-Q10-UNIQ 10 #2", "a basis twice", s -> basis(s, 2, "UNDERSOKNING"))
                .fails(
                        "AG114-Q10-INST 10",
                        "basis without instans",
                        s -> s.instance("10", 0, Optional.empty()))
                .fails(
                        "AG114-Q10-SUBID 10 #1",
                        "a part that the basis has not",
                        s -> s.add(text("10.4", "a")))
                .fails(
                        "AG114-Q10.2-NOTFUTURE 10.2 #1",
                        "tomorrow",
                        s -> s.set("10.2", "2026-11-23"))
                .fails("AG114-Q10.3-REQ 10.3 #1", "other, not said what", Ag114Test::other)
                .fails(
                        "AG114-Q10.3-FORBID 10.3 #1",
                        "said what is not other",
                        s -> s.add(text("10.3", "Samtal")))
                .failsForm(
                        "AG114-DOC-UNKNOWN 11",
                        "another question",
                        s -> s.plus("11", text("11.1", "a")))
                .failsForm(
                        "AG114-Q4-SUBID 4 #1",
                        "a part that 4 has not",
                        s -> s.add(text("4.3", "a")))
                .failsForm(
                        "AG114-Q4.2-ICDLEN 4.2 #1", "a long code", s -> s.set("4.2", ICD, "S47001"))
                .failsOfficially(
                        List.of("AG114-Q1.1-CODE 1.1 #1"),
                        "another occupation",
                        s -> s.set("1.1", OCCUPATION, "STUDIER"))
                .tests();
    }
}
