package se.ehealthsdk.core.internal.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with {@link TooLargeException} when more than a number of bytes is read. */
public final class BoundedInputStream extends FilterInputStream {

    /** The message is larger than the limit. */
    public static final class TooLargeException extends IOException {
        TooLargeException(long limit) {
            super("larger than the limit of " + limit + " bytes");
        }
    }

    private final long limit;
    private long remaining;

    public BoundedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        this.remaining = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws TooLargeException {
        remaining -= bytes;
        if (remaining < 0) {
            throw new TooLargeException(limit);
        }
    }
}
