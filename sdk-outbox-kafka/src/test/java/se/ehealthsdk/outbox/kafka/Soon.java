package se.ehealthsdk.outbox.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition. */
public final class Soon {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private Soon() {}

    /** Waits until it holds. */
    public static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + AT_MOST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + AT_MOST + ": " + what);
            }
            Thread.sleep(10);
        }
    }
}
