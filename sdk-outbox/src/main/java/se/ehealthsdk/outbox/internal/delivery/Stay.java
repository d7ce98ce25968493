package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;

/** How a delivery passes time. */
interface Stay {

    /**
     * Waits.
     *
     * @return false if the delivery is to stop; then it did not wait to the end
     */
    boolean pass(Duration time) throws InterruptedException;

    /** Whether the delivery is to stop. */
    boolean stopping();
}
