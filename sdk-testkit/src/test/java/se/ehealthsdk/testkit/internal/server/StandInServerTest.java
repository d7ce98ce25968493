package se.ehealthsdk.testkit.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.HttpReply.Breakage;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.TestPki;

class StandInServerTest {

    private static final TestPki PKI = TestPki.shared();
    private static final char[] PASSWORD = "test".toCharArray();
    private static final HttpReply FINE =
            HttpReply.of(
                    200,
                    Map.of("content-type", "text/plain"),
                    "fine".getBytes(StandardCharsets.UTF_8));

    @Test
    void call_clientWithCertificate_reachesTheServiceWithItsCertificate() throws Exception {
        AtomicReference<HttpCall> seen = new AtomicReference<>();
        IssuedCertificate client = PKI.function("SE2321000016-TEST1");
        try (StandInServer server =
                start(
                        call -> {
                            seen.set(call);
                            return FINE;
                        })) {
            HttpResponse<String> answer = post(http(client), server, "/vp/x?a=b");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("fine");
            assertThat(answer.headers().map()).containsOnlyKeys("content-length", "content-type");
            assertThat(seen.get().certificate()).contains(client.certificate());
            assertThat(seen.get().path()).isEqualTo("/vp/x");
            assertThat(new String(seen.get().body(), StandardCharsets.UTF_8)).isEqualTo("question");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void call_clientWithoutCertificate_isRefusedByTls() {
        try (StandInServer server = start(call -> FINE)) {
            assertThatThrownBy(() -> post(http(null), server, "/vp/x"))
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Breakage.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void reply_broken_failsAtTheClient(Breakage breakage) {
        try (StandInServer server = start(call -> HttpReply.broken(breakage))) {
            HttpClient http = http(PKI.function("SE2321000016-TEST1"));

            assertThatThrownBy(() -> post(http, server, "/vp/x")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void reply_shorterThanItsContentLength_failsAtTheClient() {
        HttpReply cut = FINE.withBody(Body.shortOf("fi".getBytes(StandardCharsets.UTF_8), 4));
        try (StandInServer server = start(call -> cut)) {
            HttpClient http = http(PKI.function("SE2321000016-TEST1"));

            assertThatThrownBy(() -> post(http, server, "/vp/x")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void reply_streamed_isSentWithoutBeingHeld() throws Exception {
        byte[] block = new byte[1 << 16];
        HttpReply huge =
                FINE.withBody(
                        Body.streamed(
                                out -> {
                                    for (int i = 0; i < 3200; i++) {
                                        out.write(block);
                                    }
                                }));
        try (StandInServer server = start(call -> huge)) {
            HttpClient http = http(PKI.function("SE2321000016-TEST1"));
            HttpResponse<InputStream> answer =
                    http.send(request(server, "/vp/x"), BodyHandlers.ofInputStream());
            long length = 0;
            byte[] read = new byte[1 << 16];
            try (InputStream in = answer.body()) {
                for (int n = in.read(read); n >= 0; n = in.read(read)) {
                    length += n;
                }
            }

            assertThat(length).isEqualTo(3200L << 16);
        }
    }

    @Test
    void close_answerUnderWay_isFinishedAndTheLastOnItsConnection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        StandInServer server =
                start(
                        call -> {
                            asked.countDown();
                            await(go);
                            return FINE;
                        });
        HttpClient http = http(PKI.function("SE2321000016-TEST1"));
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request(server, "/vp/x"), BodyHandlers.ofString());
        await(asked);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
        waitUntilRefused(server.port());

        go.countDown();

        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("fine");
        assertThat(answer.get().headers().firstValue("connection")).contains("close");
        closed.get(30, TimeUnit.SECONDS);
    }

    @Test
    void close_answerThatDoesNotCome_isCut() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        StandInServer server =
                start(
                        call -> {
                            asked.countDown();
                            await(new CountDownLatch(1));
                            return FINE;
                        });
        CompletableFuture<HttpResponse<String>> answer =
                http(PKI.function("SE2321000016-TEST1"))
                        .sendAsync(request(server, "/vp/x"), BodyHandlers.ofString());
        await(asked);

        server.close();

        assertThatThrownBy(() -> answer.get(15, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
    }

    private static void waitUntilRefused(int port) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread.sleep(5);
            } catch (IOException refused) {
                return;
            }
        }
        throw new AssertionError("it still listens");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void close_oftenRepeated_leavesNoThreads() throws Exception {
        HttpClient http = http(PKI.function("SE2321000016-TEST1"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            try (StandInServer server = start(call -> FINE)) {
                post(http, server, "/vp/x");
                names.add("testkit-" + server.port());
                assertThat(serverThreads()).contains("testkit-" + server.port());
            }
        }

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (serverThreads().stream().anyMatch(names::contains) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(serverThreads()).doesNotContainAnyElementsOf(names);
    }

    private static List<String> serverThreads() {
        Thread[] threads = new Thread[Thread.activeCount() + 50];
        int count = Thread.enumerate(threads);
        List<String> names = new ArrayList<>();
        Arrays.stream(threads, 0, count)
                .map(Thread::getName)
                .filter(name -> name.startsWith("testkit-"))
                .forEach(names::add);
        return names;
    }

    private static StandInServer start(java.util.function.Function<HttpCall, HttpReply> service) {
        try {
            return StandInServer.start(
                    tls(PKI.server("localhost")), Listening.onLoopback(0), service);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static HttpResponse<String> post(HttpClient http, StandInServer server, String path)
            throws IOException, InterruptedException {
        return http.send(request(server, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(StandInServer server, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port() + path))
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString("question"))
                .build();
    }

    private static HttpClient http(IssuedCertificate certificate) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(tls(certificate))
                    .build();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static SSLContext tls(IssuedCertificate certificate) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        if (certificate != null) {
            keys.init(certificate.keyStore(PASSWORD), PASSWORD);
        }
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", PKI.trustedRoots().get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                certificate == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
