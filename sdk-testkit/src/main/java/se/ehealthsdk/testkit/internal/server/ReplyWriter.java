package se.ehealthsdk.testkit.internal.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** Writes replies to one connection. What is small goes out in one piece. */
final class ReplyWriter {

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(ISO_8859_1);
    private static final int PIECE = 1 << 14;

    private final OutputStream out;
    private final LongConsumer progress;

    /**
     * @param progress is told, before something is written, how much it is
     */
    ReplyWriter(OutputStream out, LongConsumer progress) {
        this.out = out;
        this.progress = progress;
    }

    /** Writes a reply with the length that it declares; whether the connection can be used for more. */
    boolean write(HttpReply reply, boolean withBody, boolean more) throws IOException {
        long length = reply.body().declaredLength().orElse(0);
        boolean none = reply.status() == 204 || reply.status() == 304 || reply.status() < 200;
        Head head = head(reply, more);
        if (!none) {
            head.header("content-length", String.valueOf(length));
        }
        head.write(LINE_END);
        Pieces pieces = new Pieces(head);
        if (withBody && !none) {
            reply.body().writeTo(pieces);
        }
        pieces.flush();
        return more && (!withBody || none || pieces.written == length);
    }

    /** Writes a reply while it is made; whether the connection can be used for more. */
    boolean stream(HttpReply reply, boolean withBody, boolean chunks, boolean more)
            throws IOException {
        Head head = head(reply, more && chunks);
        if (chunks) {
            head.header("transfer-encoding", "chunked");
        }
        head.write(LINE_END);
        send(head);
        if (withBody) {
            Body body = reply.body();
            Chunks written = new Chunks(chunks);
            body.writeTo(written);
            written.flush();
            if (chunks) {
                progress.accept(LAST_CHUNK.length);
                out.write(LAST_CHUNK);
                out.flush();
            }
        }
        return more;
    }

    /** Writes the head of a reply that is to come in chunks, and nothing more. */
    void beginStream(HttpReply reply) throws IOException {
        Head head = head(reply, true);
        head.header("transfer-encoding", "chunked");
        head.write(LINE_END);
        send(head);
    }

    private Head head(HttpReply reply, boolean more) {
        Head head = new Head();
        head.line("HTTP/1.1 " + reply.status() + " " + phrase(reply.status()));
        reply.headers()
                .forEach(
                        (name, value) -> {
                            if (more || !name.equalsIgnoreCase("connection")) {
                                head.header(name, value);
                            }
                        });
        if (!more) {
            head.header("connection", "close");
        }
        return head;
    }

    private void send(Head head) throws IOException {
        progress.accept(head.size());
        head.writeTo(out);
        out.flush();
    }

    private static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 413 -> "Content Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "";
        };
    }

    private static final class Head extends ByteArrayOutputStream {

        Head() {
            super(2_048);
        }

        void line(String text) {
            byte[] bytes = text.getBytes(ISO_8859_1);
            write(bytes, 0, bytes.length);
            write(LINE_END, 0, 2);
        }

        /** A line end in a value would be another header. */
        void header(String name, String value) {
            line(name + ": " + value.replace('\r', ' ').replace('\n', ' '));
        }
    }

    /** What comes with the head, as far as it is small, and then as it comes. */
    private final class Pieces extends OutputStream {

        private final Head head;
        private long written;

        Pieces(Head head) {
            this.head = head;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            written += length;
            if (head.size() + length <= PIECE) {
                head.write(bytes, offset, length);
                return;
            }
            flush();
            for (int at = 0; at < length; at += PIECE) {
                int count = Math.min(PIECE, length - at);
                progress.accept(count);
                out.write(bytes, offset + at, count);
            }
        }

        @Override
        public void flush() throws IOException {
            if (head.size() > 0) {
                send(head);
                head.reset();
            }
        }
    }

    /** Chunks, each sent when it is full or flushed. */
    private final class Chunks extends OutputStream {

        private final boolean chunks;
        private final byte[] buffer = new byte[PIECE];
        private int filled;

        Chunks(boolean chunks) {
            this.chunks = chunks;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = 0;
            while (at < length) {
                int count = Math.min(length - at, buffer.length - filled);
                System.arraycopy(bytes, offset + at, buffer, filled, count);
                filled += count;
                at += count;
                if (filled == buffer.length) {
                    flush();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            if (filled == 0) {
                return;
            }
            progress.accept(filled);
            if (chunks) {
                out.write((Integer.toHexString(filled) + "\r\n").getBytes(ISO_8859_1));
            }
            out.write(buffer, 0, filled);
            if (chunks) {
                out.write(LINE_END);
            }
            out.flush();
            filled = 0;
            progress.accept(Long.MAX_VALUE);
        }
    }
}
