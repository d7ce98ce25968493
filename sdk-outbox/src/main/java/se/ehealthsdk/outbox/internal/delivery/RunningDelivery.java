package se.ehealthsdk.outbox.internal.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.internal.BatchStore;

/** The threads of a delivery. */
final class RunningDelivery implements Delivery, Stay {

    private static final Logger LOG = LoggerFactory.getLogger(RunningDelivery.class);

    /** Other processes append too, so that the store is asked every second whether there is something. */
    private static final Duration POLL = Duration.ofSeconds(1);

    private static final Duration AFTER_BUG = Duration.ofSeconds(1);
    private static final Duration ASK_AGAIN = Duration.ofMillis(20);

    private final BatchStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Thread> threads = new ArrayList<>();
    private volatile @Nullable Courier courier;
    private volatile boolean stopping;
    private int flushes;

    RunningDelivery(BatchStore store) {
        this.store = store;
    }

    void start(Courier carrier, int workers) {
        courier = carrier;
        for (int i = 1; i <= workers; i++) {
            Thread thread = new Thread(() -> work(carrier), "outbox-delivery-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private void work(Courier carrier) {
        while (!stopping) {
            try {
                int seen = flushes();
                nap(step(carrier), seen);
            } catch (InterruptedException interrupted) {
                // Whoever left an interrupt behind, it is by close() that a worker stops.
                LOG.warn("A delivering thread was interrupted and goes on");
            } catch (OutboxException stopped) {
                if (!Thread.interrupted()) {
                    LOG.debug("The store is closed; delivery stops");
                    return;
                }
            }
        }
    }

    /** Nothing but a closed store ends a worker: what it left would not be delivered by anyone. */
    private static Duration step(Courier carrier) throws InterruptedException {
        try {
            return carrier.step();
        } catch (OutboxException storeClosed) {
            throw storeClosed;
        } catch (RuntimeException | Error unexpected) {
            LOG.error(
                    "Delivery failed unexpectedly and goes on: {}",
                    unexpected.getClass().getName());
            return AFTER_BUG;
        }
    }

    private int flushes() {
        lock.lock();
        try {
            return flushes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, unless something has been flushed since. */
    private void nap(Duration time, int seen) throws InterruptedException {
        lock.lock();
        try {
            long left = (time.compareTo(POLL) < 0 ? time : POLL).toNanos();
            while (left > 0 && flushes == seen && !stopping) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean pass(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !stopping) {
                left = changed.awaitNanos(left);
            }
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    @Override
    public void flush() {
        Courier carrier = courier;
        if (carrier == null) {
            return;
        }
        carrier.flush();
        lock.lock();
        try {
            flushes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitDrained(Duration atMost) throws InterruptedException {
        long start = System.nanoTime();
        while (!stopping) {
            if (!store.hasWork()) {
                return true;
            }
            long left = atMost.toNanos() - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            pass(Duration.ofNanos(Math.min(left, ASK_AGAIN.toNanos())));
        }
        return false;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            for (Thread thread : threads) {
                if (thread != Thread.currentThread()) {
                    thread.join();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
