package se.ehealthsdk.hsa.unitfile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.classic.methods.HttpGet;
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
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.rivta.HttpProxy;

/**
 * Gets a file: no redirects, no cookies, no repetitions, host names verified, nothing of what passes in any log. Not
 * decompressed: a file that is zipped is meant to be.
 */
final class FileDownload implements Closeable {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final Http1Config HEAD =
            Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();

    private final Duration silence;
    private final CloseableHttpClient client;

    /**
     * @param connect for TCP, and again for TLS
     * @param silence for which nothing may come at a time
     */
    FileDownload(SSLContext tls, @Nullable HttpProxy proxy, Duration connect, Duration silence) {
        this.silence = silence;
        HttpClientBuilder builder =
                HttpClients.custom()
                        .setConnectionManager(pool(tls, Timeout.of(connect), Timeout.of(silence)))
                        .setUserAgent("swedish-ehealth-sdk")
                        .disableConnectionState()
                        .disableAutomaticRetries()
                        .disableContentCompression()
                        .disableRedirectHandling()
                        .disableCookieManagement();
        if (proxy != null) {
            through(proxy, builder);
        }
        this.client = builder.build();
    }

    private static PoolingHttpClientConnectionManager pool(
            SSLContext tls, Timeout connect, Timeout silence) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(FileDownload::connection)
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(silence)
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                                .build())
                .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(
                                tls,
                                PROTOCOLS,
                                null,
                                SSLBufferMode.STATIC,
                                HostnameVerificationPolicy.BUILTIN,
                                null))
                .build();
    }

    private static ManagedHttpClientConnection connection(@Nullable Socket socket)
            throws IOException {
        Silent connection = new Silent();
        if (socket != null) {
            connection.bind(new SocketHolder(socket));
        }
        return connection;
    }

    private static void through(HttpProxy proxy, HttpClientBuilder builder) {
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

    /**
     * Asks for a file, unless the one that is known is the newest.
     *
     * @param etag what the server called the one that is known
     * @param since when the server said that it was made
     */
    Reply get(URI address, Optional<String> etag, Optional<Instant> since) throws IOException {
        HttpGet get = new HttpGet(address);
        get.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(silence))
                        .setResponseTimeout(Timeout.of(silence))
                        .setRedirectsEnabled(false)
                        .build());
        etag.ifPresent(value -> get.setHeader("If-None-Match", value));
        since.ifPresent(
                time -> get.setHeader("If-Modified-Since", DateUtils.formatStandardDate(time)));
        return new Reply(client.executeOpen(null, get, null));
    }

    /** An answer, whose body is read as it is asked for. Closing it before its end closes the connection. */
    static final class Reply implements Closeable {

        private final ClassicHttpResponse response;

        private Reply(ClassicHttpResponse response) {
            this.response = response;
        }

        int status() {
            return response.getCode();
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
        }

        Optional<Instant> lastModified() {
            return header("Last-Modified")
                    .flatMap(value -> Optional.ofNullable(DateUtils.parseStandardDate(value)));
        }

        Optional<Duration> retryAfter() {
            return header("Retry-After")
                    .filter(value -> value.matches("[0-9]{1,6}"))
                    .map(value -> Duration.ofSeconds(Long.parseLong(value)));
        }

        InputStream body() throws IOException {
            return response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
        }

        @Override
        public void close() throws IOException {
            response.close();
        }
    }

    /** What a failure on the way means. */
    static ConnectionException failure(IOException cause) {
        if (cause instanceof UnknownHostException) {
            return failed(
                    Stage.NAME,
                    "The host name of HSA's file service could not be resolved",
                    "Check the address, and that this system is on a network that knows it (Sjunet).",
                    cause);
        }
        if (cause instanceof SSLException) {
            return failed(
                    Stage.TLS,
                    "HSA's file service and this system do not accept one another's certificates",
                    "Check that the trust anchors are those of this environment, that the address has the host"
                            + " name of the server's certificate, and that the system's certificate is a valid"
                            + " SITHS function certificate.",
                    cause);
        }
        if (cause instanceof ClientProtocolException) {
            return failed(
                    Stage.PROXY,
                    "The proxy or HSA's file service did not answer with HTTP as it should be",
                    "Check the proxy's address and login, and that it allows this host and port.",
                    cause);
        }
        if (cause instanceof SocketTimeoutException) {
            return failed(
                    Stage.ANSWER,
                    "Nothing came from HSA's file service in time",
                    "Check address, firewall and proxy; try again later.",
                    cause);
        }
        return failed(
                Stage.CONNECT,
                "The connection to HSA's file service could not be made, or was lost before the whole file had"
                        + " come",
                "Check address, port, firewall and proxy; try again later.",
                cause);
    }

    private static ConnectionException failed(
            Stage stage, String message, String remedy, IOException cause) {
        return new ConnectionException(stage, Outcome.NOT_PERFORMED, message, remedy, null, cause);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Keeps headers out of the log, where the library would write them at level DEBUG. */
    private static final class Silent extends DefaultManagedHttpClientConnection {

        private static final @Nullable CharsetDecoder ASCII_IN = null;
        private static final @Nullable CharsetEncoder ASCII_OUT = null;
        private static final @Nullable ContentLengthStrategy STANDARD = null;

        Silent() {
            super(
                    "ehealth-sdk-unit-file",
                    ASCII_IN,
                    ASCII_OUT,
                    HEAD,
                    STANDARD,
                    STANDARD,
                    null,
                    null);
        }

        @Override
        public void bind(Socket socket) throws IOException {
            bind(new SocketHolder(socket));
        }

        @Override
        public void bind(SSLSocket tls, Socket socket) throws IOException {
            bind(new SocketHolder(tls, socket));
        }

        @Override
        protected void onRequestSubmitted(ClassicHttpRequest request) {}

        @Override
        protected void onResponseReceived(ClassicHttpResponse response) {}
    }
}
