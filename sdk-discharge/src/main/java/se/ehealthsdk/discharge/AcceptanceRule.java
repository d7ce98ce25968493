package se.ehealthsdk.discharge;

import org.jspecify.annotations.Nullable;
import se.ehealthsdk.discharge.event.CaseEvent;

/** One rule that an event is held against before it is taken into a case. */
@FunctionalInterface
interface AcceptanceRule {

    /**
     * @param soFar the case; without events when this would be its first
     * @return null when the rule lets the event pass
     */
    @Nullable Refusal refusal(CaseEvent event, DischargeCase soFar, Acceptance acceptance);
}
