package se.ehealthsdk.testkit;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.internal.fault.Meter;

/**
 * The faults that wait at one of the services behind or beside the platform. They are met in the order in which they were put here, each as many
 * times as was said. Safe for use by many threads.
 *
 * <pre>{@code
 * services.logService().faults().add(LogFault.answerLost(), FaultCondition.times(1).after(2));
 * }</pre>
 *
 * @param <F> the faults of this service
 */
public final class ServiceFaults<F> {

    private static final int MAX_SPENT = 100;

    private final String service;
    private final Clock clock;
    private final List<Waiting<F>> waiting = new ArrayList<>();
    private final Deque<Waiting<F>> spent = new ArrayDeque<>();
    private final List<Consumer<Optional<Standing<F>>>> watchers = new CopyOnWriteArrayList<>();
    private long added;

    private record Waiting<F>(
            String id, F fault, FaultCondition condition, Optional<String> contract, Meter meter) {

        Standing<F> standing() {
            return new Standing<>(
                    id, fault, condition, contract, meter.seen(), meter.met(), meter.isSpent());
        }
    }

    /**
     * A fault that waits, and what has come of it.
     *
     * @param id by which it can be removed
     * @param fault the fault
     * @param condition when it is met
     * @param contract the namespace of the contract that it is for; empty: any
     * @param seen how many times it could have been met
     * @param met how many times it was
     * @param spent whether it has been met as many times as was said
     */
    public record Standing<F>(
            String id,
            F fault,
            FaultCondition condition,
            Optional<String> contract,
            long seen,
            long met,
            boolean spent) {}

    /**
     * For a stand-in.
     *
     * @param service its name, which the ids begin with
     * @param clock by which windows begin and end
     */
    public ServiceFaults(String service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** The next call meets this fault, after what already waits. */
    public void next(F fault) {
        next(1, fault);
    }

    /**
     * The next calls meet this fault, after what already waits.
     *
     * @throws InvalidInputException if the count is below 1
     */
    public void next(int count, F fault) {
        if (count < 1) {
            throw new InvalidInputException("count", "is below 1", "1 or more");
        }
        add(fault, FaultCondition.times(count));
    }

    /**
     * Adds a fault, after those that are here.
     *
     * @return its id, by which it can be removed
     */
    public String add(F fault, FaultCondition condition) {
        return add(fault, condition, Optional.empty());
    }

    /**
     * Adds a fault for one contract, at a service that answers several.
     *
     * @param contract the namespace; empty: any
     * @return its id, by which it can be removed
     */
    public synchronized String add(F fault, FaultCondition condition, Optional<String> contract) {
        String id = service + "-" + ++added;
        waiting.add(new Waiting<>(id, fault, condition, contract, new Meter(condition)));
        return id;
    }

    /** All of them, the oldest first; of those that are spent the last 100. */
    public synchronized List<Standing<F>> rules() {
        return Stream.concat(spent.stream(), waiting.stream()).map(Waiting::standing).toList();
    }

    /**
     * Takes one away, spent or not.
     *
     * @return whether it was there
     */
    public synchronized boolean remove(String id) {
        boolean waited = waiting.removeIf(each -> each.id().equals(id));
        return spent.removeIf(each -> each.id().equals(id)) || waited;
    }

    /** How many times a fault will still be met; those without a number of times are not counted. */
    public synchronized int pending() {
        return waiting.stream().mapToInt(each -> each.meter().left()).sum();
    }

    /** Takes away every fault. */
    public synchronized void clear() {
        waiting.clear();
        spent.clear();
    }

    /**
     * Tells each time that a fault could have been met, with the one that was, on the thread of the call.
     *
     * @return stops telling when it is closed
     */
    public Journal.Subscription watch(Consumer<Optional<Standing<F>>> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** For the stand-in: takes the fault that is met now. */
    public Optional<F> take() {
        return take(Optional.empty(), any -> true);
    }

    /**
     * For the stand-in: takes the fault that is met now.
     *
     * @param contract the namespace of the call; empty: none
     * @param fits whether a fault can be met here
     */
    public Optional<F> take(Optional<String> contract, Predicate<F> fits) {
        Optional<Standing<F>> met = Optional.empty();
        synchronized (this) {
            Waiting<F> first = null;
            for (Waiting<F> each : waiting) {
                boolean meant = each.contract().isEmpty() || each.contract().equals(contract);
                if (meant
                        && fits.test(each.fault())
                        && each.meter().offer(clock.instant(), "").isPresent()
                        && first == null) {
                    first = each;
                }
            }
            if (first != null) {
                met = Optional.of(meet(first));
            }
        }
        for (Consumer<Optional<Standing<F>>> each : watchers) {
            each.accept(met);
        }
        return met.map(Standing::fault);
    }

    private Standing<F> meet(Waiting<F> rule) {
        rule.meter().meet();
        if (rule.meter().isSpent()) {
            waiting.remove(rule);
            spent.addLast(rule);
            if (spent.size() > MAX_SPENT) {
                spent.removeFirst();
            }
        }
        return rule.standing();
    }
}
