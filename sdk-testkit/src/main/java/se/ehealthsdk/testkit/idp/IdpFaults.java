package se.ehealthsdk.testkit.idp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The faults that wait at the IdP. Each is met where it belongs - at an endpoint, in an id_token - the
 * first put here first, and is gone when it has been met as many times as was said. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * services.idp().faults().next(IdpFault.wrongNonce());
 * }</pre>
 */
public final class IdpFaults {

    private final List<Waiting> waiting = new ArrayList<>();

    private static final class Waiting {

        private final IdpFault fault;
        private int left;

        Waiting(IdpFault fault, int left) {
            this.fault = fault;
            this.left = left;
        }
    }

    IdpFaults() {}

    /** The fault is met the next time that it can be. */
    public void next(IdpFault fault) {
        next(1, fault);
    }

    /**
     * The fault is met the next times that it can be.
     *
     * @param count how many times
     * @throws InvalidInputException if the count is below 1
     */
    public synchronized void next(int count, IdpFault fault) {
        if (count < 1) {
            throw new InvalidInputException("count", "is below 1", "1 or more");
        }
        waiting.add(new Waiting(fault, count));
    }

    /** How many times a fault will still be met. */
    public synchronized int pending() {
        return waiting.stream().mapToInt(each -> each.left).sum();
    }

    /** Takes away every fault. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** Takes the fault with this kind of effect, if there is one, and notes that the visit met it. */
    <E extends Effect> Optional<E> take(Class<E> kind, Visit visit) {
        return take(kind, visit.endpoint())
                .map(
                        fault -> {
                            visit.met(fault);
                            return kind.cast(fault.effect());
                        });
    }

    private synchronized Optional<IdpFault> take(
            Class<? extends Effect> kind, Optional<IdpEndpoint> endpoint) {
        for (Waiting each : waiting) {
            Effect effect = each.fault.effect();
            if (kind.isInstance(effect)
                    && effect.at()
                            .map(place -> endpoint.filter(place::equals).isPresent())
                            .orElse(true)) {
                if (--each.left == 0) {
                    waiting.remove(each);
                }
                return Optional.of(each.fault);
            }
        }
        return Optional.empty();
    }
}
