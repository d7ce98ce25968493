package se.ehealthsdk.discharge.logorder;

import se.ehealthsdk.core.error.InvalidInputException;

/** A log may not be disclosed to the patient. */
public final class DisclosureBlockedException extends InvalidInputException {

    private final Reason reason;

    DisclosureBlockedException(Reason reason) {
        super("disclosure", "is blocked: " + reason.problem, reason.expected);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a disclosure is blocked. */
    public enum Reason {
        /** The log was ordered for something else. */
        NOT_ORDERED_FOR_DISCLOSURE(
                "the log was ordered for internal review",
                "an order for disclosure to the patient"),
        /** Someone else than the operation that ordered it would disclose it. */
        NOT_THE_OPERATION(
                "only the operation that ordered the log discloses it",
                "the care provider of the ordering unit"),
        /** There is no policy for the kind of operator. */
        NO_POLICY("there is no policy for this kind of operator", "a policy for it");

        private final String problem;
        private final String expected;

        Reason(String problem, String expected) {
            this.problem = problem;
            this.expected = expected;
        }
    }
}
