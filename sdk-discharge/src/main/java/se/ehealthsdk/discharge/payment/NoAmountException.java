package se.ehealthsdk.discharge.payment;

import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A case has no amount of its own: something stands in the way, which is another thing than zero, or it counts in a mean only.
 *
 * <p>Catch it where blocked cases are told apart from those that cost nothing; better, ask {@link PaymentLiability#status()} first.
 */
public final class NoAmountException extends InvalidInputException {

    private static final long serialVersionUID = 1;

    private final PaymentLiability.Status status;
    private final List<Blocker.Reason> reasons;

    NoAmountException(PaymentLiability.Status status, List<Blocker> blockers) {
        super(
                "liability",
                "has no amount: "
                        + status
                        + " "
                        + blockers.stream().map(Blocker::reason).distinct().toList(),
                "a case in whose way nothing stands and that is reckoned on its own");
        this.status = status;
        this.reasons = blockers.stream().map(Blocker::reason).distinct().toList();
    }

    /** How the case came out. */
    public PaymentLiability.Status status() {
        return status;
    }

    /** What stands in the way; empty when the case counts in a mean and nothing does. */
    public List<Blocker.Reason> reasons() {
        return reasons;
    }
}
