package se.ehealthsdk.discharge;

import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.event.CaseEvent;

final class Refusals {
    private Refusals() {}

    static @Nullable Refusal of(CaseEvent event, DischargeCase soFar, Acceptance acceptance) {
        return null;
    }

    static @Nullable Refusal ofIdentity(CaseEvent event, CaseEvent first) {
        if (!event.caseId().equals(first.caseId())) {
            return new Refusal(Refusal.Rule.ANOTHER_CASE, "The event belongs to another case.");
        }
        if (!event.patient().equals(first.patient())) {
            return new Refusal(Refusal.Rule.ANOTHER_PATIENT, "The event is about another patient.");
        }
        return null;
    }

    static Refusal duplicate() {
        return new Refusal(Refusal.Rule.DUPLICATE, "An event with this id is there already.");
    }
}
