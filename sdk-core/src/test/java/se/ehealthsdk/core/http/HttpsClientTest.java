package se.ehealthsdk.core.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

class HttpsClientTest {

    private static final TestPki PKI = TestPki.shared();
    private static final TrustAnchors TRUSTED = TrustAnchors.of(PKI.trustedRoots());
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpsServer server;

    @BeforeEach
    void start() throws IOException {
        server = serverOf(PKI.server("localhost"));
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private HttpsServer serverOf(IssuedCertificate certificate) throws IOException {
        char[] password = "p".toCharArray();
        HttpsServer made =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setHttpsConfigurator(
                new HttpsConfigurator(
                        Credential.keyStore(certificate.keyStore(password), password)
                                .sslContext(TRUSTED)));
        made.setExecutor(threads);
        made.createContext("/", this::answer);
        made.start();
        return made;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestURI().getPath()) {
            case "/echo" -> {
                Map.of("X-Type", "Content-Type", "X-Since", "If-Modified-Since")
                        .forEach(
                                (to, from) ->
                                        exchange.getResponseHeaders()
                                                .add(
                                                        to,
                                                        String.valueOf(
                                                                exchange.getRequestHeaders()
                                                                        .getFirst(from))));
                exchange.getResponseHeaders().add("Retry-After", "7");
                exchange.getResponseHeaders().add("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
            case "/moved" -> {
                exchange.getResponseHeaders().add("Location", "/echo");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/endless" -> endless(exchange, 0);
            case "/drip" -> endless(exchange, 20);
            case "/silent" -> pause(60_000);
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    /** Without an end, until the client or the test has had enough. */
    private void endless(HttpExchange exchange, int milliseconds) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        while (over.getCount() > 0) {
            out.write(new byte[milliseconds == 0 ? 8192 : 1]);
            out.flush();
            pause(milliseconds);
        }
    }

    private void pause(int milliseconds) {
        try {
            over.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void post_givesStatusHeadersAndBody_andTellsNothingOfThem() {
        try (HttpsClient client = client().build();
                HttpsAnswer answer =
                        client.send(
                                HttpsRequest.post(
                                                url("/echo"), "text/x-test", "hej".getBytes(UTF_8))
                                        .header(
                                                "If-Modified-Since",
                                                Instant.parse("1994-11-06T08:49:37.9Z")))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-TYPE")).contains("text/x-test");
            assertThat(answer.header("X-Since")).contains("Sun, 06 Nov 1994 08:49:37 GMT");
            assertThat(answer.time("Last-Modified"))
                    .contains(Instant.parse("1994-11-06T08:49:37Z"));
            assertThat(answer.time("X-Type")).isEmpty();
            assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
            assertThat(answer.bytes()).isEqualTo("hej".getBytes(UTF_8));
            assertThat(answer.toString()).isEqualTo("HttpsAnswer[200]");
        }
    }

    @Test
    void redirect_isNotFollowed() {
        try (HttpsClient client = client().build();
                HttpsAnswer answer = client.send(HttpsRequest.get(url("/moved")))) {
            assertThat(answer.status()).isEqualTo(302);
        }
        assertThat(asked).containsExactly("GET /moved");
    }

    @Test
    void answer_thatDrips_isCutAtTheDeadline() {
        try (HttpsClient client = client().timeout(SHORT).build();
                HttpsAnswer answer = client.send(HttpsRequest.get(url("/drip")))) {
            assertThatThrownBy(answer::bytes)
                    .satisfies(failsAt(Stage.ANSWER, Outcome.NOT_PERFORMED));
        }
    }

    @Test
    void server_thatIsSilent_leavesItUnknownWhatWasPostedLedTo() {
        try (HttpsClient client = client().answerTimeout(SHORT).build()) {
            assertThatThrownBy(
                            () ->
                                    client.send(
                                            HttpsRequest.post(
                                                    url("/silent"), "text/plain", new byte[9])))
                    .satisfies(failsAt(Stage.ANSWER, Outcome.UNKNOWN));
        }
    }

    @Test
    void answer_largerThanAllowed_isReadNoFurther() {
        try (HttpsClient client = client().maxBytes(10_000).build();
                HttpsAnswer answer = client.send(HttpsRequest.get(url("/endless")))) {
            assertThatThrownBy(answer::bytes)
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("larger than 10000 bytes");
        }
    }

    @Test
    void answer_leftUnread_doesNotHoldTheCallerUp() {
        try (HttpsClient client = client().build()) {
            client.send(HttpsRequest.get(url("/endless"))).close();

            try (HttpsAnswer next = client.send(HttpsRequest.get(url("/echo")))) {
                assertThat(next.status()).isEqualTo(200);
            }
        }
    }

    @Test
    void server_withAnotherHostName_getsNothing() throws IOException {
        HttpsServer wrong = serverOf(PKI.serverWithWrongHostName());
        try (HttpsClient client = client().build()) {
            assertThatThrownBy(() -> client.send(HttpsRequest.get(url(wrong, "/echo"))))
                    .satisfies(failsAt(Stage.TLS, Outcome.NOT_PERFORMED));
        } finally {
            wrong.stop(0);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void server_thatTheCheckRefuses_getsNothing() {
        try (HttpsClient client =
                client().servers(
                                (host, port, certificate) ->
                                        !host.equals("localhost")
                                                || port != server.getAddress().getPort())
                        .build()) {
            assertThatThrownBy(() -> client.send(HttpsRequest.get(url("/echo"))))
                    .satisfies(failsAt(Stage.TLS, Outcome.NOT_PERFORMED))
                    .hasCauseInstanceOf(SSLPeerUnverifiedException.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void proxy_getsTheLogin_andARefusalIsItsOwn() throws IOException {
        try (RefusingProxy proxy = new RefusingProxy();
                HttpsClient client =
                        client().proxy(
                                        HttpProxy.of("127.0.0.1", proxy.port())
                                                .login("anna", "hemligt".toCharArray()))
                                .build()) {
            assertThatThrownBy(() -> client.send(HttpsRequest.get(url("/echo"))))
                    .satisfies(failsAt(Stage.PROXY, Outcome.NOT_PERFORMED));
            assertThat(proxy.lines)
                    .contains(
                            "Proxy-Authorization: Basic "
                                    + Base64.getEncoder()
                                            .encodeToString("anna:hemligt".getBytes(UTF_8)));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void closedClient_refusesToCall() {
        HttpsClient client = client().build();
        client.close();

        assertThatThrownBy(() -> client.send(HttpsRequest.get(url("/echo"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void badInput_isToldAsSuch() {
        assertThatThrownBy(() -> HttpsRequest.get(URI.create("ftp://localhost/x")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> HttpsRequest.get(URI.create("https:x")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client().maxBytes(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client().maxConnections(0))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client().timeout(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
    }

    private static HttpsClient.Builder client() {
        return HttpsClient.of(TRUSTED).timeout(LONG).answerTimeout(LONG).connectTimeout(LONG);
    }

    private URI url(String path) {
        return url(server, path);
    }

    private static URI url(HttpsServer at, String path) {
        return URI.create("https://localhost:" + at.getAddress().getPort() + path);
    }

    private static Consumer<Throwable> failsAt(Stage stage, Outcome outcome) {
        return thrown ->
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                ConnectionException.class,
                                failure -> {
                                    assertThat(failure.stage()).isEqualTo(stage);
                                    assertThat(failure.outcome()).isEqualTo(outcome);
                                });
    }

    /** Asks for a login, and lets nobody through who has one. */
    private final class RefusingProxy implements AutoCloseable {
        private final ServerSocket listener =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<String> lines = new CopyOnWriteArrayList<>();

        RefusingProxy() throws IOException {
            threads.submit(
                    () -> {
                        while (true) {
                            Socket client = listener.accept();
                            threads.submit(() -> serve(client));
                        }
                    });
        }

        int port() {
            return listener.getLocalPort();
        }

        private Void serve(Socket client) throws IOException {
            try (client) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                boolean login = false;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                    login |= line.startsWith("Proxy-Authorization");
                    if (line.isEmpty()) {
                        String head =
                                login
                                        ? "HTTP/1.1 403 No"
                                        : "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"x\"";
                        client.getOutputStream()
                                .write((head + "\r\nContent-Length: 0\r\n\r\n").getBytes(UTF_8));
                        client.getOutputStream().flush();
                    }
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
