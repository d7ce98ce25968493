package se.ehealthsdk.testkit.internal.server;

import java.util.function.Function;
import javax.net.ssl.SSLContext;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.internal.http.Body;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.http.WebCall;
import se.ehealthsdk.testkit.internal.server.HttpPort.ClientCertificate;

/**
 * A server for browsers and their like: with TLS it asks for a client certificate and goes on without one. Bodies are 64 KiB at
 * most unless asked otherwise; a larger one is refused unseen.
 */
public final class WebServer implements AutoCloseable {

    private static final int MAX_BODY_BYTES = 1 << 16;

    private final HttpPort port;

    private WebServer(HttpPort port) {
        this.port = port;
    }

    /**
     * Takes a port; calls wait until {@link #serve}.
     *
     * @param tls the server's certificate, and what it does with the clients'
     * @param place where it listens
     * @throws ConfigurationException if it cannot listen there
     */
    public static WebServer bind(SSLContext tls, Listening place) {
        return bind(tls, place, MAX_BODY_BYTES);
    }

    /**
     * Takes a port, as {@link #bind(SSLContext, Listening)} does.
     *
     * @param tls the server's certificate, and what it does with the clients'
     * @param place where it listens
     * @param maxBodyBytes what a body may hold at most
     * @throws ConfigurationException if it cannot listen there
     */
    public static WebServer bind(SSLContext tls, Listening place, int maxBodyBytes) {
        return bind(tls, place, Limits.ofBody(maxBodyBytes));
    }

    static WebServer bind(SSLContext tls, Listening place, Limits limits) {
        return new WebServer(
                new HttpPort(place, new HttpPort.Tls(tls, ClientCertificate.ASKED_FOR), limits));
    }

    /**
     * Takes a port for HTTP without TLS; calls wait until {@link #serve}. Server-sent events are a reply whose body is
     * {@link Body#streamed}: what it writes is sent at each flush, and writing fails when the browser has gone. 64 such replies
     * are sent at a time; who wants one more gets HTTP 503.
     *
     * @param place where it listens
     * @throws ConfigurationException if it cannot listen there
     */
    public static WebServer bindPlain(Listening place) {
        return bindPlain(place, MAX_BODY_BYTES);
    }

    /**
     * Takes a port for HTTP without TLS, as {@link #bindPlain(Listening)} does.
     *
     * @param place where it listens
     * @param maxBodyBytes what a body may hold at most
     * @throws ConfigurationException if it cannot listen there
     */
    public static WebServer bindPlain(Listening place, int maxBodyBytes) {
        return new WebServer(new HttpPort(place, null, Limits.ofBody(maxBodyBytes)));
    }

    /** Begins to answer; a body that is too large gets HTTP 413 without a body. */
    public void serve(Function<WebCall, HttpReply> service) {
        serve(service, HttpReply.empty(413));
    }

    /**
     * Begins to answer.
     *
     * @param tooLarge what a body that is too large gets
     */
    public void serve(Function<WebCall, HttpReply> service, HttpReply tooLarge) {
        port.serve(
                request ->
                        request.cut()
                                ? tooLarge
                                : service.apply(
                                        new WebCall(
                                                request.method(),
                                                request.target(),
                                                request.headers(),
                                                request.body(),
                                                request.certificates())));
    }

    public int port() {
        return port.port();
    }

    @Override
    public void close() {
        port.close();
    }
}
