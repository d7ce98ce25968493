package se.ehealthsdk.hsa.unitfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

class UnitFileClientTest {

    private static final TestPki PKI = TestPki.shared();
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final byte[] FILE =
            ("<FileGetHsaUnitsResponse xmlns=\"urn:riv:hsa:HsaWsResponder:3\"><hsaUnits><hsaUnit>"
                            + "<hsaIdentity>SE1-A</hsaIdentity><DN>o=A,c=SE</DN><name>A</name></hsaUnit>"
                            + "</hsaUnits></FileGetHsaUnitsResponse>")
                    .getBytes(StandardCharsets.UTF_8);

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @TempDir Path folder;
    private Path target;
    private HttpsServer server;
    private volatile Answer answer = UnitFileClientTest::file;
    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();

    private static Credential credential(IssuedCertificate issued) {
        return Credential.keyStore(issued.keyStore(PASSWORD), PASSWORD);
    }

    private static TrustAnchors trusted() {
        return TrustAnchors.of(PKI.trustedRoots());
    }

    @BeforeEach
    void start() throws IOException {
        target = folder.resolve("down/hsaunits.xml");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext tls = credential(PKI.server("localhost")).sslContext(trusted());
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters both = tls.getDefaultSSLParameters();
                        both.setNeedClientAuth(true);
                        parameters.setSSLParameters(both);
                    }
                });
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange);
                    answer.to(exchange);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void file(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"night-1\"");
        exchange.getResponseHeaders().set("Last-Modified", "Sun, 22 Nov 2026 01:25:00 GMT");
        exchange.sendResponseHeaders(200, FILE.length);
        exchange.getResponseBody().write(FILE);
    }

    private static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    private UnitFileClient.Builder client(IssuedCertificate who) {
        return UnitFileClient.of(
                        URI.create(
                                "https://localhost:" + server.getAddress().getPort() + "/hsaunits"),
                        credential(who),
                        trusted())
                .silenceTimeout(Duration.ofSeconds(30))
                .retries(2, Duration.ZERO);
    }

    private UnitFileClient.Fetched fetch() {
        try (UnitFileClient client = client(PKI.function("SE2321000016-TEST")).build()) {
            return client.fetch(target);
        }
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void file_isFetchedWithTheTimeTheServerGives() throws IOException {
        UnitFileClient.Fetched fetched = fetch();

        assertThat(fetched.isNew()).isTrue();
        assertThat(fetched.bytes()).isEqualTo(FILE.length);
        assertThat(fetched.modified()).isEqualTo(Instant.parse("2026-11-22T01:25:00Z"));
        assertThat(fetched.file().open().toList()).hasSize(1);
        assertThat(Files.readAllBytes(target)).isEqualTo(FILE);
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void secondTime_asksOnlyForANewerOne() {
        fetch();
        answer = status(304);
        UnitFileClient.Fetched again = fetch();

        assertThat(again.isNew()).isFalse();
        assertThat(again.modified()).isEqualTo(Instant.parse("2026-11-22T01:25:00Z"));
        assertThat(again.file().open().toList()).hasSize(1);
        assertThat(asked.get(1).getRequestHeaders().getFirst("If-None-Match"))
                .isEqualTo("\"night-1\"");
        assertThat(asked.get(1).getRequestHeaders().getFirst("If-Modified-Since"))
                .isEqualTo("Sun, 22 Nov 2026 01:25:00 GMT");
    }

    @Test
    void outOfOrder_isAskedAgain() {
        answer =
                exchange -> {
                    if (asked.size() < 3) {
                        exchange.getResponseHeaders().set("Retry-After", "0");
                        exchange.sendResponseHeaders(503, -1);
                    } else {
                        file(exchange);
                    }
                };
        assertThat(fetch().isNew()).isTrue();
        assertThat(asked).hasSize(3);
    }

    @Test
    void outOfOrderTooLong_isRetryableLater() {
        answer = status(503);
        assertThatThrownBy(this::fetch)
                .isInstanceOfSatisfying(
                        ConnectionException.class, it -> assertThat(it.retryable()).isTrue())
                .hasMessageContaining("503");
        assertThat(asked).hasSize(3);
    }

    @Test
    void refused_saysWhatToOrder() {
        answer = status(403);
        assertThatThrownBy(this::fetch)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        it -> assertThat(it.remedy()).contains("Order access"));
        answer = status(404);
        assertThatThrownBy(this::fetch).isInstanceOf(ConfigurationException.class);
        answer =
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "https://example.org/");
                    exchange.sendResponseHeaders(302, -1);
                };
        assertThatThrownBy(this::fetch).isInstanceOf(ProtocolException.class);
    }

    @Test
    void cutOff_leavesTheOldFileAlone() throws IOException {
        fetch();
        answer =
                exchange -> {
                    exchange.sendResponseHeaders(200, FILE.length);
                    exchange.getResponseBody().write(FILE, 0, 100);
                    exchange.getResponseBody().flush();
                };
        assertThatThrownBy(this::fetch).isInstanceOf(ConnectionException.class);
        assertThat(Files.readAllBytes(target)).isEqualTo(FILE);
    }

    @Test
    void whatIsNoUnitFile_isNotPutInPlace() throws IOException {
        for (String other : List.of("<html>Log in</html>", "PK no zip", "nothing", "")) {
            byte[] body = other.getBytes(StandardCharsets.UTF_8);
            answer =
                    exchange -> {
                        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                        exchange.getResponseBody().write(body);
                    };
            assertThatThrownBy(this::fetch).as(other).isInstanceOf(ProtocolException.class);
        }
        assertNothingLeft();
    }

    @Test
    void tooLarge_isRefused() throws IOException {
        answer =
                exchange -> {
                    byte[] large = Arrays.copyOf(FILE, 100_000);
                    exchange.sendResponseHeaders(200, 0);
                    try {
                        exchange.getResponseBody().write(large);
                    } catch (IOException hungUp) {
                        // as it should
                    }
                };
        try (UnitFileClient client =
                client(PKI.function("SE2321000016-TEST")).maxBytes(10_000).build()) {
            assertThatThrownBy(() -> client.fetch(target))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("larger");
        }
        assertNothingLeft();
    }

    @Test
    void serverThatIsNotTrusted_isToldAsSuch() {
        try (UnitFileClient client =
                UnitFileClient.of(
                                URI.create(
                                        "https://localhost:" + server.getAddress().getPort() + "/"),
                                credential(PKI.function("SE2321000016-TEST")),
                                TrustAnchors.of(PKI.untrusted().trustedRoots()))
                        .build()) {
            assertThatThrownBy(() -> client.fetch(target))
                    .isInstanceOfSatisfying(
                            ConnectionException.class,
                            it -> assertThat(it.stage()).isEqualTo(ConnectionException.Stage.TLS));
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void ourCertificateFromAnotherCa_isAConnectionFailure() {
        try (UnitFileClient client = client(PKI.fromUntrustedCa("SE2321000016-TEST")).build()) {
            assertThatThrownBy(() -> client.fetch(target)).isInstanceOf(ConnectionException.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void plainHttp_isRefused() {
        assertThatThrownBy(
                        () ->
                                UnitFileClient.of(
                                        URI.create("http://localhost/"),
                                        credential(PKI.function("SE2321000016-TEST")),
                                        trusted()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void wholeAnswerWithHalfAFile_leavesTheOldFileAlone() throws IOException {
        fetch();
        byte[] none =
                "<FileGetHsaUnitsResponse xmlns=\"urn:riv:hsa:HsaWsResponder:3\"><hsaUnits/></FileGetHsaUnitsResponse>"
                        .getBytes(StandardCharsets.UTF_8);
        for (byte[] body : List.of(Arrays.copyOf(FILE, FILE.length - 30), none)) {
            for (long length : new long[] {0, body.length}) {
                answer =
                        exchange -> {
                            exchange.sendResponseHeaders(200, length);
                            exchange.getResponseBody().write(body);
                        };
                assertThatThrownBy(this::fetch).isInstanceOf(ProtocolException.class);
            }
        }
        assertThat(Files.readAllBytes(target)).isEqualTo(FILE);
        answer = status(304);
        assertThat(fetch().isNew()).isFalse();
        assertOnlyTheFileIsThere();
    }

    private void assertOnlyTheFileIsThere() throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            assertThat(files)
                    .extracting(each -> each.getFileName().toString())
                    .containsExactlyInAnyOrder("hsaunits.xml", "hsaunits.xml.etag");
        }
    }

    @Test
    void fileThatIsDamagedOnDisk_isFetchedAnewWhateverTheServerKnows() throws IOException {
        answer =
                exchange -> {
                    boolean known =
                            exchange.getRequestHeaders().containsKey("If-None-Match")
                                    || exchange.getRequestHeaders()
                                            .containsKey("If-Modified-Since");
                    if (known) {
                        exchange.sendResponseHeaders(304, -1);
                    } else {
                        file(exchange);
                    }
                };
        fetch();
        assertThat(fetch().isNew()).isFalse();

        Files.write(target, Arrays.copyOf(FILE, 50));
        assertThat(fetch().isNew()).isTrue();
        assertThat(Files.readAllBytes(target)).isEqualTo(FILE);

        Files.write(target.resolveSibling("hsaunits.xml.etag"), new byte[] {(byte) 0xE5, '\n', 0});
        assertThat(fetch().isNew()).isTrue();

        Files.delete(target);
        assertThat(fetch().isNew()).isTrue();
        assertThat(fetch().isNew()).isFalse();
    }

    @Test
    void etagThatCannotBeSentAgain_isNot() throws IOException {
        for (String odd : List.of("\"natt å\"", "", "a b")) {
            answer =
                    exchange -> {
                        exchange.getResponseHeaders().set("ETag", odd);
                        exchange.sendResponseHeaders(200, FILE.length);
                        exchange.getResponseBody().write(FILE);
                    };
            assertThat(fetch().isNew()).as(odd).isTrue();
            asked.clear();
            fetch();
            assertThat(asked.get(0).getRequestHeaders().containsKey("If-None-Match")).isFalse();
        }
    }

    @Test
    void notNewerThanAFileThatIsNotThere_isNoAnswer() {
        answer = status(304);
        assertThatThrownBy(this::fetch)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("304");
    }

    @Test
    void retryAfterATimeOfDay_isWaitedFor() {
        answer =
                exchange -> {
                    if (asked.size() < 2) {
                        exchange.getResponseHeaders()
                                .set("Retry-After", "Sun, 22 Nov 2026 01:25:00 GMT");
                        exchange.sendResponseHeaders(503, -1);
                    } else {
                        file(exchange);
                    }
                };
        try (UnitFileClient client =
                client(PKI.function("SE2321000016-TEST"))
                        .retries(1, Duration.ofMinutes(4))
                        .clock(Clock.fixed(Instant.parse("2026-11-22T01:25:00Z"), ZoneOffset.UTC))
                        .build()) {
            // no minutes pass: the time told is now
            assertThat(client.fetch(target).isNew()).isTrue();
        }
    }

    @Test
    void answerThatNeverEnds_isCutOffInTime() throws Exception {
        for (String head : List.of("HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\n\r\n")) {
            try (RawServer raw = new RawServer(head, true);
                    UnitFileClient client = raw.client().timeout(Duration.ofMillis(300)).build()) {
                assertThatThrownBy(() -> client.fetch(target))
                        .isInstanceOfSatisfying(
                                ConnectionException.class,
                                it -> {
                                    assertThat(it.stage())
                                            .isEqualTo(ConnectionException.Stage.ANSWER);
                                    assertThat(it.retryable()).isTrue();
                                });
            }
        }
        if (Files.exists(target.getParent())) {
            assertNothingLeft();
        }
    }

    @Test
    void connectionLostInTheMiddle_isToldAsThatAndNotAsWrongCertificates() throws Exception {
        try (RawServer raw =
                        new RawServer(
                                "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<F", false);
                UnitFileClient client = raw.client().build()) {
            assertThatThrownBy(() -> client.fetch(target))
                    .isInstanceOfSatisfying(
                            ConnectionException.class,
                            it -> {
                                assertThat(it.stage()).isEqualTo(ConnectionException.Stage.ANSWER);
                                assertThat(it.retryable()).isTrue();
                            });
        }
        assertNothingLeft();
    }

    /** Sends a beginning to whoever comes, and then one letter after another, or hangs up without a farewell. */
    private static final class RawServer implements AutoCloseable {

        private final ServerSocket socket;
        private final SSLContext tls = credential(PKI.server("localhost")).sslContext(trusted());
        private final Thread thread;

        RawServer(String beginning, boolean goesOn) throws IOException {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            thread = new Thread(() -> serve(beginning, goesOn), "raw-server");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(String beginning, boolean goesOn) {
            try (Socket plain = socket.accept();
                    Socket with =
                            tls.getSocketFactory().createSocket(plain, "localhost", 0, false)) {
                ((SSLSocket) with).setUseClientMode(false);
                OutputStream out = with.getOutputStream();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        with.getInputStream(), StandardCharsets.US_ASCII));
                for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
                    line = in.readLine();
                }
                out.write(beginning.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                while (goesOn) {
                    out.write('a');
                    out.flush();
                    Thread.sleep(5);
                }
                plain.close();
            } catch (IOException | InterruptedException hungUp) {
                // as it should
            }
        }

        UnitFileClient.Builder client() {
            return UnitFileClient.of(
                    URI.create("https://localhost:" + socket.getLocalPort() + "/hsaunits"),
                    credential(PKI.function("SE2321000016-TEST")),
                    trusted());
        }

        @Override
        public void close() throws Exception {
            socket.close();
            thread.interrupt();
            thread.join(Duration.ofSeconds(60).toMillis());
        }
    }

    @Test
    void severalAtOnce_leaveOneWholeFile() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (UnitFileClient client = client(PKI.function("SE2321000016-TEST")).build()) {
            List<Callable<UnitFileClient.Fetched>> calls =
                    Collections.nCopies(12, () -> client.fetch(target));
            for (Future<UnitFileClient.Fetched> each : threads.invokeAll(calls)) {
                assertThat(each.get().file().open().toList()).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Files.readAllBytes(target)).isEqualTo(FILE);
        assertOnlyTheFileIsThere();
    }

    @Test
    void folderThatCannotBeWrittenTo_isToldWithoutLosingTheFile() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("a-file"));
        try (UnitFileClient client = client(PKI.function("SE2321000016-TEST")).build()) {
            assertThatThrownBy(() -> client.fetch(inTheWay.resolve("hsaunits.zip")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("hsaunits.zip cannot be written");
            Path aFolder = Files.createDirectories(folder.resolve("in/the/way"));
            assertThatThrownBy(() -> client.fetch(aFolder.getParent()))
                    .isInstanceOf(ConfigurationException.class);
        }
        assertThat(folder.resolve("in")).isDirectoryContaining(Files::isDirectory);
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void xmlThatGrowsTooLarge_isRefused() throws IOException {
        try (UnitFileClient client =
                client(PKI.function("SE2321000016-TEST")).maxXmlBytes(100).build()) {
            assertThatThrownBy(() -> client.fetch(target))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("larger");
        }
        assertNothingLeft();
    }

    @Test
    void closedClient_saysSo() {
        UnitFileClient client = client(PKI.function("SE2321000016-TEST")).build();
        client.close();
        client.close();
        assertThatThrownBy(() -> client.fetch(target))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
