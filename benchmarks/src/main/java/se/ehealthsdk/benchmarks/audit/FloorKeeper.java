package se.ehealthsdk.benchmarks.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The bare disk with group commit: one thread writes what the others have queued meanwhile, with one write
 * and one fsync, and lets them all go on. No index, no check, no way to find a record again.
 */
final class FloorKeeper implements Keeper {

    private final FileChannel file;
    private final Thread writer = new Thread(this::write, "writes the floor");
    private final Object queue = new Object();
    private Group waiting = new Group();
    private boolean closed;

    private static final class Group {
        final List<ByteBuffer> records = new ArrayList<>();
        final CompletableFuture<Void> durable = new CompletableFuture<>();
    }

    FloorKeeper(Path folder) throws IOException {
        Files.createDirectories(folder);
        file =
                FileChannel.open(
                        folder.resolve("floor"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        writer.start();
    }

    @Override
    public Hand hand() {
        return this::keep;
    }

    private void keep(byte[] record) {
        Group mine;
        synchronized (queue) {
            mine = waiting;
            mine.records.add(ByteBuffer.wrap(record));
            queue.notifyAll(); // only the writer waits here
        }
        mine.durable.join();
    }

    private void write() {
        while (true) {
            Group next;
            synchronized (queue) {
                while (waiting.records.isEmpty()) {
                    if (closed) {
                        return;
                    }
                    try {
                        queue.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                next = waiting;
                waiting = new Group();
            }
            try {
                write(next.records.toArray(new ByteBuffer[0]));
                next.durable.complete(null);
            } catch (IOException e) {
                next.durable.completeExceptionally(new UncheckedIOException(e));
            }
        }
    }

    private void write(ByteBuffer[] records) throws IOException {
        long left = 0;
        for (ByteBuffer each : records) {
            left += each.remaining();
        }
        while (left > 0) {
            left -= file.write(records);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        synchronized (queue) {
            closed = true;
            queue.notifyAll();
        }
        writer.join();
        file.close();
    }
}
