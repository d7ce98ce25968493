package se.ehealthsdk.testkit.producer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import se.ehealthsdk.core.rivta.EndpointRequest;
import se.ehealthsdk.core.rivta.EndpointResponse;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

/** A vendor's server around a good endpoint, which breaks what it is told to break. */
final class Vendor implements AutoCloseable {

    static final TestPki PKI = TestPki.shared();
    static final TrustAnchors TRUST = TrustAnchors.of(PKI.trustedRoots());

    /** Made once: keys take time to make. */
    static final Credential NATIONAL = credential(PKI.function("SE2321000016-NTJP"));

    private static final Credential SERVER = credential(PKI.server("localhost"));

    /** What is broken: answers in the place of the good endpoint, or passes on. */
    @FunctionalInterface
    interface Break {
        Reply answer(String request, String contentType, Good good);
    }

    /** The good endpoint. */
    interface Good {
        Reply answer(String request);
    }

    record Reply(int status, String contentType, String body) {

        Reply with(String other) {
            return new Reply(status, contentType, other);
        }
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Vendor(RivtaEndpoint endpoint, boolean certificateNeeded, Break broken) {
        try {
            server =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
        server.setHttpsConfigurator(
                new HttpsConfigurator(SERVER.sslContext(TRUST)) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters chosen = getSSLContext().getDefaultSSLParameters();
                        chosen.setNeedClientAuth(certificateNeeded);
                        parameters.setSSLParameters(chosen);
                    }
                });
        server.createContext("/", exchange -> serve(exchange, endpoint, broken));
        server.setExecutor(threads);
        server.start();
    }

    private static Credential credential(IssuedCertificate certificate) {
        char[] password = TestPki.PASSWORD.toCharArray();
        return Credential.keyStore(certificate.keyStore(password), password);
    }

    URI url() {
        return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
    }

    private static void serve(HttpExchange exchange, RivtaEndpoint endpoint, Break broken)
            throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            String type =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                            .orElse("");
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name, values.get(0)));
            Good good = message -> answered(endpoint, headers, message);
            Reply reply = broken.answer(new String(request, UTF_8), type, good);
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Reply answered(
            RivtaEndpoint endpoint, Map<String, String> headers, String message) {
        try {
            EndpointResponse response =
                    endpoint.handle(
                            new EndpointRequest(
                                    "POST",
                                    headers,
                                    new ByteArrayInputStream(message.getBytes(UTF_8)),
                                    Optional.empty()));
            try (InputStream body = response.body()) {
                return new Reply(
                        response.status(),
                        "text/xml; charset=UTF-8",
                        new String(body.readAllBytes(), UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
