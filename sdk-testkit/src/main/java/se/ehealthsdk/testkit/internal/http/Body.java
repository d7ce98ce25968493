package se.ehealthsdk.testkit.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** What is sent as the body of a reply; may be far larger than memory, or never end. */
public sealed interface Body {

    /** The Content-Length to declare; empty to send chunks. */
    OptionalLong declaredLength();

    void writeTo(OutputStream out) throws IOException;

    /** The bytes, for the journal; empty for a body that has none of its own. */
    byte[] recorded();

    /** Bytes with the length they have. */
    static Body of(byte[] bytes) {
        return new Bytes(bytes, bytes.length);
    }

    /** Bytes with another length than they have: the connection ends before the body does. */
    static Body shortOf(byte[] bytes, long declared) {
        return new Bytes(bytes, declared);
    }

    /** Writes what it likes, in chunks. */
    static Body streamed(Writer writer) {
        return new Streamed(writer);
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A body in memory. */
    record Bytes(byte[] bytes, long declared) implements Body {

        @Override
        public OptionalLong declaredLength() {
            return OptionalLong.of(declared);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }

        @Override
        public byte[] recorded() {
            return bytes;
        }
    }

    /** A body made while it is sent. */
    record Streamed(Writer writer) implements Body {

        @Override
        public OptionalLong declaredLength() {
            return OptionalLong.empty();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            writer.writeTo(out);
        }

        @Override
        public byte[] recorded() {
            return new byte[0];
        }
    }
}
