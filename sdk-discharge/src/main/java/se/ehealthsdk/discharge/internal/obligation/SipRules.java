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
                        .met(asked(situation))
                        .until(situation.ended());
        all.add(judged(situation, duty));
    }

    private static Optional<Instant> asked(Situation situation) {
        for (Message message : situation.discharge().holding(Consent.class)) {
            if (((Consent) message.content()).scope() == Consent.Scope.SIP) {
                return Optional.of(message.legalTime());
            }
        }
        return Optional.empty();
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
        boolean given = false;
        for (ReadyPeriod period : situation.discharge().readyPeriods()) {
            if (!Situation.isSent(period.notice())) {
                continue;
            }
            given = true;
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
                            .met(calledBefore(situation, withdrawn))
                            .until(Situation.earliest(withdrawn, situation.ended()));
            all.add(judged(situation, duty));
        }
        if (!given) {
            Optional<Instant> called = situation.first(SipCall.class);
            all.add(
                    called.isPresent()
                            ? call(situation).met(called).judged()
                            : call(situation).not(notDue(situation).orElse(Reason.NOT_READY)));
        }
    }

    private static Optional<Instant> calledBefore(Situation situation, Optional<Ending> withdrawn) {
        Optional<Instant> called = situation.first(SipCall.class);
        return withdrawn.isPresent() ? called.filter(withdrawn.get().at()::isAfter) : called;
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
        return needsBoth(situation.needs()) || situation.first(SipCall.class).isPresent()
                ? Optional.empty()
                : Optional.of(Reason.PARTY_NOT_CONCERNED);
    }

    private static boolean needsBoth(Set<CareParty> needs) {
        boolean municipal = false;
        for (CareParty party : needs) {
            municipal |= party.isMunicipal();
        }
        return municipal && needs.contains(CareParty.OPEN_CARE);
    }

    private static Set<CareParty> needed(Situation situation) {
        Set<CareParty> parties = EnumSet.of(CareParty.OPEN_CARE);
        parties.addAll(situation.needs());
        parties.addAll(situation.concerned());
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
