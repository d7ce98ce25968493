package se.ehealthsdk.siths.internal.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.rivta.HttpProxy;

/**
 * Gets and posts small things: bounded in time and size, no redirects, no cookies, host names verified.
 * Safe for use by many threads.
 */
public final class WebClient implements AutoCloseable {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private static final Http1Config HEAD =
            Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();

    private final WebSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    /** A client with a connection pool of its own. */
    public WebClient(WebSettings settings) {
        this.settings = settings;
        this.client = client(settings);
        this.deadlines = new ScheduledThreadPoolExecutor(1, WebClient::timerThread);
        this.deadlines.setRemoveOnCancelPolicy(true);
        // no thread for a client that rests
        this.deadlines.setKeepAliveTime(10, TimeUnit.SECONDS);
        this.deadlines.allowCoreThreadTimeOut(true);
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "ehealth-sdk-web-deadlines");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Gets.
     *
     * @throws ConnectionException when there is no answer in time
     * @throws ProtocolException when the answer is too large
     */
    public WebAnswer get(URI url, Map<String, String> headers) {
        return call(new HttpGet(url), headers);
    }

    /**
     * Posts.
     *
     * @throws ConnectionException when there is no answer in time
     * @throws ProtocolException when the answer is too large
     */
    public WebAnswer post(URI url, String contentType, byte[] body, Map<String, String> headers) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
        return call(post, headers);
    }

    private WebAnswer call(HttpUriRequestBase request, Map<String, String> headers) {
        if (deadlines.isShutdown()) {
            throw new IllegalStateException("The client is closed");
        }
        headers.forEach(request::setHeader);
        request.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.timeout()))
                        .setResponseTimeout(Timeout.of(settings.timeout()))
                        .setRedirectsEnabled(false)
                        .build());
        AtomicBoolean expired = new AtomicBoolean();
        ScheduledFuture<?> timer =
                deadlines.schedule(
                        () -> {
                            expired.set(true);
                            request.abort();
                        },
                        settings.timeout().toNanos(),
                        TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, response -> read(request, response));
        } catch (IOException failure) {
            throw connection(failure, expired.get());
        } finally {
            timer.cancel(false);
        }
    }

    private WebAnswer read(HttpUriRequestBase request, ClassicHttpResponse response)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        byte[] body = {};
        if (response.getEntity() != null) {
            // closed by the caller, after reading on to the end
            InputStream in = response.getEntity().getContent();
            body = in.readNBytes(settings.maxBytes() + 1);
        }
        if (body.length > settings.maxBytes()) {
            // without this the rest, which may have no end, would be read and thrown away
            request.abort();
            throw new ProtocolException(
                    "The answer is larger than " + settings.maxBytes() + " bytes", null, null);
        }
        return new WebAnswer(response.getCode(), headers, body);
    }

    private static ConnectionException connection(IOException failure, boolean expired) {
        if (expired || failure instanceof SocketTimeoutException) {
            return failed(
                    Stage.ANSWER,
                    "There was no whole answer in time",
                    "Check address, firewall and proxy; try again later.",
                    failure);
        }
        if (failure instanceof UnknownHostException) {
            return failed(
                    Stage.NAME,
                    "The host name could not be resolved",
                    "Check the address, and this system's name service.",
                    failure);
        }
        if (failure instanceof SSLException) {
            return failed(
                    Stage.TLS,
                    "The TLS handshake failed",
                    "Check that the trust anchors are those of this environment, and that the address has"
                            + " the host name of the server's certificate.",
                    failure);
        }
        if (failure instanceof ClientProtocolException) {
            return failed(
                    Stage.PROXY,
                    "The proxy or the server did not answer with HTTP as it should be",
                    "Check the proxy's address and login, and that it allows this host and port.",
                    failure);
        }
        return failed(
                Stage.CONNECT,
                "The connection could not be made, or was lost",
                "Check address, port, firewall and proxy; try again later.",
                failure);
    }

    private static ConnectionException failed(
            Stage stage, String message, String remedy, IOException cause) {
        return new ConnectionException(
                stage,
                stage == Stage.ANSWER || stage == Stage.CONNECT
                        ? Outcome.UNKNOWN
                        : Outcome.NOT_PERFORMED,
                message,
                remedy,
                null,
                cause);
    }

    /** Ends running calls and closes all connections. */
    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static CloseableHttpClient client(WebSettings settings) {
        HttpClientBuilder builder =
                HttpClients.custom()
                        .setConnectionManager(pool(settings))
                        .setUserAgent("swedish-ehealth-sdk")
                        .disableConnectionState()
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement();
        HttpProxy proxy = settings.proxy();
        if (proxy != null) {
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
        }
        return builder.build();
    }

    private static ManagedHttpClientConnection connection(@Nullable Socket socket)
            throws IOException {
        SilentConnection connection = new SilentConnection(HEAD);
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    private static PoolingHttpClientConnectionManager pool(WebSettings settings) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        PoolingHttpClientConnectionManagerBuilder pool =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(WebClient::connection)
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(connect).build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(connect)
                                        .setSocketTimeout(Timeout.of(settings.timeout()))
                                        .setTimeToLive(TimeValue.ofMinutes(5))
                                        .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                                        .build())
                        .setMaxConnTotal(20)
                        .setMaxConnPerRoute(10);
        if (settings.tls() != null) {
            pool.setTlsSocketStrategy(
                    new DefaultClientTlsStrategy(
                            settings.tls(),
                            PROTOCOLS,
                            null,
                            SSLBufferMode.STATIC,
                            HostnameVerificationPolicy.BUILTIN,
                            null));
        }
        return pool.build();
    }
}
