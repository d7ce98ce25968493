package se.ehealthsdk.discharge.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;

/**
 * Posts envelopes: bounded in time and size, no redirects, no cookies, no repetitions of its own, host names verified, and
 * nothing of what passes in any log. Safe for use by many threads.
 */
final class HttpsPoster implements AutoCloseable {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final int LONGEST_ANSWER = 1 << 18;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final Http1Config HEAD =
            Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();

    private final Duration timeout;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    HttpsPoster(
            SSLContext tls,
            Collection<Peer> peers,
            Duration connectTimeout,
            Duration timeout,
            int connections,
            @Nullable HttpProxy proxy) {
        this.timeout = timeout;
        this.client =
                throughProxy(
                                HttpClients.custom()
                                        .setConnectionManager(
                                                pool(
                                                        new PinnedTls(tls, peers),
                                                        connectTimeout,
                                                        timeout,
                                                        connections))
                                        .setUserAgent("swedish-ehealth-sdk")
                                        .disableConnectionState()
                                        .disableAutomaticRetries()
                                        .disableRedirectHandling()
                                        .disableCookieManagement(),
                                proxy)
                        .build();
        this.deadlines =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "discharge-exchange-deadlines");
                            thread.setDaemon(true);
                            return thread;
                        });
        this.deadlines.setRemoveOnCancelPolicy(true);
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
        HttpPost post = new HttpPost(url);
        Body body = new Body(json);
        post.setEntity(body);
        post.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(timeout))
                        .setResponseTimeout(Timeout.of(timeout))
                        .setRedirectsEnabled(false)
                        .build());
        ScheduledFuture<?> deadline =
                deadlines.schedule(post::abort, timeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return client.execute(post, response -> answered(post, response));
        } catch (IOException failure) {
            // in TLS 1.3 a server refuses the caller's certificate after the caller has begun to
            // write
            return body.begun && !(failure instanceof SSLHandshakeException)
                    ? new Result.Unknown("no whole answer: " + failure.getClass().getSimpleName())
                    : new Result.NotSent(why(failure));
        } finally {
            deadline.cancel(false);
        }
    }

    private static Result answered(HttpPost post, ClassicHttpResponse response) throws IOException {
        byte[] body = {};
        if (response.getEntity() != null) {
            body = response.getEntity().getContent().readNBytes(LONGEST_ANSWER + 1);
        }
        if (body.length > LONGEST_ANSWER) {
            post.abort();
            body = new byte[0];
        }
        return new Result.Answered(response.getCode(), retryAfter(response), body);
    }

    private static Optional<Duration> retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null || !header.getValue().matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(header.getValue()));
        return Optional.of(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    private static String why(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "the host name could not be resolved";
        }
        if (failure instanceof WrongPeerException) {
            return "the server's certificate is not the peer's";
        }
        return failure instanceof SSLException ? "the TLS handshake failed" : "no connection";
    }

    /** Knows whether anything of it has left: before that, whatever failed, the peer has nothing. */
    private static final class Body extends HttpEntityWrapper {
        private volatile boolean begun;

        Body(byte[] json) {
            super(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            begun = true;
            super.writeTo(out);
        }
    }

    /** Ends running calls and closes all connections. */
    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpClientBuilder throughProxy(
            HttpClientBuilder builder, @Nullable HttpProxy proxy) {
        if (proxy == null) {
            return builder;
        }
        HttpHost host = new HttpHost("http", proxy.host(), proxy.port());
        builder.setRoutePlanner(
                new DefaultProxyRoutePlanner(host) {
                    @Override
                    protected @Nullable HttpHost determineProxy(
                            HttpHost target, HttpContext context) throws HttpException {
                        return proxy.passes(target.getHostName())
                                ? null
                                : super.determineProxy(target, context);
                    }
                });
        proxy.login()
                .ifPresent(
                        login ->
                                builder.setDefaultCredentialsProvider(
                                        CredentialsProviderBuilder.create()
                                                .add(
                                                        new AuthScope(host),
                                                        login.user(),
                                                        login.password())
                                                .build()));
        return builder;
    }

    private static PoolingHttpClientConnectionManager pool(
            TlsSocketStrategy tls, Duration connectTimeout, Duration timeout, int connections) {
        Timeout connect = Timeout.of(connectTimeout);
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(HttpsPoster::connection)
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(Timeout.of(timeout))
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                                .build())
                .setMaxConnTotal(4 * connections)
                .setMaxConnPerRoute(connections)
                .setTlsSocketStrategy(tls)
                .build();
    }

    /** The server's certificate is trusted and has the right host name, but is another system's. */
    private static final class WrongPeerException extends SSLPeerUnverifiedException {
        WrongPeerException() {
            super("The server's certificate is not the peer's");
        }
    }

    /**
     * Beside trust and host name, the certificate has to hold the HSA-id of a peer at that address: an address that was
     * mistyped, or given to another system, gets no patient's data.
     */
    private static final class PinnedTls implements TlsSocketStrategy {
        private final TlsSocketStrategy standard;
        private final Map<String, Set<HsaId>> systems = new HashMap<>();

        PinnedTls(SSLContext tls, Collection<Peer> peers) {
            standard =
                    new DefaultClientTlsStrategy(
                            tls,
                            PROTOCOLS,
                            null,
                            SSLBufferMode.STATIC,
                            HostnameVerificationPolicy.BUILTIN,
                            null);
            for (Peer peer : peers) {
                int port = peer.url().getPort() < 0 ? 443 : peer.url().getPort();
                systems.computeIfAbsent(
                                address(peer.url().getHost(), port), none -> new HashSet<>())
                        .add(peer.system());
            }
        }

        @Override
        public SSLSocket upgrade(
                Socket socket, String target, int port, Object attachment, HttpContext context)
                throws IOException {
            SSLSocket secured = standard.upgrade(socket, target, port, attachment, context);
            boolean known =
                    secured.getSession().getPeerCertificates()[0] instanceof X509Certificate server
                            && Credential.hsaIdOf(server)
                                    .filter(
                                            systems.getOrDefault(address(target, port), Set.of())
                                                    ::contains)
                                    .isPresent();
            if (!known) {
                secured.close();
                throw new WrongPeerException();
            }
            return secured;
        }

        private static String address(String host, int port) {
            return host.toLowerCase(Locale.ROOT) + ":" + port;
        }
    }

    private static ManagedHttpClientConnection connection(@Nullable Socket socket)
            throws IOException {
        SilentConnection connection = new SilentConnection();
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    /** The connection that this one is made of writes headers and bodies to the log at level DEBUG. */
    private static final class SilentConnection extends DefaultManagedHttpClientConnection {
        private static final @Nullable CharsetDecoder ASCII_IN = null;
        private static final @Nullable CharsetEncoder ASCII_OUT = null;

        SilentConnection() {
            super("discharge-exchange", ASCII_IN, ASCII_OUT, HEAD, null, null, null, null);
        }

        @Override
        public void bind(Socket socket) throws IOException {
            bind(new org.apache.hc.core5.http.impl.io.SocketHolder(socket));
        }

        @Override
        public void bind(SSLSocket tls, Socket socket) throws IOException {
            bind(new org.apache.hc.core5.http.impl.io.SocketHolder(tls, socket));
        }

        @Override
        protected void onRequestSubmitted(ClassicHttpRequest request) {}

        @Override
        protected void onResponseReceived(ClassicHttpResponse response) {}
    }
}
