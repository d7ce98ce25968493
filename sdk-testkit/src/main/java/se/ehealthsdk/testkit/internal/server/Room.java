package se.ehealthsdk.testkit.internal.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The memory that all large bodies share. Who needs more than is left waits. */
final class Room {

    private static final int BLOCK = 1 << 16;

    private final Semaphore blocks;

    Room(long bytes) {
        blocks = new Semaphore(Math.toIntExact(bytes / BLOCK) + 1, true);
    }

    /** What one body holds of it. */
    final class Share {

        private int held;

        /** Makes it large enough for so many bytes; false when there was no room before patience ended. */
        boolean growTo(int bytes, Duration patience) throws InterruptedException {
            int more = (bytes + BLOCK - 1) / BLOCK - held;
            if (!blocks.tryAcquire(more, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            held += more;
            return true;
        }

        void giveBack() {
            blocks.release(held);
            held = 0;
        }
    }
}
