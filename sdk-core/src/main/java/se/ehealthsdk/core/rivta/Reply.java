package se.ehealthsdk.core.rivta;

import se.ehealthsdk.core.error.CallDetails;

/**
 * An answer, and the call that it answers.
 *
 * @param message the answer
 * @param details contract, correlation id, duration and number of attempts; safe to log
 * @param <R> the response of the contract
 */
public record Reply<R>(R message, CallDetails details) {

    /** The call, without the message. */
    @Override
    public String toString() {
        return "Reply[" + details + "]";
    }
}
