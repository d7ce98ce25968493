package se.ehealthsdk.outbox.internal.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Makes payloads smaller before they are stored: an append takes as long as its bytes take to reach the disk.
 * Deflated bytes follow their length before, in four bytes.
 */
final class Compression {

    /** Below this there is nothing to gain. */
    private static final int WORTH_TRYING = 200;

    private static final int POOLED = 16;

    /** A deflater is many times the size of a payload, so it is used again. */
    private final ConcurrentLinkedQueue<Deflater> idle = new ConcurrentLinkedQueue<>();

    /** Smaller bytes; null if they would not be. */
    byte @Nullable [] deflated(byte[] content) {
        if (content.length < WORTH_TRYING) {
            return null;
        }
        Deflater deflater = idle.poll();
        if (deflater == null) {
            deflater = new Deflater(Deflater.BEST_SPEED, true);
        }
        byte[] smaller = new byte[content.length - 1];
        ByteBuffer.wrap(smaller).putInt(content.length);
        deflater.setInput(content);
        deflater.finish();
        int length = deflater.deflate(smaller, Integer.BYTES, smaller.length - Integer.BYTES);
        boolean whole = deflater.finished();
        deflater.reset();
        if (idle.size() < POOLED) {
            idle.offer(deflater);
        } else {
            deflater.end();
        }
        return whole ? Arrays.copyOf(smaller, Integer.BYTES + length) : null;
    }

    /**
     * @param stored as {@link #deflated} gave it
     * @throws DataFormatException if it is something else
     */
    static byte[] inflated(byte[] stored) throws DataFormatException {
        if (stored.length < Integer.BYTES) {
            throw new DataFormatException("too short");
        }
        int size = ByteBuffer.wrap(stored).getInt();
        // deflate cannot do better than 1 : 1032, so that a wrong length cannot ask for any memory
        if (size < 0 || size / 1100 > stored.length) {
            throw new DataFormatException("a length that cannot be");
        }
        byte[] content = new byte[size];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(stored, Integer.BYTES, stored.length - Integer.BYTES);
            if (inflater.inflate(content) != size) {
                throw new DataFormatException("cut off");
            }
            return content;
        } finally {
            inflater.end();
        }
    }
}
