package se.ehealthsdk.core.internal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.internal.soap.Soap;

/** One connection pool over TLS, for all of the SDK that speaks HTTP. Safe for use by many threads. */
public final class HttpTransport implements AutoCloseable {

    private static final String PROBE = "se.ehealthsdk.probe";
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final ContentType XML = ContentType.parse(Soap.CONTENT_TYPE);

    /** The head of an answer is bounded too; the platform's own has five headers. */
    private static final Http1Config HEAD =
            Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();

    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    public HttpTransport(SSLContext tls, HttpSettings settings) {
        this.client = client(tls, settings);
        this.deadlines = new ScheduledThreadPoolExecutor(1, HttpTransport::timerThread);
        this.deadlines.setRemoveOnCancelPolicy(true);
        if (settings.busy()) {
            // a deadline behind another in the queue wakes nobody; alone in it, each call's
            // deadline
            // would
            // wake the timer thread, which costs more than all else that a call does here
            this.deadlines.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.SECONDS);
        } else {
            // no thread for a client that rests
            this.deadlines.setKeepAliveTime(10, TimeUnit.SECONDS);
            this.deadlines.allowCoreThreadTimeOut(true);
        }
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "ehealth-sdk-deadlines");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Posts a SOAP message and returns when the head of the answer is there.
     *
     * @param remaining after so long the attempt is cut off, also while the answer is being read, until
     *     the returned answer is closed
     * @throws IllegalStateException if the transport is closed
     */
    public HttpAnswer post(
            URI url,
            Map<String, String> headers,
            byte[] body,
            int length,
            Duration poolTimeout,
            Duration answerTimeout,
            Duration remaining,
            CallProbe probe)
            throws IOException {
        HttpUriRequestBase post = new HttpUriRequestBase("POST", url);
        post.setEntity(new SentEntity(body, length, XML, probe));
        return send(post, headers, poolTimeout, answerTimeout, remaining, probe);
    }

    /**
     * Sends any request and returns when the head of the answer is there.
     *
     * @param body null for none
     * @param remaining as for {@link #post}
     * @throws IllegalStateException if the transport is closed
     */
    public HttpAnswer send(
            String method,
            URI url,
            Map<String, String> headers,
            byte @Nullable [] body,
            @Nullable String contentType,
            Duration answerTimeout,
            Duration remaining,
            CallProbe probe)
            throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, url);
        if (body == null) {
            probe.sent();
        } else {
            request.setEntity(
                    new SentEntity(
                            body,
                            body.length,
                            contentType == null ? null : ContentType.parse(contentType),
                            probe));
        }
        return send(request, headers, remaining, answerTimeout, remaining, probe);
    }

    private HttpAnswer send(
            HttpUriRequestBase request,
            Map<String, String> headers,
            Duration poolTimeout,
            Duration answerTimeout,
            Duration remaining,
            CallProbe probe)
            throws IOException {
        if (deadlines.isShutdown()) {
            throw new IllegalStateException("The client is closed");
        }
        headers.forEach(request::setHeader);
        request.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(poolTimeout))
                        .setResponseTimeout(timeout(answerTimeout))
                        .setRedirectsEnabled(false)
                        .setContentCompressionEnabled(false)
                        .setDefaultKeepAlive(1, TimeUnit.MINUTES)
                        .build());
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(PROBE, probe);
        ScheduledFuture<?> timer =
                deadlines.schedule(
                        () -> {
                            probe.expire();
                            request.abort();
                        },
                        remaining.toNanos(),
                        TimeUnit.NANOSECONDS);
        boolean answered = false;
        try {
            HttpAnswer answer =
                    new HttpAnswer(
                            client.executeOpen(null, request, context), request::abort, timer);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                timer.cancel(false);
            }
        }
    }

    /** Ends running calls and closes all connections. */
    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.GRACEFUL);
    }

    /** Ends running calls at once, in the middle of whatever they do, and closes all connections. */
    public void cut() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static CloseableHttpClient client(SSLContext tls, HttpSettings settings) {
        HttpClientBuilder builder =
                HttpClients.custom()
                        .setConnectionManager(pool(tls, settings))
                        .setUserAgent(settings.userAgent())
                        // without this, a client certificate makes each call shake hands anew
                        .disableConnectionState()
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .addExecInterceptorBefore(
                                ChainElement.CONNECT.name(),
                                "waiting",
                                (request, scope, chain) -> {
                                    observe(scope.clientContext, CallProbe::waiting);
                                    return chain.proceed(request, scope);
                                })
                        .addExecInterceptorAfter(
                                ChainElement.CONNECT.name(),
                                "connected",
                                (request, scope, chain) -> {
                                    observe(scope.clientContext, CallProbe::connected);
                                    return chain.proceed(request, scope);
                                });
        HttpSettings.ProxyRoute proxy = settings.proxy();
        if (proxy == null) {
            builder.disableAuthCaching();
        } else {
            HttpHost host = new HttpHost("http", proxy.host(), proxy.port());
            builder.setRoutePlanner(
                    new DefaultProxyRoutePlanner(host) {
                        @Override
                        protected @Nullable HttpHost determineProxy(
                                HttpHost target, HttpContext context) throws HttpException {
                            return proxy.passedBy().test(target.getHostName())
                                    ? null
                                    : super.determineProxy(target, context);
                        }
                    });
            builder.setDefaultCredentialsProvider(login(host, proxy));
        }
        return builder.build();
    }

    private static CredentialsProvider login(HttpHost host, HttpSettings.ProxyRoute proxy) {
        return proxy.user() == null || proxy.password() == null
                ? new BasicCredentialsProvider()
                : CredentialsProviderBuilder.create()
                        .add(new AuthScope(host), proxy.user(), proxy.password())
                        .build();
    }

    private static PoolingHttpClientConnectionManager pool(SSLContext tls, HttpSettings settings) {
        Timeout connect = timeout(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(HttpTransport::connection)
                .setTlsSocketStrategy(observed(strategy(tls), settings.servers()))
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).setSoTimeout(connect).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(connect)
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                                .build())
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxPerHost())
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .build();
    }

    private static ManagedHttpClientConnection connection(@Nullable Socket socket)
            throws IOException {
        SilentConnection connection = new SilentConnection(HEAD);
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    /** Host names are verified by the TLS layer itself, against RFC 2818. */
    private static TlsSocketStrategy strategy(SSLContext tls) {
        return new DefaultClientTlsStrategy(
                tls,
                PROTOCOLS,
                null,
                SSLBufferMode.STATIC,
                HostnameVerificationPolicy.BUILTIN,
                null);
    }

    private static TlsSocketStrategy observed(
            TlsSocketStrategy strategy, HttpSettings.ServerRule servers) {
        return (Socket socket, String target, int port, Object attachment, HttpContext context) -> {
            long start = System.nanoTime();
            observe(context, CallProbe::tlsStarted);
            SSLSocket secured = strategy.upgrade(socket, target, port, attachment, context);
            SSLSession session = secured.getSession();
            if (servers != HttpSettings.ServerRule.ALL
                    && !(session.getPeerCertificates()[0] instanceof X509Certificate server
                            && servers.accepts(target, port, server))) {
                secured.close();
                throw new SSLPeerUnverifiedException("The server is not one to go on with");
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            observe(
                    context,
                    probe ->
                            probe.tlsDone(
                                    new CallProbe.Tls(
                                            session.getProtocol(),
                                            session.getCipherSuite(),
                                            duration)));
            return secured;
        };
    }

    private static void observe(HttpContext context, java.util.function.Consumer<CallProbe> event) {
        CallProbe probe = CallProbe.of(context.getAttribute(PROBE));
        if (probe != null) {
            event.accept(probe);
        }
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    /** Writes the request without a copy of it, and tells the probe when it has left. */
    private static final class SentEntity extends AbstractHttpEntity {
        private final byte[] body;
        private final int length;
        private final CallProbe probe;

        SentEntity(byte[] body, int length, @Nullable ContentType type, CallProbe probe) {
            super(type, null);
            this.body = body;
            this.length = length;
            this.probe = probe;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            probe.begun();
            out.write(body, 0, length);
            out.flush();
            probe.sent();
        }

        @Override
        public InputStream getContent() {
            return new ByteArrayInputStream(body, 0, length);
        }

        @Override
        public long getContentLength() {
            return length;
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public boolean isStreaming() {
            return false;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
