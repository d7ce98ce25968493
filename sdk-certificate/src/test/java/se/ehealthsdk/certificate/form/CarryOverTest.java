package se.ehealthsdk.certificate.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.certificate.form.Samples.TODAY;
import static se.ehealthsdk.certificate.form.Samples.issuer;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Answer;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.certificate.document.Relation;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.PersonId;

/** Renewing, replacing and completing an earlier certificate. */
class CarryOverTest {

    private final Intyg earlier = Samples.fullFk7804().build().intyg();

    private Fk7804.Builder next() {
        return Fk7804.builder(Samples.PATIENT, issuer()).checker(Samples.CHECKER);
    }

    private static List<String> questions(CertificateForm.Builder<?, ?> builder) {
        return builder.draft().answers().stream().map(Answer::id).distinct().toList();
    }

    @Test
    void renew_sickNote_leavesOutWhatIsBoundToItsTime() {
        Fk7804.Builder renewed = next().renew(earlier);

        assertThat(questions(renewed))
                .containsExactly("27", "28", "29", "6", "35", "17", "19", "44");
        assertThat(renewed.check())
                .extracting(Finding::rule)
                .containsExactly("LISJP2-Q27-NEEDS1", "LISJP2-Q32-MIN1", "LISJP2-Q27-NEEDS39");
    }

    @Test
    void renew_withNewPeriod_isClean() {
        Fk7804 renewed =
                next().renew(earlier)
                        .basedOn(Basis.TELEPHONE, TODAY)
                        .unableToWork(Degree.FULL, TODAY.plusDays(35), TODAY.plusDays(50))
                        .prognosis(Prognosis.fullReturn())
                        .build();

        assertThat(renewed.diagnoses()).hasSize(3);
        Relation relation = renewed.intyg().relations().get(0);
        assertThat(relation.type().code()).isEqualTo("FRLANG");
        assertThat(relation.certificate()).isEqualTo(earlier.id());
        assertThat(renewed.intyg().id()).isNotEqualTo(earlier.id());
        assertThat(renewed.intyg().signedAt()).isEmpty();
    }

    @Test
    void renew_questionAnsweredAnew_replacesWhatWasCarriedOver() {
        Fk7804.Builder renewed =
                next().renew(earlier)
                        .diagnosis("J069", "Förkylning")
                        .diagnosis("R529", "Smärta")
                        .occupation(Occupation.STUDIES);

        Fk7804 view = Fk7804.of(renewed.draft()).orElseThrow();
        assertThat(view.diagnoses()).extracting(Diagnosis::code).containsExactly("J069", "R529");
        assertThat(view.occupations()).containsExactly(Occupation.STUDIES);
        assertThat(view.professionAndTasks()).as("belongs to the work that is gone").isEmpty();
    }

    @Test
    void renew_questionAlreadyAnswered_keepsTheAnswer() {
        Fk7804.Builder renewed = next().impairment("Ny text").renew(earlier);

        assertThat(Fk7804.of(renewed.draft()).orElseThrow().impairment()).contains("Ny text");
    }

    @Test
    void renew_firstGeneration_writesTheDiagnosisAsTheSecondDoes() {
        Fk7804 renewed =
                next().renew(Samples.fullFk7804V1().build().intyg())
                        .basedOn(Basis.TELEPHONE, TODAY)
                        .unableToWork(Degree.FULL, TODAY.plusDays(35), TODAY.plusDays(50))
                        .prognosis(Prognosis.fullReturn())
                        .build();

        assertThat(renewed.intyg().version()).isEqualTo("2.0");
        assertThat(renewed.diagnoses()).hasSize(3);
        assertThat(renewed.intyg().answers("40")).isEmpty();
    }

    @Test
    void renew_infectionControl_isAskedAnew() {
        Intyg shut =
                next().infectionControl()
                        .diagnosis("A090", "Smittsam diarré")
                        .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(6))
                        .build()
                        .intyg();

        assertThat(Fk7804.of(next().renew(shut).draft()).orElseThrow().infectionControl())
                .isFalse();
        assertThat(Fk7804.of(next().replace(shut).draft()).orElseThrow().infectionControl())
                .isTrue();
    }

    @Test
    void replace_sickNote_carriesAllOver() {
        Intyg replaced = next().replace(earlier).build().intyg();

        assertThat(replaced.answers()).isEqualTo(earlier.answers());
        assertThat(replaced.relations())
                .extracting(each -> each.type().code())
                .containsExactly("ERSATT");
    }

    @Test
    void replace_onePeriodAnswered_replacesAllPeriods() {
        Fk7804 replaced =
                next().replace(earlier)
                        .without("33")
                        .unableToWork(Degree.FULL, TODAY, TODAY.plusDays(3))
                        .build();

        assertThat(replaced.sickLeaves()).hasSize(1);
    }

    @Test
    void complement_sickNote_carriesAllOverAndAnswers() {
        Intyg complemented =
                next().complement(earlier).otherInformation("Kompletterad").build().intyg();

        assertThat(complemented.relations())
                .extracting(each -> each.type().code())
                .containsExactly("KOMPLT");
        assertThat(Fk7804.of(complemented).orElseThrow().otherInformation())
                .contains("Kompletterad");
    }

    @Test
    void replace_firstGeneration_keepsTheVersionUnlessAnotherIsGiven() {
        Intyg first = Samples.fullFk7804V1().build().intyg();

        assertThat(Fk7804V1.builder(Samples.PATIENT, issuer()).replace(first).draft().version())
                .isEqualTo("1.3");
        assertThat(
                        Fk7804V1.builder(Samples.PATIENT, issuer())
                                .textVersion("1.4")
                                .replace(first)
                                .draft()
                                .version())
                .isEqualTo("1.4");
    }

    @Test
    void secondRelation_takesTheFirstOnesPlace() {
        Fk7804.Builder both = next().replace(earlier).renew(earlier);

        assertThat(both.draft().relations()).hasSize(1);
        assertThat(questions(both)).doesNotContain("1", "32");
    }

    @Test
    void replace_death_startsFromTheEarlier() {
        Intyg death = Samples.fullDeath().build().intyg();
        Intyg replaced =
                DeathCertificate.builder(Samples.deceased(), issuer())
                        .checker(Samples.CHECKER)
                        .id(UUID.randomUUID())
                        .replace(death)
                        .build()
                        .intyg();

        assertThat(replaced.answers()).isEqualTo(death.answers());
    }

    @Test
    void startFrom_sickNote_leavesTheContactToTheAuthorityOut() {
        Ag7804.Builder employer =
                Ag7804.builder(Samples.PATIENT, issuer())
                        .startFrom(Fk7804.of(earlier).orElseThrow());

        assertThat(questions(employer)).doesNotContain("26").contains("32", "6");
        assertThat(employer.draft().relations()).isEmpty();
    }

    @Test
    void follow_otherPatientOrForm_isRefused() {
        Fk7804.Builder someoneElse = Fk7804.builder(PersonId.parse("201212121212"), issuer());
        Fk3226.Builder otherForm = Fk3226.builder(Samples.PATIENT, issuer());
        Intyg first = Samples.fk7804V1().build().intyg();

        assertThatThrownBy(() -> someoneElse.renew(earlier))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("another patient")
                .hasMessageNotContaining("1212");
        assertThatThrownBy(() -> otherForm.renew(earlier))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("another type");
        assertThatThrownBy(() -> next().replace(first)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> next().complement(first))
                .isInstanceOf(InvalidInputException.class);
    }
}
