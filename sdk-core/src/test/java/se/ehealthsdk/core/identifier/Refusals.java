package se.ehealthsdk.core.identifier;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import se.ehealthsdk.core.error.InvalidInputException;

/** Calls what must be refused, and gives the refusal to ask about. */
final class Refusals {

    private Refusals() {}

    static InvalidInputException refusalOf(ThrowingCallable call) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, call);
        if (refusal == null) {
            throw new AssertionError("was accepted, but should have been refused");
        }
        return refusal;
    }
}
