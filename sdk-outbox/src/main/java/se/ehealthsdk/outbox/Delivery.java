package se.ehealthsdk.outbox;

import java.time.Duration;

/** A running delivery. Safe for use by many threads. */
public interface Delivery extends AutoCloseable {

    /** Delivers what is there now without waiting for more to share the call. */
    void flush();

    /**
     * Waits until nothing is left to deliver: everything is delivered, parked or held.
     *
     * @return false if something was left when the time was up
     */
    boolean awaitDrained(Duration atMost) throws InterruptedException;

    /** Stops; waits for calls under way to end, and lets go of what has not been sent. */
    @Override
    void close();
}
