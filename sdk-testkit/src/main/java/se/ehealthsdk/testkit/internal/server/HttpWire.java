package se.ehealthsdk.testkit.internal.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** HTTP/1.1 on one connection by Apache HttpCore, which holds no more than the limits allow, whatever comes. */
final class HttpWire extends DefaultBHttpServerConnection {

    /** Told as progress: what follows may take any time. */
    static final long ANY_TIME = Long.MAX_VALUE;

    private static final int BUFFER = 1 << 14;
    private static final int HEADERS = 500;

    private final Socket socket;
    private final Limits limits;
    private final Room.Share share;
    private long headLeft;

    HttpWire(Socket socket, Limits limits, Room room) throws IOException {
        this(socket, limits, room, config(limits));
    }

    private HttpWire(Socket socket, Limits limits, Room room, Http1Config config)
            throws IOException {
        super(
                null,
                config,
                null,
                null,
                StrictLines.INSTANCE,
                null,
                new DefaultHttpRequestParserFactory(config, StrictLines.INSTANCE, null),
                null);
        this.socket = socket;
        this.limits = limits;
        this.share = room.new Share();
        bind(new Holder(socket));
    }

    private static Http1Config config(Limits limits) {
        return Http1Config.custom()
                .setBufferSize(BUFFER)
                .setMaxLineLength(limits.headBytes())
                .setMaxHeaderCount(HEADERS)
                .build();
    }

    /** The beginning of a body or all of it. */
    record Content(byte[] bytes, boolean cut) {}

    /** Waits for a request; false when the client has closed the connection instead. */
    boolean comesMore() throws IOException {
        headLeft = limits.headBytes() + BUFFER;
        return isDataAvailable(Timeout.DISABLED);
    }

    /** The next head; null when there is none. */
    @Nullable ClassicHttpRequest head() throws IOException, HttpException {
        ClassicHttpRequest head = receiveRequestHeader();
        headLeft = Long.MAX_VALUE;
        return head;
    }

    static long length(ClassicHttpRequest head) throws HttpException {
        return StrictLines.INSTANCE.determineLength(head);
    }

    void goOn() throws IOException, HttpException {
        sendResponseHeader(new BasicClassicHttpResponse(100));
        flush();
    }

    /**
     * The body; of one that is too large, its beginning.
     *
     * @param progress is told how much there is
     */
    Content body(ClassicHttpRequest head, LongConsumer progress)
            throws IOException, HttpException, InterruptedException {
        long length = length(head);
        boolean cut = length > limits.bodyBytes();
        long most = cut ? Limits.SMALL_BODY : limits.bodyBytes();
        int end = (int) (length < 0 ? most : Math.min(length, most));
        byte[] body = new byte[Math.min(end, Limits.SMALL_BODY)];
        receiveRequestEntity(head);
        InputStream in = head.getEntity().getContent();
        int read = 0;
        while (true) {
            if (read == body.length) {
                if (read == end) {
                    return new Content(body, cut || length < 0 && in.read() >= 0);
                }
                body = grown(body, end);
            }
            int more = in.read(body, read, body.length - read);
            if (more < 0) {
                return new Content(Arrays.copyOf(body, read), false);
            }
            read += more;
            progress.accept(read);
        }
    }

    /** Twice as large, in the room that all share when it is no longer small. */
    private byte[] grown(byte[] body, int most) throws IOException, InterruptedException {
        int size = (int) Math.min(2L * body.length, most);
        if (!share.growTo(size, limits.patience())) {
            throw new BadRequest(503, "no room for more large bodies");
        }
        return Arrays.copyOf(body, size);
    }

    /** The last body is no longer needed. */
    void giveBack() {
        share.giveBack();
    }

    /** Reads what is left of a request that has been refused, so that the client sees the answer before the end. */
    void passBy(long most) throws IOException {
        socket.shutdownOutput();
        byte[] buffer = new byte[BUFFER];
        InputStream in = socket.getInputStream();
        long left = most;
        for (int n = 0; n >= 0 && left > 0; n = in.read(buffer)) {
            left -= n;
        }
    }

    /** Sends the head of a reply that is to come in chunks, and nothing more. */
    void sendHead(HttpReply reply) throws IOException, HttpException {
        ClassicHttpResponse response = response(reply, true);
        response.addHeader("transfer-encoding", "chunked");
        sendResponseHeader(response);
        flush();
    }

    /**
     * Sends a reply; one without a length while it is made.
     *
     * @param method of the request
     * @param chunks whether the client knows them
     * @param more whether the connection is to be used again
     * @param progress is told, before something is written, how much it is
     * @return whether it can be used again
     */
    boolean send(
            HttpReply reply, String method, boolean chunks, boolean more, LongConsumer progress)
            throws IOException, HttpException {
        boolean streamed = reply.body().declaredLength().isEmpty();
        long length = reply.body().declaredLength().orElse(-1);
        boolean again = more && (chunks || !streamed);
        ClassicHttpResponse response = response(reply, again);
        boolean withBody = MessageSupport.canResponseHaveBody(method, response);
        if (!streamed && MessageSupport.canResponseHaveBody("GET", response)) {
            response.addHeader("content-length", length);
        } else if (streamed && chunks) {
            response.addHeader("transfer-encoding", "chunked");
        }
        progress.accept(BUFFER);
        sendResponseHeader(response);
        if (withBody) {
            response.setEntity(
                    new EntityTemplate(
                            length, null, out -> write(reply, new Paced(out, progress, streamed))));
            sendResponseEntity(response);
        }
        flush();
        return again && (!withBody || streamed || reply.body().recorded().length == length);
    }

    private void write(HttpReply reply, OutputStream out) throws IOException {
        try {
            reply.body().writeTo(out);
        } catch (IOException | RuntimeException | Error broken) {
            socket.close(); // or HttpCore would end the reply as if it were whole
            throw broken;
        }
    }

    private static ClassicHttpResponse response(HttpReply reply, boolean more) {
        ClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
        reply.headers()
                .forEach(
                        (name, value) -> {
                            if (more || !name.equalsIgnoreCase("connection")) {
                                response.addHeader(name, value);
                            }
                        });
        if (!more) {
            response.addHeader("connection", "close");
        }
        return response;
    }

    private final class Holder extends SocketHolder {

        Holder(Socket socket) {
            super(socket);
        }

        @Override
        protected InputStream getInputStream(Socket from) throws IOException {
            return new Bounded(from.getInputStream());
        }
    }

    /** HttpCore bounds each line of a head and their number; this bounds all of it. */
    private final class Bounded extends FilterInputStream {

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (headLeft <= 0) {
                throw new BadRequest(431, "a head that is too large");
            }
            int count = super.read(into, offset, length);
            headLeft -= Math.max(count, 0);
            return count;
        }
    }

    /** Who reads slowly is seen, since it is told before each piece. */
    private static final class Paced extends OutputStream {

        private final OutputStream out;
        private final LongConsumer progress;
        private final boolean streamed;

        Paced(OutputStream out, LongConsumer progress, boolean streamed) {
            this.out = out;
            this.progress = progress;
            this.streamed = streamed;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += BUFFER) {
                int count = Math.min(BUFFER, length - at);
                progress.accept(count);
                out.write(bytes, offset + at, count);
            }
            pause();
        }

        @Override
        public void flush() throws IOException {
            progress.accept(BUFFER);
            out.flush();
            pause();
        }

        private void pause() {
            if (streamed) {
                progress.accept(ANY_TIME);
            }
        }
    }
}
