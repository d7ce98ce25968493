package se.ehealthsdk.outbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

/** A receiver with the log service's rules: all of a call or nothing, and no id twice. */
public final class ExactingReceiver implements Receiver {

    /** What happens to a call instead of, or after, its being performed. */
    public enum Fault {
        /** Performed; the answer is lost. */
        ANSWER_LOST,
        /** Performed; the thread of the caller dies. */
        PERFORMED_AND_KILLED,
        /** Not performed; the thread of the caller dies. */
        KILLED,
        /** Not performed, and that is certain. */
        UNREACHABLE,
        /** Not performed until someone acts. */
        BLOCKED
    }

    /** The caller's thread ends here, like with the process. */
    public static final class Killed extends Error {}

    private final int maxItems;
    private final Map<String, Item> stored = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<List<Item>> calls = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile Function<String, Optional<Fault>> byDestination =
            destination -> Optional.empty();
    private int doubled;

    public ExactingReceiver(int maxItems) {
        this.maxItems = maxItems;
    }

    /** What happens to the next calls, one each. */
    public ExactingReceiver then(Fault... next) {
        faults.addAll(List.of(next));
        return this;
    }

    /** What happens to all calls to a destination until told otherwise. */
    public void each(Function<String, Optional<Fault>> fault) {
        byDestination = fault;
    }

    /** Never takes an item of this id. */
    public synchronized ExactingReceiver refuse(String id) {
        refused.add(id);
        return this;
    }

    /** Ids that it has. */
    public synchronized List<String> ids() {
        return new ArrayList<>(stored.keySet());
    }

    /** What it has. */
    public synchronized List<Item> stored() {
        return new ArrayList<>(stored.values());
    }

    /** All calls that were made, whatever became of them. */
    public List<List<Item>> calls() {
        return calls;
    }

    /** Ids stored twice; must be zero. */
    public synchronized int doubled() {
        return doubled;
    }

    @Override
    public Verdict deliver(String destination, List<Item> items) {
        calls.add(items);
        Fault fault = byDestination.apply(destination).orElseGet(faults::poll);
        if (fault == Fault.UNREACHABLE) {
            return new Verdict.Failed(false, "connection refused", Optional.empty());
        }
        if (fault == Fault.BLOCKED) {
            return new Verdict.Blocked("access denied", "Order access.");
        }
        if (fault == Fault.KILLED) {
            throw new Killed();
        }
        Verdict verdict = perform(items);
        if (fault == Fault.PERFORMED_AND_KILLED) {
            throw new Killed();
        }
        return fault == Fault.ANSWER_LOST
                ? new Verdict.Failed(true, "read timed out", Optional.empty())
                : verdict;
    }

    private synchronized Verdict perform(List<Item> items) {
        Set<String> inCall = new HashSet<>();
        for (Item item : items) {
            if (refused.contains(item.id())) {
                return new Verdict.Refused(Verdict.Cause.OTHER, "VALIDATION_ERROR");
            }
            if (stored.containsKey(item.id()) || !inCall.add(item.id())) {
                return new Verdict.Refused(Verdict.Cause.DUPLICATE, "VALIDATION_ERROR not unique");
            }
        }
        items.forEach(item -> doubled += stored.put(item.id(), item) == null ? 0 : 1);
        return new Verdict.Accepted("");
    }

    @Override
    public int maxItems() {
        return maxItems;
    }

    @Override
    public Duration longestCall() {
        return Duration.ofSeconds(1);
    }
}
