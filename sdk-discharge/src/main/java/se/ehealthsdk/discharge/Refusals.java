package se.ehealthsdk.discharge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.event.AdmissionNotice;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.Correction;

/** All rules that an event is held against, in the order in which they are asked. The first that refuses tells why. */
final class Refusals {

    private static final List<AcceptanceRule> RULES =
            List.of(
                    Refusals::identity,
                    Refusals::id,
                    Times::fromTheFuture,
                    Rights::sender,
                    Rights::recipients,
                    References::refusal,
                    Times::contradiction,
                    Order::refusal);

    private Refusals() {}

    static @Nullable Refusal of(CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        for (AcceptanceRule rule : RULES) {
            @Nullable Refusal refusal = rule.refusal(event, soFar, acceptance);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Whether an event belongs to the case of another. */
    static @Nullable Refusal ofIdentity(CaseEvent event, CaseEvent first) {
        if (!event.caseId().equals(first.caseId())) {
            return new Refusal(Refusal.Rule.ANOTHER_CASE, "another_case");
        }
        if (!event.patient().equals(first.patient())) {
            return anotherPatient();
        }
        return namesAnotherPatient(event) ? anotherPatient() : null;
    }

    static Refusal duplicate() {
        return new Refusal(Refusal.Rule.DUPLICATE, "duplicate");
    }

    private static @Nullable Refusal identity(
            CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        return ofIdentity(event, soFar.events().isEmpty() ? event : soFar.events().get(0));
    }

    private static @Nullable Refusal id(
            CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        for (CaseEvent earlier : soFar.events()) {
            if (earlier.id().equals(event.id())) {
                return duplicate();
            }
        }
        return null;
    }

    private static boolean namesAnotherPatient(CaseEvent event) {
        Content said =
                event.content() instanceof Correction correction
                        ? correction.replacement()
                        : event.content();
        return said instanceof AdmissionNotice notice
                && !notice.patient().id().equals(event.patient());
    }

    private static Refusal anotherPatient() {
        return new Refusal(Refusal.Rule.ANOTHER_PATIENT, "another_patient");
    }
}
