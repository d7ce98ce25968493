package se.ehealthsdk.testkit.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.RivtaContract;

/** What is to go wrong, call by call. Safe for use by many threads. */
final class CertificateFaults {

    private record Waiting(@Nullable String namespace, CertificateFault fault) {}

    private final List<Waiting> waiting = new ArrayList<>();

    synchronized void next(@Nullable String namespace, int count, CertificateFault fault) {
        if (count < 1) {
            throw new InvalidInputException("count", "is below 1", "1 or more");
        }
        for (int i = 0; i < count; i++) {
            waiting.add(new Waiting(namespace, fault));
        }
    }

    synchronized int pending() {
        return waiting.size();
    }

    synchronized void clear() {
        waiting.clear();
    }

    /** Takes the first fault that is meant for a call of this contract. */
    synchronized Optional<CertificateFault> take(RivtaContract<?, ?> contract) {
        for (Waiting each : waiting) {
            if (each.namespace() == null || each.namespace().equals(contract.namespace())) {
                waiting.remove(each);
                return Optional.of(each.fault());
            }
        }
        return Optional.empty();
    }
}
