package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.PlanApproval;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CompulsoryCarePlan;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.event.PlanApproved;
import se.ehealthsdk.discharge.event.ReadyNotice;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.policy.LegalReference;

/** The coordinated care plan of a patient who passes to open compulsory care: LPT 7 a §, LRV 12 a §. */
final class CompulsoryCareRules {

    private CompulsoryCareRules() {}

    /** R11: drawn up (upprättad) when the units have approved it, before the patient leaves. */
    static void plan(Situation situation, List<Obligation> all) {
        Duty duty = situation.duty("R11", "compulsoryCarePlan", CareParty.INPATIENT);
        if (!situation.isCompulsory()) {
            all.add(duty.not(Reason.NO_COMPULSORY_CARE));
            return;
        }
        all.add(
                duty.from(reference(situation))
                        .by(situation.discharge().dischargedAt())
                        .met(drawnUp(situation))
                        .until(situation.ended())
                        .judged());
    }

    private static Optional<Instant> drawnUp(Situation situation) {
        if (!situation.policy().compulsoryCare().planNeedsApproval()) {
            return situation.first(CompulsoryCarePlan.class);
        }
        return situation
                .discharge()
                .compulsoryCarePlan()
                .filter(PlanApproval::isDrawnUp)
                .flatMap(
                        approval ->
                                approval.approved().stream()
                                        .flatMap(
                                                unit ->
                                                        approvedBy(situation, approval, unit)
                                                                .stream())
                                        .max(Comparator.naturalOrder()));
    }

    /** R11b: each unit that the plan was sent to. */
    static void approvals(Situation situation, List<Obligation> all) {
        Optional<PlanApproval> plan = situation.discharge().compulsoryCarePlan();
        if (plan.isEmpty() || !situation.policy().compulsoryCare().planNeedsApproval()) {
            return;
        }
        Message message = plan.get().plan();
        for (Participant unit : message.event().recipients()) {
            all.add(
                    situation
                            .duty("R11b", "planApproved", unit.party())
                            .of(unit)
                            .about(message)
                            .since(message.legalTime())
                            .from(reference(situation))
                            .met(
                                    plan.get().approved().contains(unit)
                                            ? approvedBy(situation, plan.get(), unit)
                                            : Optional.empty())
                            .until(situation.endedOrLeft())
                            .judged());
        }
    }

    /** The unit's first approval of the plan as it reads now. */
    private static Optional<Instant> approvedBy(
            Situation situation, PlanApproval approval, Participant unit) {
        Message plan = approval.plan();
        Instant since = plan.correctedBy().map(by -> by.times().legal()).orElse(plan.legalTime());
        return situation.discharge().holding(PlanApproved.class).stream()
                .filter(each -> each.event().sender().unit().equals(unit.unit()))
                .filter(each -> ((PlanApproved) each.content()).of().equals(plan.event().id()))
                .map(Message::legalTime)
                .filter(time -> !time.isBefore(since))
                .findFirst();
    }

    private static LegalReference reference(Situation situation) {
        boolean forensic =
                situation
                        .discharge()
                        .current(CompulsoryCarePlan.class)
                        .map(plan -> plan.statute() == CompulsoryCarePlan.Statute.LRV)
                        .orElseGet(
                                () ->
                                        situation
                                                .basis()
                                                .contains(ReadyNotice.Basis.OPEN_FORENSIC_CARE));
        return situation.reference(forensic ? "lrvPlan" : "lptPlan", situation.now());
    }
}
