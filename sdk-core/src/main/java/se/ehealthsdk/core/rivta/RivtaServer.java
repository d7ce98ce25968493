package se.ehealthsdk.core.rivta;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * An endpoint on the JDK's own HTTPS server, with client certificates required and TLS 1.2 or 1.3. For
 * services of moderate load, tests and stand-ins; an application with a server of its own gives its
 * requests to {@link RivtaEndpoint#handle} instead. Needs the module {@code jdk.httpserver}.
 */
public final class RivtaServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RivtaServer.class);

    private final HttpsServer server;
    private final ExecutorService threads;

    private RivtaServer(HttpsServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server.
     *
     * @param endpoint answers on every path
     * @param address where to listen; port 0 for any free one
     * @param credential the server's own certificate
     * @param clients whose client certificates are accepted
     * @throws ConfigurationException if the address is taken, or the certificate cannot be used
     */
    public static RivtaServer start(
            RivtaEndpoint endpoint,
            InetSocketAddress address,
            Credential credential,
            TrustAnchors clients) {
        credential.checkAsServer(Clock.systemUTC());
        SSLContext tls = credential.sslContext(clients);
        ExecutorService threads = Executors.newFixedThreadPool(32, RivtaServer::thread);
        try {
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new ClientCertificateRequired(tls));
            server.setExecutor(threads);
            server.createContext("/", exchange -> serve(endpoint, exchange));
            server.start();
            return new RivtaServer(server, threads);
        } catch (IOException cause) {
            threads.shutdownNow();
            throw new ConfigurationException(
                    "Cannot listen on " + address,
                    "Choose another port, or port 0 for any that is free.",
                    cause);
        }
    }

    private static final AtomicInteger THREADS = new AtomicInteger();

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "rivta-server-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Where the server listens, with {@code localhost} as its host when it listens on loopback. */
    public URI url() {
        InetSocketAddress address = server.getAddress();
        boolean local =
                address.getAddress().isLoopbackAddress()
                        || address.getAddress().isAnyLocalAddress();
        return URI.create(
                "https://"
                        + (local ? "localhost" : address.getHostString())
                        + ":"
                        + address.getPort());
    }

    /** Stops listening, and waits a second at most for running requests. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdownNow();
    }

    private static void serve(RivtaEndpoint endpoint, HttpExchange exchange) {
        try (exchange) {
            EndpointResponse response = endpoint.handle(request(exchange));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(response.status(), response.length());
            try (OutputStream out = exchange.getResponseBody()) {
                response.body().transferTo(out);
            }
        } catch (IOException lost) {
            LOG.debug("a caller was lost: {}", lost.getClass().getSimpleName());
        } catch (RuntimeException failure) {
            LOG.error("a request was not answered", StackOnly.of(failure));
        }
    }

    private static EndpointRequest request(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return new EndpointRequest(
                exchange.getRequestMethod(),
                headers,
                exchange.getRequestBody(),
                certificate((HttpsExchange) exchange));
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
