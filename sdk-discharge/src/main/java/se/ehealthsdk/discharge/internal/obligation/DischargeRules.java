package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.DischargeInformation;
import se.ehealthsdk.discharge.event.DischargeNotice;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.PatientInformed;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.policy.Gates;

/** Chapter 3: the patient leaves. The day is the calendar day in Sweden. */
final class DischargeRules {

    private DischargeRules() {}

    /** R7. */
    static void informationForReceivingCare(Situation situation, List<Obligation> all) {
        Duty duty =
                situation
                        .duty("R7", "dischargeInformation", CareParty.INPATIENT)
                        .unless(
                                moment ->
                                        situation.barred(
                                                situation.policy().consent().dischargeInformation(),
                                                moment));
        Set<CareParty> concerned = situation.concerned();
        List<Message> information = situation.discharge().holding(DischargeInformation.class);
        if (concerned.isEmpty()
                && information.isEmpty()
                && situation.discharge().dischargedAt().isPresent()) {
            all.add(duty.not(Reason.PARTY_NOT_CONCERNED));
        } else {
            all.add(onTheDay(situation, duty, Situation.told(information, concerned)));
        }
    }

    /** R8. */
    static void informationForPatient(Situation situation, List<Obligation> all) {
        all.add(
                onTheDay(
                        situation,
                        situation.duty("R8", "patientInformed", CareParty.INPATIENT),
                        situation.first(PatientInformed.class)));
    }

    private static Obligation onTheDay(Situation situation, Duty duty, Optional<Instant> met) {
        Optional<Message> notice = situation.discharge().latest(DischargeNotice.class);
        duty.met(met).until(situation.ended());
        if (notice.isEmpty()) {
            return met.isPresent() ? duty.judged() : duty.not(Reason.NOT_YET);
        }
        Instant left = ((DischargeNotice) notice.get().content()).dischargedAt();
        return duty.about(notice.get())
                .since(notice.get().legalTime())
                .by(Situation.dayOf(left))
                .judged();
    }

    /** What the policy counts of the checklist, before the discharge notice. Each list replaces the one before. */
    static void checklist(Situation situation, List<Obligation> all) {
        Gates gates = situation.policy().gates();
        if (gates.homeReadyChecklist() == Gates.Gate.OFF) {
            return;
        }
        Duty duty =
                situation
                        .duty("CHECKLIST", "homeReadyChecklist", CareParty.INPATIENT)
                        .from(situation.policy().origin("gates.homeReadyChecklist").source());
        if (gates.homeReadyChecklist() == Gates.Gate.SOFT) {
            duty.advice();
        }
        Optional<Instant> left = situation.first(DischargeNotice.class);
        Optional<Instant> complete = complete(situation, gates, left);
        all.add(
                complete.isEmpty()
                                && left.isEmpty()
                                && situation.discharge().readyPeriods().isEmpty()
                        ? duty.not(Reason.NOT_READY)
                        : duty.by(left).met(complete).until(situation.ended()).judged());
    }

    /** Since when all that counts was in place, as the lists stood when the notice was sent; afterwards if not by then. */
    private static Optional<Instant> complete(
            Situation situation, Gates gates, Optional<Instant> left) {
        Optional<Instant> since = Optional.empty();
        for (Message message : situation.discharge().holding(HomeReadyChecklist.class)) {
            boolean complete =
                    ((HomeReadyChecklist) message.content())
                            .done()
                            .containsAll(gates.homeReadyItems());
            boolean afterwards = left.filter(message.legalTime()::isAfter).isPresent();
            if (!complete && !afterwards) {
                since = Optional.empty();
            } else if (complete && since.isEmpty()) {
                since = Optional.of(message.legalTime());
            }
        }
        return since;
    }
}
