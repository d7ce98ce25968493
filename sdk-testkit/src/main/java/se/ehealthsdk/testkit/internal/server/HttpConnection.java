package se.ehealthsdk.testkit.internal.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.testkit.internal.http.Connection;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.HttpReply.Breakage;
import se.ehealthsdk.testkit.internal.server.HttpPort.ClientCertificate;

/** One client's connection: its requests are answered one after the other, on one thread. */
final class HttpConnection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpConnection.class);
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);
    private static final int GARBAGE = 256;
    private static final long PASSED_BY = 1 << 20;

    private final Socket raw;
    private final HttpPort port;
    private final Function<HttpRequest, HttpReply> service;
    private final Connection connection = new Connection();
    private volatile long since = System.nanoTime();
    private volatile long allowed;
    private volatile boolean waiting = true;

    HttpConnection(Socket raw, HttpPort port, Function<HttpRequest, HttpReply> service) {
        this.raw = raw;
        this.port = port;
        this.service = service;
        allow(port.limits().patience());
    }

    // ---- time ----

    private void allow(Duration time) {
        since = System.nanoTime();
        allowed = time.toNanos();
    }

    private void allowAnyTime() {
        since = System.nanoTime();
        allowed = Long.MAX_VALUE;
    }

    /** Whether it takes longer than it may. */
    boolean isOverdue(long now) {
        return now - since > allowed;
    }

    /** Whether the client has asked nothing, or not all of it. */
    boolean isWaiting() {
        return waiting;
    }

    /** Since when it does what it does. */
    long since() {
        return since;
    }

    /** Breaks it, on any thread. */
    void cut() {
        try {
            raw.close();
        } catch (IOException late) {
            LOG.debug("closing", late);
        }
    }

    // ---- talking ----

    @Override
    public void run() {
        try (raw) {
            talk();
        } catch (IOException ended) {
            LOG.debug("a connection ended: {}", ended.getMessage());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error defect) {
            LOG.error("a connection failed", defect);
        } finally {
            port.ended(this);
        }
    }

    private void talk() throws IOException, InterruptedException {
        Socket socket = raw;
        List<X509Certificate> certificates = List.of();
        HttpPort.Tls tls = port.tls();
        if (tls != null) {
            SSLSocket secure = handshake(tls);
            certificates = certificates(secure);
            socket = secure;
        }
        port.succeeded();
        OutputStream out = socket.getOutputStream();
        RequestReader reader =
                new RequestReader(
                        socket.getInputStream(), port.limits(), port.room(), new Watched());
        try {
            while (answered(reader, out, certificates)) {
                reader.giveBack();
            }
        } finally {
            reader.giveBack();
        }
        socket.close();
    }

    private SSLSocket handshake(HttpPort.Tls tls) throws IOException {
        SSLSocket secure =
                (SSLSocket)
                        tls.context()
                                .getSocketFactory()
                                .createSocket(
                                        raw,
                                        raw.getInetAddress().getHostAddress(),
                                        raw.getPort(),
                                        true);
        secure.setUseClientMode(false);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        if (tls.client() == ClientCertificate.REQUIRED) {
            parameters.setNeedClientAuth(true);
        } else {
            parameters.setWantClientAuth(true);
        }
        secure.setSSLParameters(parameters);
        try {
            secure.startHandshake();
            return secure;
        } catch (SSLException refused) {
            port.failed();
            throw refused;
        }
    }

    private static List<X509Certificate> certificates(SSLSocket secure) {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate each : secure.getSession().getPeerCertificates()) {
                chain.add((X509Certificate) each);
            }
            return List.copyOf(chain);
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }

    /** Answers one request; whether more may come. */
    private boolean answered(
            RequestReader reader, OutputStream out, List<X509Certificate> certificates)
            throws IOException, InterruptedException {
        waiting = true;
        allow(port.limits().idle());
        ReplyWriter writer = new ReplyWriter(out, this::allowWriting);
        try {
            RequestReader.Head head = reader.head();
            if (head == null) {
                return false;
            }
            long length = RequestReader.length(head);
            if (length != 0
                    && length <= port.limits().bodyBytes()
                    && head.has("expect", "100-continue")) {
                out.write(CONTINUE);
                out.flush();
            }
            allow(port.limits().patience());
            RequestReader.Content body = reader.body(length);
            waiting = false;
            allowAnyTime();
            HttpReply reply =
                    reply(
                            new HttpRequest(
                                    head.method(),
                                    head.target(),
                                    head.headers(),
                                    body.bytes(),
                                    body.cut(),
                                    certificates,
                                    connection));
            boolean more = head.isKept() && !body.cut();
            more = send(reply, head, more, writer, out);
            if (body.cut()) {
                allow(port.limits().patience());
                reader.passBy(PASSED_BY);
            }
            return more;
        } catch (BadRequest bad) {
            waiting = false;
            allow(port.limits().patience());
            writer.write(HttpReply.empty(bad.status()), true, false);
            reader.passBy(PASSED_BY);
            return false;
        }
    }

    private HttpReply reply(HttpRequest request) {
        try {
            return service.apply(request);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            // otherwise the client would see a lost connection, which is another thing
            LOG.error("a stand-in failed", defect);
            return HttpReply.empty(500);
        }
    }

    private boolean send(
            HttpReply reply,
            RequestReader.Head head,
            boolean more,
            ReplyWriter writer,
            OutputStream out)
            throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(reply.delay().toNanos());
        if (reply.breakage() != Breakage.NONE) {
            spoil(reply, writer);
            return false;
        }
        boolean withBody = !head.method().equals("HEAD");
        if (reply.body().declaredLength().isPresent()) {
            return writer.write(reply, withBody, more);
        }
        if (!port.streams().tryAcquire()) {
            return writer.write(HttpReply.empty(503), withBody, more);
        }
        try {
            boolean chunks = head.version().equals("HTTP/1.1");
            return writer.stream(reply, withBody, chunks, more) && chunks;
        } finally {
            port.streams().release();
        }
    }

    /** Who reads slowly gets time by what it has read. */
    private void allowWriting(long bytes) {
        if (bytes == Long.MAX_VALUE) { // between two pieces of a stream
            allowAnyTime();
            return;
        }
        allow(port.limits().patience().plusSeconds(bytes / Limits.SLOWEST));
    }

    private void spoil(HttpReply reply, ReplyWriter writer) throws IOException {
        switch (reply.breakage()) {
            case RESET -> {
                raw.setSoLinger(true, 0);
                raw.close();
            }
            case GARBAGE -> garbage();
            case BROKEN_CHUNK -> {
                writer.beginStream(reply);
                garbage();
            }
            case CLOSED, NONE -> {
                // the end of the connection is all there is
            }
        }
        raw.close();
    }

    private void garbage() throws IOException {
        byte[] bytes = new byte[GARBAGE];
        new Random(GARBAGE).nextBytes(bytes);
        raw.getOutputStream().write(bytes);
        raw.getOutputStream().flush();
    }

    /** Who sends slowly has time by what it has sent. */
    private final class Watched implements RequestReader.Pace {

        @Override
        public void began() {
            allow(port.limits().patience());
        }

        @Override
        public void read(long bytes) {
            allowed = port.limits().patience().plusSeconds(bytes / Limits.SLOWEST).toNanos();
        }
    }
}
