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
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private final Duration whole;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    /**
     * @param connect for TCP, and again for TLS
     * @param silence for which nothing may come at a time
     * @param whole for all of an answer, its head too
     */
    FileDownload(
            SSLContext tls,
            @Nullable HttpProxy proxy,
            Duration connect,
            Duration silence,
            Duration whole) {
        this.silence = silence;
        this.whole = whole;
        this.deadlines = new ScheduledThreadPoolExecutor(1, FileDownload::timerThread);
        this.deadlines.setRemoveOnCancelPolicy(true);
        this.deadlines.setKeepAliveTime(1, TimeUnit.SECONDS);
        this.deadlines.allowCoreThreadTimeOut(true);
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

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "ehealth-sdk-unit-file");
        thread.setDaemon(true);
        return thread;
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
     * @throws IllegalStateException if this is closed
     */
    Reply get(URI address, KnownFile known) throws IOException {
        if (deadlines.isShutdown()) {
            throw new IllegalStateException("The client is closed");
        }
        HttpGet get = new HttpGet(address);
        get.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(silence))
                        .setResponseTimeout(Timeout.of(silence))
                        .setRedirectsEnabled(false)
                        .build());
        known.etag().ifPresent(value -> get.setHeader("If-None-Match", value));
        known.modified()
                .ifPresent(
                        time ->
                                get.setHeader(
                                        "If-Modified-Since", DateUtils.formatStandardDate(time)));
        Deadline deadline = new Deadline(get);
        Future<?> timer = deadlines.schedule(deadline, whole.toMillis(), TimeUnit.MILLISECONDS);
        boolean answered = false;
        try {
            Reply reply = new Reply(client.executeOpen(null, get, null), deadline, timer);
            answered = true;
            return reply;
        } catch (IOException failure) {
            throw deadline.in(failure);
        } finally {
            if (!answered) {
                timer.cancel(false);
            }
        }
    }

    /** Cuts an answer off that has taken too long, whatever it is doing then. */
    private static final class Deadline implements Runnable {

        private final HttpGet get;
        private volatile boolean passed;

        Deadline(HttpGet get) {
            this.get = get;
        }

        @Override
        public void run() {
            passed = true;
            get.abort();
        }

        /** The failure, or what it comes of. */
        IOException in(IOException failure) {
            if (!passed) {
                return failure;
            }
            SocketTimeoutException late = new SocketTimeoutException("not whole in time");
            late.initCause(failure);
            return late;
        }
    }

    /** An answer, whose body is read as it is asked for. Closing it before its end closes the connection. */
    static final class Reply implements Closeable {

        private final ClassicHttpResponse response;
        private final Deadline deadline;
        private final Future<?> timer;

        private Reply(ClassicHttpResponse response, Deadline deadline, Future<?> timer) {
            this.response = response;
            this.deadline = deadline;
            this.timer = timer;
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

        /** How long to wait, told in seconds or as a time of day. */
        Optional<Duration> retryAfter(Instant now) {
            return header("Retry-After")
                    .map(String::strip)
                    .flatMap(
                            value ->
                                    value.matches("[0-9]{1,9}")
                                            ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                                            : Optional.ofNullable(
                                                            DateUtils.parseStandardDate(value))
                                                    .map(time -> Duration.between(now, time)))
                    .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
        }

        /**
         * Reads on.
         *
         * @return how many bytes; -1 at the end
         * @throws ConnectionException if there is no more, or not in time, before the end
         */
        int read(byte[] buffer) {
            try {
                int read = response.getEntity() == null ? -1 : body().read(buffer);
                if (deadline.passed) {
                    throw new IOException("cut off");
                }
                return read;
            } catch (IOException lost) {
                throw lost(deadline.in(lost));
            }
        }

        private InputStream body() throws IOException {
            return response.getEntity().getContent();
        }

        @Override
        public void close() {
            timer.cancel(false);
            try {
                response.close();
            } catch (IOException nothingIsLost) {
                // what was wanted of it has been read
            }
        }
    }

    /** What a failure means that comes when the answer has begun. */
    private static ConnectionException lost(IOException cause) {
        return cause instanceof SocketTimeoutException
                ? failure(cause)
                : failed(
                        Stage.ANSWER,
                        "The connection to HSA's file service was lost before the whole file had come",
                        "Try again later; go on with the file that is there.",
                        cause);
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
                "The connection to HSA's file service could not be made, or was lost before there was an answer",
                "Check address, port, firewall and proxy; try again later.",
                cause);
    }

    private static ConnectionException failed(
            Stage stage, String message, String remedy, IOException cause) {
        return new ConnectionException(stage, Outcome.NOT_PERFORMED, message, remedy, null, cause);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
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
