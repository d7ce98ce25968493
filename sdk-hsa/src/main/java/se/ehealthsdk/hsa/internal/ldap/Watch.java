package se.ehealthsdk.hsa.internal.ldap;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a socket where nothing gets on. A socket's own timeout is for silence alone: a server that sends a byte now
 * and then would hold a thread for ever. One that makes no progress is cut after one to two times the limit.
 */
final class Watch implements AutoCloseable {

    private final ScheduledExecutorService scheduler;
    private final Socket socket;
    private final long nanos;
    private volatile long progress;
    private volatile boolean paused;
    private volatile boolean ended;
    private volatile boolean cut;
    private volatile @Nullable Future<?> next;
    private long seen;

    private Watch(ScheduledExecutorService scheduler, Socket socket, Duration limit) {
        this.scheduler = scheduler;
        this.socket = socket;
        this.nanos = limit.toNanos();
    }

    static Watch over(Socket socket, Duration limit, ScheduledExecutorService scheduler) {
        Watch watch = new Watch(scheduler, socket, limit);
        watch.schedule();
        return watch;
    }

    private void schedule() {
        try {
            next = scheduler.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            close(socket);
        }
    }

    private void look() {
        if (ended) {
            return;
        }
        if (paused || seen != progress) {
            seen = progress;
            schedule();
            return;
        }
        cut = true;
        close(socket);
    }

    /** Something whole has come. For one thread. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void progress() {
        progress++;
    }

    /** Whether it is the caller that is waited for. */
    void pause(boolean pause) {
        progress();
        paused = pause;
    }

    /** Whether the socket was closed for lack of progress. */
    boolean hasCut() {
        return cut;
    }

    @Override
    public void close() {
        ended = true;
        Future<?> pending = next;
        if (pending != null) {
            pending.cancel(false);
        }
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closedAnyway) {
            // nothing was to be read from it any more
        }
    }
}
