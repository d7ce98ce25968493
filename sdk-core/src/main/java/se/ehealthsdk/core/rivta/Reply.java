package se.ehealthsdk.core.rivta;

import java.util.List;
import se.ehealthsdk.core.error.CallDetails;

/**
 * An answer, and the call that it answers.
 *
 * @param message the answer
 * @param details contract, correlation id, duration and number of attempts; safe to log
 * @param sources what an aggregating service tells of each source that it asked; empty when it tells nothing, and
 *     when nobody aggregated
 * @param <R> the response of the contract
 */
public record Reply<R>(R message, CallDetails details, List<ProcessingStatus> sources) {

    /** Copies. */
    public Reply {
        sources = List.copyOf(sources);
    }

    /** An answer that nobody aggregated. */
    public Reply(R message, CallDetails details) {
        this(message, details, List.of());
    }

    /** The call, without the message. */
    @Override
    public String toString() {
        return "Reply[" + details + "]";
    }
}
