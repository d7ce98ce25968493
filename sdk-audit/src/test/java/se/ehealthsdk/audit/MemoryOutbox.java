package se.ehealthsdk.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/** An outbox in memory, whose disk can be full; delivers only when it is flushed. */
final class MemoryOutbox implements Outbox {

    final Map<String, Item> items = new LinkedHashMap<>();
    final List<Verdict> verdicts = new ArrayList<>();
    @Nullable OutboxException failure;
    boolean deliveryClosed;
    boolean closed;

    static OutboxException full() {
        return new OutboxException(
                OutboxException.Kind.STORAGE, "The disk is full", "Make room.", null);
    }

    @Override
    public void append(List<Item> more) {
        if (failure != null) {
            throw failure;
        }
        more.forEach(item -> items.put(item.id(), item));
    }

    @Override
    public Delivery deliver(Receiver receiver, DeliveryOptions options) {
        if (failure != null) {
            throw failure;
        }
        return new Delivery() {
            @Override
            public void flush() {
                List<Item> all = List.copyOf(items.values());
                verdicts.add(receiver.deliver(all.get(0).destination(), all));
            }

            @Override
            public boolean awaitDrained(Duration atMost) {
                return true;
            }

            @Override
            public void close() {
                deliveryClosed = true;
            }
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
