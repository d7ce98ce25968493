package se.ehealthsdk.discharge;

import se.ehealthsdk.core.error.InvalidInputException;

/** An event was not taken into a case, which is as it was. The message names the rule, never the patient. */
public final class EventRefusedException extends InvalidInputException {

    private final transient Refusal refusal;

    EventRefusedException(Refusal refusal) {
        super(
                "event",
                "refused by rule " + refusal.rule() + ": " + refusal.explanation(),
                "an event that fits the case");
        this.refusal = refusal;
    }

    /** The rule that refuses, and why. */
    public Refusal refusal() {
        return refusal;
    }
}
