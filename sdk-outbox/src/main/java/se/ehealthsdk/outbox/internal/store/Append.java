package se.ehealthsdk.outbox.internal.store;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.outbox.OutboxException;

/** What one caller wants appended, and how it went. */
final class Append {

    private final List<NewItem> items;
    private final long bytes;
    private final AtomicBoolean decided = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable OutboxException failure;

    Append(List<NewItem> items) {
        this.items = items;
        this.bytes = items.stream().mapToLong(item -> item.sealed().length).sum();
    }

    List<NewItem> items() {
        return items;
    }

    long bytes() {
        return bytes;
    }

    /** Whether it is to be written; false if its caller has given up. */
    boolean start() {
        return decided.compareAndSet(false, true);
    }

    /** The caller gives up; false if it is being written already. */
    boolean abandon() {
        return decided.compareAndSet(false, true);
    }

    void done() {
        over.countDown();
    }

    void failed(OutboxException why) {
        failure = why;
        over.countDown();
    }

    /** False when the time was up. Throws what went wrong. */
    boolean await(long nanos) throws InterruptedException {
        if (!over.await(nanos, TimeUnit.NANOSECONDS)) {
            return false;
        }
        OutboxException why = failure;
        if (why != null) {
            throw Failures.again(why);
        }
        return true;
    }
}
