package se.ehealthsdk.discharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.Stay.ADMITTED;
import static se.ehealthsdk.discharge.Stay.AT_CENTRE;
import static se.ehealthsdk.discharge.Stay.AT_NURSES;
import static se.ehealthsdk.discharge.Stay.AT_SOCIAL;
import static se.ehealthsdk.discharge.Stay.AT_WARD;
import static se.ehealthsdk.discharge.Stay.CENTRE;
import static se.ehealthsdk.discharge.Stay.LATER;
import static se.ehealthsdk.discharge.Stay.LEFT;
import static se.ehealthsdk.discharge.Stay.NOTIFIED;
import static se.ehealthsdk.discharge.Stay.NURSES;
import static se.ehealthsdk.discharge.Stay.PATIENT;
import static se.ehealthsdk.discharge.Stay.READY;
import static se.ehealthsdk.discharge.Stay.SOCIAL;
import static se.ehealthsdk.discharge.Stay.WARD;
import static se.ehealthsdk.discharge.Stay.fromWard;
import static se.ehealthsdk.discharge.Stay.left;
import static se.ehealthsdk.discharge.Stay.notified;
import static se.ehealthsdk.discharge.Stay.notifiedAnd;
import static se.ehealthsdk.discharge.Stay.ready;
import static se.ehealthsdk.discharge.Stay.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.MunicipalityCode;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.discharge.Refusal.Rule;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.Destination;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.EventWriter;
import se.ehealthsdk.discharge.event.FastVardkontaktAppointed;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.Residence;
import se.ehealthsdk.discharge.event.ResidenceEstablished;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipFollowedUp;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.Transcription;
import se.ehealthsdk.discharge.event.UnknownContent;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.event.WithdrawalReason;
import se.ehealthsdk.discharge.policy.Policy;
import se.ehealthsdk.discharge.policy.RoleTable;

class RefusalTest {

    private static final Instant NEXT = time("2026-03-03T09:00");
    private static final Instant TAKEN_BACK = time("2026-03-07T09:00");

    @Test
    void event_ofAnotherCase_isRefusedAndLeavesTheCase() {
        DischargeCase before = notifiedAnd();
        CaseEvent stray =
                EventWriter.of(CaseId.of("case-2"), PATIENT, WARD)
                        .send(ReadyNotice.judged(READY), READY, SOCIAL);

        assertThatThrownBy(() -> before.with(stray, LATER))
                .isInstanceOfSatisfying(
                        EventRefusedException.class,
                        e -> assertThat(e.refusal().rule()).isEqualTo(Rule.ANOTHER_CASE));
        assertThat(before.events()).hasSize(1);
        assertThat(before.phase()).isEqualTo(Phase.NOTIFIED);
    }

    @Test
    void event_ofAnotherPatient_isRefused() {
        PersonId other = PersonId.parse("201212121212");
        CaseEvent stray =
                EventWriter.of(CaseId.of("case-1"), other, WARD)
                        .send(ReadyNotice.judged(READY), READY, SOCIAL);

        assertRefused(notifiedAnd(), stray, Rule.ANOTHER_PATIENT);
        assertThatThrownBy(() -> DischargeCase.of(List.of(notified(), stray)))
                .isInstanceOf(EventRefusedException.class)
                .hasMessageContaining("ANOTHER_PATIENT")
                .hasMessageNotContaining(other.value());
    }

    @Test
    void admissionNotice_thatNamesAnotherPatientThanItsEvent_isRefused() {
        CaseEvent crossed =
                AT_WARD.send(
                        Stay.admissionNotice(PersonId.parse("201212121212"), Stay.admission()),
                        NOTIFIED,
                        SOCIAL);

        assertThatThrownBy(() -> DischargeCase.open(crossed, LATER))
                .hasMessageContaining("ANOTHER_PATIENT");
    }

    @Test
    void event_whoseIdIsThere_isRefused() {
        CaseEvent first = notified();
        DischargeCase soFar = DischargeCase.open(first, LATER);

        assertRefused(soFar, first, Rule.DUPLICATE);
        assertRefused(soFar, ready().withId(first.id()), Rule.DUPLICATE);
        assertThatThrownBy(() -> DischargeCase.of(List.of(first, first)))
                .hasMessageContaining("DUPLICATE");
    }

    @Test
    void log_withoutEvents_isInvalid() {
        assertThatThrownBy(() -> DischargeCase.of(List.of()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void event_fromTheFuture_isRefusedBeyondTheSkew() {
        DischargeCase soFar = notifiedAnd();
        Acceptance now = Acceptance.at(READY);

        assertThat(soFar.refusalOf(readyAt(READY.plusSeconds(300)), now)).isEmpty();
        assertRefused(soFar, readyAt(READY.plusSeconds(301)), now, Rule.FROM_THE_FUTURE);
        assertRefused(
                soFar,
                AT_WARD.send(ReadyNotice.judged(READY.plusSeconds(600)), READY, SOCIAL),
                now,
                Rule.FROM_THE_FUTURE);
        assertRefused(
                soFar,
                AT_WARD.send(
                        ReadyNotice.judged(READY),
                        new EventTimes(READY, READY.plusSeconds(600), Optional.of(READY)),
                        List.of(SOCIAL)),
                now,
                Rule.FROM_THE_FUTURE);
    }

    @Test
    void dischargeNotice_toldAhead_isNoFuture() {
        CaseEvent ahead =
                AT_WARD.send(
                        new DischargeNotice(LEFT.plus(Duration.ofDays(1)), Destination.HOME),
                        LEFT,
                        SOCIAL);

        assertThat(notifiedAnd(ready()).refusalOf(ahead, Acceptance.at(LEFT))).isEmpty();
    }

    @Test
    void times_thatContradictOneAnother_areRefused() {
        assertContradicts(
                notifiedAnd(),
                AT_WARD.send(
                        ReadyNotice.judged(READY),
                        new EventTimes(READY, READY, Optional.of(READY.minusSeconds(301))),
                        List.of(SOCIAL)));
        assertContradicts(
                notifiedAnd(),
                AT_WARD.send(
                        ReadyNotice.judged(READY),
                        new EventTimes(READY, READY.minusSeconds(301), Optional.empty()),
                        List.of(SOCIAL)));
        assertContradicts(
                notifiedAnd(),
                AT_WARD.send(
                        ReadyNotice.judged(READY.plusSeconds(3600)),
                        new EventTimes(READY, READY, Optional.of(READY)),
                        List.of(SOCIAL)));
    }

    @Test
    void lateEntry_withoutTheMark_isRefused_withIt_isTaken() {
        DischargeCase soFar = notifiedAnd();
        Instant monday = time("2026-03-09T08:00");
        CaseEvent late =
                AT_WARD.send(
                        ReadyNotice.judged(READY),
                        new EventTimes(READY, monday, Optional.of(READY)),
                        List.of(SOCIAL));

        assertContradicts(soFar, late);
        DischargeCase after =
                Stay.and(soFar, late.transcribed(monday, new Transcription(WARD.unit(), "B")));
        assertThat(after.standingReadyNotice().orElseThrow().legalTime()).isEqualTo(READY);
        assertThat(after.transcribed()).hasSize(1);
        assertThat(after.transcribed().get(0).event().times().recorded()).isEqualTo(monday);
    }

    @Test
    void stay_thatEndsBeforeItBegins_isRefused() {
        Instant before = ADMITTED.minus(Duration.ofHours(1));

        assertContradicts(
                notifiedAnd(), fromWard(new DischargeNotice(before, Destination.HOME), NEXT));
        assertContradicts(notifiedAnd(), fromWard(ReadyNotice.judged(before), NEXT));
        CaseEvent admission = notified();
        assertContradicts(
                Stay.and(DischargeCase.open(admission, LATER), left()),
                AT_WARD.send(
                        new Correction(
                                admission.id(),
                                Stay.admissionNotice(
                                        PATIENT,
                                        Admission.needing(
                                                LEFT.plusSeconds(3600), CareForm.SOMATIC)),
                                ""),
                        LEFT.plusSeconds(7200),
                        SOCIAL));
    }

    @Test
    void admissionNotice_beforeTheAdmission_isRefused() {
        CaseEvent early = AT_WARD.send(Stay.admissionNotice(), ADMITTED.minusSeconds(301), SOCIAL);

        assertThatThrownBy(() -> DischargeCase.open(early, LATER))
                .hasMessageContaining("TIMES_CONTRADICT");
    }

    @Test
    void withdrawal_beforeItsNotice_isRefused() {
        assertContradicts(notifiedAnd(ready()), withdrawnAt(READY.minusSeconds(1)));
    }

    @Test
    void receipt_beforeItsMessage_isRefused() {
        CaseEvent notice = ready();

        assertContradicts(
                notifiedAnd(notice),
                AT_SOCIAL.reply(notice, new Receipt(notice.id()), READY.minusSeconds(301)));
        assertThat(
                        notifiedAnd(notice)
                                .refusalOf(
                                        AT_SOCIAL.reply(
                                                notice,
                                                new Receipt(notice.id()),
                                                READY.minusSeconds(300)),
                                        LATER))
                .isEmpty();
    }

    @Test
    void leave_thatEndsBeforeItBegan_isRefused() {
        DischargeCase onLeave = notifiedAnd(fromWard(new LeaveStarted(Optional.empty()), NEXT));

        assertContradicts(onLeave, fromWard(new LeaveEnded(), NEXT.minusSeconds(1)));
        assertContradicts(
                notifiedAnd(),
                fromWard(new LeaveStarted(Optional.of(NEXT.minusSeconds(3600))), NEXT));
    }

    @Test
    void sipCall_toAMeetingThatHasBeen_isRefused() {
        assertContradicts(
                notifiedAnd(), AT_CENTRE.send(SipCall.to(NEXT, SOCIAL), READY, SOCIAL, WARD));
    }

    @Test
    void closing_beforeThePatientLeaves_isRefused() {
        CaseEvent ahead =
                fromWard(
                        new DischargeNotice(LEFT.plus(Duration.ofDays(2)), Destination.HOME), LEFT);

        assertContradicts(notifiedAnd(ahead), fromWard(new Closed(), LEFT.plusSeconds(600)));
    }

    @Test
    void sender_withoutTheRight_isRefused() {
        assertRefused(
                notifiedAnd(),
                AT_SOCIAL.send(ReadyNotice.judged(READY), READY, CENTRE),
                Rule.NO_RIGHT);
        assertRefused(
                notifiedAnd(),
                AT_WARD.send(SipCall.to(LEFT, SOCIAL), READY, SOCIAL),
                Rule.NO_RIGHT);
        assertRefused(
                notifiedAnd(),
                AT_WARD.send(
                        new FastVardkontaktAppointed(Optional.empty(), Optional.empty()),
                        NEXT,
                        SOCIAL),
                Rule.NO_RIGHT);
    }

    @Test
    void sender_thatARegionGivesTheRight_isTaken() {
        Acceptance region =
                new Acceptance(
                        RoleTable.GENERAL.with("sipCall", Set.of(CareParty.INPATIENT)),
                        LEFT,
                        Duration.ZERO);

        assertThat(
                        notifiedAnd()
                                .refusalOf(
                                        AT_WARD.send(SipCall.to(LEFT, SOCIAL), READY, SOCIAL),
                                        region))
                .isEmpty();
    }

    @Test
    void recipients_thatMakeNoSense_areRefused() {
        assertRefused(
                notifiedAnd(),
                AT_WARD.send(
                        ReadyNotice.judged(READY),
                        READY,
                        Stay.unit(CareParty.INPATIENT, "SE2321000016-WARD2")),
                Rule.NO_RIGHT);
        assertRefused(
                notifiedAnd(),
                AT_SOCIAL.send(new Planning(Planning.Stage.STARTED), NEXT, SOCIAL),
                Rule.NO_RIGHT);
    }

    @Test
    void answer_fromAUnitThatWasNotAddressed_isRefused() {
        CaseEvent notice = ready();
        DischargeCase soFar = notifiedAnd(notice);

        for (Content answer :
                List.of(
                        new Receipt(notice.id()),
                        new Delivered(notice.id()),
                        new Declined(notice.id(), DeclineReason.WRONG_UNIT))) {
            assertRefused(soFar, AT_NURSES.reply(notice, answer, LEFT), Rule.NO_RIGHT);
            assertThat(soFar.refusalOf(AT_SOCIAL.reply(notice, answer, LEFT), LATER)).isEmpty();
        }
    }

    @Test
    void event_aboutOneThatIsNotThere_isRefused() {
        MessageId nowhere = MessageId.of("nowhere");
        CaseEvent notice = ready();
        CaseEvent receipt = AT_SOCIAL.reply(notice, new Receipt(notice.id()), LEFT);
        DischargeCase soFar = notifiedAnd(notice, receipt);

        for (Content content :
                List.of(
                        new Receipt(nowhere),
                        new Delivered(nowhere),
                        new Declined(nowhere, DeclineReason.NOT_KNOWN),
                        new PlanApproved(nowhere),
                        new Correction(nowhere, new Planning(Planning.Stage.STARTED), ""),
                        new Voiding(nowhere, ""),
                        new Receipt(receipt.id()),
                        new Voiding(receipt.id(), ""),
                        new PlanApproved(notice.id()))) {
            assertRefused(soFar, AT_SOCIAL.send(content, LEFT, WARD), Rule.NO_SUCH_EVENT);
        }
    }

    @Test
    void voiding_ofWhatIsNotTheLatest_isRefused() {
        CaseEvent first = fromWard(new EstimateChanged(LocalDate.of(2026, 3, 9)), NEXT);
        CaseEvent second =
                fromWard(new EstimateChanged(LocalDate.of(2026, 3, 10)), NEXT.plusSeconds(60));
        DischargeCase soFar = notifiedAnd(first, second);

        assertRefused(soFar, voided(first), Rule.NOT_THE_LATEST);
        DischargeCase after = Stay.and(soFar, voided(second), voided(first));
        assertThat(after.estimatedDischarge()).contains(LocalDate.of(2026, 3, 8));
    }

    @Test
    void voiding_ofWhatALaterEventRestsOn_isRefused() {
        CaseEvent admission = notified();
        CaseEvent notice = ready();
        CaseEvent withdrawal = withdrawnAt(TAKEN_BACK);
        DischargeCase ready = Stay.and(DischargeCase.open(admission, LATER), notice);

        assertRefused(ready, voided(admission), Rule.NOT_THE_LATEST);
        assertRefused(Stay.and(ready, withdrawal), voided(notice), Rule.NOT_THE_LATEST);
    }

    @Test
    void voiding_ofAnAnswer_isNotHinderedByAnotherPartys() {
        CaseEvent social =
                AT_SOCIAL.send(Availability.now(Availability.Answer.CAN_RECEIVE), NEXT, WARD);
        CaseEvent nurses =
                AT_NURSES.send(
                        Availability.now(Availability.Answer.CANNOT_RECEIVE),
                        NEXT.plusSeconds(60),
                        WARD);
        CaseEvent voiding = AT_SOCIAL.send(new Voiding(social.id(), ""), LEFT, WARD);

        DischargeCase after = notifiedAnd(social, nurses, voiding);
        assertThat(after.availability(CareParty.MUNICIPAL_SOCIAL_SERVICES)).isEmpty();
        assertThat(after.availability(CareParty.MUNICIPAL_HEALTH_CARE)).isPresent();
    }

    @Test
    void voiding_twiceOrOfAnothers_isRefused() {
        CaseEvent notice = ready();
        CaseEvent voiding = voided(notice);

        assertRefused(notifiedAnd(notice, voiding), voided(notice), Rule.NO_SUCH_EVENT);
        assertRefused(notifiedAnd(notice, voiding), voided(voiding), Rule.NO_SUCH_EVENT);
        assertRefused(
                notifiedAnd(notice),
                AT_CENTRE.send(new Voiding(notice.id(), ""), LEFT, SOCIAL),
                Rule.NO_RIGHT);
    }

    @Test
    void correction_ofAnotherKindOrUnit_isRefused() {
        CaseEvent notice = ready();
        DischargeCase soFar = notifiedAnd(notice);

        assertRefused(
                soFar,
                fromWard(new Correction(notice.id(), new LeaveEnded(), ""), LEFT),
                Rule.NOT_A_CORRECTION);
        assertRefused(
                soFar,
                AT_WARD.as(Stay.unit(CareParty.INPATIENT, "SE2321000016-WARD2"))
                        .send(
                                new Correction(notice.id(), ReadyNotice.judged(READY), ""),
                                LEFT,
                                SOCIAL),
                Rule.NOT_A_CORRECTION);
    }

    @Test
    void correction_byAPartyThatMayNotSayIt_isRefused() {
        CaseEvent notice = ready();

        assertRefused(
                notifiedAnd(notice),
                AT_SOCIAL.send(
                        new Correction(notice.id(), ReadyNotice.judged(READY), ""), LEFT, CENTRE),
                Rule.NO_RIGHT);
    }

    @Test
    void correction_ofWhatIsVoided_isRefused() {
        CaseEvent notice = ready();

        assertRefused(
                notifiedAnd(notice, voided(notice)),
                fromWard(new Correction(notice.id(), ReadyNotice.judged(READY), ""), LEFT),
                Rule.NO_SUCH_EVENT);
    }

    @Test
    void case_beginsWithTheAdmissionOrItsNotice() {
        assertThatThrownBy(() -> DischargeCase.open(ready(), LATER))
                .hasMessageContaining("OUT_OF_ORDER");
        assertThat(DischargeCase.open(AT_WARD.record(Stay.admission(), ADMITTED), LATER).phase())
                .isEqualTo(Phase.OPENED);
    }

    @Test
    void whatNeedsTheAdmissionNotice_isRefusedBeforeIt() {
        DischargeCase opened =
                DischargeCase.open(AT_WARD.record(Stay.admission(), ADMITTED), LATER);

        assertRefused(opened, ready(), Rule.OUT_OF_ORDER);
        assertRefused(opened, left(), Rule.OUT_OF_ORDER);
        assertRefused(
                opened,
                AT_SOCIAL.send(new Planning(Planning.Stage.STARTED), NEXT, WARD),
                Rule.OUT_OF_ORDER);
        assertRefused(
                opened,
                fromWard(new EstimateChanged(LocalDate.of(2026, 3, 9)), NEXT),
                Rule.OUT_OF_ORDER);
    }

    @Test
    void readyNotice_whileOneStands_isRefused() {
        assertRefused(notifiedAnd(ready()), readyAt(TAKEN_BACK), Rule.OUT_OF_ORDER);
        DischargeCase again =
                notifiedAnd(ready(), withdrawnAt(TAKEN_BACK), readyAt(TAKEN_BACK.plusSeconds(60)));
        assertThat(again.readyPeriods()).hasSize(2);
        assertThat(again.phase()).isEqualTo(Phase.READY);
    }

    @Test
    void withdrawal_withoutAStandingNotice_isRefused() {
        assertRefused(notifiedAnd(), withdrawnAt(TAKEN_BACK), Rule.OUT_OF_ORDER);
        assertRefused(
                notifiedAnd(ready(), withdrawnAt(TAKEN_BACK)),
                withdrawnAt(TAKEN_BACK.plusSeconds(60)),
                Rule.OUT_OF_ORDER);
    }

    @Test
    void leave_isEndedOnlyWhenBegun() {
        CaseEvent start = fromWard(new LeaveStarted(Optional.empty()), NEXT);

        assertRefused(notifiedAnd(), fromWard(new LeaveEnded(), NEXT), Rule.OUT_OF_ORDER);
        assertRefused(
                notifiedAnd(start),
                fromWard(new LeaveStarted(Optional.empty()), NEXT.plusSeconds(60)),
                Rule.OUT_OF_ORDER);
    }

    @Test
    void afterDischarge_theStayGoesOnNoMore() {
        DischargeCase gone = notifiedAnd(ready(), left());
        Instant later = LEFT.plusSeconds(3600);

        assertRefused(gone, withdrawnAt(later), Rule.OUT_OF_ORDER);
        assertRefused(gone, fromWard(new LeaveStarted(Optional.empty()), later), Rule.OUT_OF_ORDER);
        assertRefused(
                gone,
                fromWard(new DischargeNotice(LEFT, Destination.HOME), later),
                Rule.OUT_OF_ORDER);
        assertRefused(
                gone,
                AT_CENTRE.send(new SipFollowedUp(Optional.empty()), later, SOCIAL),
                Rule.OUT_OF_ORDER);
    }

    @Test
    void discharge_waitsForTheChecklist_onlyWhereThePolicyAsksForIt() {
        Acceptance hard =
                new Acceptance(
                        RoleTable.GENERAL,
                        LATER.now(),
                        Duration.ZERO,
                        Set.of(HomeReadyItem.MEDICINES_AVAILABLE));
        DischargeCase ready = notifiedAnd(ready());
        CaseEvent checked =
                AT_WARD.record(
                        new HomeReadyChecklist(Set.of(HomeReadyItem.MEDICINES_AVAILABLE)), READY);

        assertRefused(ready, left(), hard, Rule.OUT_OF_ORDER);
        assertThat(ready.refusalOf(left(), LATER)).isEmpty();
        assertThat(Stay.and(ready, checked).refusalOf(left(), hard)).isEmpty();
        assertThat(ready.refusalOf(left(), Acceptance.by(Policy.act(), LATER.now()))).isEmpty();
    }

    @Test
    void closing_needsADischarge() {
        assertRefused(notifiedAnd(ready()), fromWard(new Closed(), LEFT), Rule.OUT_OF_ORDER);
    }

    @Test
    void afterTheEnd_onlyAnswersAndRepairsCome() {
        CaseEvent notice = ready();
        CaseEvent death = fromWard(new Interruption(Interruption.Reason.DEATH), LEFT);
        DischargeCase ended = notifiedAnd(notice, death);
        Instant later = LEFT.plusSeconds(3600);

        assertThat(ended.phase()).isEqualTo(Phase.INTERRUPTED);
        for (CaseEvent refused :
                List.of(
                        fromWard(new DischargeNotice(later, Destination.HOME), later),
                        AT_CENTRE.send(new SipMade("plan"), later, SOCIAL),
                        fromWard(new Interruption(Interruption.Reason.NO_NEED), later),
                        fromWard(Consent.given(Consent.Scope.SIP), later),
                        fromWard(new Closed(), later))) {
            assertRefused(ended, refused, Rule.OUT_OF_ORDER);
        }
        DischargeCase repaired =
                Stay.and(
                        ended,
                        AT_SOCIAL.reply(notice, new Receipt(notice.id()), later),
                        fromWard(
                                new Correction(
                                        notice.id(),
                                        ReadyNotice.judged(READY.minusSeconds(60)),
                                        ""),
                                later),
                        fromWard(
                                new ResidenceEstablished(Residence.in(MunicipalityCode.of("1480"))),
                                later),
                        AT_WARD.record(new UnknownContent("newer", "{}"), later),
                        AT_WARD.send(new Voiding(death.id(), ""), later, SOCIAL));
        assertThat(repaired.phase()).isEqualTo(Phase.READY);
    }

    @Test
    void event_thatCrossedTheEndOnItsWay_isTakenFromAnotherUnitOnly() {
        DischargeCase ended =
                notifiedAnd(fromWard(new Interruption(Interruption.Reason.NO_NEED), LEFT));
        Instant before = LEFT.minusSeconds(60);

        assertThat(
                        ended.refusalOf(
                                AT_SOCIAL.send(
                                        Availability.now(Availability.Answer.CAN_RECEIVE),
                                        before,
                                        WARD),
                                LATER))
                .isEmpty();
        assertRefused(ended, readyAt(before), Rule.OUT_OF_ORDER);
    }

    @Test
    void retroEntry_comesInAnyOrderButNotAgainstTheEnd() {
        Transcription paper = new Transcription(WARD.unit(), "form 3");
        Instant entered = LEFT.plus(Duration.ofDays(1));
        DischargeCase gone = notifiedAnd(left());

        DischargeCase after = Stay.and(gone, ready().transcribed(entered, paper));
        assertThat(after.phase()).isEqualTo(Phase.DISCHARGED);
        assertThat(after.readyPeriods()).hasSize(1);
        assertRefused(
                gone, readyAt(LEFT.plusSeconds(60)).transcribed(entered, paper), Rule.OUT_OF_ORDER);
        assertRefused(after, readyAt(TAKEN_BACK).transcribed(entered, paper), Rule.OUT_OF_ORDER);
    }

    @Test
    void retroEntry_ofThePaperThatBeganTheCase_canBeAnyOfThem() {
        Instant entered = LEFT.plus(Duration.ofDays(1));
        Transcription paper = new Transcription(WARD.unit(), "");

        DischargeCase after =
                DischargeCase.open(ready().transcribed(entered, paper), LATER)
                        .with(notified().transcribed(entered, paper), LATER);

        assertThat(after.phase()).isEqualTo(Phase.READY);
        assertThat(after.admission()).contains(Stay.admission());
    }

    @Test
    void clockThatJumpsBack_changesNothingThatIsRecorded() {
        DischargeCase recorded = notifiedAnd(ready());
        Acceptance jumpedBack = Acceptance.at(NOTIFIED.minusSeconds(3600));
        CaseEvent now = withdrawnAt(NOTIFIED.minusSeconds(3600));

        assertRefused(recorded, now, jumpedBack, Rule.TIMES_CONTRADICT);
        assertRefused(recorded, withdrawnAt(TAKEN_BACK), jumpedBack, Rule.FROM_THE_FUTURE);
        assertThat(recorded.phase()).isEqualTo(Phase.READY);
        assertThat(DischargeCase.of(recorded.events())).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newer", "readyNoticeOfNextYear"})
    void unknownContent_isKeptAndShownAndChangesNothing(String kind) {
        CaseEvent newer = AT_NURSES.send(new UnknownContent(kind, "{\"a\":1}"), NEXT, WARD);
        DischargeCase before = notifiedAnd();
        DischargeCase after = Stay.and(before, newer);

        assertThat(after.message(newer.id()).orElseThrow().content()).isEqualTo(newer.content());
        assertThat(after.phase()).isEqualTo(before.phase());
        assertThat(
                        Stay.and(after, AT_WARD.reply(newer, new Receipt(newer.id()), NEXT))
                                .message(newer.id())
                                .orElseThrow()
                                .receiving(WARD))
                .isEqualTo(Message.Receiving.ACKNOWLEDGED);
    }

    @Test
    void refusal_neverTellsOfThePatient() {
        CaseEvent stray =
                AT_WARD.send(
                        new Correction(MessageId.of("nowhere"), Stay.admissionNotice(), Stay.NAME),
                        LEFT,
                        NURSES);

        assertThatThrownBy(() -> notifiedAnd().with(stray, LATER))
                .hasMessageNotContaining(PATIENT.value())
                .hasMessageNotContaining(Stay.NAME)
                .hasMessageNotContaining(Stay.ADDRESS);
    }

    private static CaseEvent readyAt(Instant moment) {
        return AT_WARD.send(ReadyNotice.judged(moment), moment, CENTRE, SOCIAL);
    }

    private static CaseEvent withdrawnAt(Instant moment) {
        return fromWard(new ReadyWithdrawn(WithdrawalReason.CHANGED_HEALTH), moment);
    }

    private static CaseEvent voided(CaseEvent event) {
        return AT_WARD.send(
                new Voiding(event.id(), "sent by mistake"), LEFT.plusSeconds(60), SOCIAL);
    }

    private static void assertContradicts(DischargeCase soFar, CaseEvent event) {
        assertRefused(soFar, event, Rule.TIMES_CONTRADICT);
    }

    private static void assertRefused(DischargeCase soFar, CaseEvent event, Rule rule) {
        assertRefused(soFar, event, LATER, rule);
    }

    private static void assertRefused(
            DischargeCase soFar, CaseEvent event, Acceptance acceptance, Rule rule) {
        Refusal refusal = soFar.refusalOf(event, acceptance).orElseThrow();
        assertThat(refusal.rule()).isEqualTo(rule);
        assertThat(refusal.explanation(Locale.forLanguageTag("sv")))
                .endsWith(".")
                .doesNotContain("{", "null")
                .isNotEqualTo(refusal.explanation());
    }
}
