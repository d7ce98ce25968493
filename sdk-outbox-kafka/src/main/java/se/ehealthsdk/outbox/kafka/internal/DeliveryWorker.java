package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

/**
 * Keeps a session with the consumer group going. Whatever goes wrong in one that the session does not know
 * to deal with ends it without a commit, and the next one finds what was under way like after a crash: there
 * is one way to recover, not two.
 */
final class DeliveryWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration SLICE = Duration.ofMillis(50);

    private final Route route;
    private final BooleanSupplier stopped;
    private final AtomicInteger flushes = new AtomicInteger();

    DeliveryWorker(Route route, BooleanSupplier stopped) {
        this.route = route;
        this.stopped = stopped;
    }

    /** Lets what is in the topic now wait no longer. */
    void flush() {
        flushes.incrementAndGet();
    }

    @Override
    public void run() {
        int failures = 0;
        while (!stopped.getAsBoolean()) {
            long begun = System.nanoTime();
            try (KafkaConsumer<String, byte[]> consumer = route.consumer()) {
                new DeliverySession(route, consumer, stopped, flushes).run();
            } catch (Throwable e) {
                // Whoever left an interrupt behind, it is by the flag that this thread is stopped.
                Thread.interrupted();
                report(e instanceof KafkaException && e.getCause() != null ? e.getCause() : e);
                boolean lasted = System.nanoTime() - begun > route.options().maxBackoff().toNanos();
                failures = lasted ? 0 : failures + 1;
                pause(failures);
            }
        }
    }

    private void report(Throwable failure) {
        // The message of an error in a receiver may hold anything; that of our own does not.
        String what =
                failure instanceof OutboxException own
                        ? own.getMessage()
                        : failure.getClass().getName();
        LOG.warn("Delivery from topic {} starts anew after: {}", route.topic().name(), what);
        route.tell(
                listener ->
                        listener.storeFailed(
                                failure instanceof OutboxException own
                                        ? own
                                        : new OutboxException(
                                                Kind.STORAGE,
                                                "Delivery from topic "
                                                        + route.topic().name()
                                                        + " was interrupted by "
                                                        + failure.getClass().getName(),
                                                "Nothing is lost; it starts anew by itself. See to the brokers"
                                                        + " and the receiver if it goes on.",
                                                failure)));
    }

    private void pause(int failures) {
        long longest = route.options().maxBackoff().toMillis();
        long first = route.options().firstBackoff().toMillis();
        try {
            for (long left = Math.min(first << Math.min(failures, 20), longest);
                    left > 0 && !stopped.getAsBoolean();
                    left -= SLICE.toMillis()) {
                Thread.sleep(Math.min(left, SLICE.toMillis()));
            }
        } catch (InterruptedException e) {
            LOG.debug("A pause was cut short");
        }
    }
}
