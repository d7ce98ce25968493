package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.Admission;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.obligation.Obligation.Reason;
import se.ehealthsdk.discharge.policy.ConsentTerms;
import se.ehealthsdk.discharge.policy.Deadlines;

/** Chapter 2: what inpatient care tells when a patient has been admitted. */
final class AdmissionRules {

    private AdmissionRules() {}

    /** Where a step needs consent to sharing, someone has to ask. */
    static void consentToSharing(Situation situation, List<Obligation> all) {
        ConsentTerms terms = situation.policy().consent();
        boolean needed =
                terms.admissionNotice() == ConsentTerms.Need.GIVEN
                        || terms.readyNotice() == ConsentTerms.Need.GIVEN
                        || terms.dischargeInformation() == ConsentTerms.Need.GIVEN;
        if (!needed || situation.isCompulsory() && terms.compulsoryCareNeedsNone()) {
            return;
        }
        Duty duty =
                situation
                        .duty("CONSENT", "consent", CareParty.INPATIENT)
                        .from(situation.policy().origin("consent.admissionNotice").source())
                        .met(
                                situation.discharge().holding(Consent.class).stream()
                                        .filter(
                                                message ->
                                                        ((Consent) message.content()).scope()
                                                                == Consent.Scope.SHARING)
                                        .map(Message::legalTime)
                                        .findFirst())
                        .until(situation.endedOrLeft());
        Optional<Instant> judged = judgedNeed(situation).flatMap(Admission::needJudgedAt);
        all.add(
                judged.isPresent()
                        ? duty.since(judged.get()).judged()
                        : duty.not(Reason.NO_NEED_JUDGED));
    }

    /** R1 and R1b: to all whose care may be needed. */
    static void admissionNotice(Situation situation, List<Obligation> all) {
        Optional<Admission> need = judgedNeed(situation);
        boolean later = need.filter(situation.policy().deadlines()::isJudgedLater).isPresent();
        all.add(notice(situation, later ? "R1b" : "R1", need, situation.needs()));
    }

    /** R1c: to open care as well when municipal health care is needed. */
    static void copyToOpenCare(Situation situation, List<Obligation> all) {
        boolean needed = situation.needs().contains(CareParty.MUNICIPAL_HEALTH_CARE);
        all.add(
                needed
                        ? notice(
                                situation,
                                "R1c",
                                judgedNeed(situation),
                                EnumSet.of(CareParty.OPEN_CARE))
                        : situation
                                .duty("R1c", "admissionNotice", CareParty.INPATIENT)
                                .not(
                                        judgedNeed(situation).isPresent()
                                                ? Reason.PARTY_NOT_CONCERNED
                                                : Reason.NO_NEED_JUDGED));
    }

    private static Obligation notice(
            Situation situation, String rule, Optional<Admission> need, Set<CareParty> parties) {
        Duty duty = situation.duty(rule, "admissionNotice", CareParty.INPATIENT);
        if (need.isEmpty()) {
            return duty.not(Reason.NO_NEED_JUDGED);
        }
        Deadlines deadlines = situation.policy().deadlines();
        return duty.since(need.get().needJudgedAt().orElse(need.get().admittedAt()))
                .by(deadlines.admissionNoticeDue(need.get()))
                .limit(deadlines.admissionNotice())
                .met(Situation.told(situation.discharge().holding(AdmissionNotice.class), parties))
                .unless(
                        moment ->
                                situation.barred(
                                        situation.policy().consent().admissionNotice(), moment))
                .until(situation.endedOrLeft())
                .judged();
    }

    /** The admission when a need is judged. Who has sent a notice has judged one, by the admission if nothing else is said. */
    private static Optional<Admission> judgedNeed(Situation situation) {
        Optional<Admission> admission = situation.discharge().admission();
        if (admission.isEmpty() || admission.get().needJudgedAt().isPresent()) {
            return admission;
        }
        return situation.first(AdmissionNotice.class).isEmpty()
                ? Optional.empty()
                : admission.map(
                        told ->
                                new Admission(
                                        told.admittedAt(),
                                        told.careForm(),
                                        Optional.of(told.admittedAt()),
                                        told.expectedNeeds()));
    }

    /** R3: each change, and the day that has passed. */
    static void changedEstimate(Situation situation, List<Obligation> all) {
        List<Message> changes = situation.discharge().holding(EstimateChanged.class);
        for (Message change : changes) {
            all.add(
                    estimate(situation)
                            .about(change)
                            .since(change.event().times().happened())
                            .within(situation.policy().deadlines().estimateChange())
                            .met(Situation.told(List.of(change), situation.concerned()))
                            .judged());
        }
        Optional<Instant> passed = passedEstimate(situation);
        if (passed.isPresent()) {
            all.add(
                    estimate(situation)
                            .since(passed.get())
                            .within(situation.policy().deadlines().estimateChange())
                            .judged());
        } else if (changes.isEmpty()) {
            all.add(estimate(situation).not(Reason.NOT_YET));
        }
    }

    private static Duty estimate(Situation situation) {
        return situation
                .duty("R3", "estimateChanged", CareParty.INPATIENT)
                .until(situation.endedOrLeft());
    }

    /** When the estimated day was over of a patient who is still there, is not ready, and of whom the units were told. */
    private static Optional<Instant> passedEstimate(Situation situation) {
        if (!situation.policy().deadlines().passedEstimateIsChange()
                || situation.endedOrLeft().isPresent()
                || situation.discharge().standingReadyNotice().isPresent()) {
            return Optional.empty();
        }
        return situation
                .discharge()
                .estimatedDischarge()
                .map(day -> day.plusDays(1).atStartOfDay(SwedishTime.ZONE).toInstant())
                .filter(over -> !over.isAfter(situation.now()));
    }
}
