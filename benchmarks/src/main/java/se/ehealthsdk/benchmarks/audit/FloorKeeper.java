package se.ehealthsdk.benchmarks.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bare disk with group commit: whoever gets to write takes along what the others have queued meanwhile,
 * with one write and one fsync. No index, no check, no way to find a record again.
 */
final class FloorKeeper implements Keeper {

    private final FileChannel file;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object queueing = new Object();
    private List<ByteBuffer> queued = new ArrayList<>();
    private long lastQueued;
    private long lastWritten;

    FloorKeeper(Path folder) throws IOException {
        Files.createDirectories(folder);
        file =
                FileChannel.open(
                        folder.resolve("floor"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
    }

    @Override
    public Hand hand() {
        return this::keep;
    }

    private void keep(byte[] record) throws IOException {
        long mine;
        synchronized (queueing) {
            queued.add(ByteBuffer.wrap(record));
            mine = ++lastQueued;
        }
        writing.lock();
        try {
            if (lastWritten >= mine) {
                return; // someone took it along
            }
            List<ByteBuffer> batch;
            long last;
            synchronized (queueing) {
                batch = queued;
                queued = new ArrayList<>();
                last = lastQueued;
            }
            ByteBuffer[] all = batch.toArray(new ByteBuffer[0]);
            for (long left = total(all); left > 0; ) {
                left -= file.write(all);
            }
            file.force(false);
            lastWritten = last;
        } finally {
            writing.unlock();
        }
    }

    private static long total(ByteBuffer[] all) {
        long total = 0;
        for (ByteBuffer each : all) {
            total += each.remaining();
        }
        return total;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
