package se.ehealthsdk.certificate.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.internal.rules.Sheet.cv;
import static se.ehealthsdk.certificate.internal.rules.Sheet.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.XmlElement;
import se.ehealthsdk.certificate.document.XmlNode;

/** Verdicts of the official rules that only a run of them showed. */
class OfficialOdditiesTest {

    private static final String TYPES = "urn:riv:clinicalprocess:healthcond:certificate:types:3";
    private static final String BASIS = "KV_FKMU_0001";
    private static final String DEGREE = "KV_FKMU_0003";
    private static final String ICD = "1.2.752.116.1.1.1.1.3";

    private static final Sheet INFECTION_CONTROL =
            Sheet.of(CertificateType.LISJP, "1")
                    .plus("27", text("27.1", "true"))
                    .plus(
                            "6",
                            text("6.1", "Påhittad"),
                            cv("6.2", ICD, "S47"),
                            text("6.3", "Andra"),
                            cv("6.4", ICD, "X99"))
                    .plus(
                            "32",
                            1,
                            cv("32.1", DEGREE, "HELT_NEDSATT"),
                            period("2026-01-07", "2026-01-08"));

    private static Answer.Part period(String start, String end) {
        return new Answer.Part(
                "32.2",
                new Content.Other(
                        List.of(
                                element(
                                        "datePeriod",
                                        List.of(day("start", start), day("end", end))))));
    }

    private static XmlElement day(String name, String value) {
        return element(name, List.of(new XmlNode.Text(value)));
    }

    private static XmlElement element(String name, List<XmlNode> children) {
        return new XmlElement(new QName(TYPES, name, "t"), List.of(), List.of(), children);
    }

    @TestFactory
    Stream<DynamicTest> sickNote_blanks() {
        return Verdicts.of(
                        INFECTION_CONTROL
                                .without("32")
                                .plus(
                                        "32",
                                        1,
                                        cv("32.1", DEGREE, "HELT_NEDSATT"),
                                        new Answer.Part(
                                                "32.2",
                                                new Content.DatePeriod(
                                                        Optional.of(Sheet.TODAY),
                                                        Optional.of(Sheet.TODAY)))))
                .passes("a period as it came", s -> INFECTION_CONTROL)
                .passes(
                        "a blank after a day of the period",
                        s -> s.set(0, period("2026-01-07 ", "2026-01-08")))
                .failsOfficially(
                        List.of("LISJP1-Q32.2-PERIOD 32.2 #1"),
                        "a blank before a day of the period",
                        s -> s.set(0, period("2026-01-07", " 2026-01-08")))
                .passes("blanks around a code system", s -> s.set("6.4", " " + ICD + " ", "X99"))
                .passes(
                        "a code system that the other, read as a pattern, fits",
                        s -> s.set("6.2", ICD.replace('.', 'x'), "S47"))
                .tests();
    }

    @Test
    void partsOutOfPlace_areJudgedAsInTheirQuestion() {
        Sheet base =
                Sheet.of(CertificateType.LISJP, "2.0")
                        .plus("6", text("6.1", "x"), cv("6.2", "1.2.752.116.1.1.1", "S47"))
                        .plus(
                                "32",
                                1,
                                cv("32.1", DEGREE, "HELT_NEDSATT"),
                                new Answer.Part(
                                        "32.2",
                                        new Content.DatePeriod(
                                                Optional.of(Sheet.TODAY),
                                                Optional.of(Sheet.TODAY))))
                        .plus("25", text("25.1", "Övrigt"));
        assertThat(official(base)).isEmpty();
        assertThat(official(base.plus("999", text("1.2", "2026-02-30"))))
                .containsExactly("LISJP2-Q1.2-DATE 1.2");
        assertThat(official(base.plus("999", text("27.1", "false"))))
                .containsExactlyInAnyOrder(
                        "LISJP2-Q27-NEEDS1 1",
                        "LISJP2-Q27-NEEDS28 28",
                        "LISJP2-Q27-NEEDS35 35",
                        "LISJP2-Q27-NEEDS17 17",
                        "LISJP2-Q27-NEEDS39 39");
    }

    private static List<String> official(Sheet sheet) {
        return Verdicts.said(sheet, CheckMode.OFFICIAL);
    }

    @TestFactory
    Stream<DynamicTest> deathCertificate_numbersWithoutBirthday() {
        Sheet base =
                Sheet.of(CertificateType.DB, "1.0")
                        .plus("1", text("1.1", "Körkort"))
                        .plus("2", text("2.1", "true"), text("2.2", "2026-11-20"))
                        .plus(
                                "3",
                                text("3.1", "Kiruna"),
                                cv("3.2", "65f0069f-14b5-4634-b187-5193580a3349", "SJUKHUS"))
                        .plus("4", text("4.1", "false"))
                        .plus("5", text("5.1", "false"))
                        .plus("6", text("6.1", "true"))
                        .plus("7", text("7.1", "false"));
        return Verdicts.of(base)
                .fails("DB1-Q4.1-COORD 4.1", "month 13", s -> s.patient("191213121212"))
                .fails("DB1-Q4.1-COORD 4.1", "day 60", s -> s.patient("191212601212"))
                .passesForm("day 91", s -> s.patient("191212911212"))
                .fails("DB1-Q4.1-COORD 4.1", "day 92", s -> s.patient("191212921212"))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> statement_comparesLetterByLetter() {
        Sheet base =
                Sheet.of(CertificateType.LUSE, "1.0")
                        .plus("1", 1, cv("1.1", BASIS, "UNDERSOKNING"), text("1.2", "2026-11-10"))
                        .plus("2", text("2.1", "2026-11-10"))
                        .plus("3", text("3.1", "false"))
                        .plus("5", text("5.1", "Förlopp"))
                        .plus("6", text("6.1", "Påhittad"), cv("6.2", ICD, "S47"))
                        .plus("7", text("7.1", "Då och där"))
                        .plus("45", text("45.1", "false"))
                        .plus("8", text("8.1", "Funktion"))
                        .plus("17", text("17.1", "Aktivitet"))
                        .plus("22", text("22.1", "Förutsättning"));
        return Verdicts.of(base)
                .passes(
                        "both with a zone",
                        s -> s.set("2.1", "2026-11-10Z").set("1.2", "2026-11-10Z"))
                .failsOfficially(
                        List.of("LUSE1-Q2.1-AFTERBASIS 2.1"),
                        "the same day, with a zone",
                        s -> s.set("2.1", "2026-11-10Z"))
                .tests();
    }
}
