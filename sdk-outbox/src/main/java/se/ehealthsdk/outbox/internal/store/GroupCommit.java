package se.ehealthsdk.outbox.internal.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

/**
 * Commits what many threads append, in one transaction for all that wait at the same time: a sync of the disk
 * costs the same for one as for hundreds. Nobody waits for company; while one group is being committed the
 * next gathers by itself. When the queue is full, callers wait.
 */
final class GroupCommit implements AutoCloseable {

    private static final int QUEUE = 4096;
    private static final int MAX_ITEMS = 2000;
    private static final long MAX_BYTES = 8L << 20;
    private static final long LOOK_UP_MILLIS = 200;

    private final Database database;
    private final Appender appender;
    private final long patienceNanos;
    private final BlockingQueue<Append> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean closed;

    GroupCommit(Database database, Appender appender, Duration patience) {
        this.database = database;
        this.appender = appender;
        this.patienceNanos = patience.toNanos();
        for (int i = 0; i < database.committers(); i++) {
            Thread thread = new Thread(this::commitAll, "outbox-append-" + (i + 1));
            thread.setDaemon(true);
            committers.add(thread);
            thread.start();
        }
    }

    /** Returns when the items are durable. */
    void append(List<NewItem> items) {
        if (closed) {
            throw Failures.closed();
        }
        Append append = new Append(items);
        long until = System.nanoTime() + patienceNanos;
        try {
            if (!queue.offer(append, patienceNanos, TimeUnit.NANOSECONDS)) {
                throw Failures.storage(
                        "The outbox could not keep up: " + QUEUE + " appends are waiting",
                        "Nothing was stored; append it again.",
                        null);
            }
            if (closed && queue.remove(append)) {
                throw Failures.closed();
            }
            if (!append.await(until - System.nanoTime())) {
                throw givenUp(
                        append,
                        "Nothing was committed in " + Duration.ofNanos(patienceNanos),
                        null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(append, "Interrupted while appending", e);
        }
    }

    private static OutboxException givenUp(
            Append append, String what, @Nullable InterruptedException cause) {
        return append.abandon()
                ? new OutboxException(
                        Kind.STOPPED, what, "Nothing was stored; append it again.", cause)
                : new OutboxException(
                        Kind.STOPPED,
                        what + ", and it may have been stored",
                        "Append the same items again: what is there already is kept once.",
                        cause);
    }

    private void commitAll() {
        while (true) {
            try {
                Append first = queue.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    commit(gather(first));
                } else if (closed) {
                    return;
                }
            } catch (InterruptedException e) {
                // Nobody interrupts these threads; close() lets them finish what is queued.
                Log.LOG.debug("Interrupt ignored", e);
            }
        }
    }

    private List<Append> gather(Append first) {
        List<Append> group = new ArrayList<>();
        int items = 0;
        long bytes = 0;
        for (Append next = first; next != null; next = queue.poll()) {
            if (next.start()) {
                group.add(next);
                items += next.items().size();
                bytes += next.bytes();
            }
            if (items >= MAX_ITEMS || bytes >= MAX_BYTES) {
                break;
            }
        }
        return group;
    }

    private void commit(List<Append> group) {
        try {
            write(group.stream().flatMap(append -> append.items().stream()).toList());
            group.forEach(Append::done);
        } catch (OutboxException e) {
            if (group.size() > 1 && isOfOneItem(e)) {
                // One caller's mistake is that caller's alone.
                group.forEach(this::commitAlone);
            } else {
                group.forEach(append -> append.failed(e));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(append -> append.failed(unexpected(e)));
        }
    }

    private void commitAlone(Append append) {
        try {
            write(append.items());
            append.done();
        } catch (OutboxException e) {
            append.failed(e);
        } catch (RuntimeException | Error e) {
            append.failed(unexpected(e));
        }
    }

    private void write(List<NewItem> items) {
        if (items.isEmpty()) {
            return;
        }
        database.writeAgain(
                session -> {
                    appender.append(session, items);
                    return true;
                });
    }

    private static boolean isOfOneItem(OutboxException e) {
        return e.kind() == Kind.INPUT || e.kind() == Kind.CONFIGURATION;
    }

    private static OutboxException unexpected(Throwable e) {
        return Failures.storage("Appending failed", "Append it again.", e);
    }

    /** Commits what is queued, then stops. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Thread thread : committers) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        for (Append late = queue.poll(); late != null; late = queue.poll()) {
            late.failed(Failures.closed());
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
