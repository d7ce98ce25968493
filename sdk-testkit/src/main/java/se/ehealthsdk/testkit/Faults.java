package se.ehealthsdk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * The faults that wait for calls. A call meets the first one put here that is meant for it, and each is
 * gone when it has been met as many times as was said. Safe for use by many threads.
 *
 * <pre>{@code
 * services.faults().next(EmployeeContracts.GET_EMPLOYEE_4, Fault.vp("VP009").producerStatus(403));
 * }</pre>
 */
public final class Faults {

    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {

        private final @Nullable String namespace;
        private final Fault fault;
        private int left;

        Waiting(@Nullable String namespace, int left, Fault fault) {
            this.namespace = namespace;
            this.left = left;
            this.fault = fault;
        }

        boolean isFor(Optional<String> called) {
            return namespace == null || called.filter(namespace::equals).isPresent();
        }
    }

    Faults() {}

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
        add(null, count, fault);
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
        add(contract.namespace(), count, fault);
    }

    /** How many calls will still meet a fault. */
    public synchronized int pending() {
        return waiting.stream().mapToInt(each -> each.left).sum();
    }

    /** Takes away every fault. */
    public synchronized void clear() {
        waiting.clear();
    }

    private synchronized void add(@Nullable String namespace, int count, Fault fault) {
        if (count < 1) {
            throw new InvalidInputException("count", "is below 1", "1 or more");
        }
        waiting.add(new Waiting(namespace, count, fault));
    }

    /** Takes the fault that a call of this contract meets. */
    synchronized Optional<Fault> take(Optional<String> namespace) {
        for (Waiting each : waiting) {
            if (each.isFor(namespace)) {
                if (--each.left == 0) {
                    waiting.remove(each);
                }
                return Optional.of(each.fault);
            }
        }
        return Optional.empty();
    }
}
