package se.ehealthsdk.discharge.internal.obligation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LocalRule;

/** What region and municipalities have agreed on. */
final class RegionalRules {

    private static final List<CareParty> ALL_PARTIES = List.of(CareParty.values());

    private RegionalRules() {}

    /** R12: the agreement is the policy itself. */
    static void guidelines(Situation situation, List<Obligation> all) {
        all.add(new Duty(situation, "R12", "", ALL_PARTIES).not(Reason.NOT_IN_A_CASE));
    }

    /** Each message read by each unit, where the policy has a time for it. */
    static void receipts(Situation situation, List<Obligation> all) {
        Optional<Duration> limit = situation.policy().deadlines().acknowledgement();
        if (limit.isEmpty()) {
            return;
        }
        LegalReference source = situation.policy().origin("deadlines.acknowledgement").source();
        for (Message message : situation.discharge().messages()) {
            if (message.holds() && message.event().times().sent().isPresent()) {
                for (Participant unit : message.event().recipients()) {
                    Duty duty =
                            situation
                                    .duty("RECEIPT", "receipt", unit.party())
                                    .of(unit)
                                    .about(message)
                                    .since(message.legalTime())
                                    .within(limit)
                                    .met(
                                            Optional.ofNullable(
                                                    message.acknowledgedAt().get(unit.unit())))
                                    .from(source)
                                    .until(situation.ended());
                    all.add(
                            message.declined().containsKey(unit.unit())
                                    ? duty.not(Reason.DECLINED)
                                    : duty.judged());
                }
            }
        }
    }

    /** The policy's own rules. */
    static void own(Situation situation, List<Obligation> all) {
        for (LocalRule rule : situation.policy().rules()) {
            Duty duty = situation.duty(rule.id(), rule.owes(), rule.by()).from(rule);
            Optional<Message> trigger =
                    situation.discharge().messages().stream()
                            .filter(message -> isOf(message, rule.after()))
                            .min(Comparator.comparing(Message::legalTime));
            if (trigger.isEmpty()) {
                all.add(duty.not(Reason.NOT_YET));
            } else if (!situation.discharge().involves(rule.by())) {
                all.add(duty.not(Reason.PARTY_NOT_CONCERNED));
            } else {
                all.add(
                        duty.about(trigger.get())
                                .since(trigger.get().legalTime())
                                .within(Optional.of(rule.within()))
                                .met(done(situation, rule))
                                .until(situation.ended())
                                .judged());
            }
        }
    }

    private static Optional<Instant> done(Situation situation, LocalRule rule) {
        return situation.discharge().messages().stream()
                .filter(message -> isOf(message, rule.owes()))
                .filter(message -> message.event().sender().party() == rule.by())
                .map(Message::legalTime)
                .min(Comparator.naturalOrder());
    }

    private static boolean isOf(Message message, String kind) {
        return message.holds() && message.content().kind().equals(kind);
    }
}
