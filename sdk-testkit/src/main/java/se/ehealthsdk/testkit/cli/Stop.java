package se.ehealthsdk.testkit.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a run: asked for by a signal, carried out by the thread that started everything. */
final class Stop {

    /** Containers are killed ten seconds after they are asked to stop, as a rule. */
    private static final int PATIENCE_SECONDS = 9;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean started;
    private volatile int code;

    /** Asks for it. */
    void ask() {
        asked.countDown();
    }

    /** From now on there is something to bring to an end. */
    void started() {
        started = true;
    }

    /** Waits until it is asked for. */
    void await() throws InterruptedException {
        asked.await();
    }

    /** Waits for some time: whether it was asked for. */
    boolean await(long milliseconds) throws InterruptedException {
        return asked.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** Everything is closed. */
    void done(int exitCode) {
        code = exitCode;
        done.countDown();
    }

    /**
     * For the JVM's shutdown hook. The JVM's own exit code for a signal is 143 or 130, which to who started it looks like
     * a failure; a stop that went well is none.
     */
    void ofProcess() {
        boolean bySignal = done.getCount() > 0;
        ask();
        if (bySignal && !started) {
            Runtime.getRuntime().halt(0);
        }
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (bySignal) {
            Runtime.getRuntime().halt(code);
        }
    }
}
