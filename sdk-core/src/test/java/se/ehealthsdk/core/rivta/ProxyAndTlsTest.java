package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.ehealthsdk.core.rivta.RivtaClientTest.TO;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/** The way there: through proxies and TLS handshakes, real ones. */
class ProxyAndTlsTest {

    private static RivtaServer server;

    @BeforeAll
    static void start() {
        server = server(Pki.server());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void call_throughAProxy_isTunnelled() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy(InetAddress.getByName("127.0.0.1"), null);
                RivtaClient client = through(HttpProxy.of("127.0.0.1", proxy.port()))) {
            assertThat(client.call(Echo.QUERY, TO, "a")).isEqualTo("a");
            assertThat(client.call(Echo.QUERY, TO, "b")).isEqualTo("b");
            assertThat(proxy.tunnels()).containsExactly("localhost:" + server.url().getPort());
        }
    }

    @Test
    void call_throughAProxyWithLogin_logsIn() throws Exception {
        try (ConnectProxy proxy =
                        new ConnectProxy(InetAddress.getByName("127.0.0.1"), "anna:hemligt");
                RivtaClient client =
                        through(
                                HttpProxy.of("http://localhost:" + proxy.port())
                                        .login("anna", "hemligt".toCharArray()))) {
            assertThat(client.call(Echo.QUERY, TO, "a")).isEqualTo("a");
        }
    }

    @Test
    void call_throughAnIpv6Proxy_isTunnelled() throws Exception {
        InetAddress loopback = InetAddress.getByName("::1");
        assumeTrue(canListen(loopback), "this machine has no IPv6");
        try (ConnectProxy proxy = new ConnectProxy(loopback, null);
                RivtaClient client = through(HttpProxy.of("[::1]", proxy.port()))) {
            assertThat(client.call(Echo.QUERY, TO, "a")).isEqualTo("a");
        }
    }

    @Test
    void call_wrongLoginAtTheProxy_saysThatTheProxyRefused() throws Exception {
        try (ConnectProxy proxy =
                        new ConnectProxy(InetAddress.getByName("127.0.0.1"), "anna:hemligt");
                RivtaClient client =
                        through(
                                HttpProxy.of("127.0.0.1", proxy.port())
                                        .login("anna", "fel".toCharArray()))) {
            ConnectionException failure = failure(client);
            assertThat(failure.stage()).isEqualTo(Stage.PROXY);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_PERFORMED);
        }
    }

    @Test
    void call_hostThatPassesTheProxy_goesDirectly() {
        try (RivtaClient client =
                through(HttpProxy.of("proxy.invalid", 8080).except("localhost"))) {
            assertThat(client.call(Echo.QUERY, TO, "a")).isEqualTo("a");
        }
    }

    @Test
    void call_serverOfAnotherAuthority_isNotTrusted() {
        try (RivtaClient client =
                RivtaClient.builder()
                        .environment(
                                Environment.of(
                                        "test",
                                        server.url(),
                                        TrustAnchors.of(Pki.PKI.untrusted().trustedRoots())))
                        .credential(Pki.system())
                        .build()) {
            assertThat(failure(client).stage()).isEqualTo(Stage.TLS);
            assertThat(failure(client).remedy()).contains("trust anchors");
        }
    }

    @Test
    void call_serverWithAnotherHostName_isNotTrusted() {
        try (RivtaServer wrong = server(Pki.credential(Pki.PKI.serverWithWrongHostName()));
                RivtaClient client = Pki.client(wrong.url()).build()) {
            assertThat(failure(client).stage()).isEqualTo(Stage.TLS);
        }
    }

    @Test
    void call_certificateThatTheServerRefuses_isATlsFailureOrALostConnectionThatSaysSo() {
        try (RivtaClient client =
                RivtaClient.builder()
                        .environment(Environment.of("test", server.url(), Pki.trust()))
                        .credential(Pki.credential(Pki.PKI.fromUntrustedCa(Pki.SYSTEM)))
                        .options(o -> o.retry(RetryPolicy.NONE))
                        .build()) {
            ConnectionException failure = failure(client);
            // with TLS 1.3 the refusal may come as a reset in the middle of the request
            assertThat(failure.stage()).isIn(Stage.TLS, Stage.SEND, Stage.ANSWER);
            assertThat(failure.remedy()).contains("certificate");
        }
    }

    @Test
    void call_serverThatNeverShakesHands_endsAtTheConnectTimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RivtaClient client =
                        Pki.client(URI.create("https://localhost:" + silent.getLocalPort() + "/vp"))
                                .connectTimeout(Duration.ofMillis(200))
                                .options(o -> o.retry(RetryPolicy.NONE))
                                .build()) {
            ConnectionException failure = failure(client);
            assertThat(failure.stage()).isEqualTo(Stage.TLS);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_PERFORMED);
        }
    }

    @Test
    void call_poolIsFull_saysSo() throws Exception {
        try (RawServer slow =
                        new RawServer(
                                Pki.serverContext(),
                                (request, out) -> {
                                    Thread.sleep(5_000);
                                    return false;
                                });
                RivtaClient client =
                        Pki.client(slow.url())
                                .maxConnections(1)
                                .options(
                                        o ->
                                                o.retry(RetryPolicy.NONE)
                                                        .poolTimeout(Duration.ofMillis(100)))
                                .build()) {
            Thread first = new Thread(() -> failure(client));
            first.start();
            while (slow.requests() == 0) {
                Thread.sleep(10);
            }
            assertThat(failure(client).stage()).isEqualTo(Stage.QUEUE);
        }
    }

    private static RivtaServer server(Credential credential) {
        return RivtaServer.start(
                RivtaEndpoint.builder().on(Echo.QUERY, (text, caller) -> text).build(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                credential,
                Pki.trust());
    }

    private static RivtaClient through(HttpProxy proxy) {
        return Pki.client(server.url()).proxy(proxy).build();
    }

    private static ConnectionException failure(RivtaClient client) {
        return catchThrowableOfType(
                ConnectionException.class, () -> client.call(Echo.QUERY, TO, "x"));
    }

    private static boolean canListen(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException none) {
            return false;
        }
    }
}
