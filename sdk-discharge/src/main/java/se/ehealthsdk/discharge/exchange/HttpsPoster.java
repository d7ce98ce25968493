package se.ehealthsdk.discharge.exchange;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.http.HttpsAnswer;
import se.ehealthsdk.core.http.HttpsClient;
import se.ehealthsdk.core.http.HttpsRequest;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;

/** Posts envelopes to peers, and to nobody else. Safe for use by many threads. */
final class HttpsPoster implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1 << 18;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Map<String, Set<HsaId>> systems = new HashMap<>();
    private final HttpsClient client;

    HttpsPoster(
            SSLContext tls,
            Collection<Peer> peers,
            Duration connectTimeout,
            Duration timeout,
            int connections,
            @Nullable HttpProxy proxy) {
        for (Peer peer : peers) {
            int port = peer.url().getPort() < 0 ? 443 : peer.url().getPort();
            systems.computeIfAbsent(address(peer.url().getHost(), port), none -> new HashSet<>())
                    .add(peer.system());
        }
        this.client =
                HttpsClient.of(tls)
                        .servers(this::isPeer)
                        .connectTimeout(connectTimeout)
                        .timeout(timeout)
                        .answerTimeout(timeout)
                        .maxConnections(connections)
                        .maxBytes(LONGEST_ANSWER)
                        .proxy(proxy)
                        .build();
    }

    /**
     * Beside trust and host name, the certificate has to hold the HSA-id of a peer at that address: an address that was
     * mistyped, or given to another system, gets no patient's data.
     */
    private boolean isPeer(String host, int port, X509Certificate server) {
        return Credential.hsaIdOf(server)
                .filter(systems.getOrDefault(address(host, port), Set.of())::contains)
                .isPresent();
    }

    private static String address(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** What a call led to. */
    sealed interface Result {
        /**
         * @param status of HTTP
         * @param retryAfter when to come back, if it said so
         * @param body whole; empty when it was too long
         */
        record Answered(int status, Optional<Duration> retryAfter, byte[] body) implements Result {}

        /** Nothing was sent. */
        record NotSent(String reason) implements Result {}

        /** It is not known what became of it. */
        record Unknown(String reason) implements Result {}
    }

    Result post(URI url, byte[] json) {
        try (HttpsAnswer answer =
                client.send(HttpsRequest.post(url, "application/json; charset=UTF-8", json))) {
            return new Result.Answered(
                    answer.status(),
                    answer.retryAfter()
                            .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked),
                    body(answer));
        } catch (ConnectionException failure) {
            return failure.outcome() == Outcome.NOT_PERFORMED
                    ? new Result.NotSent(why(failure))
                    : new Result.Unknown("no whole answer: " + kind(failure));
        }
    }

    private static byte[] body(HttpsAnswer answer) {
        try {
            return answer.bytes();
        } catch (ProtocolException tooLong) {
            return new byte[0];
        }
    }

    private static String kind(ConnectionException failure) {
        Throwable below = failure.getCause() == null ? failure : failure.getCause();
        return below.getClass().getSimpleName();
    }

    private static String why(ConnectionException failure) {
        if (failure.getCause() instanceof SSLPeerUnverifiedException) {
            return "the server's certificate is not the peer's";
        }
        return switch (failure.stage()) {
            case NAME -> "the host name could not be resolved";
            case TLS -> "the TLS handshake failed";
            default -> "no connection";
        };
    }

    /** Ends running calls and closes all connections. */
    @Override
    public void close() {
        client.close();
    }
}
