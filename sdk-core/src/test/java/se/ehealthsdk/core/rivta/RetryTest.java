package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.ehealthsdk.core.rivta.RawServer.http;
import static se.ehealthsdk.core.rivta.RawServer.ok;
import static se.ehealthsdk.core.rivta.RivtaClientTest.TO;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.PlatformException;

class RetryTest {

    private static final RetryPolicy QUICK =
            new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5));

    private static SSLContext tls;

    @BeforeAll
    static void context() throws Exception {
        tls = Pki.serverContext();
    }

    @Test
    void query_lostAnswers_isRepeatedUntilItIsAnswered() throws Exception {
        try (RawServer server = new RawServer(tls, losing(2));
                RivtaClient client = client(server.url())) {
            assertThat(client.call(Echo.QUERY, TO, "x")).isEqualTo("svar");
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void query_lostMoreOftenThanAllowed_failsAndSaysHowOften() throws Exception {
        try (RawServer server = new RawServer(tls, losing(9));
                RivtaClient client = client(server.url())) {
            EHealthException failure =
                    catchThrowableOfType(
                            EHealthException.class, () -> client.call(Echo.QUERY, TO, "x"));
            assertThat(failure.details().orElseThrow().attempts()).isEqualTo(3);
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void update_outcomeUnknown_isNeverRepeated() throws Exception {
        try (RawServer server = new RawServer(tls, losing(1));
                RivtaClient client = client(server.url())) {
            assertThatThrownBy(() -> client.call(Echo.UPDATE, TO, "x"))
                    .isInstanceOf(ConnectionException.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void idempotentUpdate_outcomeUnknown_isRepeated() throws Exception {
        try (RawServer server = new RawServer(tls, losing(1));
                RivtaClient client = client(server.url())) {
            assertThat(client.call(Echo.UPDATE.idempotent(), TO, "x")).isEqualTo("svar");
        }
    }

    @Test
    void update_platformRefusedForNow_isRepeatedSinceNothingWasDone() throws Exception {
        RawServer.Script busyOnce =
                (request, out) -> {
                    out.write(
                            request == 1
                                    ? http("500 X", "", Echo.fault("Server", "VP008 [X] TAK", ""))
                                    : ok(Echo.answer("svar")));
                    return true;
                };
        try (RawServer server = new RawServer(tls, busyOnce);
                RivtaClient client = client(server.url())) {
            assertThat(client.call(Echo.UPDATE, TO, "x")).isEqualTo("svar");
        }
    }

    @Test
    void query_refusalThatWillStay_isNotRepeated() throws Exception {
        RawServer.Script unauthorised =
                (request, out) -> {
                    out.write(http("500 X", "", Echo.fault("Server", "VP007 [X] nej", "")));
                    return true;
                };
        try (RawServer server = new RawServer(tls, unauthorised);
                RivtaClient client = client(server.url())) {
            assertThatThrownBy(() -> client.call(Echo.QUERY, TO, "x"))
                    .isInstanceOf(PlatformException.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void call_nobodyListens_isNotPerformedAndSaysWhereItStopped() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        try (RivtaClient client =
                client(URI.create("https://localhost:" + closedPort() + "/vp"))
                        .with(
                                o ->
                                        o.listener(
                                                new CallListener() {
                                                    @Override
                                                    public void retrying(
                                                            CallInfo call,
                                                            int attempt,
                                                            EHealthException failure,
                                                            Duration pause) {
                                                        pauses.add(pause);
                                                    }
                                                }))) {
            ConnectionException failure =
                    catchThrowableOfType(
                            ConnectionException.class, () -> client.call(Echo.UPDATE, TO, "x"));
            assertThat(failure.stage()).isEqualTo(Stage.CONNECT);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_PERFORMED);
            assertThat(pauses).hasSize(2).allMatch(pause -> pause.toMillis() <= 5);
        }
    }

    @Test
    void call_unknownHost_saysSo() {
        try (RivtaClient client = client(URI.create("https://no-such-host.invalid/vp"))) {
            ConnectionException failure =
                    catchThrowableOfType(
                            ConnectionException.class, () -> client.call(Echo.UPDATE, TO, "x"));
            assertThat(failure.stage()).isEqualTo(Stage.NAME);
        }
    }

    @Test
    void call_noPauseFitsBeforeTheDeadline_failsAtOnce() throws Exception {
        try (RawServer server = new RawServer(tls, losing(1));
                RivtaClient client =
                        client(server.url())
                                .with(
                                        o ->
                                                o.deadline(Duration.ofSeconds(5))
                                                        .retry(
                                                                new RetryPolicy(
                                                                        5,
                                                                        Duration.ofHours(1),
                                                                        Duration.ofHours(1))))) {
            assertThatThrownBy(() -> client.call(Echo.QUERY, TO, "x"))
                    .isInstanceOf(ConnectionException.class);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void call_interruptedBetweenAttempts_stopsWithTheFlagSet() throws Exception {
        try (RawServer server = new RawServer(tls, losing(5));
                RivtaClient client =
                        client(server.url())
                                .with(
                                        o ->
                                                o.retry(
                                                                new RetryPolicy(
                                                                        5,
                                                                        Duration.ofSeconds(20),
                                                                        Duration.ofSeconds(20)))
                                                        .listener(interrupting()))) {
            ConnectionException failure =
                    catchThrowableOfType(
                            ConnectionException.class, () -> client.call(Echo.QUERY, TO, "x"));
            assertThat(failure.stage()).isEqualTo(Stage.INTERRUPTED);
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void pauseAfter_everyAttempt_growsAndStaysBelowTheLongest() {
        RetryPolicy policy = new RetryPolicy(9, Duration.ofMillis(100), Duration.ofMillis(500));
        assertThat(policy.pauseAfter(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(150));
        assertThat(policy.pauseAfter(8)).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    private static CallListener interrupting() {
        return new CallListener() {
            @Override
            public void retrying(CallInfo call, int attempt, EHealthException failure, Duration p) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Ends the connection without an answer a number of times, then answers. */
    private static RawServer.Script losing(int times) {
        return (request, out) -> {
            if (request <= times) {
                return false;
            }
            out.write(ok(Echo.answer("svar")));
            return true;
        };
    }

    private static RivtaClient client(URI url) {
        return Pki.client(url)
                .options(o -> o.retry(QUICK).deadline(Duration.ofSeconds(30)))
                .build();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
