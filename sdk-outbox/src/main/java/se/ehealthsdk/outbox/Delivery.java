package se.ehealthsdk.outbox;

import java.time.Duration;

/**
 * A running delivery. Safe for use by many threads. Its threads are daemons: a process that ends without
 * {@link #close} loses nothing, but what it was sending waits until its lease has run out.
 */
public interface Delivery extends AutoCloseable {

    /**
     * Delivers what is there now without waiting for more to share the call. Returns at once; pace and
     * pauses hold as ever.
     */
    void flush();

    /**
     * Waits until nothing is left to deliver, on any node: everything is delivered, parked or held. Does not
     * hurry: see {@link #flush}.
     *
     * @param atMost how long to wait
     * @return false if something was left when the time was up, or the delivery was closed
     * @throws OutboxException if the store fails
     * @throws InterruptedException if the thread is interrupted
     */
    boolean awaitDrained(Duration atMost) throws InterruptedException;

    /**
     * Stops: waits for calls under way to end, writes what became of them, and lets go of what has not been
     * sent, so that other nodes, or the next start, go on with it at once. Can be called again. An interrupt
     * ends the waiting, not the calls.
     */
    @Override
    void close();
}
