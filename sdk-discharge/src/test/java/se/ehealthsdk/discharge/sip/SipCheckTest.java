package se.ehealthsdk.discharge.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Consent.GivenBy;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.sip.SipFinding.Rule;
import se.ehealthsdk.discharge.sip.SipFinding.Severity;

class SipCheckTest {

    private static final LocalDate DAY = Sips.DAY;
    private static final SipCheck GENERAL = SipCheck.of(SipRules.GENERAL);
    private static final SipCheck LAW = SipCheck.of(SipRules.LAW);

    private static List<Rule> errors(SipCheck check, Sip sip, LocalDate day) {
        return check.findings(sip, day).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(SipFinding::rule)
                .toList();
    }

    private static List<Rule> rules(Sip sip) {
        return GENERAL.findings(sip, DAY).stream().map(SipFinding::rule).toList();
    }

    @Test
    void completePlan_eitherContext_hasNoFindings() {
        assertThat(GENERAL.findings(Sips.complete().build(), DAY)).isEmpty();
        assertThat(GENERAL.findings(Sips.inDischarge().build(), DAY)).isEmpty();
    }

    @Test
    void emptyPlan_byTheLawAlone_lacksItsFourItemsTheCalledAndTheConsent() {
        assertThat(errors(LAW, Sip.builder(Sips.PATIENT).build(), DAY))
                .containsExactly(
                        Rule.INTERVENTIONS_NEEDED,
                        Rule.MEASURES_BY_OTHERS,
                        Rule.OVERALL_RESPONSIBILITY,
                        Rule.CALLED,
                        Rule.CONSENT);
    }

    @Test
    void emptyPlan_inDischargeAndStandalone_lacksTheSame() {
        Sip standalone = Sip.builder(Sips.PATIENT).build();
        Sip inDischarge = Sip.builder(Sips.PATIENT).inDischarge(CaseId.of("c")).build();

        assertThat(rules(inDischarge)).isEqualTo(rules(standalone)).hasSizeGreaterThan(5);
    }

    @Test
    void measureThatNobodyAnswersFor_amongOthers_isFoundAtItsPlace() {
        Sip sip =
                Sips.complete()
                        .intervention(Intervention.of("Dagverksamhet").person("Någon"))
                        .build();

        assertThat(GENERAL.findings(sip, DAY))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(Rule.RESPONSIBLE_HUVUDMAN);
                            assertThat(finding.field()).isEqualTo("interventions[3].responsible");
                        });
    }

    @Test
    void measuresByOthers_saidToBeNone_areNoFinding() {
        Sip sip =
                Sip.builder(Sips.PATIENT)
                        .consent(Sips.consent())
                        .intervention(Intervention.of("Hemsjukvård").by(Sips.HOME_NURSING))
                        .overallResponsibility(Huvudman.REGION)
                        .called(Sips.PRIMARY_CARE)
                        .called(Sips.HOME_NURSING)
                        .noMeasuresByOthers()
                        .build();

        assertThat(errors(LAW, sip, DAY)).isEmpty();
    }

    @Test
    void unitsOfOneHuvudman_called_isAnError() {
        Sip sip =
                Sip.builder(Sips.PATIENT)
                        .consent(Sips.consent())
                        .intervention(Intervention.of("Hemsjukvård").by(Sips.HOME_NURSING))
                        .overallResponsibility(Huvudman.MUNICIPALITY)
                        .called(Sips.HOME_NURSING)
                        .called(Sips.SOCIAL_SERVICES)
                        .noMeasuresByOthers()
                        .build();

        assertThat(errors(LAW, sip, DAY)).containsExactly(Rule.BOTH_HUVUDMEN);
    }

    @Test
    void measure_paidForByTheOtherHuvudman_isARemarkOnly() {
        Sip sip =
                Sips.complete()
                        .intervention(
                                Intervention.of("Rehabilitering")
                                        .by(Sips.HOME_NURSING)
                                        .fundedBy(Funder.REGION_OPEN_CARE)
                                        .person("Fysioterapeut"))
                        .build();

        assertThat(rules(sip)).containsExactly(Rule.INTERVENTION_CONTRADICTS);
        assertThat(errors(GENERAL, sip, DAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-30,socialtjänstlagen (2001:453),2 kap. 7 §",
        "2025-07-01,socialtjänstlagen (2025:400),10 kap. 8 § andra stycket och 9 §"
    })
    void findings_beforeAndAfterTheNewAct_citeTheLawOfTheDay(
            LocalDate day, String act, String paragraph) {
        List<LegalReference> sources =
                LAW.findings(Sip.builder(Sips.PATIENT).build(), day).get(0).sources();

        assertThat(sources.get(0).act()).isEqualTo(act);
        assertThat(sources.get(0).paragraph()).hasValue(paragraph);
        assertThat(sources.get(1).act()).isEqualTo("hälso- och sjukvårdslagen (2017:30)");
    }

    @Test
    void missingConsent_insideADischarge_citesTheActToo() {
        Sip sip = Sip.builder(Sips.PATIENT).inDischarge(CaseId.of("c")).build();

        assertThat(LAW.findings(sip, DAY))
                .filteredOn(finding -> finding.rule() == Rule.CONSENT)
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.sources().toString())
                                        .contains("4 kap. 2 § lag (2017:612)"));
    }

    @Test
    void findings_ofAPlanOlderThanTheAct_areStillGiven() {
        assertThat(LAW.findings(Sip.builder(Sips.PATIENT).build(), LocalDate.of(2015, 1, 1)))
                .isNotEmpty();
    }

    @Test
    void consent_onItsLastDayAndTheDayAfter_holdsAndHasEnded() {
        Sip sip = Sips.complete().build();
        LocalDate last = DAY.plusMonths(6);

        assertThat(errors(GENERAL, sip, last)).isEmpty();
        assertThat(errors(GENERAL, sip, last.plusDays(1))).containsExactly(Rule.CONSENT_HOLDS);
    }

    @Test
    void consent_ofALaterDay_doesNotHoldYet() {
        assertThat(errors(GENERAL, Sips.complete().build(), DAY.minusDays(5)))
                .containsExactly(Rule.CONSENT_HOLDS);
    }

    @Test
    void consent_withdrawn_holdsBeforeThatDayAndNotFromItOn() {
        Sip sip = Sips.complete().consent(Sips.consent().withdrawn(DAY)).build();

        assertThat(errors(GENERAL, sip, DAY.minusDays(1))).isEmpty();
        assertThat(errors(GENERAL, sip, DAY)).containsExactly(Rule.CONSENT_HOLDS);
    }

    @Test
    void consent_withoutEndOrContent_isNotEnough() {
        SipConsent vague =
                new SipConsent(
                        Consent.Decision.GIVEN,
                        GivenBy.PATIENT,
                        DAY,
                        " ",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(errors(GENERAL, Sips.complete().consent(vague).build(), DAY))
                .containsExactly(Rule.CONSENT_SPECIFIC, Rule.CONSENT_TIME_LIMITED);
        assertThat(errors(LAW, Sips.complete().consent(vague).build(), DAY)).isEmpty();
    }

    @Test
    void consent_refused_stopsThePlanAndItsReasonHasToBeThere() {
        Sip withReason =
                Sips.complete()
                        .consent(SipConsent.refused(GivenBy.PATIENT, DAY, "Vill vänta"))
                        .build();
        Sip without =
                Sips.complete().consent(SipConsent.refused(GivenBy.PATIENT, DAY, " ")).build();

        assertThat(errors(GENERAL, withReason, DAY)).containsExactly(Rule.CONSENT);
        assertThat(errors(GENERAL, without, DAY))
                .containsExactly(Rule.CONSENT, Rule.REFUSAL_REASON);
    }

    private static Sip child(GivenBy by, LocalDate decided) {
        SipConsent said = SipConsent.given(by, decided, "Skola och vård", decided.plusMonths(6));
        return child().consent(said).build();
    }

    private static Sip.Builder child() {
        Sip adult = Sips.complete().build();
        return Sip.builder(PersonId.parse("201212121212"))
                .interventions(adult.interventions())
                .noMeasuresByOthers()
                .overallResponsibility(Huvudman.REGION)
                .called(Sips.PRIMARY_CARE)
                .called(Sips.HOME_NURSING)
                .called(Sips.SOCIAL_SERVICES)
                .goal("Skolgång")
                .followUp(DAY.plusMonths(3));
    }

    @Test
    void consent_ofAChildAlone_isAnErrorUntilTheEighteenthBirthday() {
        LocalDate birthday = LocalDate.of(2030, 12, 12);

        assertThat(
                        errors(
                                GENERAL,
                                child(GivenBy.PATIENT, birthday.minusDays(1)),
                                birthday.minusDays(1)))
                .containsExactly(Rule.CONSENT_GUARDIAN);
        assertThat(errors(GENERAL, child(GivenBy.PATIENT, birthday), birthday)).isEmpty();
    }

    @Test
    void consent_ofAGuardian_isForAChildOnly() {
        assertThat(errors(GENERAL, child(GivenBy.GUARDIAN, DAY), DAY)).isEmpty();
        assertThat(
                        errors(
                                GENERAL,
                                Sips.complete()
                                        .consent(
                                                SipConsent.given(
                                                        GivenBy.GUARDIAN,
                                                        DAY,
                                                        "Allt",
                                                        DAY.plusDays(9)))
                                        .build(),
                                DAY))
                .containsExactly(Rule.CONSENT_GUARDIAN);
    }

    @Test
    void rules_aRegionAsksForLess_areNotFound() {
        Sip sip =
                Sips.complete()
                        .interventions(
                                List.of(Intervention.of("Hemsjukvård").by(Sips.HOME_NURSING)))
                        .build();
        SipCheck lenient = SipCheck.of(SipRules.GENERAL.without(Rule.RESPONSIBLE_PERSON));

        assertThat(errors(GENERAL, sip, DAY)).containsExactly(Rule.RESPONSIBLE_PERSON);
        assertThat(errors(lenient, sip, DAY)).isEmpty();
    }

    @Test
    void findingsAndExceptions_ofABrokenPlan_holdNoPersonalData() {
        Sip sip =
                Sips.complete()
                        .interventions(
                                List.of(Intervention.of("Hemlig insats").person("Hemlig Person")))
                        .consent(SipConsent.refused(GivenBy.PATIENT, DAY, "Hemligt skäl"))
                        .build();

        assertThat(
                        GENERAL.findings(sip, DAY).toString()
                                + sip
                                + sip.consent()
                                + sip.interventions())
                .doesNotContain("Hemlig", "1212", "Åsa", "Märta", "Örjan");
        assertThatThrownBy(() -> GENERAL.require(sip, DAY))
                .isInstanceOf(SipIncompleteException.class)
                .hasMessageContaining("CONSENT")
                .hasMessageNotContaining("Hemlig")
                .hasMessageNotContaining("1212");
    }
}
