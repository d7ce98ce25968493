package se.ehealthsdk.discharge.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * An endpoint on the JDK's own HTTPS server, with client certificates required and TLS 1.2 or 1.3. An application with a
 * server of its own gives its requests to {@link ExchangeEndpoint#handle} instead. Needs the module {@code
 * jdk.httpserver}.
 */
public final class ExchangeServer implements AutoCloseable {

    /** How long a handshake and a request may take to arrive, and an answer to leave: a caller waits no longer either. */
    private static final Duration LONGEST_TRANSFER = Duration.ofSeconds(30);

    private static final int THREADS = 128;
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeServer.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final HttpsServer server;
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor deadlines;
    private final ExchangeEndpoint endpoint;
    private final Duration longestTransfer;
    private final ThreadLocal<Watch> watches = new ThreadLocal<>();
    private final AtomicInteger running = new AtomicInteger();

    private ExchangeServer(
            HttpsServer server,
            ExecutorService threads,
            ScheduledThreadPoolExecutor deadlines,
            ExchangeEndpoint endpoint,
            Duration longestTransfer) {
        this.server = server;
        this.threads = threads;
        this.deadlines = deadlines;
        this.endpoint = endpoint;
        this.longestTransfer = longestTransfer;
    }

    /**
     * Starts a server.
     *
     * @param endpoint answers on {@link ExchangeEndpoint#PATH}
     * @param address where to listen; port 0 for any free one
     * @param credential the server's own certificate
     * @param clients whose client certificates are accepted
     * @throws ConfigurationException if the address is taken, or the certificate cannot be used
     */
    public static ExchangeServer start(
            ExchangeEndpoint endpoint,
            InetSocketAddress address,
            Credential credential,
            TrustAnchors clients) {
        return start(endpoint, address, credential, clients, LONGEST_TRANSFER);
    }

    static ExchangeServer start(
            ExchangeEndpoint endpoint,
            InetSocketAddress address,
            Credential credential,
            TrustAnchors clients,
            Duration longestTransfer) {
        credential.checkAsServer(Clock.systemUTC());
        SSLContext tls = credential.sslContext(clients);
        HttpsServer server;
        try {
            server = HttpsServer.create(address, 0);
        } catch (IOException cause) {
            throw new ConfigurationException(
                    "Cannot listen on " + address,
                    "Choose another port, or port 0 for any that is free.",
                    cause);
        }
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        1,
                        TimeUnit.MINUTES,
                        new LinkedBlockingQueue<>(),
                        ExchangeServer::thread);
        threads.allowCoreThreadTimeOut(true);
        ScheduledThreadPoolExecutor deadlines =
                new ScheduledThreadPoolExecutor(1, ExchangeServer::thread);
        deadlines.setRemoveOnCancelPolicy(true);
        ExchangeServer started =
                new ExchangeServer(server, threads, deadlines, endpoint, longestTransfer);
        server.setHttpsConfigurator(new ClientCertificateRequired(tls));
        server.setExecutor(task -> threads.execute(() -> started.watched(task)));
        server.createContext(ExchangeEndpoint.PATH, started::serve);
        server.start();
        return started;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "discharge-exchange-server-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Where messages are posted, with {@code localhost} as its host when it listens on loopback. */
    public URI url() {
        InetSocketAddress address = server.getAddress();
        boolean local =
                address.getAddress().isLoopbackAddress()
                        || address.getAddress().isAnyLocalAddress();
        return URI.create(
                "https://"
                        + (local ? "localhost" : address.getHostString())
                        + ":"
                        + address.getPort()
                        + ExchangeEndpoint.PATH);
    }

    /** Waits a second at most for running requests, and stops listening. What is cut off is sent again. */
    @Override
    public void close() {
        // stop(1) would wait the whole second even when there is nothing to wait for
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (running.get() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        server.stop(0);
        threads.shutdownNow();
        deadlines.shutdownNow();
    }

    /** The handshake and the head of a request are read in the task, before {@link #serve}. */
    private void watched(Runnable task) {
        Watch watch = new Watch();
        watches.set(watch);
        try {
            watch.begin();
            task.run();
        } finally {
            watch.end();
            watches.remove();
        }
    }

    /**
     * Interrupts what the network keeps waiting, which closes the connection: a caller that sends a byte now and then must
     * not keep a thread. The application's handler is never interrupted by it.
     */
    private final class Watch {
        private final Thread thread = Thread.currentThread();
        private @Nullable ScheduledFuture<?> deadline;

        synchronized void begin() {
            end();
            deadline =
                    deadlines.schedule(
                            this::cut, longestTransfer.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void cut() {
            if (deadline != null) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            if (deadline != null) {
                deadline.cancel(false);
                deadline = null;
            }
        }
    }

    /** Ends the watch when all has been read. */
    private static final class WatchedBody extends FilterInputStream {
        private final Watch watch;

        WatchedBody(InputStream in, Watch watch) {
            super(in);
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            return seen(super.read());
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            return seen(super.read(into, from, most));
        }

        private int seen(int read) {
            if (read < 0) {
                watch.end();
            }
            return read;
        }
    }

    private void serve(HttpExchange exchange) {
        running.incrementAndGet();
        Watch watch = watches.get();
        try (exchange) {
            ExchangeResponse response =
                    endpoint.handle(
                            request(exchange, new WatchedBody(exchange.getRequestBody(), watch)));
            watch.begin();
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = response.body();
            exchange.sendResponseHeaders(response.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (IOException lost) {
            LOG.debug("a caller was lost: {}", lost.getClass().getSimpleName());
        } catch (RuntimeException failure) {
            LOG.error("a request was not answered: {}", failure.getClass().getName());
        } finally {
            running.decrementAndGet();
        }
    }

    private static EndpointRequest request(HttpExchange exchange, InputStream body) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return new EndpointRequest(
                exchange.getRequestMethod(), headers, body, certificate((HttpsExchange) exchange));
    }

    private static Optional<X509Certificate> certificate(HttpsExchange exchange) {
        try {
            Certificate[] chain = exchange.getSSLSession().getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate first
                    ? Optional.of(first)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    private static final class ClientCertificateRequired extends HttpsConfigurator {
        ClientCertificateRequired(SSLContext tls) {
            super(tls);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setNeedClientAuth(true);
            tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            parameters.setSSLParameters(tls);
        }
    }
}
