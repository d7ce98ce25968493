package se.ehealthsdk.certificate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.certificate.document.CertificateType.AG7804;
import static se.ehealthsdk.certificate.document.CertificateType.IGRAV;
import static se.ehealthsdk.certificate.document.CertificateType.LISJP;
import static se.ehealthsdk.certificate.document.CertificateType.LUNSP;
import static se.ehealthsdk.certificate.document.CertificateType.LUSE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.XmlNode;

class PrefillTest {

    private static final CertificateChecker CHECKER = CertificateChecker.create();

    private static Answer.Part text(String id, String value) {
        return new Answer.Part(id, new Content.Text(value));
    }

    private static Answer.Part cv(String id, String system, String code) {
        return new Answer.Part(id, new Content.Cv(CodedValue.of(code, system)));
    }

    private static List<String> said(CertificateType type, Answer... answers) {
        return CHECKER.checkPrefill(type, List.of(answers)).stream()
                .peek(each -> assertThat(each.origin()).isEqualTo(Finding.Origin.FORM))
                .map(each -> each.rule() + " " + each.question().orElseThrow())
                .toList();
    }

    @Test
    void prefill_requiresNothing() {
        assertThat(said(LISJP)).isEmpty();
        assertThat(said(LISJP, Answer.of("33", text("33.1", "true")))).isEmpty();
        assertThat(said(LISJP, Answer.of("1", 1, List.of(cv("1.1", "KV_FKMU_0001", "ANNAT")))))
                .isEmpty();
        assertThat(said(LISJP, Answer.of("39", text("39.2", "Vet inte")))).isEmpty();
    }

    @Test
    void prefill_ofASickNote_isClean() {
        assertThat(
                        said(
                                LISJP,
                                Answer.of("27", text("27.1", "false")),
                                Answer.of(
                                        "1",
                                        1,
                                        List.of(
                                                cv("1.1", "KV_FKMU_0001", "FYSISKUNDERSOKNING"),
                                                text("1.2", "2026-11-20"))),
                                Answer.of("28", cv("28.1", "KV_FKMU_0002", "STUDIER")),
                                Answer.of("28", cv("28.1", "KV_FKMU_0002", "NUVARANDE_ARBETE")),
                                Answer.of("29", text("29.1", "Snickare")),
                                Answer.of(
                                        "6",
                                        text("6.1", "Påhittad"),
                                        cv("6.2", "1.2.752.116.1.1.1", "S47")),
                                Answer.of(
                                        "32",
                                        1,
                                        List.of(
                                                cv("32.1", "KV_FKMU_0003", "HALFTEN"),
                                                new Answer.Part(
                                                        "32.2",
                                                        new Content.DatePeriod(
                                                                Optional.of(
                                                                        LocalDate.of(2026, 11, 20)),
                                                                Optional.of(
                                                                        LocalDate.of(
                                                                                2026, 11, 30)))))),
                                Answer.of("26", text("26.1", "true"))))
                .isEmpty();
    }

    @Test
    void unknownQuestion_isNotFound() {
        assertThat(said(LISJP, Answer.of("40", cv("40.1", "KV_FKMU_0004", "EJ_AKTUELLT"))))
                .as("a question of 1.x only")
                .containsExactly("LISJP2-PREFILL-ANSWER_NOT_FOUND 40");
        assertThat(said(LISJP, Answer.of("9001", text("9001.1", "x"))))
                .containsExactly("LISJP2-PREFILL-ANSWER_NOT_FOUND 9001");
        assertThat(said(AG7804, Answer.of("26", text("26.1", "true"))))
                .containsExactly("AG2-PREFILL-ANSWER_NOT_FOUND 26");
        assertThat(said(LUSE, Answer.of("9001", text("9001.1", "x")))).isEmpty();
    }

    @Test
    void unknownPart_isInvalid() {
        assertThat(said(IGRAV, Answer.of("54", text("54.2", "2027-01-01"))))
                .containsExactly("IGRAV1-PREFILL-INVALID_SUB_ANSWER_ID 54.2");
    }

    @Test
    void tooManyAnswers_areCounted() {
        Answer pregnant = Answer.of("54", text("54.1", "2027-01-01"));
        assertThat(said(IGRAV, pregnant, pregnant, pregnant))
                .containsExactly(
                        "IGRAV1-PREFILL-WRONG_NUMBER_OF_ANSWERS 54",
                        "IGRAV1-PREFILL-WRONG_NUMBER_OF_ANSWERS 54");
        assertThat(
                        said(
                                LISJP,
                                Answer.of("35", text("35.1", "a")),
                                Answer.of("35", text("35.1", "b"))))
                .containsExactly("LISJP2-PREFILL-WRONG_NUMBER_OF_ANSWERS 35");
        assertThat(said(LISJP, Answer.of("35", text("35.1", "a"), text("35.1", "b"))))
                .containsExactly("LISJP2-PREFILL-WRONG_NUMBER_OF_ANSWERS 35.1");
        assertThat(said(LISJP, Answer.of("35")))
                .containsExactly("LISJP2-PREFILL-WRONG_NUMBER_OF_ANSWERS 35");
        assertThat(
                        said(
                                LUNSP,
                                IntStream.rangeClosed(1, 6)
                                        .mapToObj(
                                                n -> Answer.of("58", n, List.of(text("58.1", "x"))))
                                        .toArray(Answer[]::new)))
                .containsExactly("LUNSP1-PREFILL-WRONG_NUMBER_OF_ANSWERS 58");
    }

    @Test
    void boolean_thatIsNone_isInvalid() {
        assertThat(said(LISJP, Answer.of("27", text("27.1", "ja"))))
                .containsExactly("LISJP2-PREFILL-INVALID_BOOLEAN_VALUE 27.1");
        assertThat(said(LISJP, Answer.of("27", cv("27.1", "x", "true"))))
                .containsExactly("LISJP2-PREFILL-INVALID_BOOLEAN_VALUE 27.1");
    }

    @Test
    void diagnosis_thatIsNone_isInvalid() {
        assertThat(
                        said(
                                LUNSP,
                                Answer.of(
                                        "58",
                                        1,
                                        List.of(cv("58.2", "1.2.752.116.1.1.1.1.8", "F32")))))
                .containsExactly("LUNSP1-PREFILL-INVALID_DIAGNOSIS_CODE 58.2");
        assertThat(said(LUNSP, Answer.of("58", 1, List.of(cv("58.2", "1.2.3", "C34")))))
                .containsExactly("LUNSP1-PREFILL-INVALID_DIAGNOSIS_CODE 58.2");
        CertificateChecker knowing =
                CertificateChecker.builder().diagnosisCodes(code -> false).build();
        assertThat(
                        knowing.checkPrefill(
                                LISJP,
                                List.of(Answer.of("6", cv("6.2", "1.2.752.116.1.1.1", "S47")))))
                .extracting(Finding::rule)
                .containsExactly("LISJP2-PREFILL-INVALID_DIAGNOSIS_CODE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.752.116.1.1.1", "1.2.752.116.1.1.1.1.3", "1.2.752.116.1.1.1.1.8"})
    void diagnosis_ofAnyIcd10_isTaken(String system) {
        assertThat(said(LISJP, Answer.of("6", cv("6.2", system, "S47")))).isEmpty();
        assertThat(said(LUNSP, Answer.of("58", 1, List.of(cv("58.2", system, "C34"))))).isEmpty();
        assertThat(said(LUSE, Answer.of("6", cv("6.2", system, "C34")))).isEmpty();
    }

    @Test
    void content_ofAnotherKind_isInvalid() {
        assertThat(said(IGRAV, Answer.of("54", text("54.1", "snart"))))
                .containsExactly("IGRAV1-PREFILL-INVALID_FORMAT 54.1");
        assertThat(said(LISJP, Answer.of("28", cv("28.1", "KV_FKMU_0002", "X"))))
                .containsExactly("LISJP2-PREFILL-INVALID_FORMAT 28.1");
        assertThat(said(LISJP, Answer.of("28", text("28.1", "STUDIER"))))
                .containsExactly("LISJP2-PREFILL-INVALID_FORMAT 28.1");
        assertThat(said(LISJP, Answer.of("32", text("32.2", "2026-01-01"))))
                .containsExactly("LISJP2-PREFILL-INVALID_FORMAT 32.2");
        assertThat(said(LISJP, Answer.of("39", text("39.4", "hundra"))))
                .containsExactly("LISJP2-PREFILL-INVALID_FORMAT 39.4");
        assertThat(said(LISJP, Answer.of("29", text("29.1", "x".repeat(10_000_000)))))
                .containsExactly("LISJP2-PREFILL-INVALID_FORMAT 29.1");
        assertThat(
                        said(
                                LISJP,
                                Answer.of(
                                        "29",
                                        new Answer.Part(
                                                "29.1",
                                                new Content.Other(
                                                        List.of(
                                                                new XmlNode.Text("a"),
                                                                new XmlNode.Comment("b")))))))
                .containsExactly("LISJP2-PREFILL-INVALID_FORMAT 29.1");
    }

    @Test
    void dates_thatTheDoctorWillSee_areLeftToTheDraft() {
        assertThat(said(IGRAV, Answer.of("54", text("54.1", "2001-01-01")))).isEmpty();
    }

    @Test
    void type_thatIsNotKnown_isSaid() {
        assertThat(CHECKER.checkPrefill(new CertificateType("TS8071"), List.of()))
                .singleElement()
                .satisfies(each -> assertThat(each.isError()).isFalse());
    }
}
