package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.ReadyPeriod;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.SipCall;
import se.ehealthsdk.discharge.event.SipMade;
import se.ehealthsdk.discharge.event.SipNeed;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.policy.ConsentTerms;
import se.ehealthsdk.discharge.policy.Deadlines;

/** Chapter 4: the coordinated individual plan. */
final class SipRules {

    private SipRules() {}

    /** Someone has to ask, where the policy wants a consent. */
    static void consent(Situation situation, List<Obligation> all) {
        if (situation.policy().consent().sip() != ConsentTerms.Need.GIVEN) {
            return;
        }
        Duty duty =
                situation
                        .duty("CONSENT_SIP", "consent", CareParty.OPEN_CARE)
                        .from(situation.reference("R9", situation.now()))
                        .met(
                                situation.discharge().holding(Consent.class).stream()
                                        .filter(
                                                message ->
                                                        ((Consent) message.content()).scope()
                                                                == Consent.Scope.SIP)
                                        .map(Message::legalTime)
                                        .findFirst())
                        .until(situation.ended());
        all.add(judged(situation, duty));
    }

    /** R9. */
    static void plan(Situation situation, List<Obligation> all) {
        Set<CareParty> parties = needed(situation);
        Duty duty =
                new Duty(situation, "R9", "sipMade", List.copyOf(parties))
                        .met(situation.first(SipMade.class))
                        .unless(moment -> refused(situation, moment))
                        .until(situation.ended());
        situation
                .discharge()
                .first(SipNeed.class)
                .ifPresent(need -> duty.about(need).since(need.legalTime()));
        all.add(judged(situation, duty));
    }

    /** R10: for each time that the patient was ready; one call is enough for all that come after it. */
    static void call(Situation situation, List<Obligation> all) {
        List<ReadyPeriod> given =
                situation.discharge().readyPeriods().stream()
                        .filter(period -> Situation.isSent(period.notice()))
                        .toList();
        for (ReadyPeriod period : given) {
            Optional<Ending> withdrawn = ReadyRules.withdrawal(period);
            Deadlines deadlines = situation.policy().deadlines();
            Duty duty =
                    call(situation)
                            .about(period.notice())
                            .since(period.notice().legalTime())
                            .by(
                                    deadlines.sipCallDue(
                                            period.notice().legalTime(),
                                            PlanningRules.delivered(
                                                    period.notice(), CareParty.OPEN_CARE)))
                            .met(
                                    situation
                                            .first(SipCall.class)
                                            .filter(
                                                    called ->
                                                            withdrawn
                                                                    .filter(
                                                                            end ->
                                                                                    !called
                                                                                            .isBefore(
                                                                                                    end
                                                                                                            .at()))
                                                                    .isEmpty()))
                            .until(Situation.earliest(withdrawn, situation.ended()));
            all.add(judged(situation, duty));
        }
        if (given.isEmpty()) {
            Optional<Instant> called = situation.first(SipCall.class);
            all.add(
                    called.isPresent()
                            ? call(situation).met(called).judged()
                            : call(situation).not(notDue(situation).orElse(Reason.NOT_READY)));
        }
    }

    private static Duty call(Situation situation) {
        return situation
                .duty("R10", "sipCall", CareParty.OPEN_CARE)
                .limitDays(situation.policy().deadlines().sipCallDays())
                .unless(moment -> refused(situation, moment));
    }

    private static Obligation judged(Situation situation, Duty duty) {
        Optional<Reason> notDue = notDue(situation);
        Obligation judged = duty.judged();
        return notDue.isPresent() && judged.metAt().isEmpty() ? duty.not(notDue.get()) : judged;
    }

    /** Why no SIP is due. A need that nobody has judged is one when care from both region and municipality may be needed. */
    private static Optional<Reason> notDue(Situation situation) {
        if (situation.isCompulsory() && situation.policy().compulsoryCare().planReplacesSip()) {
            return Optional.of(Reason.REPLACED_BY_CARE_PLAN);
        }
        Optional<SipNeed> judged = situation.discharge().current(SipNeed.class);
        if (judged.isPresent()) {
            return judged.get().needed() ? Optional.empty() : Optional.of(Reason.NO_SIP_NEEDED);
        }
        Set<CareParty> needs = situation.needs();
        boolean both =
                needs.contains(CareParty.OPEN_CARE)
                        && needs.stream().anyMatch(CareParty::isMunicipal);
        return both || situation.first(SipCall.class).isPresent()
                ? Optional.empty()
                : Optional.of(Reason.PARTY_NOT_CONCERNED);
    }

    private static Set<CareParty> needed(Situation situation) {
        Set<CareParty> parties = EnumSet.of(CareParty.OPEN_CARE);
        parties.addAll(situation.needs());
        for (CareParty party : situation.concerned()) {
            parties.add(party);
        }
        return parties;
    }

    private static Optional<Reason> refused(Situation situation, Instant moment) {
        return situation.policy().consent().sip() != ConsentTerms.Need.NONE
                        && Situation.isRefused(
                                situation.discharge().consent(Consent.Scope.SIP, moment))
                ? Optional.of(Reason.CONSENT_REFUSED)
                : Optional.empty();
    }
}
