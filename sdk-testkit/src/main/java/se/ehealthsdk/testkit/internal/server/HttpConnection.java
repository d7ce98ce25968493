package se.ehealthsdk.testkit.internal.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.RequestHeaderFieldsTooLargeException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.message.MessageSupport;
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
    private static final int GARBAGE = 256;
    private static final long PASSED_BY = 1 << 20;

    private final Socket raw;
    private final HttpPort port;
    private final Function<HttpRequest, HttpReply> service;
    private final Connection connection = new Connection();
    private volatile long since = System.nanoTime();
    private volatile long allowed;
    private volatile boolean waiting = true;
    private volatile boolean answering;

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

    /** Whether it is about to answer a request, and to come to the end of it soon. */
    boolean isAnswering() {
        return answering;
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
        HttpWire wire = new HttpWire(socket, port.limits(), port.room());
        try {
            while (answered(wire, certificates)) {
                wire.giveBack();
            }
        } catch (HttpException defect) {
            throw new IOException("an answer that HTTP does not know", defect);
        } finally {
            wire.giveBack();
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
    private boolean answered(HttpWire wire, List<X509Certificate> certificates)
            throws IOException, HttpException, InterruptedException {
        waiting = true;
        answering = false;
        allow(port.limits().idle());
        try {
            if (!wire.comesMore()) {
                return false;
            }
            allow(port.limits().patience());
            ClassicHttpRequest head = wire.head();
            if (head == null) {
                return false;
            }
            URI target = target(head.getRequestUri());
            long length = HttpWire.length(head);
            if (length != 0
                    && length <= port.limits().bodyBytes()
                    && has(head, "expect", "100-continue")) {
                wire.goOn();
            }
            allow(port.limits().patience());
            HttpWire.Content body = wire.body(head, this::allowReading);
            waiting = false;
            answering = true;
            allowAnyTime();
            HttpReply reply =
                    reply(
                            new HttpRequest(
                                    head.getMethod(),
                                    target,
                                    headers(head),
                                    body.bytes(),
                                    body.cut(),
                                    certificates,
                                    connection));
            boolean more = send(reply, head, isKept(head) && !body.cut() && !port.isClosed(), wire);
            if (body.cut()) {
                allow(port.limits().patience());
                wire.passBy(PASSED_BY);
            }
            return more;
        } catch (BadRequest bad) {
            refuse(wire, bad.status());
        } catch (UnsupportedHttpVersionException other) {
            refuse(wire, 505);
        } catch (MessageConstraintException | RequestHeaderFieldsTooLargeException large) {
            refuse(wire, 431);
        } catch (HttpException
                | MalformedChunkCodingException
                | ConnectionClosedException
                | URISyntaxException bad) {
            refuse(wire, 400);
        }
        return false;
    }

    private void refuse(HttpWire wire, int status) throws IOException, HttpException {
        waiting = false;
        allow(port.limits().patience());
        wire.send(HttpReply.empty(status), "GET", true, false, this::allowWriting);
        wire.passBy(PASSED_BY);
    }

    private static URI target(String text) throws URISyntaxException {
        URI target = new URI(text);
        if (target.getRawPath() == null || !text.startsWith("/") && !target.isAbsolute()) {
            throw new URISyntaxException("", "no path");
        }
        // two slashes at the beginning would be taken for a host
        return target.isAbsolute() || target.getRawAuthority() != null
                ? new URI(null, null, null, -1, target.getPath(), target.getQuery(), null)
                : target;
    }

    private static TreeMap<String, List<String>> headers(ClassicHttpRequest head) {
        TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header each : head.getHeaders()) {
            headers.computeIfAbsent(each.getName(), first -> new ArrayList<>(1))
                    .add(each.getValue());
        }
        return headers;
    }

    private static boolean isKept(ClassicHttpRequest head) {
        return isNew(head) && !has(head, "connection", "close");
    }

    private static boolean isNew(ClassicHttpRequest head) {
        return HttpVersion.HTTP_1_1.equals(head.getVersion());
    }

    private static boolean has(ClassicHttpRequest head, String name, String word) {
        Iterator<String> words = MessageSupport.iterateTokens(head, name);
        while (words.hasNext()) {
            if (words.next().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
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

    private boolean send(HttpReply reply, ClassicHttpRequest head, boolean more, HttpWire wire)
            throws IOException, HttpException, InterruptedException {
        boolean held = reply.body().declaredLength().isPresent();
        answering = held && reply.delay().compareTo(HttpPort.GRACE) < 0;
        TimeUnit.NANOSECONDS.sleep(reply.delay().toNanos());
        if (reply.breakage() != Breakage.NONE) {
            spoil(reply, wire);
            return false;
        }
        if (held || !port.streams().tryAcquire()) {
            HttpReply sent = held ? reply : HttpReply.empty(503);
            return wire.send(sent, head.getMethod(), true, more, this::allowWriting);
        }
        try {
            return wire.send(reply, head.getMethod(), isNew(head), more, this::allowWriting);
        } finally {
            port.streams().release();
        }
    }

    /** Who sends slowly has time by what it has sent. */
    private void allowReading(long bytes) {
        allowed = port.limits().patience().plusSeconds(bytes / Limits.SLOWEST).toNanos();
    }

    /** Who reads slowly gets time by what it has read. */
    private void allowWriting(long bytes) {
        if (bytes == HttpWire.ANY_TIME) { // between two pieces of a stream
            allowAnyTime();
            return;
        }
        allow(port.limits().patience().plusSeconds(bytes / Limits.SLOWEST));
    }

    private void spoil(HttpReply reply, HttpWire wire) throws IOException, HttpException {
        switch (reply.breakage()) {
            case RESET -> {
                raw.setSoLinger(true, 0);
                raw.close();
            }
            case GARBAGE -> garbage();
            case BROKEN_CHUNK -> {
                wire.sendHead(reply);
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
}
