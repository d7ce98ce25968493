package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.List;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/** The receiver as the outbox for trouble calls it: in the same pace as the calls straight from the topic. */
record PacedReceiver(Receiver receiver, Pace pace, Duration longestWait) implements Receiver {

    @Override
    public Verdict deliver(String destination, List<Item> items) {
        try {
            pace.await(() -> false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Verdict.Failed(false, "interrupted before the call");
        }
        return receiver.deliver(destination, items);
    }

    @Override
    public int maxItems() {
        return receiver.maxItems();
    }

    @Override
    public Duration longestCall() {
        return receiver.longestCall().plus(longestWait);
    }

    @Override
    public boolean acceptsDuplicates() {
        return receiver.acceptsDuplicates();
    }
}
