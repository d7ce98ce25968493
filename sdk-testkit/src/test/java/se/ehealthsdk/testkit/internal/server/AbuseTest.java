package se.ehealthsdk.testkit.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testpki.TestPki;

/** Whoever sends what: the server stays up, holds no more than it may, and answers the others. */
class AbuseTest {

    private static final TestPki PKI = TestPki.shared();
    private static final SSLContext TLS = tls();
    private static final int MAX_BODY = 1 << 20;
    private static final byte[] BIG = new byte[8 << 20];
    private static final Limits LIMITS =
            new Limits(
                    60,
                    8_192,
                    MAX_BODY,
                    2 * MAX_BODY,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(2),
                    2);

    private final AtomicLong largest = new AtomicLong();
    private final List<Socket> open = new ArrayList<>();
    private final StandInServer server =
            StandInServer.start(TLS, Listening.onLoopback(0), LIMITS, this::answer);

    private HttpReply answer(HttpCall call) {
        largest.accumulateAndGet(call.body().length, Math::max);
        if (call.path().equals("/big")) {
            return HttpReply.of(200, Map.of(), BIG);
        }
        if (call.path().equals("/endless")) {
            return HttpReply.empty(200)
                    .withBody(
                            Body.streamed(
                                    out -> {
                                        while (true) {
                                            out.write(BIG);
                                        }
                                    }));
        }
        return call.cut()
                ? HttpReply.empty(413)
                : HttpReply.of(200, Map.of(), call.path().getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        server.close();
    }

    private static SSLContext tls() {
        char[] password = TestPki.PASSWORD.toCharArray();
        return Credential.keyStore(PKI.server("localhost").keyStore(password), password)
                .sslContext(TrustAnchors.of(PKI.trustedRoots()));
    }

    private Socket plain() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        open.add(socket);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private Socket secure() throws IOException {
        Socket socket =
                TLS.getSocketFactory().createSocket(plain(), "localhost", server.port(), true);
        open.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** All that the server says until it closes. */
    private static String rest(Socket socket) {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4_096];
        try {
            InputStream in = socket.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException cut) {
            // the end too
        }
        return text.toString();
    }

    private static String head(String path, String... headers) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: x\r\n"
                + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    /** A client that does everything right gets its answer. */
    private void assertOthersAreAnswered() throws IOException {
        Socket socket = secure();
        send(socket, head("/fine", "Content-Length: 2", "Connection: close") + "ok");

        assertThat(rest(socket)).startsWith("HTTP/1.1 200 ").endsWith("/fine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nonsense                                              | 400
                    GET /                                                 | 400
                    GET  / HTTP/1.1                                       | 400
                    GET / HTTP/2.0                                        | 505
                    G{T / HTTP/1.1                                        | 400
                    GET no-slash HTTP/1.1                                 | 400
                    GET /%zz HTTP/1.1                                     | 400
                    POST / HTTP/1.1~no colon                              | 400
                    POST / HTTP/1.1~ folded: line                         | 400
                    POST / HTTP/1.1~Content-Length: -1                    | 400
                    POST / HTTP/1.1~Content-Length: 1x                    | 400
                    POST / HTTP/1.1~Content-Length: 9999999999999999999   | 400
                    POST / HTTP/1.1~Content-Length: 1~Content-Length: 2   | 400
                    POST / HTTP/1.1~Content-Length: 1~Transfer-Encoding: chunked | 400
                    POST / HTTP/1.1~Transfer-Encoding: gzip, chunked      | 400
                    POST / HTTP/1.1~Transfer-Encoding: chunked~~-5        | 400
                    POST / HTTP/1.1~Transfer-Encoding: chunked~~ffffffffffffffffff | 400
                    POST / HTTP/1.1~Transfer-Encoding: chunked~~2~abcd    | 400
                    """)
    void request_thatIsNone_getsItsStatusAndTheEnd(String request, int status) throws IOException {
        Socket socket = secure();
        send(socket, request.strip().replace("~", "\r\n") + "\r\n\r\n");

        assertThat(rest(socket))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("connection: close");
        assertOthersAreAnswered();
    }

    @Test
    void garbage_beforeAndAfterTheHandshake_endsThatConnectionAlone() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[1 + random.nextInt(20_000)];
            random.nextBytes(bytes);
            Socket socket = i % 2 == 0 ? plain() : secure();
            try {
                socket.getOutputStream().write(bytes);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            } catch (IOException | UnsupportedOperationException cut) {
                // it has been closed already
            }
            socket.close();
        }

        assertOthersAreAnswered();
    }

    @Test
    void headers_tenThousand_get431() throws IOException {
        Socket socket = secure();
        send(socket, head("/", "x: y\r\n".repeat(10_000).strip()));

        assertThat(rest(socket)).startsWith("HTTP/1.1 431 ");
        assertOthersAreAnswered();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000000", "Transfer-Encoding: chunked"})
    void body_ofAGigabyte_isNotTaken(String header) throws IOException {
        Socket socket = secure();
        send(socket, head("/", header));
        String block = "x".repeat(1 << 14);
        try {
            for (int i = 0; i < 1_000_000_000 / block.length(); i++) {
                send(socket, header.startsWith("C") ? block : "4000\r\n" + block + "\r\n");
            }
            throw new AssertionError("all of it was taken");
        } catch (IOException cut) {
            // as it should be
        }

        assertThat(largest.get()).isLessThanOrEqualTo(MAX_BODY);
        assertOthersAreAnswered();
    }

    @Test
    void bodies_large_shareTheRoomThatThereIs() throws Exception {
        List<Socket> halves = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Socket socket = secure();
            halves.add(socket);
            send(socket, head("/", "Content-Length: " + MAX_BODY) + "x".repeat(MAX_BODY / 2 + 1));
        }

        assertOthersAreAnswered();
        assertThat(rest(halves.get(3))).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void requests_half_areCutOff() throws IOException {
        for (int i = 0; i < 40; i++) {
            send(secure(), i % 2 == 0 ? "POST / HT" : head("/", "Content-Length: 10") + "x");
        }
        long start = System.nanoTime();

        assertOthersAreAnswered();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        for (Socket each : open) {
            rest(each); // ends, or the time-out of 30 s fails the next line
        }
        assertOthersAreAnswered();
    }

    @Test
    void body_oneByteAtATime_isCutOff() throws Exception {
        Socket socket = secure();
        send(socket, head("/", "Content-Length: 1000"));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        boolean cut = false;
        while (!cut && System.nanoTime() < end) {
            try {
                send(socket, "x");
                Thread.sleep(100);
            } catch (IOException closed) {
                cut = true;
            }
        }

        assertThat(cut).isTrue();
        assertOthersAreAnswered();
    }

    @Test
    void connections_tooMany_theLongestIdleGoFirst() throws IOException {
        List<Socket> flood = new ArrayList<>();
        for (int i = 0; i < 3 * LIMITS.connections(); i++) {
            flood.add(plain());
        }

        assertOthersAreAnswered();
        assertThat(rest(flood.get(0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/big", "/endless"})
    void answer_notRead_isGivenUp(String path) throws Exception {
        for (int i = 0; i < LIMITS.streams(); i++) {
            send(secure(), head(path, "Content-Length: 0").repeat(3));
        }
        assertOthersAreAnswered();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (server.openConnections() > 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(server.openConnections()).isZero();
    }

    @Test
    void requests_pipelined_areAnsweredInTheirOrder() throws IOException {
        Socket socket = secure();
        StringBuilder many = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append(head("/r" + i, "Content-Length: 1")).append('x');
            expected.append("HTTP/1.1 200 OK\r\ncontent-length: ")
                    .append(("/r" + i).length())
                    .append("\r\n\r\n/r")
                    .append(i);
        }
        send(socket, many.toString());
        send(socket, head("/last", "Connection: close"));

        assertThat(rest(socket)).startsWith(expected).endsWith("/last");
    }

    @Test
    void body_inChunks_isJoined_andContinueIsSaid() throws IOException {
        Socket socket = secure();
        send(
                socket,
                head(
                                "/c",
                                "Transfer-Encoding: chunked",
                                "Expect: 100-continue",
                                "Connection: close")
                        + "3;a=b\r\nabc\r\n2\r\nde\r\n0\r\ntrailer: x\r\n\r\n");

        assertThat(rest(socket)).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
        assertThat(largest.get()).isEqualTo(5);
    }

    /** The server for browsers has no client certificates to keep the abusers out. */
    @Test
    void webServer_garbageHalvesAndFloods_isStillThere() throws Exception {
        try (WebServer web = WebServer.bind(TLS, Listening.onLoopback(0), LIMITS)) {
            web.serve(call -> HttpReply.of(200, Map.of(), new byte[] {'w'}));
            for (int i = 0; i < LIMITS.connections() + 20; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port());
                open.add(socket);
                send(socket, i % 2 == 0 ? "GET / HTTP/1.1\r\n\r\n" : "\u0016\u0003");
            }
            Socket large = overTls(web.port());
            send(large, head("/", "x: " + "y".repeat(20_000)));
            assertThat(rest(large)).startsWith("HTTP/1.1 431 ");
            Socket huge = overTls(web.port());
            send(huge, head("/", "Content-Length: 1000000000"));
            huge.getOutputStream().write(new byte[Limits.SMALL_BODY]);
            assertThat(rest(huge)).startsWith("HTTP/1.1 413 ");
            Socket right = overTls(web.port());
            send(right, head("/", "Content-Length: 0", "Connection: close"));
            assertThat(rest(right)).startsWith("HTTP/1.1 200 ").endsWith("w");
        }
    }

    private Socket overTls(int port) throws IOException {
        Socket raw = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(raw);
        raw.setSoTimeout(30_000);
        Socket socket = TLS.getSocketFactory().createSocket(raw, "localhost", port, true);
        open.add(socket);
        return socket;
    }
}
