package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.ReadyPeriod;
import se.ehealthsdk.discharge.event.Availability;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.HomeReadyChecklist;
import se.ehealthsdk.discharge.event.HomeReadyItem;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.policy.PaymentTerms;

/** Chapter 3, first section: the patient is ready. */
final class ReadyRules {

    private ReadyRules() {}

    /** R6: each time the patient was judged ready; what was taken back needs a new notice. */
    static void readyNotice(Situation situation, List<Obligation> all) {
        List<ReadyPeriod> periods = situation.discharge().readyPeriods();
        for (ReadyPeriod period : periods) {
            ReadyNotice notice = (ReadyNotice) period.notice().content();
            all.add(
                    ready(situation)
                            .about(period.notice())
                            .since(notice.judgedAt())
                            .within(situation.policy().deadlines().readyNotice())
                            .met(
                                    Situation.told(
                                            noticesOf(situation, period), situation.concerned()))
                            .until(Situation.earliest(withdrawal(period), situation.endedOrLeft()))
                            .judged());
        }
        if (periods.isEmpty()) {
            Optional<Message> judged = judgedReady(situation);
            Duty duty = ready(situation).until(situation.endedOrLeft());
            all.add(
                    judged.isPresent()
                            ? duty.since(judged.get().legalTime())
                                    .within(situation.policy().deadlines().readyNotice())
                                    .judged()
                            : duty.not(Reason.NOT_READY));
        }
    }

    private static Duty ready(Situation situation) {
        return situation
                .duty("R6", "readyNotice", CareParty.INPATIENT)
                .unless(
                        moment ->
                                situation.barred(
                                        situation.policy().consent().readyNotice(), moment));
    }

    /** A notice may be repeated to units that were left out. */
    private static List<Message> noticesOf(Situation situation, ReadyPeriod period) {
        List<Message> notices = situation.discharge().holding(ReadyNotice.class);
        Instant from = period.notice().legalTime();
        List<Message> all = new ArrayList<>(notices.size());
        for (Message notice : notices) {
            Instant at = notice.legalTime();
            if (!at.isBefore(from)
                    && (period.withdrawal().isEmpty()
                            || at.isBefore(period.withdrawal().get().legalTime()))) {
                all.add(notice);
            }
        }
        return all;
    }

    static Optional<Ending> withdrawal(ReadyPeriod period) {
        return period.withdrawal()
                .map(message -> new Ending(message.legalTime(), Reason.NOT_READY));
    }

    /** The checklist may tell that a physician has judged, with no notice yet. */
    private static Optional<Message> judgedReady(Situation situation) {
        for (Message message : situation.discharge().holding(HomeReadyChecklist.class)) {
            if (((HomeReadyChecklist) message.content())
                    .done()
                    .contains(HomeReadyItem.JUDGED_READY)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /** Open care that says nothing is no duty broken, and stops the municipality's liability all the same (5 kap. 5 §). */
    static void availability(Situation situation, List<Obligation> all) {
        if (situation.policy().payment().silentOpenCare() != PaymentTerms.Silence.UNCLEAR) {
            return;
        }
        Duty duty =
                situation
                        .duty("AVAILABILITY", "availability", CareParty.OPEN_CARE)
                        .advice()
                        .from(situation.reference("openCare", situation.now()));
        Optional<Message> notice = situation.discharge().standingReadyNotice();
        if (notice.isEmpty()) {
            all.add(duty.not(Reason.NOT_READY));
        } else if (!situation.discharge().involves(CareParty.OPEN_CARE)) {
            all.add(duty.not(Reason.PARTY_NOT_CONCERNED));
        } else {
            all.add(
                    duty.about(notice.get())
                            .since(notice.get().legalTime())
                            .met(answered(situation))
                            .until(situation.endedOrLeft())
                            .judged());
        }
    }

    private static Optional<Instant> answered(Situation situation) {
        for (Message message : situation.discharge().holding(Availability.class)) {
            if (message.event().sender().party() == CareParty.OPEN_CARE
                    && ((Availability) message.content()).answer() != Availability.Answer.UNCLEAR) {
                return Optional.of(message.legalTime());
            }
        }
        return Optional.empty();
    }
}
