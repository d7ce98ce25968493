package se.ehealthsdk.certificate.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.form.Samples.TODAY;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.CodedValue;
import se.ehealthsdk.certificate.document.Content;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.InvalidInputException;

/** Views of what was built and of what others wrote. */
class ReadingTest {

    private static Intyg overTheWire(CertificateForm.Builder<?, ?> builder) {
        return Intyg.read(builder.build().intyg().xml());
    }

    @Test
    void sickNote_overTheWire_tellsWhatWasAnswered() {
        Fk7804 note = Fk7804.of(overTheWire(Samples.fullFk7804())).orElseThrow();

        assertThat(note.infectionControl()).isFalse();
        assertThat(note.basis())
                .hasSize(5)
                .contains(
                        new BasedOn(
                                Basis.OTHER,
                                TODAY.minusDays(4),
                                Optional.of("Samtal med kollega")));
        assertThat(note.occupations()).containsExactly(Occupation.CURRENT_WORK, Occupation.STUDIES);
        assertThat(note.professionAndTasks()).contains("Undersköterska, lyfter tungt");
        assertThat(note.diagnoses())
                .containsExactly(
                        Diagnosis.icd10("F430", "Akut stressreaktion"),
                        Diagnosis.icd10("M545", "Lumbago"),
                        Diagnosis.icd10("Z733", "Stress"));
        assertThat(note.impairment()).contains("Nedsatt koncentration");
        assertThat(note.activityLimitation()).contains("Klarar inte att planera");
        assertThat(note.treatment()).contains("Samtal");
        assertThat(note.sickLeaves())
                .hasSize(4)
                .contains(new SickLeave(Degree.HALF, TODAY.plusDays(21), TODAY.plusDays(27)));
        assertThat(note.unevenHoursHinderReturn()).contains(true);
        assertThat(note.unevenHoursReason()).contains("Behöver rutiner");
        assertThat(note.transportInstead()).isTrue();
        assertThat(note.longerThanGuideline()).contains("Återfall");
        assertThat(note.prognosis()).contains(Prognosis.afterMonths(2));
        assertThat(note.measures()).contains("Anpassade uppgifter");
        assertThat(note.otherInformation()).contains("Inget mer");
        assertThat(note.contactWanted()).isTrue();
        assertThat(note.contactReason()).contains("Vill planera återgången");
        assertThat(note.intyg().signedAt().orElseThrow()).hasToString("2026-03-10T09:30:15");
    }

    @Test
    void sickNoteV1_overTheWire_tellsWhatItAloneAsks() {
        Fk7804V1 note = Fk7804V1.of(overTheWire(Samples.fullFk7804V1())).orElseThrow();

        assertThat(note.intyg().version()).isEqualTo("1.3");
        assertThat(note.plannedTreatment()).contains("Fler samtal");
        assertThat(note.hoursPlacedOtherwise()).contains(true);
        assertThat(note.hoursReason()).contains("Två hela dagar i veckan");
        assertThat(note.prognosis()).contains(Prognosis.afterDays(PrognosisDays.DAYS_60));
        assertThat(note.workMeasures())
                .containsExactly(WorkMeasure.WORK_TRAINING, WorkMeasure.AIDS);
        assertThat(note.intyg().answers("9001").get(0).parts().get(0).id()).isEqualTo("9001.1");
    }

    @Test
    void employer_overTheWire_tellsWhetherTheDiagnosisIsTold() {
        Ag7804 told = Ag7804.of(overTheWire(Samples.fullAg7804())).orElseThrow();

        assertThat(told.diagnosisToEmployer()).contains(true);
        assertThat(told.contactReason()).contains("Ring gärna");
        assertThat(told.prognosis()).contains(Prognosis.unclear("Väntar på utredning"));
        assertThat(Ag7804V1.of(overTheWire(Samples.ag7804V1())).orElseThrow().diagnosisToEmployer())
                .contains(false);
    }

    @Test
    void relatives_overTheWire_tellTheCareSituation() {
        CareSituation acute =
                CareSituation.acute(TODAY.minusDays(3), "Sviktande andning", TODAY.plusDays(30));
        CareSituation acuteWithoutEnd = CareSituation.acute(TODAY.minusDays(3), "Sviktande");
        CareSituation other = CareSituation.other("Svår sjukdom");

        Fk3226 full = Fk3226.of(overTheWire(Samples.fullFk3226())).orElseThrow();
        assertThat(full.diagnoses())
                .hasSize(5)
                .contains(Diagnosis.icd10("J189", "Lunginflammation"));
        assertThat(full.patientCanConsent()).contains(true);
        assertThat(full.careSituation()).contains(acute);
        for (CareSituation each : List.of(acuteWithoutEnd, other)) {
            assertThat(
                            Fk3226.of(overTheWire(Samples.fk3226().careSituation(each)))
                                    .orElseThrow()
                                    .careSituation())
                    .contains(each);
        }
    }

    @Test
    void statement_overTheWire_tellsFunctionsAndInvestigations() {
        Fk7800 statement = Fk7800.of(overTheWire(Samples.fullFk7800())).orElseThrow();

        assertThat(statement.knownPatientSince()).contains(TODAY.minusYears(2));
        assertThat(statement.investigations())
                .hasSize(2)
                .contains(
                        new Investigation(
                                Investigation.Kind.OTHER, TODAY.minusDays(50), "Kliniken"));
        for (FunctionArea area : FunctionArea.values()) {
            assertThat(statement.impairment(area)).contains("Nedsatt");
        }
        assertThat(statement.newAssessmentReason()).contains("Nya fynd");
        assertThat(statement.substances()).contains("Inga andra");
        assertThat(statement.conditionsForWork()).contains("Inga");
        assertThat(Fk7210.of(overTheWire(Samples.fk7210())).orElseThrow().expectedBirth())
                .contains(TODAY.plusDays(200));
    }

    @Test
    void deaths_overTheWire_tellDatesAndCauses() {
        DeathCertificate death =
                DeathCertificate.of(overTheWire(Samples.fullDeath())).orElseThrow();
        assertThat(death.identityEstablishedBy()).contains("Körkort");
        assertThat(death.died())
                .contains(
                        DateOfDeath.uncertain(
                                UncertainDate.of(YearMonth.of(2026, 3)), TODAY.minusDays(1)));
        assertThat(death.place()).contains(PlaceOfDeath.OWN_HOME);
        assertThat(death.municipality()).contains("Lund");
        assertThat(death.childWithin28Days()).contains(false);
        assertThat(death.implantRemoved()).contains(true);
        assertThat(death.externalExamination())
                .contains(ExternalExamination.examinedBeforeDeath(TODAY.minusDays(8)));
        assertThat(death.policeReport()).contains(false);

        CauseOfDeathCertificate cause =
                CauseOfDeathCertificate.of(overTheWire(Samples.fullCause())).orElseThrow();
        assertThat(cause.died()).contains(DateOfDeath.on(TODAY.minusDays(2)));
        assertThat(cause.terminalCause())
                .contains(
                        CauseOfDeath.of("Blodförgiftning")
                                .since(TODAY.minusDays(3))
                                .onset(Onset.SUDDEN));
        assertThat(cause.underlyingCauses()).hasSize(3);
        assertThat(cause.contributingCauses())
                .contains(CauseOfDeath.of("Rökning").onset(Onset.NO_INFORMATION));
        assertThat(cause.operation())
                .contains(Operation.performed(TODAY.minusDays(11), "Höftfraktur"));
        assertThat(cause.injury())
                .contains(
                        Injury.sustained(
                                InjuryCause.ACCIDENT, TODAY.minusDays(12), "Föll i trappan"));
        assertThat(cause.grounds())
                .containsExactly(Grounds.EXAMINATION_BEFORE_DEATH, Grounds.CLINICAL_AUTOPSY);
        assertThat(cause.country()).contains("Norge");
    }

    @Test
    void operation_notKnown_isTheNullFlavorAlone() {
        CauseOfDeathCertificate cause = Samples.cause().operation(Operation.unknown()).build();

        assertThat(cause.operation()).contains(Operation.unknown());
        Answer answer = cause.intyg().answers("11").get(0);
        assertThat(answer.parts()).hasSize(1);
        CodedValue code = ((Content.Cv) answer.parts().get(0).content()).value();
        assertThat(code.code()).isEqualTo("NI");
        assertThat(code.codeSystem()).isEqualTo("2.16.840.1.113883.5.1008");
    }

    @Test
    void of_anotherTypeOrGeneration_isEmpty() {
        Intyg second = Samples.fk7804().draft();

        assertThat(Fk7804V1.of(second)).isEmpty();
        assertThat(Ag7804.of(second)).isEmpty();
        assertThat(Fk7804.of(Samples.fk7804V1().draft())).isEmpty();
        assertThat(Fk7804.of(second.toBuilder().type(second.type(), "x").build())).isEmpty();
        assertThat(Fk7804.of(second.toBuilder().type(second.type(), "2").build())).isPresent();
    }

    @Test
    void view_whatCannotBeUnderstood_isLeftOut() {
        CodedValue unknown = CodedValue.of("X", "KV_FKMU_0003");
        Content period = new Content.DatePeriod(Optional.of(TODAY), Optional.empty());
        Intyg odd =
                Samples.fk7804().draft().toBuilder()
                        .answers(
                                List.of(
                                        Answer.of("27", text("27.1", "kanske")),
                                        Answer.of("1", text("1.1", "UNDERSOKNING")),
                                        Answer.of("6", cv("6.2", CodedValue.of("F430", "?"))),
                                        Answer.of("32", cv("32.1", unknown)),
                                        Answer.of(
                                                "32",
                                                cv("32.1", Degree.HALF.coded()),
                                                new Answer.Part("32.2", period)),
                                        Answer.of("33", text("33.2", "därför")),
                                        Answer.of(
                                                "39",
                                                cv(
                                                        "39.1",
                                                        CodedValue.of(
                                                                "ATER_X_ANTAL_MANADER",
                                                                "KV_FKMU_0006")),
                                                text("39.4", "99999999999"))))
                        .build();

        Fk7804 note = Fk7804.of(odd).orElseThrow();
        assertThat(note.infectionControl()).isFalse();
        assertThat(note.basis()).isEmpty();
        assertThat(note.diagnoses()).isEmpty();
        assertThat(note.sickLeaves()).isEmpty();
        assertThat(note.unevenHoursHinderReturn()).isEmpty();
        assertThat(note.unevenHoursReason()).contains("därför");
        assertThat(note.prognosis()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2016-13-00", "2016-02-30", "0000-05-00", "2016-00-05", "2016", "x", ""})
    void uncertainDate_impossible_isRefused(String text) {
        assertThat(UncertainDate.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> new UncertainDate(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void uncertainDate_possible_isWrittenWithZeros() {
        assertThat(UncertainDate.of(YearMonth.of(2024, 5)).value()).isEqualTo("2024-05-00");
        assertThat(UncertainDate.of(Year.of(987)).value()).isEqualTo("0987-00-00");
        assertThat(UncertainDate.unknown().value()).isEqualTo("0000-00-00");
        assertThat(UncertainDate.of(LocalDate.of(2024, 5, 17)).day())
                .contains(LocalDate.of(2024, 5, 17));
        assertThat(UncertainDate.unknown().day()).isEmpty();
        assertThatThrownBy(() -> UncertainDate.of(Year.of(20240)))
                .isInstanceOf(InvalidInputException.class);
    }

    private static Answer.Part text(String id, String value) {
        return new Answer.Part(id, new Content.Text(value));
    }

    private static Answer.Part cv(String id, CodedValue value) {
        return new Answer.Part(id, new Content.Cv(value));
    }
}
