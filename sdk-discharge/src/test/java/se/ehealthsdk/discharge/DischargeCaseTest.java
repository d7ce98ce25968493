package se.ehealthsdk.discharge;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.Stay.ADMITTED;
import static se.ehealthsdk.discharge.Stay.AT_CENTRE;
import static se.ehealthsdk.discharge.Stay.AT_SOCIAL;
import static se.ehealthsdk.discharge.Stay.AT_WARD;
import static se.ehealthsdk.discharge.Stay.CENTRE;
import static se.ehealthsdk.discharge.Stay.LATER;
import static se.ehealthsdk.discharge.Stay.LEFT;
import static se.ehealthsdk.discharge.Stay.READY;
import static se.ehealthsdk.discharge.Stay.SOCIAL;
import static se.ehealthsdk.discharge.Stay.WARD;
import static se.ehealthsdk.discharge.Stay.fromWard;
import static se.ehealthsdk.discharge.Stay.left;
import static se.ehealthsdk.discharge.Stay.notified;
import static se.ehealthsdk.discharge.Stay.notifiedAnd;
import static se.ehealthsdk.discharge.Stay.ready;
import static se.ehealthsdk.discharge.Stay.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.CareForm;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Closed;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;
import se.ehealthsdk.discharge.event.DeclineReason;
import se.ehealthsdk.discharge.event.Declined;
import se.ehealthsdk.discharge.event.Delivered;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.Interruption;
import se.ehealthsdk.discharge.event.LeaveEnded;
import se.ehealthsdk.discharge.event.LeaveStarted;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.Planning;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.event.ReadyWithdrawn;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.Voiding;
import se.ehealthsdk.discharge.event.WithdrawalReason;

class DischargeCaseTest {

    private static final Instant NEXT = time("2026-03-03T09:00");

    @Test
    void phases_followOneAnotherToTheClosing() {
        DischargeCase opened =
                DischargeCase.open(AT_WARD.record(Stay.admission(), ADMITTED), LATER);
        DischargeCase notified = Stay.and(opened, notified());
        DischargeCase planning =
                Stay.and(
                        notified, AT_SOCIAL.send(new Planning(Planning.Stage.STARTED), NEXT, WARD));
        DischargeCase ready = Stay.and(planning, ready());
        DischargeCase withdrawn = Stay.and(ready, withdrawn("2026-03-06T15:00"));
        DischargeCase again = Stay.and(withdrawn, readyAt("2026-03-07T10:00"));
        DischargeCase gone = Stay.and(again, left());
        DischargeCase sip =
                Stay.and(
                        gone,
                        AT_CENTRE.send(new SipMade("plan-1"), time("2026-03-12T10:00"), SOCIAL));
        DischargeCase closed = Stay.and(sip, fromWard(new Closed(), time("2026-03-20T10:00")));

        assertThat(
                        List.of(
                                opened.phase(),
                                notified.phase(),
                                planning.phase(),
                                ready.phase(),
                                withdrawn.phase(),
                                again.phase(),
                                gone.phase(),
                                sip.phase(),
                                closed.phase()))
                .containsExactly(
                        Phase.OPENED,
                        Phase.NOTIFIED,
                        Phase.PLANNING,
                        Phase.READY,
                        Phase.READY_WITHDRAWN,
                        Phase.READY,
                        Phase.DISCHARGED,
                        Phase.SIP_FOLLOW_UP,
                        Phase.CLOSED);
        assertThat(again.readyPeriods()).hasSize(2);
        assertThat(again.readyPeriods().get(0).withdrawal()).isPresent();
        assertThat(again.readyPeriods().get(1).withdrawal()).isEmpty();
    }

    @Test
    void readyNotice_thatIsRepeatedInALog_beginsNoNewPeriod() {
        DischargeCase twice =
                DischargeCase.of(
                        List.of(
                                notified(),
                                ready(),
                                readyAt("2026-03-07T10:00"),
                                withdrawn("2026-03-08T10:00")));

        assertThat(twice.readyPeriods()).hasSize(1);
        assertThat(twice.readyPeriods().get(0).notice().legalTime()).isEqualTo(READY);
        assertThat(twice.phase()).isEqualTo(Phase.READY_WITHDRAWN);
    }

    @Test
    void newReadyNotice_inTheMomentOfTheWithdrawal_stands() {
        DischargeCase again =
                notifiedAnd(ready(), withdrawn("2026-03-07T10:00"), readyAt("2026-03-07T10:00"));

        assertThat(again.phase()).isEqualTo(Phase.READY);
        assertThat(again.readyPeriods()).hasSize(2);
    }

    @Test
    void voidedDischarge_rollsThePhaseBack() {
        CaseEvent gone = left();
        DischargeCase discharged = notifiedAnd(ready(), gone);
        DischargeCase back = Stay.and(discharged, voided(gone));

        assertThat(discharged.dischargedAt()).contains(LEFT);
        assertThat(back.phase()).isEqualTo(Phase.READY);
        assertThat(back.dischargedAt()).isEmpty();
        assertThat(back.message(gone.id()).orElseThrow().voidedBy()).isPresent();
    }

    @Test
    void voidedInterruption_reopensTheCase() {
        CaseEvent end =
                fromWard(
                        new Interruption(Interruption.Reason.TRANSFERRED),
                        time("2026-03-07T10:00"));

        assertThat(notifiedAnd(ready(), end, voided(end)).phase()).isEqualTo(Phase.READY);
    }

    @Test
    void correction_changesWhatIsSaidAndKeepsWhenItWasSent() {
        CaseEvent notice = ready();
        Instant judged = READY.minusSeconds(600);
        CaseEvent correction =
                fromWard(new Correction(notice.id(), ReadyNotice.judged(judged), "slip"), LEFT);
        DischargeCase corrected = notifiedAnd(notice, correction);

        Message message = corrected.message(notice.id()).orElseThrow();
        assertThat(message.as(ReadyNotice.class).orElseThrow().judgedAt()).isEqualTo(judged);
        assertThat(message.legalTime()).isEqualTo(READY);
        assertThat(message.correctedBy()).contains(correction);
        assertThat(((ReadyNotice) message.event().content()).judgedAt()).isEqualTo(READY);
    }

    @Test
    void correctionOfACorrection_correctsWhatWasSaidFirst() {
        CaseEvent estimate = fromWard(new EstimateChanged(LocalDate.of(2026, 3, 9)), NEXT);
        CaseEvent once =
                fromWard(
                        new Correction(
                                estimate.id(), new EstimateChanged(LocalDate.of(2026, 3, 10)), ""),
                        NEXT.plusSeconds(60));
        CaseEvent twice =
                fromWard(
                        new Correction(
                                once.id(), new EstimateChanged(LocalDate.of(2026, 3, 11)), ""),
                        NEXT.plusSeconds(120));

        DischargeCase corrected = notifiedAnd(estimate, once, twice);
        assertThat(corrected.estimatedDischarge()).contains(LocalDate.of(2026, 3, 11));
        assertThat(corrected.holding(EstimateChanged.class)).hasSize(1);
    }

    @Test
    void correctionsOfOneAnother_inALogFromElsewhere_doNoHarm() {
        MessageId one = MessageId.of("one");
        MessageId other = MessageId.of("other");
        Content nothing = new LeaveEnded();
        DischargeCase circle =
                DischargeCase.of(
                        List.of(
                                notified(),
                                fromWard(new Correction(other, nothing, ""), NEXT).withId(one),
                                fromWard(new Correction(one, nothing, ""), NEXT).withId(other)));

        assertThat(circle.phase()).isEqualTo(Phase.NOTIFIED);
        assertThat(
                        circle.refusalOf(fromWard(new Correction(one, nothing, ""), LEFT), LATER)
                                .map(Refusal::rule))
                .contains(Refusal.Rule.NOT_A_CORRECTION);
    }

    @Test
    void estimate_isThatOfTheLatestNoticeOrChange() {
        CaseEvent change = fromWard(new EstimateChanged(LocalDate.of(2026, 3, 10)), NEXT);
        CaseEvent noticeToMore =
                AT_WARD.send(Stay.admissionNotice(), NEXT.plusSeconds(3600), Stay.NURSES);

        assertThat(notifiedAnd(change).estimatedDischarge()).contains(LocalDate.of(2026, 3, 10));
        assertThat(notifiedAnd(change, noticeToMore).estimatedDischarge())
                .contains(LocalDate.of(2026, 3, 8));
    }

    @Test
    void recipient_getsFurtherWithEachAnswer() {
        CaseEvent notice = ready();
        DischargeCase addressed = notifiedAnd(notice);
        DischargeCase delivered =
                Stay.and(addressed, AT_SOCIAL.reply(notice, new Delivered(notice.id()), READY));
        DischargeCase read =
                Stay.and(
                        delivered,
                        AT_SOCIAL.reply(notice, new Receipt(notice.id()), READY.plusSeconds(60)),
                        AT_SOCIAL.reply(notice, new Receipt(notice.id()), LEFT));
        DischargeCase declined =
                Stay.and(
                        read,
                        AT_SOCIAL.reply(
                                notice, new Declined(notice.id(), DeclineReason.NOT_KNOWN), LEFT));

        assertThat(receiving(addressed, notice, SOCIAL)).isEqualTo(Message.Receiving.ADDRESSED);
        assertThat(receiving(delivered, notice, SOCIAL)).isEqualTo(Message.Receiving.DELIVERED);
        assertThat(receiving(read, notice, SOCIAL)).isEqualTo(Message.Receiving.ACKNOWLEDGED);
        assertThat(receiving(declined, notice, SOCIAL)).isEqualTo(Message.Receiving.DECLINED);
        assertThat(receiving(declined, notice, CENTRE)).isEqualTo(Message.Receiving.ADDRESSED);
        assertThat(read.message(notice.id()).orElseThrow().acknowledgedAt())
                .containsEntry(SOCIAL.unit(), READY.plusSeconds(60));
        assertThat(read.phase()).as("read is not accepted").isEqualTo(addressed.phase());
    }

    @Test
    void leave_isNoPhase() {
        DischargeCase away =
                notifiedAnd(ready(), fromWard(new LeaveStarted(Optional.empty()), LEFT));

        assertThat(away.onLeave()).isTrue();
        assertThat(away.phase()).isEqualTo(Phase.READY);
        assertThat(Stay.and(away, fromWard(new LeaveEnded(), LEFT.plusSeconds(60))).onLeave())
                .isFalse();
    }

    @Test
    void consent_isWhatWasSaidLastUntilItExpires() {
        Consent untilThe8th =
                new Consent(
                        Consent.Scope.SIP,
                        Consent.Decision.GIVEN,
                        Consent.GivenBy.PATIENT,
                        Optional.of(LocalDate.of(2026, 3, 8)),
                        Optional.empty());
        DischargeCase soFar =
                notifiedAnd(
                        AT_WARD.record(
                                Consent.refused(Consent.Scope.SIP), time("2026-03-03T09:00")),
                        AT_WARD.record(untilThe8th, time("2026-03-04T09:00")));
        DischargeCase withdrawn =
                Stay.and(
                        soFar,
                        AT_WARD.record(
                                Consent.withdrawn(Consent.Scope.SIP), time("2026-03-05T09:00")));

        assertThat(soFar.consent(Consent.Scope.SIP, time("2026-03-03T08:59")))
                .isEqualTo(ConsentState.NOT_ASKED);
        assertThat(soFar.consent(Consent.Scope.SIP, time("2026-03-03T09:00")))
                .isEqualTo(ConsentState.REFUSED);
        assertThat(soFar.consent(Consent.Scope.SIP, time("2026-03-08T23:59")))
                .isEqualTo(ConsentState.GIVEN);
        assertThat(soFar.consent(Consent.Scope.SIP, time("2026-03-09T00:00")))
                .isEqualTo(ConsentState.EXPIRED);
        assertThat(withdrawn.consent(Consent.Scope.SIP, time("2026-03-05T09:00")))
                .isEqualTo(ConsentState.WITHDRAWN);
        assertThat(soFar.consent(Consent.Scope.SHARING, time("2026-03-08T23:59")))
                .isEqualTo(ConsentState.NOT_ASKED);
    }

    @Test
    void compulsoryCarePlan_isDrawnUpWhenAllHaveApproved() {
        CaseEvent plan =
                fromWard(new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, "p-1"), NEXT);
        CaseEvent centre = AT_CENTRE.reply(plan, new PlanApproved(plan.id()), NEXT);
        CaseEvent social = AT_SOCIAL.reply(plan, new PlanApproved(plan.id()), NEXT);
        DischargeCase half = notifiedAnd(plan, centre);

        assertThat(half.compulsoryCarePlan().orElseThrow().isDrawnUp()).isFalse();
        assertThat(half.compulsoryCarePlan().orElseThrow().missing()).containsExactly(SOCIAL);
        DischargeCase whole = Stay.and(half, social);
        assertThat(whole.compulsoryCarePlan().orElseThrow().isDrawnUp()).isTrue();
        DischargeCase changed =
                Stay.and(
                        whole,
                        fromWard(
                                new Correction(
                                        plan.id(),
                                        new CompulsoryCarePlan(
                                                CompulsoryCarePlan.Statute.LPT, "p-2"),
                                        ""),
                                NEXT.plusSeconds(60)));
        assertThat(changed.compulsoryCarePlan().orElseThrow().approved()).isEmpty();
        assertThat(changed.approval(plan.id())).isEqualTo(changed.compulsoryCarePlan());
        assertThat(changed.approval(centre.id())).isEmpty();
    }

    @Test
    void compulsoryCarePlan_thatNobodyWasSent_isNotDrawnUp() {
        CaseEvent plan =
                AT_WARD.record(new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LRV, "p"), NEXT);

        assertThat(notifiedAnd(plan).compulsoryCarePlan().orElseThrow().isDrawnUp()).isFalse();
    }

    @Test
    void responsibility_passesFromTheWardToTheReceiversWhenThePatientLeaves() {
        DischargeCase gone = notifiedAnd(ready(), left());

        assertThat(gone.responsibility(ADMITTED.minusSeconds(1))).isEmpty();
        assertThat(gone.responsibility(ADMITTED).orElseThrow().holders()).containsExactly(WARD);
        assertThat(gone.responsibility(LEFT.minusSeconds(1)).orElseThrow().holders())
                .containsExactly(WARD);
        assertThat(gone.responsibility(LEFT).orElseThrow().holders())
                .containsExactly(CENTRE, SOCIAL);
    }

    @Test
    void responsibility_endsWithDeath() {
        DischargeCase dead =
                notifiedAnd(fromWard(new Interruption(Interruption.Reason.DEATH), READY));

        assertThat(dead.responsibility(READY.minusSeconds(1))).isPresent();
        assertThat(dead.responsibility(READY)).isEmpty();
    }

    @Test
    void participants_areNamedOnceInTheOrderTheyCame() {
        DischargeCase soFar =
                notifiedAnd(AT_SOCIAL.send(new Planning(Planning.Stage.STARTED), NEXT, WARD));

        assertThat(soFar.participants()).containsExactly(WARD, CENTRE, SOCIAL);
        assertThat(soFar.involves(CareParty.MUNICIPAL_HEALTH_CARE)).isFalse();
        assertThat(soFar.involves(CareParty.OPEN_CARE)).isTrue();
    }

    @Test
    void text_neverTellsOfThePatient() {
        CaseEvent notice = notified();
        CaseEvent correction =
                fromWard(new Correction(notice.id(), Stay.admissionNotice(), Stay.NAME), NEXT);
        DischargeCase soFar =
                Stay.and(
                        DischargeCase.open(notice, LATER),
                        correction,
                        fromWard(new SipMade(Stay.NAME), NEXT),
                        fromWard(
                                new CompulsoryCarePlan(CompulsoryCarePlan.Statute.LPT, Stay.NAME),
                                NEXT));
        DischargeCase voided =
                Stay.and(soFar, AT_WARD.send(new Voiding(notice.id(), Stay.NAME), LEFT, SOCIAL));

        for (Object shown :
                List.of(
                        voided,
                        voided.messages(),
                        voided.events(),
                        voided.events().stream().map(CaseEvent::content).toList(),
                        AT_WARD)) {
            assertThat(shown.toString())
                    .doesNotContain(Stay.PATIENT.value())
                    .doesNotContain("Påhittad")
                    .doesNotContain("Hittpågatan");
        }
    }

    @Test
    void admission_isTheNoticesOrTheRecordedOne() {
        Admission recorded = Admission.needing(ADMITTED, CareForm.PSYCHIATRIC);

        assertThat(DischargeCase.of(List.of(AT_WARD.record(recorded, ADMITTED))).admission())
                .contains(recorded);
        assertThat(
                        DischargeCase.of(List.of(AT_WARD.record(recorded, ADMITTED), notified()))
                                .admission())
                .contains(Stay.admission());
    }

    private static Message.Receiving receiving(
            DischargeCase soFar, CaseEvent message, Participant unit) {
        return soFar.message(message.id()).orElseThrow().receiving(unit);
    }

    private static CaseEvent readyAt(String moment) {
        return fromWard(ReadyNotice.judged(time(moment)), time(moment));
    }

    private static CaseEvent withdrawn(String moment) {
        return fromWard(new ReadyWithdrawn(WithdrawalReason.CHANGED_HEALTH), time(moment));
    }

    private static CaseEvent voided(CaseEvent event) {
        return fromWard(new Voiding(event.id(), ""), LEFT.plusSeconds(60));
    }
}
