package se.ehealthsdk.testkit.assertions;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether an expectation has to hold at once, or within a time. */
record Patience(Duration atMost) {

    static final Patience NONE = new Patience(Duration.ZERO);

    private static final long PAUSE_MILLIS = 20;

    /**
     * Looks until there is nothing to complain of.
     *
     * @param complaint what is wrong now; empty when it is as expected
     */
    void expect(Supplier<Optional<String>> complaint) {
        long started = System.nanoTime();
        Optional<String> wrong = complaint.get();
        while (wrong.isPresent() && System.nanoTime() - started < atMost.toNanos()) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
            wrong = complaint.get();
        }
        if (wrong.isPresent()) {
            throw new AssertionError(
                    isNone() ? wrong.get() : wrong.get() + "\n(waited for " + atMost + ")");
        }
    }

    boolean isNone() {
        return atMost.isZero();
    }
}
