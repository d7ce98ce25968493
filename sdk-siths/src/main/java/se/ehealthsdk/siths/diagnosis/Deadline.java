package se.ehealthsdk.siths.diagnosis;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends everything at a time, whatever the other end does: a socket's own timeout begins anew with each byte. */
final class Deadline implements AutoCloseable {

    private final long end;
    private final ScheduledThreadPoolExecutor timer;
    private @Nullable Socket open;

    Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
        this.timer = new ScheduledThreadPoolExecutor(1, Deadline::daemon);
        timer.schedule(this::cut, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "ehealth-sdk-diagnosis-deadline");
        thread.setDaemon(true);
        return thread;
    }

    /** Closes this socket when the time has come. */
    synchronized void watch(Socket socket) {
        open = socket;
    }

    private synchronized void cut() {
        Socket socket = open;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException alreadyBroken) {
                // nothing is left to close
            }
        }
    }

    boolean passed() {
        return System.nanoTime() - end >= 0;
    }

    /** At least one, since zero means for ever to a socket. */
    int millisLeft() {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
