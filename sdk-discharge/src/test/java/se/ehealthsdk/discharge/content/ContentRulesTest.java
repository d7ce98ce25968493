package se.ehealthsdk.discharge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.Patient;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.Protection;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.UnknownContent;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.policy.ContentProfile;
import se.ehealthsdk.discharge.policy.Policy;

class ContentRulesTest {

    private static final ContentRules ACT = ContentRules.of(Policy.act());

    private static final PersonId PATIENT = PersonId.parse("191212121212");
    private static final String NAME = "Tolvan Påhittad";
    private static final String ADDRESS = "Hittpågatan 12, 123 45 Påhittsta";
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate ESTIMATE = LocalDate.of(2026, 3, 8);
    private static final Participant CENTRE =
            Participant.of(CareParty.OPEN_CARE, HsaId.of("SE2321000016-VC"));
    private static final Participant NURSES =
            Participant.of(CareParty.MUNICIPAL_HEALTH_CARE, HsaId.of("SE2120000142-HSV"));
    private static final EventWriter WARD =
            EventWriter.of(
                    CaseId.of("c"),
                    PATIENT,
                    Participant.of(CareParty.INPATIENT, HsaId.of("SE2321000016-WARD")));

    @Test
    void admissionNotice_withTheFourItems_hasNoFindings() {
        CaseEvent event = WARD.send(notice(NAME, ADDRESS, Protection.NONE), MORNING, CENTRE);

        assertThat(ACT.check(event)).isEmpty();
    }

    @Test
    void admissionNotice_withoutAnItem_tellsWhichByWhichParagraph() {
        assertRules(notice(" ", ADDRESS, Protection.NONE), "admission-notice.name");
        assertRules(notice(NAME, "", Protection.NONE), "admission-notice.address");
        AdmissionNotice whole = notice(NAME, ADDRESS, Protection.NONE);
        Finding finding =
                ACT.check(new AdmissionNotice(whole.admission(), whole.patient(), Optional.empty()))
                        .get(0);
        assertThat(finding.rule()).isEqualTo("admission-notice.estimated-discharge");
        assertThat(finding.weight()).isEqualTo(Finding.Weight.BROKEN);
        assertThat(finding.source()).hasToString("2 kap. 2 § lag (2017:612)");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, true", "2026-03-02, false"})
    void estimate_beforeTheSwedishDayOfAdmission_isFound(LocalDate estimate, boolean found) {
        AdmissionNotice notice =
                new AdmissionNotice(
                        admission(CareForm.SOMATIC),
                        patient(NAME, ADDRESS, Protection.NONE, Residence.UNKNOWN),
                        Optional.of(estimate));

        assertThat(rules(notice, ACT))
                .isEqualTo(
                        found ? List.of("admission-notice.estimate-before-admission") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "UNDECIDED, true, DECISION",
        "UNDECIDED, false, DECISION",
        "LEFT_OUT, true, BROKEN",
        "LEFT_OUT, false, REMARK",
        "SENT, true, REMARK",
        "SENT, false, BROKEN"
    })
    void protectedAddress_isNeverSettledWithoutAWord(
            ContentProfile.ProtectedAddress decision, boolean told, Finding.Weight weight) {
        for (Protection protection :
                List.of(Protection.CONFIDENTIALITY_MARK, Protection.PROTECTED_REGISTRATION)) {
            List<Finding> findings =
                    ContentRules.of(
                                    new ContentProfile(
                                            ContentProfile.ClinicalText.REFUSED, decision))
                            .check(notice(NAME, told ? ADDRESS : "", protection));

            assertThat(findings).hasSize(1);
            assertThat(findings.get(0).rule()).isEqualTo("admission-notice.protected-address");
            assertThat(findings.get(0).weight()).isEqualTo(weight);
            assertThat(findings.get(0).choices().isEmpty())
                    .isEqualTo(decision != ContentProfile.ProtectedAddress.UNDECIDED);
        }
    }

    @Test
    void more_thanTheFourItems_isTakenOnlyByAProfileThatAllowsIt() {
        AdmissionNotice more =
                new AdmissionNotice(
                        admission(CareForm.PSYCHIATRIC),
                        patient(
                                NAME,
                                ADDRESS,
                                Protection.NONE,
                                new Residence(
                                        Optional.of(MunicipalityCode.of("0180")),
                                        Optional.of(MunicipalityCode.of("1480")))),
                        Optional.of(ESTIMATE));

        assertThat(rules(more, ACT))
                .containsExactly(
                        "admission-notice.more-than-asked", "admission-notice.more-than-asked");
        assertThat(rules(more, ACT.withExtras(Set.of(AdmissionNoticeExtra.values())))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hjärtsvikt, ring dottern",
                "kommer efter STROKE",
                "rummet bredvid I50.9",
                "diagnos: I50",
                "f.d. demensutredning"
            })
    void clinicalText_inALogisticsMessage_isFound(String text) {
        assertRules(
                new SipCall(Optional.empty(), text, List.of(CENTRE), List.of()),
                "sip-call.clinical-text");
        assertRules(new Voiding(MessageId.of("a"), text), "voiding.clinical-text");
        assertRules(new SipMade(text), "sip-made.clinical-text");
        assertRules(new DischargeInformation(text), "discharge-information.clinical-text");
        assertRules(
                new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, text),
                "compulsory-care-plan.clinical-text");
        assertRules(
                new Correction(MessageId.of("a"), ReadyNotice.judged(MORNING), text),
                "correction.clinical-text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Avdelning B74, plan 3",
                "Strokirk skola",
                "fel mottagare",
                "doc-2026.03.01",
                "Rum E12"
            })
    void text_ofLogistics_isNoFinding(String text) {
        assertThat(rules(new Voiding(MessageId.of("a"), text), ACT)).isEmpty();
    }

    @Test
    void words_areTheProfiles() {
        Voiding voiding = new Voiding(MessageId.of("a"), "hjärtsvikt");

        assertThat(rules(voiding, ACT.withClinicalWords(Set.of()))).isEmpty();
        assertThat(
                        rules(
                                new Voiding(MessageId.of("a"), "Hosta"),
                                ACT.withClinicalWords(Set.of("hosta"))))
                .containsExactly("voiding.clinical-text");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, true, true",
        "WITH_CONSENT, false, true",
        "WITH_CONSENT, true, false",
        "ALLOWED, false, false"
    })
    void clinicalText_isAllowedByTheProfileAndWhereItAsksByConsent(
            ContentProfile.ClinicalText allowed, boolean consent, boolean found) {
        List<CaseEvent> log = new ArrayList<>();
        log.add(WARD.send(notice(NAME, ADDRESS, Protection.NONE), MORNING, CENTRE));
        if (consent) {
            log.add(WARD.record(Consent.given(Consent.Scope.SHARING), MORNING));
        }
        log.add(WARD.send(new SipMade("stroke"), MORNING, CENTRE));
        ContentRules rules =
                ContentRules.of(
                        new ContentProfile(allowed, ContentProfile.ProtectedAddress.UNDECIDED));

        assertThat(rules.check(DischargeCase.of(log)).isEmpty()).isEqualTo(!found);
    }

    @Test
    void references_thatAreBlank_areFound() {
        assertRules(new DischargeInformation(" "), "discharge-information.reference");
        assertRules(new SipMade(""), "sip-made.reference");
        assertRules(
                new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LRV, ""),
                "compulsory-care-plan.reference");
    }

    @Test
    void what_isEmptyOfItsSense_isFound() {
        assertRules(new PatientInformed(false, false), "patient-informed.way");
        assertRules(
                new FastVardkontaktAppointed(Optional.of(""), Optional.empty()),
                "fast-vardkontakt.who");
        assertRules(
                new SipCall(Optional.empty(), "", List.of(), List.of("skolan")), "sip-call.called");
        assertRules(new Voiding(MessageId.of("a"), ""), "voiding.reason");
        assertRules(new UnknownContent("newer", "{}"), "unknown-content");
    }

    @Test
    void correction_isHeldAgainstTheRulesOfWhatItPutsInstead() {
        assertRules(
                new Correction(MessageId.of("a"), notice("", ADDRESS, Protection.NONE), "namn"),
                "admission-notice.name");
    }

    @Test
    void message_thatIsSentToNobody_isFound() {
        assertThat(rules(WARD.record(ReadyNotice.judged(MORNING), MORNING)))
                .containsExactly("message.recipients");
        assertThat(rules(WARD.send(ReadyNotice.judged(MORNING), MORNING)))
                .containsExactly("message.recipients");
    }

    @Test
    void admissionNotice_thatMissesAPartyThatMayBeNeeded_isFound() {
        Admission needsNurses =
                Admission.needing(MORNING, CareForm.SOMATIC, CareParty.MUNICIPAL_HEALTH_CARE);
        AdmissionNotice notice =
                new AdmissionNotice(
                        needsNurses,
                        patient(NAME, ADDRESS, Protection.NONE, Residence.UNKNOWN),
                        Optional.of(ESTIMATE));

        assertThat(rules(WARD.send(notice, MORNING, NURSES)))
                .containsExactly("admission-notice.open-care");
        assertThat(rules(WARD.send(notice, MORNING, CENTRE)))
                .containsExactly("admission-notice.needs");
        assertThat(rules(WARD.send(notice, MORNING, NURSES, CENTRE))).isEmpty();
    }

    @Test
    void sipCall_thatIsNotSentToWhomItCalls_isFound() {
        assertThat(rules(WARD.as(CENTRE).send(SipCall.to(MORNING, NURSES), MORNING, WARD.sender())))
                .containsExactly("sip-call.not-addressed");
    }

    @Test
    void refusalReason_thatIsSent_isFound() {
        Consent refused =
                new Consent(
                        Consent.Scope.SIP,
                        Consent.Decision.REFUSED,
                        Consent.GivenBy.PATIENT,
                        Optional.empty(),
                        Optional.of("orkar inte"));

        assertThat(rules(WARD.send(refused, MORNING, CENTRE)))
                .containsExactly("consent.reason-sent");
        assertThat(rules(WARD.record(refused, MORNING))).isEmpty();
    }

    @Test
    void case_isCheckedAsItReadsNow() {
        CaseEvent wrong = WARD.send(notice("", ADDRESS, Protection.NONE), MORNING, CENTRE);
        CaseEvent change =
                WARD.send(new EstimateChanged(LocalDate.of(2026, 3, 1)), MORNING, CENTRE);
        CaseEvent repair =
                WARD.send(
                        new Correction(wrong.id(), notice(NAME, ADDRESS, Protection.NONE), "namn"),
                        MORNING,
                        CENTRE);

        assertThat(ACT.check(DischargeCase.of(List.of(wrong, change, repair))))
                .containsOnlyKeys(change.id());
    }

    @Test
    void findings_neverTellOfThePatient() {
        for (Content content :
                List.of(
                        notice(NAME, ADDRESS, Protection.CONFIDENTIALITY_MARK),
                        new SipMade(NAME + " stroke"),
                        new Voiding(MessageId.of("a"), ADDRESS + " I50.9"))) {
            assertThat(ACT.check(content).toString())
                    .doesNotContain("Påhittad")
                    .doesNotContain("Hittpågatan")
                    .doesNotContain("I50")
                    .doesNotContain(PATIENT.value());
        }
    }

    private static void assertRules(Content content, String... rules) {
        assertThat(rules(content, ACT)).containsExactly(rules);
    }

    private static List<String> rules(Content content, ContentRules rules) {
        return rules.check(content).stream().map(Finding::rule).toList();
    }

    private static List<String> rules(CaseEvent event) {
        return ACT.check(event).stream().map(Finding::rule).toList();
    }

    private static AdmissionNotice notice(String name, String address, Protection protection) {
        return new AdmissionNotice(
                admission(CareForm.SOMATIC),
                patient(name, address, protection, Residence.in(MunicipalityCode.of("0180"))),
                Optional.of(ESTIMATE));
    }

    private static Admission admission(CareForm form) {
        return Admission.needing(MORNING, form, CareParty.OPEN_CARE);
    }

    private static Patient patient(
            String name, String address, Protection protection, Residence residence) {
        return new Patient(PATIENT, Optional.of(name), Optional.of(address), protection, residence);
    }
}
