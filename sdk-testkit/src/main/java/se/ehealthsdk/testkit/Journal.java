package se.ehealthsdk.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * Every exchange since the start or the last reset: the last {@value #CAPACITY} at most, and fewer when
 * their messages are large. An exchange is here before its answer reaches the client. Safe for use by many
 * threads.
 */
public final class Journal {

    /** How many exchanges are kept. */
    public static final int CAPACITY = 10_000;

    /** Characters of messages that are kept: what a long run with large messages is held to. */
    private static final long MAX_CHARACTERS = 100_000_000;

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private long characters;

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
        characters = 0;
    }

    synchronized void add(Exchange exchange) {
        exchanges.addLast(exchange);
        characters += length(exchange);
        while (exchanges.size() > CAPACITY
                || (characters > MAX_CHARACTERS && exchanges.size() > 1)) {
            characters -= length(exchanges.removeFirst());
        }
    }

    private static long length(Exchange exchange) {
        return exchange.request().length() + (long) exchange.response().length();
    }
}
