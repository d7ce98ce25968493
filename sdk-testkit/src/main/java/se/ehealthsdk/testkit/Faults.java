package se.ehealthsdk.testkit;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.testkit.internal.fault.Meter;

/**
 * The faults that wait for calls. A call meets the first one put here that is meant for it, and each is
 * gone when it has been met as many times as was said. Safe for use by many threads.
 *
 * <pre>{@code
 * services.faults().next(EmployeeContracts.GET_EMPLOYEE_4, Fault.vp("VP009").producerStatus(403));
 * String id = services.faults().add(FaultRule.of(Fault.slow(Duration.ofMillis(200), Duration.ofMillis(300))));
 * }</pre>
 *
 * <p>Every rule counts every call that it is meant for, also one that meets another rule before it. What a rule draws
 * (probability, jitter) hangs on its seed, the caller's HSA-id and how many calls of this caller the rule has counted: so it
 * comes out the same each time, also when many callers call at once, as long as each of them calls in the same order. Limits in
 * number (times, after) count the calls of all callers together: how many meet the fault is the same each time; which of those that
 * call at once is not.
 */
public final class Faults {

    /** How many rules that have been met as often as they can are kept for {@link #rules()}. */
    private static final int MAX_SPENT = 100;

    private final Clock clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Deque<Waiting> spent = new ArrayDeque<>();
    private final List<Consumer<Passed>> watchers = new CopyOnWriteArrayList<>();
    private long added;

    private record Waiting(String id, FaultRule rule, Meter meter) {

        Standing standing() {
            return new Standing(id, rule, meter.seen(), meter.met(), meter.isSpent());
        }
    }

    /**
     * A rule and what has come of it.
     *
     * @param id by which it can be removed
     * @param rule the rule
     * @param seen how many calls that it is meant for have gone by
     * @param met how many of them have met its fault
     * @param spent whether no more can meet it, for it has been met as many times as was said
     */
    public record Standing(String id, FaultRule rule, long seen, long met, boolean spent) {}

    /**
     * A call on its way in, with the fault that it meets.
     *
     * @param contract the namespace; empty when it could not be read
     * @param caller the HSA-id in the client's certificate
     * @param logicalAddress as it stands in the message
     * @param met the rule whose fault it meets; empty when it meets none
     */
    public record Passed(
            Optional<String> contract,
            Optional<HsaId> caller,
            Optional<String> logicalAddress,
            Optional<Standing> met) {}

    /** A fault, and what was drawn for it. */
    record Taken(Fault fault, double draw) {}

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** The next call, of whatever contract, meets this fault. */
    public void next(Fault fault) {
        next(1, fault);
    }

    /**
     * The next calls, of whatever contract, meet this fault.
     *
     * @param count how many calls
     * @throws InvalidInputException if the count is below 1
     */
    public void next(int count, Fault fault) {
        add(FaultRule.of(fault).when(counted(count)));
    }

    /** The next call of this contract meets this fault. */
    public void next(RivtaContract<?, ?> contract, Fault fault) {
        next(contract, 1, fault);
    }

    /**
     * The next calls of this contract meet this fault.
     *
     * @param count how many calls
     * @throws InvalidInputException if the count is below 1
     */
    public void next(RivtaContract<?, ?> contract, int count, Fault fault) {
        add(FaultRule.of(fault).contract(contract).when(counted(count)));
    }

    private static FaultCondition counted(int count) {
        if (count < 1) {
            throw new InvalidInputException("count", "is below 1", "1 or more");
        }
        return FaultCondition.times(count);
    }

    /**
     * Adds a rule, after those that are here.
     *
     * @return its id, by which it can be removed
     */
    public synchronized String add(FaultRule rule) {
        String id = "platform-" + ++added;
        waiting.add(new Waiting(id, rule, new Meter(rule.condition())));
        return id;
    }

    /** All rules, the oldest first; of those that are spent the last {@value #MAX_SPENT}. */
    public synchronized List<Standing> rules() {
        return Stream.concat(spent.stream(), waiting.stream()).map(Waiting::standing).toList();
    }

    /**
     * Takes a rule away, spent or not.
     *
     * @return whether it was there
     */
    public synchronized boolean remove(String id) {
        boolean waited = waiting.removeIf(each -> each.id().equals(id));
        return spent.removeIf(each -> each.id().equals(id)) || waited;
    }

    /** How many calls will still meet a fault; rules without a number of times are not counted. */
    public synchronized int pending() {
        return waiting.stream().mapToInt(each -> each.meter().left()).sum();
    }

    /** Takes away every fault. */
    public synchronized void clear() {
        waiting.clear();
        spent.clear();
    }

    /**
     * Tells of every call from now on and of what it meets, on the thread that answers it: let it be quick, and not throw.
     *
     * @return stops telling when it is closed
     */
    public Journal.Subscription watch(Consumer<Passed> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Takes the fault that this call meets. */
    Optional<Taken> take(
            Optional<String> namespace, Optional<HsaId> sender, Optional<String> address) {
        Optional<Standing> met = Optional.empty();
        Optional<Taken> taken = Optional.empty();
        synchronized (this) {
            if (!waiting.isEmpty()) {
                Waiting first = null;
                for (Waiting each : waiting) {
                    if (each.rule().isFor(namespace, sender, address)) {
                        Optional<Double> draw =
                                each.meter()
                                        .offer(
                                                clock.instant(),
                                                sender.map(HsaId::value).orElse(""));
                        if (draw.isPresent() && first == null) {
                            first = each;
                            taken = Optional.of(new Taken(each.rule().fault(), draw.get()));
                        }
                    }
                }
                if (first != null) {
                    met = Optional.of(meet(first));
                }
            }
        }
        if (!watchers.isEmpty()) {
            Passed passed = new Passed(namespace, sender, address, met);
            watchers.forEach(each -> each.accept(passed));
        }
        return taken;
    }

    private Standing meet(Waiting rule) {
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
