package se.ehealthsdk.testkit.internal.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.HttpReply.Breakage;
import se.ehealthsdk.testkit.internal.http.WebCall;

/**
 * An HTTPS server for browsers and their like: it asks for a client certificate and goes on
 * without one. The JDK's own, since it starts in a few milliseconds.
 */
public final class WebServer implements AutoCloseable {

    private static final int MAX_BODY_BYTES = 1 << 16;

    private final HttpServer server;
    private final ExecutorService threads;

    private WebServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Takes a port; calls wait until {@link #serve}.
     *
     * @param tls the server's certificate, and what it does with the clients'
     * @param place where it listens
     * @throws ConfigurationException if it cannot listen there
     */
    public static WebServer bind(SSLContext tls, Listening place) {
        try {
            HttpsServer server = HttpsServer.create(place.socketAddress(), 0);
            server.setHttpsConfigurator(new Asking(tls));
            return of(server);
        } catch (IOException taken) {
            throw place.cannotListen(taken);
        }
    }

    /**
     * Takes a port for HTTP without TLS; calls wait until {@link #serve}. Server-sent events are a reply whose body is
     * {@link Body#streamed}: what it writes is sent at each flush, and writing fails when the browser has gone.
     *
     * @param place where it listens
     * @throws ConfigurationException if it cannot listen there
     */
    public static WebServer bindPlain(Listening place) {
        try {
            return of(HttpServer.create(place.socketAddress(), 0));
        } catch (IOException taken) {
            throw place.cannotListen(taken);
        }
    }

    private static WebServer of(HttpServer server) {
        ExecutorService threads = Executors.newCachedThreadPool(WebServer::daemon);
        server.setExecutor(threads);
        return new WebServer(server, threads);
    }

    /** Begins to answer. */
    public void serve(Function<WebCall, HttpReply> service) {
        server.createContext("/", exchange -> answer(exchange, service));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "testkit-web");
        thread.setDaemon(true);
        return thread;
    }

    private static void answer(HttpExchange exchange, Function<WebCall, HttpReply> service)
            throws IOException {
        try (exchange) {
            answerOpen(exchange, service);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answerOpen(HttpExchange exchange, Function<WebCall, HttpReply> service)
            throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            exchange.sendResponseHeaders(413, -1);
            return;
        }
        TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        HttpReply reply;
        try {
            reply =
                    service.apply(
                            new WebCall(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI(),
                                    headers,
                                    body,
                                    certificates(exchange)));
        } catch (RuntimeException defect) {
            // otherwise the client would see a lost connection, which is another thing
            exchange.sendResponseHeaders(500, -1);
            throw defect;
        }
        send(exchange, reply);
    }

    private static void send(HttpExchange exchange, HttpReply reply)
            throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(reply.delay().toNanos());
        if (reply.breakage() != Breakage.NONE) {
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        Body body = reply.body();
        long length = body.declaredLength().orElse(0);
        boolean none = length == 0 && body.declaredLength().isPresent();
        exchange.sendResponseHeaders(reply.status(), none ? -1 : length);
        if (!none) {
            try (OutputStream out = exchange.getResponseBody()) {
                body.writeTo(out);
            }
        }
    }

    private static List<X509Certificate> certificates(HttpExchange exchange) {
        if (!(exchange instanceof HttpsExchange secure)) {
            return List.of();
        }
        try {
            return Stream.of(secure.getSSLSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException none) {
            return List.of();
        }
    }

    private static final class Asking extends HttpsConfigurator {

        Asking(SSLContext tls) {
            super(tls);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            tls.setWantClientAuth(true);
            parameters.setSSLParameters(tls);
        }
    }
}
