package se.ehealthsdk.outbox;

import java.time.Duration;
import java.util.List;

/**
 * Whom items are delivered to, a batch in each call. Must be safe for use by many threads.
 *
 * <p>One call is all or nothing: the receiver has stored all of its items, or none.
 */
@FunctionalInterface
public interface Receiver {

    /**
     * Makes one call. Whatever it throws counts as {@link Verdict.Failed} that may have been performed.
     *
     * @param destination where all of them go
     * @param items 1 to {@link #maxItems()}, no id twice
     * @return what is known of the outcome
     */
    Verdict deliver(String destination, List<Item> items);

    /** Items in a call at most: 500 unless overridden. */
    default int maxItems() {
        return 500;
    }

    /**
     * The longest that {@link #deliver} can take; leases are longer. 100 s unless overridden. An answer
     * that comes later counts as lost, and the batch is in doubt.
     */
    default Duration longestCall() {
        return Duration.ofSeconds(100);
    }

    /**
     * Whether an item that comes a second time is taken for what it is. When it is not (the default), the
     * receiver refuses a whole call for one id that it has, and an unknown outcome is resolved before
     * anything is sent again.
     */
    default boolean acceptsDuplicates() {
        return false;
    }
}
