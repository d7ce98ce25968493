package se.ehealthsdk.benchmarks.audit;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Records to keep: what is in them does not matter here, only how much. */
final class Records {

    /** A typical record in StoreLog's XML. */
    static final int TYPICAL_BYTES = 1_300;

    /** For a backlog of millions to fit on the disk of a build machine. */
    static final int SMALL_BYTES = 200;

    private Records() {}

    /** Text that does not compress to nothing. */
    static byte[] record(int bytes) {
        StringBuilder text = new StringBuilder(bytes + 16);
        while (text.length() < bytes) {
            text.append(Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36));
        }
        text.setLength(bytes);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** UUID version 7. */
    static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long time = System.currentTimeMillis();
        return String.format(
                Locale.ROOT,
                "%08x-%04x-7%03x-%04x-%012x",
                time >>> 16,
                time & 0xffff,
                random.nextInt(0x1000),
                0x8000 | random.nextInt(0x4000),
                random.nextLong() & 0xffff_ffff_ffffL);
    }
}
