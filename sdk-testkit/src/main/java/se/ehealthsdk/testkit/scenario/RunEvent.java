package se.ehealthsdk.testkit.scenario;

import java.time.Instant;
import se.ehealthsdk.testkit.check.Text;

/**
 * Something that has happened in a run. Holds nothing personal.
 *
 * @param at by the services' clock
 * @param kind what sort of thing
 * @param text what, in a sentence
 */
public record RunEvent(Instant at, Kind kind, Text text) {

    /** What sort of thing has happened. */
    public enum Kind {
        /** The run began or ended. */
        RUN,
        /** A step was done. */
        STEP,
        /** A call met a fault. */
        FAULT_MET,
        /** An expectation was judged. */
        EXPECTATION
    }
}
