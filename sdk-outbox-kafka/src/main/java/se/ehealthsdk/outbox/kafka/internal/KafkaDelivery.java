package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Receiver;

/** Delivers from a topic, with an outbox beside that resolves what did not go straight through. */
public final class KafkaDelivery implements Delivery {

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Backlog backlog;
    private final Delivery trouble;
    private final List<DeliveryWorker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private KafkaDelivery(Backlog backlog, Delivery trouble) {
        this.backlog = backlog;
        this.trouble = trouble;
    }

    /** Starts the workers, and those of the outbox for trouble. */
    public static KafkaDelivery start(
            ClientSettings settings,
            TopicRules rules,
            Admin admin,
            String group,
            Receiver receiver,
            DeliveryOptions options,
            TroubleStore trouble) {
        TopicRules.Topic topic = rules.check(admin, settings.acknowledgeWithin());
        Pace pace = new Pace(options.callsPerSecond());
        Route route =
                new Route(settings, topic, group, receiver, options, pace, new HandOver(trouble));
        try {
            // What the client refuses is to be known now, not in a thread of its own.
            route.consumer().close();
        } catch (KafkaException e) {
            throw Failures.refusedByClient(e);
        }
        Delivery resolving =
                trouble.deliver(
                        new PacedReceiver(receiver, pace, route.longestWait()), options.workers(1));
        KafkaDelivery delivery =
                new KafkaDelivery(new Backlog(admin, settings, topic.name(), group), resolving);
        delivery.start(route, Math.min(options.workers(), topic.partitions()));
        return delivery;
    }

    private void start(Route route, int count) {
        for (int i = 1; i <= count; i++) {
            DeliveryWorker worker = new DeliveryWorker(route, () -> stopped);
            Thread thread = new Thread(worker, "outbox-" + route.topic().name() + "-" + i);
            thread.setDaemon(true);
            workers.add(worker);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    @Override
    public void flush() {
        workers.forEach(DeliveryWorker::flush);
        trouble.flush();
    }

    @Override
    public boolean awaitDrained(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (backlog.behind() > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            Thread.sleep(Math.min(LOOK_AGAIN_MILLIS, left / 1_000_000 + 1));
        }
        return trouble.awaitDrained(Duration.ofNanos(Math.max(deadline - System.nanoTime(), 0)));
    }

    @Override
    public void close() {
        stopped = true;
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive() && thread != Thread.currentThread()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        trouble.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
