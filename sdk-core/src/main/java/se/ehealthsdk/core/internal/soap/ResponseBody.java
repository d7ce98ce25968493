package se.ehealthsdk.core.internal.soap;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A response being written, in pieces: however large it is, it lies in memory once, and growing copies nothing. */
public final class ResponseBody extends OutputStream {

    private static final int FIRST = 1 << 10;
    private static final int LARGEST = 1 << 16;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[FIRST];
    private int used;
    private int size;

    @Override
    public void write(int oneByte) {
        if (used == last.length) {
            next();
        }
        last[used++] = (byte) oneByte;
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (used == last.length) {
                next();
            }
            int part = Math.min(length - done, last.length - used);
            System.arraycopy(bytes, offset + done, last, used, part);
            used += part;
            done += part;
        }
        size = Math.addExact(size, length);
    }

    private void next() {
        full.add(last);
        last = new byte[Math.min(LARGEST, last.length * 2)];
        used = 0;
    }

    /** Bytes written. */
    public int size() {
        return size;
    }

    /** What was written, from its start. */
    public InputStream stream() {
        List<InputStream> parts = new ArrayList<>();
        full.forEach(each -> parts.add(new ByteArrayInputStream(each)));
        parts.add(new ByteArrayInputStream(last, 0, used));
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
