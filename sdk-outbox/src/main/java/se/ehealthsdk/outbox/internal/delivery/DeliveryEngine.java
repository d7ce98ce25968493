package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.internal.BatchStore;

/** Delivers what a store holds to a receiver. */
public final class DeliveryEngine {

    private static final Duration LEAST_MARGIN = Duration.ofSeconds(1);
    private static final int MARGIN_PART = 10;

    private DeliveryEngine() {}

    /**
     * Starts the workers.
     *
     * @throws OutboxException if the lease is not longer than the receiver's longest call, by a tenth and by
     *     a second at least; or the receiver takes no items
     */
    public static Delivery start(BatchStore store, Receiver receiver, DeliveryOptions options) {
        requireMargin(receiver.longestCall(), options.lease());
        if (receiver.maxItems() < 1) {
            throw new OutboxException(
                    OutboxException.Kind.CONFIGURATION,
                    "the receiver takes " + receiver.maxItems() + " items in a call",
                    "Let maxItems() give 1 or more.",
                    null);
        }
        RunningDelivery delivery = new RunningDelivery(store);
        delivery.start(
                new Courier(
                        store,
                        receiver,
                        options,
                        UUID.randomUUID().toString(),
                        delivery,
                        new Destinations(options, () -> ThreadLocalRandom.current().nextLong())),
                options.workers());
        return delivery;
    }

    private static void requireMargin(Duration longestCall, Duration lease) {
        Duration part = longestCall.dividedBy(MARGIN_PART);
        Duration least = longestCall.plus(part.compareTo(LEAST_MARGIN) > 0 ? part : LEAST_MARGIN);
        if (lease.compareTo(least) < 0) {
            throw new OutboxException(
                    OutboxException.Kind.CONFIGURATION,
                    "the lease of " + lease + " is too short for calls of " + longestCall,
                    "Set the lease to " + least + " or more, or let calls take less time.",
                    null);
        }
    }
}
