package se.ehealthsdk.certificate.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.ehealthsdk.certificate.form.Samples.TODAY;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.check.FindingsException;

/** What a builder takes and the check refuses: each break has its own finding. */
class RuleBreaksTest {

    private static final String LONG = "å".repeat(4001);

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource({"secondGeneration", "firstGeneration", "relatives", "statements", "deaths"})
    void check_brokenRule_isTheOnlyFinding(String expected, CertificateForm.Builder<?, ?> builder) {
        List<String> rules = List.of(expected.split(" "));

        assertThat(builder.check().stream().filter(Finding::isError))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrderElementsOf(rules);
        assertThat(catchThrowableOfType(FindingsException.class, builder::build).findings())
                .isEqualTo(builder.check());
    }

    static Stream<Arguments> secondGeneration() {
        return Stream.of(
                a("LISJP2-Q27-NEEDS1", Samples.fk7804().without("1")),
                a("LISJP2-Q1.1-CODE", Samples.fk7804().basedOn(Basis.EXAMINATION, TODAY)),
                a("LISJP2-Q1-UNIQ", Samples.fk7804().basedOn(Basis.PHYSICAL_EXAMINATION, TODAY)),
                a(
                        "LISJP2-Q1.2-NOTFUTURE",
                        Samples.fk7804().basedOn(Basis.TELEPHONE, TODAY.plusDays(1))),
                a("LISJP2-Q1.3-REQ", Samples.fk7804().basedOn(Basis.OTHER, TODAY)),
                a("LISJP2-Q1.3-LEN50", Samples.fk7804().basedOnOther(TODAY, "x".repeat(51))),
                a("LISJP2-Q28-UNIQ", Samples.fullFk7804().occupation(Occupation.STUDIES)),
                a("LISJP2-Q29-REQ", Samples.fk7804().without("29")),
                a("LISJP2-Q29-REQ", Samples.fk7804().without("28").currentWork(" \u00a0")),
                a(
                        "LISJP2-Q29-FORBID",
                        Samples.fk7804().without("28").occupation(Occupation.STUDIES)),
                a("LISJP2-Q29.1-LEN4000", Samples.fk7804().without("28").currentWork(LONG)),
                a("LISJP2-Q6-SUBID", Samples.fullFk7804().diagnosis("J069", "Förkylning")),
                a(
                        "LISJP2-Q6.2-ICDSYS",
                        Samples.fk7804().without("6").diagnosis(Diagnosis.ksh97p("F43", "Stress"))),
                a("LISJP2-Q35.1-LEN4000", Samples.fk7804().impairment(LONG)),
                a("LISJP2-Q32-MIN1", Samples.fk7804().without("32")),
                a(
                        "LISJP2-Q32.2-ORDER",
                        Samples.fk7804()
                                .without("32")
                                .unableToWork(Degree.FULL, TODAY, TODAY.minusDays(1))),
                a(
                        "LISJP2-Q32-OVERLAP LISJP2-Q33-REQ",
                        Samples.fk7804()
                                .unableToWork(Degree.HALF, TODAY.plusDays(13), TODAY.plusDays(20))),
                a(
                        "LISJP2-Q33-REQ",
                        Samples.fk7804()
                                .unableToWork(Degree.HALF, TODAY.plusDays(14), TODAY.plusDays(20))),
                a("LISJP2-Q33.2-REQ", Samples.fullFk7804().unevenHoursHinderReturn("")),
                a(
                        "LISJP2-Q39.1-CODE LISJP2-Q39-SUBID",
                        Samples.fk7804().prognosis(Prognosis.afterDays(PrognosisDays.DAYS_30))),
                a("LISJP2-Q39.4-RANGE", Samples.fk7804().prognosis(Prognosis.afterMonths(0))),
                a("LISJP2-Q39.4-RANGE", Samples.fk7804().prognosis(Prognosis.afterMonths(100))),
                a("LISJP2-Q39.2-REQ", Samples.fk7804().prognosis(Prognosis.unclear())),
                a("LISJP2-Q39.2-LEN4000", Samples.fk7804().prognosis(Prognosis.unclear(LONG))),
                a("LISJP2-Q26.2-LEN4000", Samples.fk7804().contactWanted(LONG)),
                a("AG2-Q100-REQ", Samples.ag7804().without("100")),
                a("AG2-Q6-REQ", Samples.ag7804().diagnosisToEmployer(true)),
                a("AG2-Q6-FORBID", Samples.ag7804().diagnosis("F430", "Stress")),
                a("AG2-Q103.2-LEN4000", Samples.ag7804().contactWanted(LONG)));
    }

    static Stream<Arguments> firstGeneration() {
        return Stream.of(
                a("LISJP1-Q1-REQ", Samples.fk7804V1().without("1")),
                a("LISJP1-Q28-REQ", Samples.fk7804V1().without("28")),
                a("LISJP1-Q35-REQ", Samples.fk7804V1().without("35")),
                a("LISJP1-Q17-REQ", Samples.fk7804V1().without("17")),
                a("LISJP1-Q39-REQ", Samples.fk7804V1().without("39")),
                a("LISJP1-Q40-REQ", Samples.fk7804V1().without("40")),
                a("LISJP1-Q1.1-CODE", Samples.fk7804V1().basedOn(Basis.DIGITAL_EXAMINATION, TODAY)),
                a("LISJP1-Q6.2-ICD", Samples.fk7804V1().without("6").diagnosis("F43", "Stress")),
                a("LISJP1-Q6.2-ICD", Samples.fk7804V1().without("6").diagnosis("A00.1", "Kolera")),
                a("LISJP1-Q6.1-ONE", Samples.fk7804V1().without("6").diagnosis("F430", " ")),
                a("LISJP1-Q6.2-ONE", Samples.fk7804V1().without("6").diagnosis(" ", "Stress")),
                a("LISJP1-Q6-PAIR2", Samples.fk7804V1().diagnosis("M545", "")),
                a(
                        "LISJP1-Q6-SAMESYS",
                        Samples.fk7804V1().diagnosis(Diagnosis.ksh97p("M545", "Lumbago"))),
                a(
                        "LISJP1-Q32-OVERLAPDAY LISJP1-Q33-REQ",
                        Samples.fk7804V1()
                                .unableToWork(Degree.HALF, TODAY.plusDays(13), TODAY.plusDays(20))),
                a(
                        "LISJP1-Q32-UNIQ",
                        Samples.fk7804V1()
                                .unableToWork(Degree.FULL, TODAY.plusDays(14), TODAY.plusDays(20))),
                a("LISJP1-Q33-FORBID", Samples.fk7804V1().hoursReducedEvenly()),
                a("LISJP1-Q33.2-REQ", Samples.fullFk7804V1().hoursPlacedOtherwise(" ")),
                a(
                        "LISJP1-Q39-SUBID",
                        Samples.fk7804V1().prognosis(Prognosis.unclear("Väntar på utredning"))),
                a(
                        "LISJP1-Q39.1-CODE LISJP1-Q39-SUBID",
                        Samples.fk7804V1().prognosis(Prognosis.afterMonths(2))),
                a("LISJP1-Q40-ALONE", Samples.fk7804V1().workMeasure(WorkMeasure.AIDS)),
                a("LISJP1-Q44-FORBID", Samples.fk7804V1().measures("Anpassning")),
                a("LISJP1-Q25.1-LEN", Samples.fk7804V1().otherInformation("x".repeat(2701))),
                a("LISJP1-DOC-UNKNOWN", Samples.fk7804V1().additionalAnswer(10000, "Svar")),
                a("AG1-Q100-ONE", Samples.ag7804V1().without("100")),
                a("AG1-Q6-REQ", Samples.ag7804V1().diagnosisToEmployer(true)),
                a("AG1-Q6-FORBID", Samples.ag7804V1().diagnosis("F430", "Stress")),
                a(
                        "AG1-Q40.1-CODE",
                        Samples.fullAg7804V1().workMeasure(WorkMeasure.CONFLICT_HANDLING)));
    }

    static Stream<Arguments> relatives() {
        return Stream.of(
                a("LUNSP1-Q1-MIN1", Samples.fk3226().without("1")),
                a("LUNSP1-Q1.1-CODE", Samples.fk3226().basedOn(Basis.TELEPHONE, TODAY)),
                a("LUNSP1-Q58-MIN1", Samples.fk3226().without("58")),
                a("LUNSP1-Q58-MAX5", Samples.fullFk3226().diagnosis("J069", "Förkylning")),
                a("LUNSP1-Q58.2-ICD", Samples.fk3226().diagnosis("F32", "Depression")),
                a(
                        "LUNSP1-Q58.2-ICDSYS",
                        Samples.fk3226().diagnosis(Diagnosis.ksh97p("M545", "Lumbago"))),
                a("LUNSP1-Q52-ONE", Samples.fk3226().without("52")),
                a(
                        "LUNSP1-Q52.2-NOTFUTURE",
                        Samples.fk3226()
                                .careSituation(CareSituation.palliativeOnly(TODAY.plusDays(1)))),
                a(
                        "LUNSP1-Q52.4-REQ",
                        Samples.fk3226().careSituation(CareSituation.acute(TODAY, " "))),
                a(
                        "LUNSP1-Q52.6-NOTPAST",
                        Samples.fk3226()
                                .careSituation(
                                        CareSituation.acute(
                                                TODAY.minusDays(2),
                                                "Sviktande andning",
                                                TODAY.minusDays(1)))),
                a("LUNSP1-Q52.7-REQ", Samples.fk3226().careSituation(CareSituation.other(""))),
                a(
                        "LUNSP1-Q52.7-LEN265",
                        Samples.fk3226().careSituation(CareSituation.other("x".repeat(266)))),
                a("LUNSP1-Q53-ONE", Samples.fk3226().without("53")),
                a("IGRAV1-Q54-ONE", Samples.fk7210().without("54")),
                a("IGRAV1-Q54.1-NOTPAST", Samples.fk7210().expectedBirth(TODAY.minusDays(1))),
                a("IGRAV1-Q54.1-MAX1Y", Samples.fk7210().expectedBirth(TODAY.plusDays(366))));
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                a("LUSE1-Q1-MIN1", Samples.fk7800().without("1")),
                a(
                        "LUSE1-Q2.1-AFTERBASIS",
                        Samples.fk7800()
                                .without("1")
                                .basedOn(Basis.EXAMINATION, TODAY.minusDays(1))
                                .knownPatientSince(TODAY)),
                a("LUSE1-Q3-ONE", Samples.fk7800().without("3")),
                a("LUSE1-Q4-FORBID", Samples.fullFk7800().noOtherInvestigations()),
                a(
                        "LUSE1-Q4.3-ONE",
                        Samples.fk7800()
                                .investigation(
                                        new Investigation(
                                                Investigation.Kind.PSYCHOLOGIST, TODAY, ""))),
                a("LUSE1-Q5-ONE", Samples.fk7800().courseOfIllness("\n")),
                a("LUSE1-Q6-ONE", Samples.fk7800().without("6")),
                a("LUSE1-Q7-ONE", Samples.fk7800().without("7")),
                a("LUSE1-Q45-ONE", Samples.fk7800().without("45")),
                a("LUSE1-Q45.2-REQ", Samples.fk7800().newAssessmentNeeded("")),
                a("LUSE1-Q8TO14-MIN1", Samples.fk7800().without("13")),
                a("LUSE1-Q17-ONE", Samples.fk7800().without("17")),
                a("LUSE1-Q22-ONE", Samples.fk7800().without("22")));
    }

    static Stream<Arguments> deaths() {
        DateOfDeath death = DateOfDeath.on(TODAY.minusDays(2));
        return Stream.of(
                a("DB1-Q1-ONE", Samples.death().without("1")),
                a("DB1-Q2.2-NOTFUTURE", Samples.death().died(DateOfDeath.on(TODAY.plusDays(1)))),
                a(
                        "DB1-Q2.3-AFTERDEATH",
                        Samples.death()
                                .died(
                                        DateOfDeath.uncertain(
                                                UncertainDate.of(TODAY.minusDays(2)),
                                                TODAY.minusDays(2)))),
                a("DB1-Q3.1-ONE", Samples.death().diedAt("", PlaceOfDeath.OTHER)),
                a("DB1-Q4.1-CHILD", Samples.death().childWithin28Days(true)),
                a(
                        "DB1-Q6.3-NOTAFTER",
                        Samples.death()
                                .externalExamination(
                                        ExternalExamination.examinedBeforeDeath(
                                                TODAY.minusDays(1)))),
                a(
                        "DB1-Q6.3-WINDOW",
                        Samples.death()
                                .externalExamination(
                                        ExternalExamination.examinedBeforeDeath(
                                                TODAY.minusDays(31)))),
                a(
                        "DB1-Q7.1-REQTRUE",
                        Samples.death()
                                .externalExamination(ExternalExamination.forensicToBeDone())),
                a("DOI1-Q8-ONE", Samples.cause().without("8")),
                a(
                        "DOI1-Q8.1-ONE",
                        Samples.cause()
                                .terminalCause(CauseOfDeath.of("").since(TODAY.minusDays(3)))),
                a(
                        "DOI1-Q8.2-NOTAFTER",
                        Samples.cause()
                                .died(death)
                                .terminalCause(CauseOfDeath.of("Hjärtinfarkt").since(TODAY))),
                a(
                        "DOI1-Q9.2-CHAIN",
                        Samples.fullCause()
                                .without("9")
                                .underlyingCause(
                                        CauseOfDeath.of("Fall").since(TODAY.minusDays(2)))),
                a("DOI1-Q9-MAX3", Samples.fullCause().underlyingCause(CauseOfDeath.of("Fall"))),
                a("DOI1-Q11-ONE", Samples.cause().without("11")),
                a(
                        "DOI1-Q11.3-REQ",
                        Samples.cause().operation(Operation.performed(TODAY.minusDays(9), ""))),
                a(
                        "DOI1-Q11.2-WINDOW",
                        Samples.cause()
                                .operation(Operation.performed(TODAY.minusDays(31), "Bråck"))),
                a(
                        "DOI1-Q12.4-REQ",
                        Samples.cause()
                                .injury(
                                        Injury.sustained(
                                                InjuryCause.UNCLEAR, TODAY.minusDays(9), " "))),
                a("DOI1-Q13-UNIQ", Samples.cause().grounds(Grounds.EXAMINATION_BEFORE_DEATH)),
                a("DOI1-Q13-MIN1", Samples.cause().without("13")));
    }

    @Test
    void check_manyBreaks_tellsThemAll() {
        List<Finding> findings =
                Samples.fk7804()
                        .without("6")
                        .without("35")
                        .unableToWork(Degree.FULL, TODAY.plusDays(5), TODAY.plusDays(4))
                        .prognosis(Prognosis.unclear(""))
                        .check();

        assertThat(findings)
                .extracting(Finding::rule)
                .contains(
                        "LISJP2-Q6-ONE",
                        "LISJP2-Q27-NEEDS35",
                        "LISJP2-Q32.2-ORDER",
                        "LISJP2-Q39.2-REQ");
        assertThat(findings)
                .extracting(Finding::question)
                .contains(Optional.of("6"), Optional.of("39.2"));
    }

    @Test
    void check_unitWithoutContact_tellsWhatIsMissing() {
        Fk7210.Builder builder =
                Fk7210.builder(Samples.PATIENT, Issuer.of(Samples.user()).build())
                        .checker(Samples.CHECKER)
                        .expectedBirth(TODAY.plusDays(1));

        assertThat(builder.check())
                .extracting(Finding::rule)
                .filteredOn("COM-J-UNIT"::equals)
                .hasSize(4);
    }

    private static Arguments a(String rule, CertificateForm.Builder<?, ?> builder) {
        return Arguments.of(rule, builder);
    }
}
