package se.ehealthsdk.outbox;

import java.time.Duration;
import java.util.List;

/**
 * Hears what an outbox does: where figures and alarms are hung on. Called on the delivering thread; must be
 * quick and safe for use by many threads. What it throws is logged and goes no further.
 */
public interface OutboxListener {

    /** A call was made, whole batch or single item, and this is how it went. */
    default void called(String destination, int items, Duration took, Verdict verdict) {}

    /** The receiver has these. */
    default void delivered(String destination, List<String> ids) {}

    /**
     * The receiver has these, by all that can be known: a call with unknown outcome was followed by refusals
     * of single items. They stay in the outbox, marked, until confirmed.
     */
    default void assumedDelivered(String destination, List<String> ids) {}

    /** These were refused for good and wait for someone to look at them: an alarm. */
    default void parked(String destination, List<String> ids) {}

    /**
     * It is not known whether the receiver has these, and asking did not tell: an alarm, each time it did
     * not. They are asked for again later.
     */
    default void held(String destination, List<String> ids) {}

    /**
     * Nothing gets through until someone acts; nothing is lost meanwhile: an alarm. Once for each pause of
     * the destination.
     */
    default void blocked(String destination, String reason, String remedy) {}

    /** The outcome of a call is not known: its items are frozen together until it is. */
    default void ambiguous(String destination, int items) {}

    /** The store itself failed while delivering; tried again. */
    default void storeFailed(OutboxException failure) {}
}
