package se.ehealthsdk.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final AtomicLong numbers = new AtomicLong();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
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

    /** The exchange of a number; empty when it is not kept. */
    public synchronized Optional<Exchange> exchange(long number) {
        return exchanges.stream().filter(each -> each.number() == number).findFirst();
    }

    /**
     * Tells of every exchange from now on, on the thread that answers the call, which waits for the listener: let it be quick. A listener that
     * throws is logged, and told of the next one all the same.
     *
     * @return stops telling when it is closed
     */
    public Subscription listen(Consumer<Exchange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Being told of exchanges; closed by who no longer wants to be. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    void add(Exchange exchange) {
        keep(exchange);
        for (Consumer<Exchange> each : listeners) {
            try {
                each.accept(exchange);
            } catch (RuntimeException failed) {
                LOG.warn("a listener of the journal failed", failed);
            }
        }
    }

    private synchronized void keep(Exchange exchange) {
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
