package se.ehealthsdk.discharge.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.obligation.CaseLog.CENTRE;
import static se.ehealthsdk.discharge.obligation.CaseLog.NURSES;
import static se.ehealthsdk.discharge.obligation.CaseLog.SOCIAL;
import static se.ehealthsdk.discharge.obligation.CaseLog.admitted;
import static se.ehealthsdk.discharge.obligation.CaseLog.at;
import static se.ehealthsdk.discharge.obligation.CaseLog.judged;
import static se.ehealthsdk.discharge.obligation.CaseLog.needing;
import static se.ehealthsdk.discharge.obligation.CaseLog.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.event.Transcription;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.event.WithdrawalReason;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.obligation.Obligation.Status;
import se.ehealthsdk.discharge.policy.Origin;
import se.ehealthsdk.discharge.policy.Policy;

/** Cases written by hand, with the dates worked out by hand. 2026-03-06 is a Friday. */
class ObligationsTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");
    private static final Origin DECIDED = Origin.ownDecision("a test");

    // ---- R1: the admission notice ----

    @ParameterizedTest
    @CsvSource({
        // admitted, notified, due, in time
        "2026-03-05T19:00, 2026-03-06T19:00, 2026-03-06T19:00, true",
        "2026-03-05T19:00, 2026-03-06T19:00:01, 2026-03-06T19:00, false",
        "2026-03-05T19:00, 2026-03-06T18:59:59, 2026-03-06T19:00, true",
        // summer time begins on 29 March at 02:00: 24 hours end an hour later by the clock
        "2026-03-28T12:00, 2026-03-29T13:00, 2026-03-29T13:00, true",
        "2026-03-28T12:00, 2026-03-29T13:00:01, 2026-03-29T13:00, false",
        // it ends on 25 October at 03:00: an hour earlier
        "2026-10-24T12:00, 2026-10-25T11:00, 2026-10-25T11:00, true",
        "2026-10-24T12:00, 2026-10-25T11:00:01, 2026-10-25T11:00, false",
        "2028-02-28T09:00, 2028-02-29T09:00, 2028-02-29T09:00, true",
        "2026-12-31T23:30, 2027-01-01T23:30, 2027-01-01T23:30, true"
    })
    void r1_noticeAfterAdmission_is24HoursByTheClockThatNobodyTurns(
            String admitted, String notified, String due, boolean inTime) {
        Obligation r1 = only("R1", admitted(admitted, notified), "2029-01-01T12:00");

        assertThat(r1.dueAt()).contains(at(due));
        assertThat(r1.metAt()).contains(at(notified));
        assertThat(r1.status()).isEqualTo(inTime ? Status.MET : Status.LATE);
        assertThat(r1.isDoneLate()).isEqualTo(!inTime);
        assertThat(r1.isOverdue()).isFalse();
        assertThat(r1.owners()).containsExactly(CareParty.INPATIENT);
        assertThat(r1.reference()).hasToString("2 kap. 1 och 3 §§ lag (2017:612)");
    }

    @Test
    void r1_withoutNotice_isOpenUntilTheLastSecond_thenOverdue() {
        CaseLog log =
                new CaseLog()
                        .recorded(
                                "2026-03-05T19:00",
                                needing("2026-03-05T19:00", CareParty.MUNICIPAL_SOCIAL_SERVICES));

        assertThat(only("R1", log, "2026-03-06T19:00").status()).isEqualTo(Status.OPEN);
        Obligation late = only("R1", log, "2026-03-06T19:00:01");
        assertThat(late.status()).isEqualTo(Status.LATE);
        assertThat(late.isOverdue()).isTrue();
        assertThat(late.isOwed()).isTrue();
        assertThat(late.explanation(SWEDISH))
                .isEqualTo(
                        "Slutenvården ska skicka inskrivningsmeddelande inom 24 timmar från inskrivningen: "
                                + "inte gjort, skulle ha gjorts senast 2026-03-06 19:00.");
    }

    @Test
    void r1_needThatNobodyHasJudged_doesNotApply() {
        CaseLog log =
                new CaseLog()
                        .recorded(
                                "2026-03-05T19:00",
                                new Admission(
                                        at("2026-03-05T19:00"),
                                        CareForm.SOMATIC,
                                        Optional.empty(),
                                        Set.of()));

        Obligation r1 = only("R1", log, "2026-04-01T12:00");

        assertThat(r1.status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(r1.reason()).contains(Reason.NO_NEED_JUDGED);
        assertThat(r1.dueAt()).isEmpty();
    }

    @Test
    void r1b_needJudgedLaterInTheStay_countsFromTheJudgement() {
        Admission later =
                judged("2026-03-02T10:00", "2026-03-05T08:00", CareParty.MUNICIPAL_SOCIAL_SERVICES);
        CaseLog log = new CaseLog().ward("2026-03-06T08:00", notice(later, null), SOCIAL);

        assertThat(all(log, "2026-03-07T12:00").rule("R1").isEmpty()).isTrue();
        Obligation r1b = only("R1b", log, "2026-03-07T12:00");
        assertThat(r1b.dueAt()).contains(at("2026-03-06T08:00"));
        assertThat(r1b.status()).isEqualTo(Status.MET);
        assertThat(r1b.explanation(Locale.ENGLISH))
                .isEqualTo(
                        "Inpatient care sends an admission notice within 24 hours of when the need was judged: "
                                + "done 2026-03-06 08:00, in time (by 2026-03-06 08:00).");
    }

    @Test
    void r1_needJudgedOnTheFirstDay_countsFromTheAdmission_unlessThePolicySaysOtherwise() {
        Admission sameDay =
                judged("2026-03-02T10:00", "2026-03-02T14:00", CareParty.MUNICIPAL_SOCIAL_SERVICES);
        CaseLog log = new CaseLog().ward("2026-03-03T12:00", notice(sameDay, null), SOCIAL);

        assertThat(only("R1", log, "2026-03-04T12:00").isDoneLate()).isTrue();
        assertThat(
                        only(
                                        "R1b",
                                        log,
                                        "2026-03-04T12:00",
                                        Policy.act()
                                                .with(
                                                        "deadlines.needJudgedLaterAfter",
                                                        "PT0S",
                                                        DECIDED))
                                .status())
                .isEqualTo(Status.MET);
    }

    @Test
    void r1c_municipalHealthCareNeeded_wantsACopyToOpenCare() {
        Admission need = needing("2026-03-02T10:00", CareParty.MUNICIPAL_HEALTH_CARE);
        CaseLog log = new CaseLog().ward("2026-03-02T15:00", notice(need, null), NURSES);

        assertThat(only("R1", log, "2026-03-02T16:00").status()).isEqualTo(Status.MET);
        Obligation copy = only("R1c", log, "2026-03-02T16:00");
        assertThat(copy.status()).isEqualTo(Status.OPEN);
        assertThat(copy.dueAt()).contains(at("2026-03-03T10:00"));

        log.ward("2026-03-03T11:00", notice(need, null), CENTRE);
        assertThat(only("R1c", log, "2026-03-03T12:00").isDoneLate()).isTrue();
    }

    @Test
    void r1_noticeToOneOfTwoParties_isNotMet() {
        CaseLog log =
                new CaseLog()
                        .ward(
                                "2026-03-02T15:00",
                                notice(
                                        needing(
                                                "2026-03-02T10:00",
                                                CareParty.OPEN_CARE,
                                                CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                        null),
                                CENTRE);

        assertThat(only("R1", log, "2026-03-02T16:00").status()).isEqualTo(Status.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"notResident, OPEN", "wrongUnit, OPEN", "notKnown, MET"})
    void r1_noticeThatWasTurnedAway_countsOnlyWhenItWasTheRightMunicipality(
            String reason, Status expected) {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00");
        log.by(
                SOCIAL,
                "2026-03-02T12:00",
                new Declined(log.last().id(), DeclineReason.of(reason)),
                CaseLog.WARD);

        assertThat(only("R1", log, "2026-03-02T16:00").status()).isEqualTo(expected);
    }

    @Test
    void r1_noticeThatWasVoided_wasNeverSent() {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00");
        CaseEvent first = log.last();
        log.ward("2026-03-02T12:00", new Voiding(first.id(), "sent to the wrong patient's units"));
        log.recorded(
                "2026-03-02T12:00",
                needing("2026-03-02T10:00", CareParty.MUNICIPAL_SOCIAL_SERVICES));

        assertThat(only("R1", log, "2026-03-02T16:00").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void r1_enteredFromPaperAfterDowntime_countsByTheTimeOnThePaper() {
        CaseEvent onPaper = admitted("2026-03-02T10:00", "2026-03-03T09:00").last();
        CaseLog log =
                new CaseLog()
                        .add(
                                onPaper.transcribed(
                                        at("2026-03-04T16:00"),
                                        new Transcription(
                                                HsaId.of("SE2321000016-WARD"), "form 1")));

        Obligation r1 = only("R1", log, "2026-03-05T12:00");

        assertThat(r1.status()).isEqualTo(Status.MET);
        assertThat(r1.metAt()).contains(at("2026-03-03T09:00"));
    }

    @Test
    void r1_ofAMunicipalityThatIsRegionToo_goesByPartyAndNotByOrganisation() {
        Participant gotlandCentre = CaseLog.unit(CareParty.OPEN_CARE, "SE2120000803-ENHET");
        Participant gotlandSocial =
                CaseLog.unit(CareParty.MUNICIPAL_SOCIAL_SERVICES, "SE2120000803-ENHET");
        Admission need =
                needing(
                        "2026-03-02T10:00",
                        CareParty.OPEN_CARE,
                        CareParty.MUNICIPAL_SOCIAL_SERVICES);

        CaseLog one = new CaseLog().ward("2026-03-02T11:00", notice(need, null), gotlandCentre);
        CaseLog both =
                new CaseLog()
                        .ward("2026-03-02T11:00", notice(need, null), gotlandCentre, gotlandSocial);

        assertThat(only("R1", one, "2026-03-02T12:00").status()).isEqualTo(Status.OPEN);
        assertThat(only("R1", both, "2026-03-02T12:00").status()).isEqualTo(Status.MET);
        assertThat(all(both, "2026-03-02T12:00").rule("R9").all().get(0).status())
                .isEqualTo(Status.OPEN);
        assertThat(
                        all(both, "2026-03-02T12:00")
                                .of(HsaId.of("SE2120000803-ENHET"))
                                .rule("R5")
                                .size())
                .isEqualTo(2);
    }

    // ---- R3: the estimate ----

    @Test
    void r3_changeThatIsSent_isMet_andHasNoLimitInTheAct() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ward(
                                "2026-03-04T08:00",
                                "2026-03-05T17:00",
                                new EstimateChanged(LocalDate.of(2026, 3, 9)),
                                CENTRE,
                                SOCIAL);

        Obligation act = only("R3", log, "2026-03-06T12:00");
        assertThat(act.status()).isEqualTo(Status.MET);
        assertThat(act.dueAt()).isEmpty();

        Obligation region =
                only(
                        "R3",
                        log,
                        "2026-03-06T12:00",
                        Policy.act().with("deadlines.estimateChange", "PT24H", DECIDED));
        assertThat(region.status()).isEqualTo(Status.LATE);
        assertThat(region.dueAt()).contains(at("2026-03-05T08:00"));
    }

    @Test
    void r3_dayThatHasPassed_isAChangeThatHasToBeTold() {
        CaseLog log =
                new CaseLog()
                        .ward(
                                "2026-03-02T11:00",
                                notice(
                                        needing(
                                                "2026-03-02T10:00",
                                                CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                        "2026-03-06"),
                                SOCIAL);

        assertThat(only("R3", log, "2026-03-06T23:59").reason()).contains(Reason.NOT_YET);
        Obligation passed = only("R3", log, "2026-03-07T00:00");
        assertThat(passed.status()).isEqualTo(Status.OPEN);
        assertThat(passed.since()).contains(at("2026-03-07T00:00"));

        log.ward("2026-03-06T15:00", ReadyNotice.judged(at("2026-03-06T15:00")), SOCIAL);
        assertThat(only("R3", log, "2026-03-09T00:00").reason()).contains(Reason.NOT_YET);
    }

    @Test
    void r3_dayThatHasPassed_whileOnLeave_isOwedAllTheSame_sinceThePatientIsAdmitted() {
        CaseLog log =
                new CaseLog()
                        .ward(
                                "2026-03-02T11:00",
                                notice(
                                        needing(
                                                "2026-03-02T10:00",
                                                CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                        "2026-03-06"),
                                SOCIAL)
                        .ward("2026-03-05T15:00", new LeaveStarted(Optional.empty()), SOCIAL);

        assertThat(only("R3", log, "2026-03-07T12:00").status()).isEqualTo(Status.OPEN);
    }

    // ---- R4, R5 ----

    @Test
    void r4_appointedBeforeThePatientLeft_isMet_afterwardsLate() {
        CaseLog before =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .by(CENTRE, "2026-03-05T09:00", contact(), CaseLog.WARD)
                        .left("2026-03-06T13:00");
        CaseLog after =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .left("2026-03-06T13:00")
                        .by(CENTRE, "2026-03-06T14:00", contact(), CaseLog.WARD);
        CaseLog never = admitted("2026-03-02T10:00", "2026-03-02T11:00").left("2026-03-06T13:00");

        assertThat(only("R4", before, "2026-03-07T12:00").status()).isEqualTo(Status.MET);
        assertThat(only("R4", after, "2026-03-07T12:00").isDoneLate()).isTrue();
        assertThat(only("R4", never, "2026-03-06T13:00").status()).isEqualTo(Status.OPEN);
        assertThat(only("R4", never, "2026-03-06T13:01").isOverdue()).isTrue();
        assertThat(only("R4", never, "2026-03-06T13:01").units()).containsExactly(CENTRE);
    }

    @Test
    void r4_openCareNotConcerned_doesNotApply() {
        CaseLog log =
                new CaseLog()
                        .ward(
                                "2026-03-02T11:00",
                                notice(
                                        needing(
                                                "2026-03-02T10:00",
                                                CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                        null),
                                SOCIAL);

        assertThat(only("R4", log, "2026-03-03T12:00").reason())
                .contains(Reason.PARTY_NOT_CONCERNED);
    }

    @Test
    void r5_eachPartyThatWasTold_plans_byTheRegionsLimitFromDelivery() {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00");
        log.by(SOCIAL, "2026-03-02T12:00", new Delivered(log.last().id()), CaseLog.WARD)
                .by(SOCIAL, "2026-03-04T12:00", new Planning(Planning.Stage.STARTED), CaseLog.WARD);
        Policy halland =
                Policy.act().with("deadlines.planningStart", Duration.ofHours(48), DECIDED);

        Obligations r5 = all(log, "2026-03-04T12:01", halland).rule("R5");

        assertThat(r5.of(CareParty.MUNICIPAL_SOCIAL_SERVICES).all())
                .singleElement()
                .satisfies(
                        duty -> {
                            assertThat(duty.dueAt()).contains(at("2026-03-04T12:00"));
                            assertThat(duty.status()).isEqualTo(Status.MET);
                            assertThat(duty.reference().act()).isEqualTo("own decision");
                        });
        assertThat(r5.of(CareParty.OPEN_CARE).all())
                .singleElement()
                .satisfies(
                        duty -> {
                            assertThat(duty.dueAt()).contains(at("2026-03-04T11:00"));
                            assertThat(duty.isOverdue()).isTrue();
                            assertThat(duty.explanation(SWEDISH))
                                    .startsWith(
                                            "Den öppna vården ska börja planera inom 48 timmar");
                        });
        assertThat(all(log, "2026-03-20T12:01").rule("R5").of(CareParty.OPEN_CARE).open().size())
                .isEqualTo(1);
    }

    // ---- R6: ready, and no longer ready ----

    @Test
    void r6_readyNotice_isMetWhenTheUnitsConcernedWereTold() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ward(
                                "2026-03-06T10:00",
                                ReadyNotice.judged(at("2026-03-06T09:30")),
                                SOCIAL);

        assertThat(only("R6", log, "2026-03-06T11:00").status()).isEqualTo(Status.OPEN);

        log.ward("2026-03-06T11:30", ReadyNotice.judged(at("2026-03-06T09:30")), CENTRE);
        assertThat(only("R6", log, "2026-03-06T12:00").metAt()).contains(at("2026-03-06T11:30"));
        assertThat(
                        only(
                                        "R6",
                                        log,
                                        "2026-03-06T12:00",
                                        Policy.act().with("deadlines.readyNotice", "PT1H", DECIDED))
                                .isDoneLate())
                .isTrue();
    }

    @Test
    void r6_judgedReadyOnTheChecklist_wantsANotice() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .recorded(
                                "2026-03-06T09:00",
                                new HomeReadyChecklist(Set.of(HomeReadyItem.JUDGED_READY)));

        Obligation r6 = only("R6", log, "2026-03-06T12:00");

        assertThat(r6.status()).isEqualTo(Status.OPEN);
        assertThat(r6.since()).contains(at("2026-03-06T09:00"));
    }

    @Test
    void r6_refusalToShare_isSecrecyThatBarsIt_butNotOfCompulsoryCare() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .recorded("2026-03-03T09:00", Consent.refused(Consent.Scope.SHARING))
                        .recorded(
                                "2026-03-06T09:00",
                                new HomeReadyChecklist(Set.of(HomeReadyItem.JUDGED_READY)));

        assertThat(only("R1", log, "2026-03-06T12:00").status()).isEqualTo(Status.MET);
        assertThat(only("R6", log, "2026-03-06T12:00").reason()).contains(Reason.CONSENT_REFUSED);

        log.ward(
                "2026-03-06T12:00",
                new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, ""),
                CENTRE);
        assertThat(only("R6", log, "2026-03-06T12:00").status()).isEqualTo(Status.OPEN);
    }

    // ---- R7, R8: the day the patient leaves ----

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T23:59:59, MET",
        "2026-03-07T00:00, LATE",
        // the day is 23 hours long, and 25
        "2026-03-06T00:01, MET"
    })
    void r7_informationForReceivingCare_isDueOnTheCalendarDay(String sent, Status expected) {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .left("2026-03-06T13:00")
                        .ward(sent, new DischargeInformation("record 7"), CENTRE, SOCIAL);

        Obligation r7 = only("R7", log, "2026-03-10T12:00");

        assertThat(r7.dueDay()).contains(LocalDate.of(2026, 3, 6));
        assertThat(r7.status()).isEqualTo(expected);
    }

    @Test
    void r7_notDone_isOpenTheWholeDay_alsoWhenTheClocksAreTurned() {
        CaseLog log = admitted("2026-10-20T10:00", "2026-10-20T11:00").left("2026-10-25T00:30");

        assertThat(only("R7", log, "2026-10-25T23:59:59").status()).isEqualTo(Status.OPEN);
        assertThat(only("R7", log, "2026-10-26T00:00").isOverdue()).isTrue();
        assertThat(only("R7", log, "2026-10-26T00:00").explanation(SWEDISH))
                .endsWith("inte gjort, skulle ha gjorts senast 2026-10-25.");
    }

    @Test
    void r7_refusalToShare_barsIt_butAfterTheDayItIsLateAllTheSame() {
        CaseLog refusedBefore =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .recorded("2026-03-05T09:00", Consent.refused(Consent.Scope.SHARING))
                        .left("2026-03-06T13:00");
        CaseLog refusedAfter =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .left("2026-03-06T13:00")
                        .recorded("2026-03-07T09:00", Consent.refused(Consent.Scope.SHARING));

        assertThat(only("R7", refusedBefore, "2026-03-10T12:00").reason())
                .contains(Reason.CONSENT_REFUSED);
        Obligation late = only("R7", refusedAfter, "2026-03-10T12:00");
        assertThat(late.isOverdue()).isTrue();
        assertThat(late.lapsed()).isTrue();
        assertThat(late.isOwed()).isFalse();
    }

    @Test
    void r8_patientInformedTheSameDay_isMet() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .left("2026-03-06T13:00")
                        .recorded("2026-03-06T12:30", new PatientInformed(true, true));

        assertThat(only("R8", log, "2026-03-10T12:00").status()).isEqualTo(Status.MET);
    }

    // ---- R9, R10: SIP ----

    @ParameterizedTest
    @CsvSource({
        // ready notice given, last day of the call
        "2026-03-06T10:00, 2026-03-09",
        "2026-03-06T12:01, 2026-03-09",
        "2026-03-06T23:59:59, 2026-03-09",
        "2026-03-27T11:59, 2026-03-30",
        "2026-10-23T13:00, 2026-10-26",
        "2028-02-27T09:00, 2028-03-01",
        "2027-02-27T09:00, 2027-03-02",
        "2026-12-23T09:00, 2026-12-26",
        "2026-12-31T09:00, 2027-01-03"
    })
    void r10_call_isDueThreeCalendarDaysAfterTheNotice_theWholeDay(String given, LocalDate last) {
        CaseLog log = admitted("2026-01-02T10:00", "2026-01-02T11:00").ready(given);

        Obligation r10 = only("R10", log, last + "T23:59:59");

        assertThat(r10.dueDay()).contains(last);
        assertThat(r10.status()).isEqualTo(Status.OPEN);
        assertThat(only("R10", log, last.plusDays(1) + "T00:00").isOverdue()).isTrue();
        assertThat(r10.owners()).containsExactly(CareParty.OPEN_CARE);
        assertThat(r10.reference()).hasToString("4 kap. 3 § lag (2017:612)");
    }

    @ParameterizedTest
    @CsvSource({
        // a Saturday moves to Monday
        "2026-03-04T10:00, 2026-03-09",
        "2026-03-06T10:00, 2026-03-09",
        // Good Friday 3 April to Tuesday after Easter Monday
        "2026-03-31T10:00, 2026-04-07",
        // Christmas Eve, a Thursday, to Monday 28
        "2026-12-21T10:00, 2026-12-28",
        // Midsummer Eve 19 June to Monday
        "2026-06-16T10:00, 2026-06-22"
    })
    void r10_call_movesToAWorkingDay_onlyWhenThePolicySaysSo(String given, LocalDate last) {
        CaseLog log = admitted("2026-01-02T10:00", "2026-01-02T11:00").ready(given);
        Policy moving = Policy.act().with("deadlines.sipCallMovesToWorkday", true, DECIDED);

        assertThat(only("R10", log, "2026-01-02T12:00", moving).dueDay()).contains(last);
        assertThat(only("R10", log, "2026-01-02T12:00").dueDay())
                .contains(LocalDate.parse(given.substring(0, 10)).plusDays(3));
    }

    @Test
    void r10_countsFromWhenTheNoticeWasGiven_sentOrDelivered() {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00").ready("2026-03-06T10:00");
        log.by(CENTRE, "2026-03-07T08:00", new Delivered(log.last().id()), CaseLog.WARD);
        Policy delivered = Policy.act().with("deadlines.sipCallCountsFrom", "DELIVERED", DECIDED);

        assertThat(only("R10", log, "2026-03-07T09:00").dueDay())
                .contains(LocalDate.of(2026, 3, 9));
        assertThat(only("R10", log, "2026-03-07T09:00", delivered).dueDay())
                .contains(LocalDate.of(2026, 3, 10));
    }

    @Test
    void r10_call_inTimeAndLate() {
        CaseLog inTime =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .by(CENTRE, "2026-03-09T23:30", call(), SOCIAL);
        CaseLog late =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .by(CENTRE, "2026-03-10T00:00", call(), SOCIAL);
        CaseLog early =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .by(CENTRE, "2026-03-05T09:00", call(), SOCIAL)
                        .ready("2026-03-06T10:00");

        assertThat(only("R10", inTime, "2026-04-01T12:00").status()).isEqualTo(Status.MET);
        assertThat(only("R10", late, "2026-04-01T12:00").isDoneLate()).isTrue();
        assertThat(only("R10", late, "2026-04-01T12:00").explanation(Locale.ENGLISH))
                .isEqualTo(
                        "The fast vårdkontakt in open care calls to SIP within 3 days of the ready notice: "
                                + "done 2026-03-10 00:00, too late (by 2026-03-09).");
        assertThat(only("R10", early, "2026-04-01T12:00").status()).isEqualTo(Status.MET);
    }

    @Test
    void r10_withdrawalAndNewNotice_countAnew() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .ward(
                                "2026-03-07T10:00",
                                new ReadyWithdrawn(WithdrawalReason.of("worse")),
                                CENTRE,
                                SOCIAL)
                        .ready("2026-03-12T14:00");

        List<Obligation> r10 = all(log, "2026-03-15T12:00").rule("R10").all();

        assertThat(r10).hasSize(2);
        assertThat(r10.get(0).reason()).contains(Reason.NOT_READY);
        assertThat(r10.get(1).status()).isEqualTo(Status.OPEN);
        assertThat(r10.get(1).dueDay()).contains(LocalDate.of(2026, 3, 15));
        assertThat(all(log, "2026-03-15T12:00").rule("R6").met().size()).isEqualTo(2);
    }

    @Test
    void r10_withdrawalAfterTheLastDay_leavesItLate() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .ward(
                                "2026-03-11T10:00",
                                new ReadyWithdrawn(WithdrawalReason.of("worse")),
                                CENTRE,
                                SOCIAL);

        Obligation r10 = only("R10", log, "2026-03-12T12:00");

        assertThat(r10.isOverdue()).isTrue();
        assertThat(r10.lapsed()).isTrue();
        assertThat(r10.isOwed()).isFalse();
    }

    @Test
    void sip_consentRefused_isNotOwed() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .recorded("2026-03-05T09:00", Consent.refused(Consent.Scope.SIP))
                        .ready("2026-03-06T10:00");

        Obligations all = all(log, "2026-04-01T12:00");

        assertThat(all.rule("R9").all().get(0).reason()).contains(Reason.CONSENT_REFUSED);
        assertThat(all.rule("R10").all().get(0).reason()).contains(Reason.CONSENT_REFUSED);
        assertThat(all.rule("CONSENT_SIP").all().get(0).status()).isEqualTo(Status.MET);
    }

    @Test
    void sip_nobodyHasAsked_isOwedStill_andSoIsTheQuestion() {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00").ready("2026-03-06T10:00");

        Obligations all = all(log, "2026-03-07T12:00");

        assertThat(all.rule("CONSENT_SIP").open().size()).isEqualTo(1);
        assertThat(all.rule("R9").open().all().get(0).owners())
                .containsExactly(CareParty.OPEN_CARE, CareParty.MUNICIPAL_SOCIAL_SERVICES);
        assertThat(all.rule("R10").open().size()).isEqualTo(1);
    }

    @Test
    void sip_judgedNotNeeded_orCareFromOneOnly_doesNotApply() {
        CaseLog notNeeded =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .by(CENTRE, "2026-03-05T09:00", new SipNeed(false), SOCIAL)
                        .ready("2026-03-06T10:00");
        CaseLog municipalityOnly =
                new CaseLog()
                        .ward(
                                "2026-03-02T11:00",
                                notice(
                                        needing(
                                                "2026-03-02T10:00",
                                                CareParty.MUNICIPAL_SOCIAL_SERVICES),
                                        null),
                                SOCIAL)
                        .ward(
                                "2026-03-06T10:00",
                                ReadyNotice.judged(at("2026-03-06T10:00")),
                                SOCIAL);

        assertThat(only("R10", notNeeded, "2026-04-01T12:00").reason())
                .contains(Reason.NO_SIP_NEEDED);
        assertThat(only("R9", municipalityOnly, "2026-04-01T12:00").reason())
                .contains(Reason.PARTY_NOT_CONCERNED);
        assertThat(only("R10", municipalityOnly, "2026-04-01T12:00").reason())
                .contains(Reason.PARTY_NOT_CONCERNED);
    }

    @Test
    void r9_planMade_isMet() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .left("2026-03-06T13:00")
                        .by(CENTRE, "2026-03-20T10:00", new SipMade("plan-1"), SOCIAL);

        assertThat(only("R9", log, "2026-04-01T12:00").metAt()).contains(at("2026-03-20T10:00"));
    }

    // ---- R11: compulsory care ----

    @Test
    void r11_openCompulsoryCare_putsTheCarePlanInPlaceOfTheSip() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ward(
                                "2026-03-06T10:00",
                                new ReadyNotice(
                                        at("2026-03-06T10:00"),
                                        Optional.empty(),
                                        ReadyNotice.Basis.OPEN_COMPULSORY_CARE),
                                CENTRE,
                                SOCIAL);

        Obligations before = all(log, "2026-03-20T12:00");
        assertThat(before.rule("R9").all().get(0).reason()).contains(Reason.REPLACED_BY_CARE_PLAN);
        assertThat(before.rule("R10").all().get(0).reason()).contains(Reason.REPLACED_BY_CARE_PLAN);
        assertThat(before.rule("R11").open().size()).isEqualTo(1);

        log.ward(
                "2026-03-07T10:00",
                new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, "plan"),
                CENTRE,
                SOCIAL);
        CaseEvent plan = log.last();
        log.by(CENTRE, "2026-03-08T09:00", new PlanApproved(plan.id()), CaseLog.WARD);
        Obligations half = all(log, "2026-03-20T12:00");
        assertThat(half.rule("R11").open().size()).isEqualTo(1);
        assertThat(half.rule("R11b").met().all().get(0).units()).containsExactly(CENTRE);
        assertThat(half.rule("R11b").open().all().get(0).units()).containsExactly(SOCIAL);

        log.by(SOCIAL, "2026-03-09T15:00", new PlanApproved(plan.id()), CaseLog.WARD);
        Obligation drawnUp = all(log, "2026-03-20T12:00").rule("R11").all().get(0);
        assertThat(drawnUp.metAt()).contains(at("2026-03-09T15:00"));
        assertThat(drawnUp.reference().toString())
                .isEqualTo("7 a § lag (1991:1128) om psykiatrisk tvångsvård");
    }

    @Test
    void r11_forensicCare_citesItsOwnLaw() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ward(
                                "2026-03-07T10:00",
                                new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LRV, "plan"),
                                CENTRE);

        assertThat(only("R11", log, "2026-03-08T12:00").reference().act()).contains("1991:1129");
    }

    @Test
    void r11_ordinaryCare_doesNotApply() {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00");

        assertThat(only("R11", log, "2026-03-08T12:00").reason())
                .contains(Reason.NO_COMPULSORY_CARE);
    }

    // ---- the end ----

    @ParameterizedTest
    @EnumSource(Interruption.Reason.class)
    void interruption_endsWhatIsOpen_andLeavesWhatWasLate(Interruption.Reason why) {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .ward("2026-03-08T10:00", new Interruption(why), CENTRE, SOCIAL);
        CaseLog afterwards =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .ward("2026-03-10T10:00", new Interruption(why), CENTRE, SOCIAL);

        Obligations all = all(log, "2026-04-01T12:00");
        assertThat(all.owed().isEmpty()).isTrue();
        assertThat(all.rule("R10").all().get(0).reason())
                .contains(why == Interruption.Reason.DEATH ? Reason.DEATH : Reason.INTERRUPTED);
        Obligation late = only("R10", afterwards, "2026-04-01T12:00");
        assertThat(late.isOverdue()).isTrue();
        assertThat(late.lapsed()).isTrue();
        assertThat(all(afterwards, "2026-04-01T12:00").owed().isEmpty()).isTrue();
    }

    @Test
    void closing_endsWhatIsOpen() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .left("2026-03-06T13:00")
                        .by(CENTRE, "2026-03-20T10:00", new Closed());

        assertThat(all(log, "2026-04-01T12:00").owed().isEmpty()).isTrue();
        assertThat(only("R9", log, "2026-04-01T12:00").reason()).contains(Reason.CLOSED);
    }

    // ---- what a policy adds ----

    @Test
    void availability_silentOpenCare_isAdviceAndNoDuty() {
        CaseLog silent = admitted("2026-03-02T10:00", "2026-03-02T11:00").ready("2026-03-06T10:00");
        CaseLog unclear =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .by(
                                CENTRE,
                                "2026-03-06T11:00",
                                Availability.now(Availability.Answer.UNCLEAR),
                                CaseLog.WARD);
        CaseLog answered =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .by(
                                CENTRE,
                                "2026-03-06T11:00",
                                Availability.now(Availability.Answer.CANNOT_RECEIVE),
                                CaseLog.WARD);

        assertThat(only("AVAILABILITY", silent, "2026-03-07T12:00").status())
                .isEqualTo(Status.OPEN);
        assertThat(only("AVAILABILITY", silent, "2026-03-07T12:00").binding()).isFalse();
        assertThat(only("AVAILABILITY", unclear, "2026-03-07T12:00").status())
                .isEqualTo(Status.OPEN);
        assertThat(only("AVAILABILITY", answered, "2026-03-07T12:00").status())
                .isEqualTo(Status.MET);
        assertThat(
                        all(
                                        silent,
                                        "2026-03-07T12:00",
                                        Policy.act()
                                                .with(
                                                        "payment.silentOpenCare",
                                                        "AVAILABLE",
                                                        DECIDED))
                                .rule("AVAILABILITY")
                                .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"HARD, true", "SOFT, false"})
    void checklist_incompleteAtTheDischargeNotice_isLate(String gate, boolean binding) {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .recorded("2026-03-06T11:00", complete())
                        .recorded(
                                "2026-03-06T12:00",
                                new HomeReadyChecklist(Set.of(HomeReadyItem.JUDGED_READY)))
                        .left("2026-03-06T13:00");
        Policy gated = Policy.act().with("gates.homeReadyChecklist", gate, DECIDED);

        Obligation late = only("CHECKLIST", log, "2026-03-06T14:00", gated);
        assertThat(late.isOverdue()).isTrue();
        assertThat(late.binding()).isEqualTo(binding);

        log.recorded("2026-03-06T12:30", complete());
        assertThat(only("CHECKLIST", log, "2026-03-06T14:00", gated).metAt())
                .contains(at("2026-03-06T12:30"));
        assertThat(all(log, "2026-03-06T14:00").rule("CHECKLIST").isEmpty()).isTrue();
        assertThat(
                        only(
                                        "CHECKLIST",
                                        admitted("2026-03-02T10:00", "2026-03-02T11:00"),
                                        "2026-03-06T14:00",
                                        gated)
                                .reason())
                .contains(Reason.NOT_READY);
    }

    @Test
    void receipt_eachUnitWithinTheTimeOfThePolicy() {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00");
        CaseEvent notice = log.last();
        log.by(CENTRE, "2026-03-02T18:00", new Receipt(notice.id()), CaseLog.WARD);
        Policy eightHours = Policy.act().with("deadlines.acknowledgement", "PT8H", DECIDED);

        Obligations receipts = all(log, "2026-03-02T19:01", eightHours).rule("RECEIPT");

        assertThat(receipts.of(CENTRE.unit()).met().size()).isEqualTo(1);
        assertThat(receipts.of(SOCIAL.unit()).overdue().size()).isEqualTo(1);
        assertThat(receipts.of(SOCIAL.unit()).all().get(0).dueAt())
                .contains(at("2026-03-02T19:00"));
        assertThat(all(log, "2026-03-02T19:01").rule("RECEIPT").isEmpty()).isTrue();

        log.by(
                SOCIAL,
                "2026-03-02T20:00",
                new Declined(notice.id(), DeclineReason.WRONG_UNIT),
                CaseLog.WARD);
        assertThat(
                        all(log, "2026-03-02T21:00", eightHours)
                                .rule("RECEIPT")
                                .of(SOCIAL.unit())
                                .all()
                                .get(0)
                                .reason())
                .contains(Reason.DECLINED);
    }

    @Test
    void consent_whereTheAdmissionNoticeNeedsIt_barsTheNotice_andHasToBeAskedFor() {
        CaseLog log =
                new CaseLog()
                        .recorded(
                                "2026-03-02T10:00",
                                needing("2026-03-02T10:00", CareParty.MUNICIPAL_SOCIAL_SERVICES));

        Obligations before = all(log, "2026-03-02T12:00", Policy.skane());
        assertThat(before.rule("R1").all().get(0).reason()).contains(Reason.CONSENT_MISSING);
        assertThat(before.rule("CONSENT").open().size()).isEqualTo(1);

        log.recorded("2026-03-02T13:00", Consent.given(Consent.Scope.SHARING));
        Obligations after = all(log, "2026-03-02T14:00", Policy.skane());
        assertThat(after.rule("R1").open().size()).isEqualTo(1);
        assertThat(after.rule("CONSENT").met().size()).isEqualTo(1);
        assertThat(all(log, "2026-03-02T14:00").rule("CONSENT").isEmpty()).isTrue();
    }

    @Test
    void track_withoutAStep_freesFromItsDuty() throws java.io.IOException {
        Policy blue =
                Policy.read(
                                new java.io.ByteArrayInputStream(
                                        """
                                        {"id": "norr", "name": "Norr", "extends": "act-2025", "from": "2026-01-01",
                                         "sources": {"N": "rutin"},
                                         "tracks": {"blue": {"value": {"name": "Blått", "steps": ["admissionNotice"]},
                                                             "source": "N", "confidence": "INFERRED"}},
                                         "rules": {"N-1": {"value": {"after": "admissionNotice", "by": "OPEN_CARE",
                                            "owes": "planning", "within": "PT90M", "sv": "Vårdcentralen svarar.",
                                            "en": "The centre answers."}, "source": "N", "confidence": "INFERRED"}}}
                                        """
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .onTrack("blue");
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00").ready("2026-03-06T10:00");

        Obligations all = all(log, "2026-04-01T12:00", blue);

        assertThat(all.rule("R10").all().get(0).reason()).contains(Reason.NOT_ON_TRACK);
        assertThat(all.rule("R1").met().size()).isEqualTo(1);
        assertThat(all.rule("N-1").all().get(0).reason()).contains(Reason.NOT_ON_TRACK);
    }

    @Test
    void ownRule_ofARegion_isJudgedAsTheOthers() throws java.io.IOException {
        Policy norr =
                Policy.read(
                        new java.io.ByteArrayInputStream(
                                """
                                {"id": "norr", "name": "Norr", "extends": "act-2025", "from": "2026-01-01",
                                 "sources": {"N": "rutin"},
                                 "rules": {"N-1": {"value": {"after": "admissionNotice", "by": "OPEN_CARE",
                                    "owes": "planning", "within": "PT90M", "sv": "Vårdcentralen svarar.",
                                    "en": "The centre answers."}, "source": "N", "confidence": "INFERRED"}}}
                                """
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00");

        Obligation open = only("N-1", log, "2026-03-02T12:30", norr);
        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertThat(open.dueAt()).contains(at("2026-03-02T12:30"));
        assertThat(open.explanation(SWEDISH))
                .isEqualTo("Vårdcentralen svarar: återstår, senast 2026-03-02 12:30.");
        assertThat(only("N-1", log, "2026-03-02T12:31", norr).isOverdue()).isTrue();
        assertThat(
                        only(
                                        "N-1",
                                        new CaseLog().ready("2026-03-02T10:00"),
                                        "2026-03-02T12:31",
                                        norr)
                                .reason())
                .contains(Reason.NOT_YET);
    }

    // ---- asking ----

    @Test
    void owed_isWhatSomeoneHasToDoNow_whatIsDueFirstFirst() {
        CaseLog log = admitted("2026-03-02T10:00", "2026-03-02T11:00").ready("2026-03-06T10:00");

        Obligations all = all(log, "2026-03-07T12:00");

        assertThat(all.owed().all()).extracting(Obligation::rule).startsWith("R10");
        assertThat(all.nextDue()).map(Obligation::rule).contains("R10");
        assertThat(all.owed().of(CareParty.INPATIENT).isEmpty()).isTrue();
        assertThat(all.met().all()).extracting(Obligation::rule).containsExactly("R1", "R6");
        assertThat(all.late().isEmpty()).isTrue();
        assertThat(all.applicable().size()).isLessThan(all.size());
    }

    @Test
    void explanations_ofAll_holdNoPersonalData_andNoPlaceholder() {
        CaseLog log =
                admitted("2026-03-02T10:00", "2026-03-02T11:00")
                        .ready("2026-03-06T10:00")
                        .by(
                                CENTRE,
                                "2026-03-06T12:00",
                                new FastVardkontaktAppointed(
                                        Optional.of("Sköterskan Påhittad"), Optional.empty()),
                                CaseLog.WARD)
                        .left("2026-03-08T13:00");
        for (Policy policy : Policy.all()) {
            for (Obligation duty : Obligations.of(log.build(), at("2026-03-20T12:00"), policy)) {
                for (Locale language : List.of(SWEDISH, Locale.ENGLISH, Locale.JAPANESE)) {
                    assertThat(duty.explanation(language) + duty)
                            .doesNotContain(
                                    "Tolvan", "Påhittad", "1212", "Hittpågatan", "{", "null")
                            .matches("(?s)[A-ZÅÄÖ].+\\..+");
                }
            }
        }
    }

    @Test
    void of_aTimeOutOfAllRange_isRefused() {
        assertThatThrownBy(
                        () ->
                                Obligations.of(
                                        admitted("2026-03-02T10:00", "2026-03-02T11:00").build(),
                                        Instant.MAX,
                                        Policy.act()))
                .isInstanceOf(InvalidInputException.class);
    }

    private static Obligations all(CaseLog log, String now) {
        return all(log, now, Policy.act());
    }

    private static Obligations all(CaseLog log, String now, Policy policy) {
        return Obligations.of(log.build(), at(now), policy);
    }

    private static Obligation only(String rule, CaseLog log, String now) {
        return only(rule, log, now, Policy.act());
    }

    private static Obligation only(String rule, CaseLog log, String now, Policy policy) {
        List<Obligation> found = all(log, now, policy).rule(rule).all();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static FastVardkontaktAppointed contact() {
        return new FastVardkontaktAppointed(Optional.empty(), Optional.empty());
    }

    private static SipCall call() {
        return new SipCall(Optional.empty(), "", List.of(SOCIAL), List.of());
    }

    private static HomeReadyChecklist complete() {
        return new HomeReadyChecklist(Set.of(HomeReadyItem.values()));
    }
}
