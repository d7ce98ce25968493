package se.ehealthsdk.core.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A request being written, which may not grow beyond a bound. Its bytes are used without a copy. */
public final class RequestBuffer extends ByteArrayOutputStream {

    /** The request is larger than the bound. */
    public static final class FullException extends IOException {
        FullException(int limit) {
            super("larger than the limit of " + limit + " bytes");
        }
    }

    private final int limit;

    public RequestBuffer(int limit) {
        super(Math.min(limit, 1024));
        this.limit = limit;
    }

    /** The bytes written; valid up to {@link #size()}. */
    public byte[] bytes() {
        return buf;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length > limit - count) {
            throw new java.io.UncheckedIOException(new FullException(limit));
        }
        super.write(bytes, offset, length);
    }

    @Override
    public void write(int oneByte) {
        if (count >= limit) {
            throw new java.io.UncheckedIOException(new FullException(limit));
        }
        super.write(oneByte);
    }
}
