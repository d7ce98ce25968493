package se.ehealthsdk.certificate.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.HealthcareProfessional;
import se.ehealthsdk.certificate.document.Identifier;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.IssuingUnit;
import se.ehealthsdk.certificate.document.CareProvider;
import se.ehealthsdk.certificate.document.Patient;
import se.ehealthsdk.certificate.internal.rules.RuleRegistry;

/**
 * Fifty thousand answers to a question. A rule that compared each with each would take minutes where this takes part of a
 * second.
 */
@Timeout(300)
class ManyAnswersTest {

    private static final int MANY = 50_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static List<RuleSet> types() {
        return RuleRegistry.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void check_manyAnswersToAQuestion_takesTimeByTheirNumber(RuleSet rules) {
        for (String question : rules.questions()) {
            List<Answer> answers = new ArrayList<>(MANY);
            for (int i = 1; i <= MANY; i++) {
                answers.add(answer(question, i));
            }
            assertThat(check(rules, answers)).as(question).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void check_manyPartsInAnAnswer_takesTimeByTheirNumber(RuleSet rules) {
        for (String question : rules.questions()) {
            List<Answer.Part> parts = new ArrayList<>(MANY);
            for (int i = 1; i <= MANY; i++) {
                parts.add(new Answer.Part(question + ".1", new Content.Text("true")));
            }
            assertThat(check(rules, List.of(Answer.of(question, 1, parts)))).as(question).isNotEmpty();
        }
    }

    private static Answer answer(String question, int i) {
        LocalDate day = TODAY.minusDays(MANY).plusDays(i);
        return Answer.of(
                question,
                i,
                List.of(
                        new Answer.Part(
                                question + ".1",
                                new Content.Cv(CodedValue.of("C" + i, "KV_FKMU_0003"))),
                        new Answer.Part(
                                question + ".2",
                                question.equals("32")
                                        ? new Content.DatePeriod(Optional.of(day), Optional.of(day))
                                        : new Content.Text(day.toString())),
                        new Answer.Part(question + ".3", new Content.Text("a"))));
    }

    private static List<?> check(RuleSet rules, List<Answer> answers) {
        Identifier id = Identifier.of(Identifier.HSA_ID, "SE1");
        Intyg intyg =
                Intyg.builder()
                        .id(id)
                        .type(rules.type(), rules.major() + ".0")
                        .patient(
                                new Patient(
                                        Identifier.of(Identifier.PERSONNUMMER, "191212121212"),
                                        "",
                                        "",
                                        Optional.empty(),
                                        "",
                                        "",
                                        "",
                                        Optional.empty()))
                        .issuer(
                                new HealthcareProfessional(
                                        id,
                                        "",
                                        Optional.empty(),
                                        List.of(),
                                        new IssuingUnit(
                                                id,
                                                id,
                                                "",
                                                "",
                                                "",
                                                "",
                                                "",
                                                Optional.empty(),
                                                new CareProvider(id, "", List.of()),
                                                List.of()),
                                        List.of(),
                                        List.of()))
                        .answers(answers)
                        .build();
        return rules.check(
                new Subject(intyg, TODAY, null, null, new SchemaFindings()), CheckMode.FORM);
    }
}
