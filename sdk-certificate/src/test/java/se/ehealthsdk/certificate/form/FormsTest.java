package se.ehealthsdk.certificate.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Intyg;

/** What holds for every form. */
class FormsTest {

    static Set<String> names() {
        return Samples.all().keySet();
    }

    private static CertificateForm.Builder<?, ?> sample(String name) {
        return Samples.all().get(name).get();
    }

    @ParameterizedTest
    @MethodSource("names")
    void sample_everyForm_isCleanInBothModes(String name) {
        Intyg intyg = sample(name).draft();

        assertThat(Samples.CHECKER.knows(intyg)).isTrue();
        assertThat(Samples.CHECKER.check(intyg, CheckMode.OFFICIAL)).isEmpty();
        assertThat(Samples.CHECKER.check(intyg, CheckMode.FORM)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void build_sameAnswers_givesSameBytes(String name) {
        byte[] once = sample(name).build().intyg().xml();

        assertThat(sample(name).build().intyg().xml()).isEqualTo(once);
        assertThat(Intyg.read(once).answers()).isEqualTo(sample(name).draft().answers());
    }

    @ParameterizedTest
    @MethodSource("names")
    void draft_everyForm_carriesTheEnvelopeOfItsType(String name) {
        Intyg intyg = sample(name).draft();
        boolean death = name.startsWith("D");

        assertThat(intyg.certificateId()).isEqualTo(Samples.ID.toString());
        assertThat(intyg.id().root()).isEqualTo(Samples.UNIT);
        assertThat(intyg.issuer().prescriberCode()).contains("0000000");
        assertThat(intyg.patient().lastName()).isEqualTo(death ? "Tolvansson" : "");
        assertThat(intyg.patient().town()).isEqualTo(death ? "Provstad" : "");
        assertThat(intyg.patient().addressSource().isPresent()).isEqualTo(death);
        assertThat(intyg.recipients())
                .extracting(each -> each.code())
                .isEqualTo(
                        switch (name.substring(0, 2)) {
                            case "FK" -> List.of("FKASSA");
                            case "AG" -> List.of();
                            case "DB" -> List.of("SKV");
                            default -> List.of("SOS");
                        });
        assertThat(intyg.issuer().specialities())
                .extracting(each -> each.code())
                .containsExactly("N/A");
    }

    @ParameterizedTest
    @MethodSource("names")
    void draft_everyForm_numbersAnswersFromOneWithoutEmptyParts(String name) {
        Intyg intyg = sample(name).draft();

        intyg.answers().stream()
                .filter(each -> each.instance().isPresent())
                .collect(Collectors.groupingBy(Answer::id))
                .forEach(
                        (question, answers) -> {
                            for (int i = 0; i < answers.size(); i++) {
                                assertThat(answers.get(i).instance()).contains(i + 1);
                            }
                        });
        assertThat(intyg.answers()).allSatisfy(each -> assertThat(each.parts()).isNotEmpty());
        assertThat(intyg.answers().stream().flatMap(each -> each.parts().stream()))
                .noneMatch(
                        each ->
                                each.content() instanceof Content.Text text
                                        && text.value().isBlank());
    }

    @ParameterizedTest
    @MethodSource("names")
    void empty_everyForm_tellsAllThatIsMissingAtOnce(String name) {
        CertificateForm.Builder<?, ?> builder = sample(name);
        List<String> questions =
                builder.draft().answers().stream().map(Answer::id).distinct().toList();

        questions.forEach(builder::without);

        long required =
                switch (name.split(" ")[0]) {
                    case "FK7210" -> 1;
                    case "FK3226" -> 4;
                    default -> 6;
                };
        assertThat(builder.check().stream().filter(Finding::isError).count())
                .isGreaterThanOrEqualTo(required);
    }

    @ParameterizedTest
    @MethodSource("names")
    void toString_everyForm_tellsNothingOfThePatient(String name) {
        CertificateForm form = sample(name).build();
        String xml = new String(form.intyg().xml(), StandardCharsets.UTF_8);

        assertThat(form.toString()).contains(Samples.ID.toString()).doesNotContain("1212121212");
        assertThat(form.intyg().answers().toString()).doesNotContain("F430", "Nedsatt");
        assertThat(xml).contains(Samples.ID.toString());
    }

    @ParameterizedTest
    @MethodSource("values")
    void toString_everyValue_tellsNothingOfThePatient(Object value) {
        assertThat(value.toString()).doesNotContain("hemlig").doesNotContain("2026");
    }

    static Stream<Object> values() {
        return Stream.of(
                Diagnosis.icd10("hemlig", "hemlig"),
                new BasedOn(Basis.OTHER, Samples.TODAY, java.util.Optional.of("hemlig")),
                new SickLeave(Degree.FULL, Samples.TODAY, Samples.TODAY),
                Prognosis.unclear("hemlig"),
                CareSituation.palliativeOnly(Samples.TODAY),
                CareSituation.acute(Samples.TODAY, "hemlig"),
                CareSituation.other("hemlig"),
                new Investigation(Investigation.Kind.OTHER, Samples.TODAY, "hemlig"),
                DateOfDeath.on(Samples.TODAY),
                DateOfDeath.uncertain(UncertainDate.of(Samples.TODAY), Samples.TODAY),
                UncertainDate.of(Samples.TODAY),
                ExternalExamination.examinedBeforeDeath(Samples.TODAY),
                CauseOfDeath.of("hemlig").since(Samples.TODAY),
                Operation.performed(Samples.TODAY, "hemlig"),
                Injury.sustained(InjuryCause.UNCLEAR, Samples.TODAY, "hemlig"),
                Samples.deceased());
    }
}
