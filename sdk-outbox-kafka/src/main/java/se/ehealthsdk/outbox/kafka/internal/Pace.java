package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Calls begun in a second at most, by all that call on this node. */
final class Pace {

    private static final long SLICE = Duration.ofMillis(50).toNanos();

    private final long interval;
    private long nextSlot;

    Pace(double callsPerSecond) {
        this.interval = (long) (1e9 / callsPerSecond);
        this.nextSlot = System.nanoTime();
    }

    /**
     * Waits for a turn.
     *
     * @return false if it stopped before that
     */
    boolean await(BooleanSupplier stopped) throws InterruptedException {
        long slot = reserve();
        for (long left = slot - System.nanoTime(); left > 0; left = slot - System.nanoTime()) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            Thread.sleep(Duration.ofNanos(Math.min(left, SLICE)).toMillis() + 1);
        }
        return !stopped.getAsBoolean();
    }

    /** How long one of several callers waits at most. */
    Duration longestWait(int callers) {
        return Duration.ofNanos(interval).multipliedBy(callers);
    }

    private synchronized long reserve() {
        long slot = Math.max(nextSlot, System.nanoTime());
        nextSlot = slot + interval;
        return slot;
    }
}
