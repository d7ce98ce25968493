package se.ehealthsdk.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * Every exchange since the start or the last reset, the last {@value #CAPACITY} at most. An exchange is
 * here before its answer reaches the client. Safe for use by many threads.
 */
public final class Journal {

    /** How many exchanges are kept. */
    public static final int CAPACITY = 10_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    Journal() {}

    /** All exchanges, oldest first. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The exchanges of one contract, oldest first. */
    public List<Exchange> of(RivtaContract<?, ?> contract) {
        return exchanges().stream()
                .filter(each -> each.contract().filter(contract.namespace()::equals).isPresent())
                .toList();
    }

    /** The latest exchange; empty when there was none. */
    public synchronized Optional<Exchange> last() {
        return Optional.ofNullable(exchanges.peekLast());
    }

    /** Forgets all exchanges. */
    public synchronized void clear() {
        exchanges.clear();
    }

    synchronized void add(Exchange exchange) {
        if (exchanges.size() == CAPACITY) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }
}
