package se.ehealthsdk.discharge.careplan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document, in memory once and in pieces, or in a file. A received document of 10 MB takes 10 MB: it is
 * decoded as it is read, and {@link #open()} copies nothing. Immutable.
 */
public final class DocumentBytes {

    private final long size;
    private final List<byte[]> pieces;
    private final @Nullable Path file;

    private DocumentBytes(long size, List<byte[]> pieces, @Nullable Path file) {
        this.size = size;
        this.pieces = pieces;
        this.file = file;
    }

    /**
     * Bytes in memory.
     *
     * @param bytes not copied; do not write to them any more
     */
    public static DocumentBytes of(byte[] bytes) {
        return new DocumentBytes(bytes.length, List.of(bytes), null);
    }

    /**
     * A file, read each time that it is needed: sending it takes no memory for it but that of the encoded message.
     *
     * @param file must stay as it is for as long as this is used
     * @throws UncheckedIOException if there is no such file
     */
    public static DocumentBytes ofFile(Path file) {
        try {
            return new DocumentBytes(Files.size(file), List.of(), file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Starts taking bytes piece by piece, as from a database. */
    public static Collector collector() {
        return new Collector();
    }

    /** How many bytes there are. */
    public long size() {
        return size;
    }

    /**
     * The bytes from their start; copies nothing.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public InputStream open() {
        if (file != null) {
            try {
                return Files.newInputStream(file);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        List<InputStream> streams = new ArrayList<>();
        pieces.forEach(each -> streams.add(new ByteArrayInputStream(each)));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /**
     * A copy of the bytes, in one array: a second copy in memory.
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    public byte[] bytes() {
        try (InputStream in = open()) {
            byte[] all = new byte[Math.toIntExact(size)];
            in.readNBytes(all, 0, all.length);
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Equal when the bytes are; a file is only equal to itself. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof DocumentBytes that)
                || size != that.size
                || file != null
                || that.file != null) {
            return false;
        }
        try (InputStream own = open();
                InputStream its = that.open()) {
            byte[] left = own.readNBytes(8192);
            while (left.length > 0) {
                if (!java.util.Arrays.equals(left, its.readNBytes(left.length))) {
                    return false;
                }
                left = own.readNBytes(8192);
            }
            return true;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    /** The size. */
    @Override
    public String toString() {
        return size + " bytes";
    }

    /** Takes bytes piece by piece; growing copies nothing. Not for use by more than one thread. */
    public static final class Collector extends OutputStream {

        private static final int FIRST = 1 << 10;
        private static final int LARGEST = 1 << 16;

        private final List<byte[]> full = new ArrayList<>();
        private byte[] last = new byte[FIRST];
        private int used;
        private long size;

        private Collector() {}

        @Override
        public void write(int oneByte) {
            if (used == last.length) {
                full.add(last);
                last = new byte[Math.min(LARGEST, last.length * 2)];
                used = 0;
            }
            last[used++] = (byte) oneByte;
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int done = 0;
            while (done < length) {
                write(bytes[offset + done++]);
                int part = Math.min(length - done, last.length - used);
                System.arraycopy(bytes, offset + done, last, used, part);
                used += part;
                done += part;
                size += part;
            }
        }

        /** What was taken; nothing may be written afterwards. */
        public DocumentBytes document() {
            List<byte[]> all = new ArrayList<>(full);
            all.add(used == last.length ? last : java.util.Arrays.copyOf(last, used));
            return new DocumentBytes(size, List.copyOf(all), null);
        }
    }
}
