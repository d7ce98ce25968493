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
                .failsOfficially(
                        List.of("AG114-Q1.1-CODE 1.1 #1"),
                        "another occupation",
                        s -> s.set("1.1", OCCUPATION, "STUDIER"))
                .tests();
    }
}
