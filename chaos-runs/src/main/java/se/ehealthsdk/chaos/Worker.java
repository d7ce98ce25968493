package se.ehealthsdk.chaos;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;

/** What the workers' processes have in common. */
final class Worker {

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);
    private static final long BEFORE_NEXT_TRY_MS = 50;

    private Worker() {}

    /** Writes a line to the parent in one piece: it is in the pipe, whole, when this returns. */
    static synchronized void say(String line) {
        try {
            OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the outbox, again and again while its store is down. */
    static Outbox open(String opening, String address)
            throws ReflectiveOperationException, InterruptedException {
        while (true) {
            try {
                return Opening.named(opening).open(address);
            } catch (OutboxException e) {
                if (e.kind() != OutboxException.Kind.STORAGE) {
                    throw e;
                }
                say("could-not-open " + e.kind());
                Thread.sleep(BEFORE_NEXT_TRY_MS);
            }
        }
    }

    /** Returns when the parent closes the pipe, or has ended. */
    static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
