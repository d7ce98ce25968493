package se.ehealthsdk.testpki;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The revocation services of a test PKI on this machine: an OCSP responder (POST and GET) and the CAs'
 * revocation lists, over HTTP on the loopback address. They come with a PKI of their own, {@link #pki()},
 * whose certificates name them, those of its CAs too. Thread-safe; close when done.
 *
 * <p>A certificate is good until {@link #revoke} or {@link #forget} says otherwise. Faults stay until
 * {@link #repair()}.
 *
 * <p>Source: RFC 6960 (OCSP), RFC 5280 section 5 (revocation lists).
 */
public final class RevocationServices implements AutoCloseable {

    private static final int LARGEST_REQUEST = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Clock clock;
    private final TestPki pki;
    private final Ledger ledger = new Ledger();
    private final OcspResponder responder;
    private final RevocationLists lists;
    private final AtomicInteger ocspRequests = new AtomicInteger();
    private final AtomicInteger listRequests = new AtomicInteger();

    private OcspSigner signer = OcspSigner.ISSUER;
    private @Nullable OcspFault ocspFault;
    private @Nullable RevocationListFault listFault;
    private boolean closed;

    private RevocationServices(Clock clock, int port) throws IOException {
        this.clock = clock;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.threads = Executors.newCachedThreadPool(RevocationServices::daemon);
        this.pki = TestPki.create(clock, url());
        this.responder = new OcspResponder(pki, ledger, clock);
        this.lists = new RevocationLists(pki, ledger, clock);
        server.setExecutor(threads);
        server.createContext("/ocsp", this::ocsp);
        server.createContext("/crl/", this::list);
        server.start();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "testpki-revocation");
        thread.setDaemon(true);
        return thread;
    }

    /** Starts, with a new PKI as of now, on a free port. */
    public static RevocationServices start() {
        return start(Clock.systemUTC(), 0);
    }

    /**
     * Starts, with a new PKI.
     *
     * @param clock says the time for the PKI, the answers and the lists
     * @param port where to listen; 0 for any that is free
     * @throws UncheckedIOException when the port cannot be had
     */
    public static RevocationServices start(Clock clock, int port) {
        try {
            return new RevocationServices(clock, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The PKI whose certificates name these services. */
    public TestPki pki() {
        return pki;
    }

    /** Where these services are: {@code http://127.0.0.1:} and the port. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Revokes a certificate as of now, without a reason. */
    public void revoke(X509Certificate certificate) {
        revoke(certificate, RevocationReason.UNSPECIFIED, clock.instant());
    }

    /**
     * Revokes a certificate.
     *
     * @param certificate issued by a CA of {@link #pki()}
     * @param reason what the answers say
     * @param time since when, in whole seconds
     */
    public void revoke(X509Certificate certificate, RevocationReason reason, Instant time) {
        ledger.revoke(
                issuer(certificate), certificate.getSerialNumber(), new Revocation(reason, time));
    }

    /** Makes a certificate one that OCSP calls unknown. */
    public void forget(X509Certificate certificate) {
        ledger.forget(issuer(certificate), certificate.getSerialNumber());
    }

    /** Takes back {@link #revoke} and {@link #forget}. */
    public void reinstate(X509Certificate certificate) {
        ledger.reinstate(issuer(certificate), certificate.getSerialNumber());
    }

    private TestCa issuer(X509Certificate certificate) {
        return pki.authorities().stream()
                .filter(
                        ca ->
                                ca.certificate()
                                        .getSubjectX500Principal()
                                        .equals(certificate.getIssuerX500Principal()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a certificate of this PKI"));
    }

    /** Who signs the OCSP answers from now on. */
    public synchronized void sign(OcspSigner by) {
        signer = by;
    }

    /** What is wrong with the OCSP answers from now on. */
    public synchronized void fault(OcspFault fault) {
        ocspFault = fault;
        notifyAll();
    }

    /** What is wrong with the revocation lists from now on. */
    public synchronized void fault(RevocationListFault fault) {
        listFault = fault;
        notifyAll();
    }

    /** Takes back all faults; the issuer signs. Whoever waits for an answer gets it. */
    public synchronized void repair() {
        ocspFault = null;
        listFault = null;
        signer = OcspSigner.ISSUER;
        notifyAll();
    }

    /** How many OCSP requests have come. */
    public int ocspRequests() {
        return ocspRequests.get();
    }

    /** How many times a revocation list was asked for. */
    public int listRequests() {
        return listRequests.get();
    }

    private void ocsp(HttpExchange exchange) throws IOException {
        ocspRequests.incrementAndGet();
        OcspFault fault;
        OcspSigner by;
        synchronized (this) {
            while (ocspFault == OcspFault.NO_ANSWER && !closed) {
                await();
            }
            fault = ocspFault;
            by = signer;
        }
        Optional<byte[]> request = request(exchange);
        if (fault == OcspFault.HTTP_ERROR) {
            send(exchange, 500, "text/plain", new byte[0]);
        } else if (fault == OcspFault.GARBAGE) {
            send(exchange, 200, "application/ocsp-response", garbage());
        } else if (fault == OcspFault.HUGE) {
            send(exchange, 200, "application/ocsp-response", new byte[2 << 20]);
        } else if (request.isEmpty()) {
            send(exchange, 405, "text/plain", new byte[0]);
        } else {
            send(
                    exchange,
                    200,
                    "application/ocsp-response",
                    responder.answer(request.get(), by, fault));
        }
    }

    private static Optional<byte[]> request(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            return Optional.of(exchange.getRequestBody().readNBytes(LARGEST_REQUEST));
        }
        String path = exchange.getRequestURI().getRawPath().substring("/ocsp".length());
        if (!exchange.getRequestMethod().equals("GET") || path.length() < 2) {
            return Optional.empty();
        }
        // a plus sign is itself here, not a blank
        String base64 =
                URLDecoder.decode(path.substring(1).replace("+", "%2B"), StandardCharsets.US_ASCII);
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            return Optional.of(new byte[0]);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        listRequests.incrementAndGet();
        RevocationListFault fault;
        synchronized (this) {
            while (listFault == RevocationListFault.NO_ANSWER && !closed) {
                await();
            }
            fault = listFault;
        }
        String asked = url().resolve(exchange.getRequestURI().getPath()).toString();
        Optional<TestCa> ca =
                pki.authorities().stream()
                        .filter(each -> asked.equals(each.addresses().list()))
                        .findFirst();
        if (fault == RevocationListFault.HTTP_ERROR) {
            send(exchange, 500, "text/plain", new byte[0]);
        } else if (fault == RevocationListFault.GARBAGE) {
            send(exchange, 200, "application/pkix-crl", garbage());
        } else if (fault == RevocationListFault.HUGE) {
            send(exchange, 200, "application/pkix-crl", new byte[40 << 20]);
        } else if (ca.isEmpty()) {
            send(exchange, 404, "text/plain", new byte[0]);
        } else {
            send(exchange, 200, "application/pkix-crl", lists.list(ca.get(), fault));
        }
    }

    private void await() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static byte[] garbage() {
        return "<html>This is not what you asked for</html>".getBytes(StandardCharsets.US_ASCII);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Stops; whoever waits for an answer gets none. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
