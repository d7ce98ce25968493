package se.ehealthsdk.core.http;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.internal.http.CallProbe;
import se.ehealthsdk.core.internal.http.HttpAnswer;
import se.ehealthsdk.core.internal.http.HttpSettings;
import se.ehealthsdk.core.internal.http.HttpTransport;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * Gets and posts over TLS, bounded in time and size. Immutable, for use by many threads; close it when the system
 * stops.
 *
 * <pre>{@code
 * try (HttpsClient client = HttpsClient.of(credential, trusted).maxBytes(100_000).build();
 *         HttpsAnswer answer = client.send(HttpsRequest.get(address))) {
 *     if (answer.status() == 200) {
 *         read(answer.bytes());
 *     }
 * }
 * }</pre>
 *
 * <p>TLS 1.2 or 1.3, and the server's certificate has to hold the host name. Redirects are not followed, cookies are
 * not kept, nothing is decompressed, no call is repeated, and nothing of what passes is in any log. A credential that is
 * renewed is used for the connections that are made from then on.
 */
public final class HttpsClient implements AutoCloseable {

    private final Builder settings;
    private final HttpTransport transport;

    private HttpsClient(Builder settings) {
        this.settings = settings;
        this.transport =
                new HttpTransport(
                        settings.tls,
                        new HttpSettings(
                                settings.connectTimeout,
                                Math.multiplyExact(4, settings.maxConnections),
                                settings.maxConnections,
                                settings.proxy == null ? null : route(settings.proxy),
                                settings.userAgent,
                                false,
                                settings.servers));
    }

    private static HttpSettings.ProxyRoute route(HttpProxy proxy) {
        HttpProxy.@Nullable Login login = proxy.login().orElse(null);
        return new HttpSettings.ProxyRoute(
                proxy.host(),
                proxy.port(),
                login == null ? null : login.user(),
                login == null ? null : login.password(),
                proxy::passes);
    }

    /**
     * Starts a client that shows its certificate (mutual TLS).
     *
     * @throws ConfigurationException if the credential cannot be read
     */
    public static Builder of(Credential credential, TrustAnchors trusted) {
        return of(credential.sslContext(trusted));
    }

    /** Starts a client without a certificate. */
    public static Builder of(TrustAnchors trusted) {
        return of(trusted.sslContext());
    }

    /** Starts a client that has its key and its trust from {@link Credential#sslContext} or another maker. */
    public static Builder of(SSLContext tls) {
        return new Builder(tls);
    }

    /**
     * Sends a request, and returns when the head of the answer is there, whatever its status. Close the answer.
     *
     * @throws ConnectionException if there is no answer in time; its stage says how far the call came; its
     *     outcome is unknown only if something of what was posted may have been read
     * @throws IllegalStateException if the client is closed
     */
    public HttpsAnswer send(HttpsRequest request) {
        CallProbe probe = new CallProbe(tls -> {}, connected -> {});
        try {
            HttpAnswer answer =
                    transport.send(
                            request.method(),
                            request.url(),
                            request.headers(),
                            request.body().map(HttpsRequest.Body::bytes).orElse(null),
                            request.body().map(HttpsRequest.Body::contentType).orElse(null),
                            settings.answerTimeout.compareTo(settings.timeout) < 0
                                    ? settings.answerTimeout
                                    : settings.timeout,
                            settings.timeout,
                            probe);
            if (!probe.hasConnected()) {
                // the proxy's own answer
                answer.close();
                throw HttpsFailures.proxyRefused();
            }
            return new HttpsAnswer(answer, probe, settings.maxBytes);
        } catch (IOException failure) {
            throw HttpsFailures.of(failure, probe);
        }
    }

    /** Ends running calls, which then fail, and closes all connections. */
    @Override
    public void close() {
        transport.cut();
    }

    /** A rule for servers, beside trust and host name. */
    @FunctionalInterface
    public interface ServerCheck {

        /**
         * Whether to go on with a server, to which nothing has been sent yet. If not, the call fails at the stage TLS,
         * with {@link javax.net.ssl.SSLPeerUnverifiedException} as its cause.
         *
         * @param host that was asked for, as the address has it
         * @param port that was asked for
         * @param certificate the server's, trusted and with the right host name
         */
        boolean accepts(String host, int port, X509Certificate certificate);
    }

    /** Builds a {@link HttpsClient}. Not for use by more than one thread. */
    public static final class Builder {

        private final SSLContext tls;
        private @Nullable HttpProxy proxy;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration answerTimeout = Duration.ofSeconds(60);
        private Duration timeout = Duration.ofSeconds(60);
        private long maxBytes = 1 << 20;
        private int maxConnections = 10;
        private String userAgent = "swedish-ehealth-sdk";
        private HttpSettings.ServerRule servers = HttpSettings.ServerRule.ALL;

        private Builder(SSLContext tls) {
            this.tls = tls;
        }

        private Builder(Builder other) {
            this(other.tls);
            proxy = other.proxy;
            connectTimeout = other.connectTimeout;
            answerTimeout = other.answerTimeout;
            timeout = other.timeout;
            maxBytes = other.maxBytes;
            maxConnections = other.maxConnections;
            userAgent = other.userAgent;
            servers = other.servers;
        }

        /** A web proxy on the way out; none unless set. */
        public Builder proxy(@Nullable HttpProxy way) {
            proxy = way;
            return this;
        }

        /**
         * For the TCP connection, and again for the TLS handshake; 10 seconds unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder connectTimeout(Duration most) {
            connectTimeout = aboveZero("connectTimeout", most);
            return this;
        }

        /**
         * For which nothing may come at a time; 60 seconds unless told, and never longer than the whole call may last.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder answerTimeout(Duration most) {
            answerTimeout = aboveZero("answerTimeout", most);
            return this;
        }

        /**
         * For the whole call, from the wait for a connection to the last byte of the body, however slowly the bytes
         * come; 60 seconds unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder timeout(Duration most) {
            timeout = aboveZero("timeout", most);
            return this;
        }

        private static Duration aboveZero(String field, Duration time) {
            if (time.isZero() || time.isNegative()) {
                throw new InvalidInputException(field, "is not above zero", "a time above zero");
            }
            return time;
        }

        /**
         * How many bytes an answer's body may have, as it is sent; 1 MiB unless told. A larger one ends in {@link
         * ProtocolException}.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder maxBytes(long most) {
            maxBytes = aboveZero("maxBytes", most);
            return this;
        }

        /**
         * How many connections to have to one host at the same time, and four times as many in all; 10 unless told.
         *
         * @throws InvalidInputException if it is not above zero, or above 10 000
         */
        public Builder maxConnections(int most) {
            if (most > 10_000) {
                throw new InvalidInputException("maxConnections", "is too many", "at most 10 000");
            }
            maxConnections = (int) aboveZero("maxConnections", most);
            return this;
        }

        private static long aboveZero(String field, long number) {
            if (number < 1) {
                throw new InvalidInputException(field, "is not above zero", "above zero");
            }
            return number;
        }

        /** What this system calls itself (User-Agent); {@code swedish-ehealth-sdk} unless told. */
        public Builder userAgent(String name) {
            userAgent = name;
            return this;
        }

        /** Which servers to go on with, among those that are trusted and have the right host name; all unless told. */
        public Builder servers(ServerCheck check) {
            servers = check::accepts;
            return this;
        }

        /** The client. */
        public HttpsClient build() {
            return new HttpsClient(new Builder(this));
        }
    }
}
