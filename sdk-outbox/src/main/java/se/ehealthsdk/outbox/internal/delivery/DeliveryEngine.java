package se.ehealthsdk.outbox.internal.delivery;

import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.internal.BatchStore;

/** Delivers what a store holds to a receiver. */
public final class DeliveryEngine {

    private DeliveryEngine() {}

    /** Starts the workers. */
    public static Delivery start(BatchStore store, Receiver receiver, DeliveryOptions options) {
        throw new IllegalStateException("skeleton");
    }
}
