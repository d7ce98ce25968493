package se.ehealthsdk.testkit.idp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Every call of the IdP since the start or the last reset, the last {@value #CAPACITY} at most. A call is
 * here before its answer is sent. Safe for use by many threads.
 */
public final class IdpJournal {

    /** How many calls are kept. */
    public static final int CAPACITY = 10_000;

    private final Deque<IdpExchange> exchanges = new ArrayDeque<>();

    IdpJournal() {}

    /** All calls, oldest first. */
    public synchronized List<IdpExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** The calls of one endpoint, oldest first. */
    public List<IdpExchange> of(IdpEndpoint endpoint) {
        return exchanges().stream()
                .filter(each -> each.endpoint().filter(endpoint::equals).isPresent())
                .toList();
    }

    /** The latest call; empty when there was none. */
    public synchronized Optional<IdpExchange> last() {
        return Optional.ofNullable(exchanges.peekLast());
    }

    /** Forgets all calls. */
    public synchronized void clear() {
        exchanges.clear();
    }

    synchronized void add(IdpExchange exchange) {
        if (exchanges.size() == CAPACITY) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }
}
