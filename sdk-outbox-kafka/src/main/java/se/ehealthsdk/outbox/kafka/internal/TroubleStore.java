package se.ehealthsdk.outbox.kafka.internal;

import java.util.List;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Receiver;

/** The outbox that takes over what did not go straight from the topic to the receiver. */
public interface TroubleStore {

    /** As {@link JdbcOutbox#append(List)}. */
    void append(List<Item> items);

    /** As {@link JdbcOutbox#appendInDoubt(List)}. */
    void appendInDoubt(List<Item> sentTogether);

    /** As {@link JdbcOutbox#deliver}. */
    Delivery deliver(Receiver receiver, DeliveryOptions options);

    /** Over the real one. */
    static TroubleStore of(JdbcOutbox outbox) {
        return new TroubleStore() {
            @Override
            public void append(List<Item> items) {
                outbox.append(items);
            }

            @Override
            public void appendInDoubt(List<Item> sentTogether) {
                outbox.appendInDoubt(sentTogether);
            }

            @Override
            public Delivery deliver(Receiver receiver, DeliveryOptions options) {
                return outbox.deliver(receiver, options);
            }
        };
    }
}
