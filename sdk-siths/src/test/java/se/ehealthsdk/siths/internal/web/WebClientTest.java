package se.ehealthsdk.siths.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

class WebClientTest {

    private static final TestPki PKI = TestPki.shared();
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestURI().getPath()) {
            case "/echo" -> {
                exchange.getResponseHeaders().add("X-Type", contentType(exchange));
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            case "/large" -> {
                exchange.sendResponseHeaders(200, 1001);
                exchange.getResponseBody().write(new byte[1001]);
            }
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                while (over.getCount() > 0) {
                    exchange.getResponseBody().write(new byte[8192]);
                }
            }
            case "/moved" -> {
                exchange.getResponseHeaders().add("Location", "/echo");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/silent" -> await();
            case "/drip" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('a');
                exchange.getResponseBody().flush();
                await();
            }
            default -> exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static String contentType(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    }

    private void await() {
        try {
            over.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Apache's loggers for headers and bytes are open at level DEBUG here (simplelogger.properties). */
    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void log_atDebug_holdsNothingThatPasses() {
        PrintStream before = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try (WebClient client = client(LONG)) {
            LoggerFactory.getLogger("org.apache.hc.client5.http.wire").debug("open");
            client.post(
                    url("/echo"),
                    "application/x-test",
                    bytes("secret"),
                    Map.of("Authorization", "Basic secret"));
        } finally {
            System.setErr(before);
        }

        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("open")
                .doesNotContain("secret");
    }

    @Test
    void answerWithoutEnd_isLeftUnread() {
        try (WebClient client = client(LONG)) {
            assertThatThrownBy(() -> client.get(url("/endless"), Map.of()))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("larger than");
        }
    }

    @Test
    void post_sendsBodyAndType_andReadsStatusHeadersAndBody() {
        try (WebClient client = client(LONG)) {
            WebAnswer answer =
                    client.post(url("/echo"), "application/x-test", bytes("hej"), Map.of());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-type")).contains("application/x-test");
            assertThat(answer.body()).isEqualTo(bytes("hej"));
            assertThat(answer.toString()).doesNotContain("hej");
        }
    }

    @Test
    void get_ofWhatIsNotThere_isAnAnswer() {
        try (WebClient client = client(LONG)) {
            assertThat(client.get(url("/none"), Map.of()).status()).isEqualTo(404);
        }
    }

    @Test
    void redirect_isNotFollowed() {
        try (WebClient client = client(LONG)) {
            assertThat(client.get(url("/moved"), Map.of()).status()).isEqualTo(302);
        }
        assertThat(seen).containsExactly("GET /moved");
    }

    @Test
    void answer_largerThanAllowed_isRefused() {
        try (WebClient client = client(LONG)) {
            assertThatThrownBy(() -> client.get(url("/large"), Map.of()))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("larger than 1000 bytes");
        }
    }

    @Test
    void server_thatNeverAnswers_isGivenUp() {
        try (WebClient client = client(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> client.get(url("/silent"), Map.of()))
                    .satisfies(isFailureAt(Stage.ANSWER));
        }
    }

    @Test
    void server_thatBeginsAndStops_isGivenUpAtTheDeadline() {
        try (WebClient client = client(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> client.get(url("/drip"), Map.of()))
                    .satisfies(isFailureAt(Stage.ANSWER));
        }
    }

    @Test
    void port_thatNobodyListensOn_isAConnectionFailure() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (WebClient client = client(LONG)) {
            assertThatThrownBy(
                            () ->
                                    client.get(
                                            URI.create("http://localhost:" + free + "/"), Map.of()))
                    .satisfies(isFailureAt(Stage.CONNECT));
        }
    }

    @Test
    void host_thatHasNoAddress_isSaidToBeSo() {
        try (WebClient client = client(LONG)) {
            assertThatThrownBy(() -> client.get(URI.create("http://nowhere.invalid/"), Map.of()))
                    .satisfies(isFailureAt(Stage.NAME));
        }
    }

    @Test
    void proxy_isUsed_exceptForHostsThatPassIt() {
        HttpProxy proxy =
                HttpProxy.of("localhost", server.getAddress().getPort()).except("127.0.0.1");
        WebSettings settings = new WebSettings(null, proxy, LONG, LONG, 1000);
        try (WebClient client = new WebClient(settings)) {
            client.get(URI.create("http://nowhere.invalid/echo"), Map.of());
            client.get(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/echo"),
                    Map.of());
        }
        assertThat(seen).containsExactly("GET http://nowhere.invalid/echo", "GET /echo");
    }

    @Test
    void tls_withTheRightName_works_andWithAnother_isRefused() throws Exception {
        HttpsServer secured = https(PKI.server("localhost"));
        try (WebClient client = tlsClient()) {
            String port = ":" + secured.getAddress().getPort();

            assertThat(client.get(URI.create("https://localhost" + port + "/x"), Map.of()).status())
                    .isEqualTo(404);
        } finally {
            secured.stop(0);
        }
        HttpsServer other = https(PKI.serverWithWrongHostName());
        try (WebClient client = tlsClient()) {
            URI address = URI.create("https://localhost:" + other.getAddress().getPort() + "/x");

            assertThatThrownBy(() -> client.get(address, Map.of()))
                    .satisfies(isFailureAt(Stage.TLS));
        } finally {
            other.stop(0);
        }
    }

    @Test
    void closedClient_refusesToCall() {
        WebClient client = client(LONG);
        client.close();

        assertThatThrownBy(() -> client.get(url("/echo"), Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private HttpsServer https(IssuedCertificate certificate) throws IOException {
        char[] password = "p".toCharArray();
        SSLContext context =
                Credential.keyStore(certificate.keyStore(password), password)
                        .sslContext(TrustAnchors.of(PKI.trustedRoots()));
        HttpsServer secured =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(context));
        secured.setExecutor(threads);
        secured.createContext("/", this::answer);
        secured.start();
        return secured;
    }

    private static WebClient tlsClient() {
        SSLContext tls = TrustAnchors.of(PKI.trustedRoots()).sslContext();
        return new WebClient(new WebSettings(tls, null, LONG, LONG, 1000));
    }

    private static WebClient client(Duration timeout) {
        return new WebClient(new WebSettings(null, null, LONG, timeout, 1000));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Consumer<Throwable> isFailureAt(Stage stage) {
        return thrown ->
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                ConnectionException.class,
                                failure -> assertThat(failure.stage()).isEqualTo(stage));
    }
}
