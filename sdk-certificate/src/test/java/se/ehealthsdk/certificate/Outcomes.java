package se.ehealthsdk.certificate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import se.ehealthsdk.certificate.contract.Result;
import se.ehealthsdk.core.error.CallDetails;

/** Outcomes as the client gives them, for those who stand in for it. */
public final class Outcomes {

    public static final CallDetails CALL =
            new CallDetails(
                    "contract",
                    "address",
                    Optional.empty(),
                    "correlation",
                    "url",
                    OptionalInt.of(200),
                    Duration.ZERO,
                    1);

    private Outcomes() {}

    public static ServiceOutcome register(Result result) {
        return OutcomeTable.outcome(OutcomeTable.Operation.REGISTER, result, CALL);
    }

    public static ServiceOutcome send(Result result) {
        return OutcomeTable.outcome(OutcomeTable.Operation.SEND, result, CALL);
    }

    public static ServiceOutcome revoke(Result result) {
        return OutcomeTable.outcome(OutcomeTable.Operation.REVOKE, result, CALL);
    }

    public static ServiceOutcome message(Result result) {
        return OutcomeTable.outcome(OutcomeTable.Operation.SEND_MESSAGE, result, CALL);
    }
}
