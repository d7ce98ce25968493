package se.ehealthsdk.core.rivta;

import java.util.List;

/**
 * The answer of an aggregating service, and what became of each source that it asked.
 *
 * @param message the answer
 * @param sources one for each source, those that failed too
 * @param <R> the response of the contract
 */
public record Aggregated<R>(R message, List<ProcessingStatus> sources) {

    /** Copies. */
    public Aggregated {
        sources = List.copyOf(sources);
    }

    /** The sources, without the message. */
    @Override
    public String toString() {
        return "Aggregated[" + sources + "]";
    }
}
