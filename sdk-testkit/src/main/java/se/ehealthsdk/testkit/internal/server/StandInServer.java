package se.ehealthsdk.testkit.internal.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.internal.http.HttpCall;
import se.ehealthsdk.testkit.internal.http.HttpReply;
import se.ehealthsdk.testkit.internal.server.HttpPort.ClientCertificate;

/** An HTTPS server that requires a client certificate and gives every call to one function. TLS 1.2 and 1.3, HTTP/1.1. */
public final class StandInServer implements AutoCloseable {

    /** Bytes of a body at most, unless set otherwise: 15 MiB. */
    public static final int MAX_BODY_BYTES = 15 << 20;

    private final HttpPort port;

    private StandInServer(HttpPort port) {
        this.port = port;
    }

    /**
     * @param tls the server's certificate, and whom it trusts
     * @param place where it listens
     * @throws ConfigurationException if it cannot listen there
     */
    public static StandInServer start(
            SSLContext tls, Listening place, Function<HttpCall, HttpReply> service) {
        return start(tls, place, MAX_BODY_BYTES, service);
    }

    /**
     * @param tls the server's certificate, and whom it trusts
     * @param place where it listens
     * @param maxBodyBytes of a larger body the service gets the beginning, and is told so
     * @throws ConfigurationException if it cannot listen there
     */
    public static StandInServer start(
            SSLContext tls,
            Listening place,
            int maxBodyBytes,
            Function<HttpCall, HttpReply> service) {
        return start(tls, place, Limits.ofBody(maxBodyBytes), service);
    }

    static StandInServer start(
            SSLContext tls, Listening place, Limits limits, Function<HttpCall, HttpReply> service) {
        HttpPort port =
                new HttpPort(place, new HttpPort.Tls(tls, ClientCertificate.REQUIRED), limits);
        port.serve(request -> service.apply(call(request)));
        return new StandInServer(port);
    }

    private static HttpCall call(HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> each : request.headers().entrySet()) {
            headers.put(each.getKey(), each.getValue().get(0));
        }
        return new HttpCall(
                request.method(),
                request.target().getPath(),
                request.target().getRawQuery(),
                headers,
                request.body(),
                request.cut(),
                request.certificates().stream().findFirst(),
                request.connection());
    }

    public int port() {
        return port.port();
    }

    /** How many connections got through the TLS handshake. */
    public int connections() {
        return port.connections();
    }

    /** How many connections the TLS handshake refused. */
    public int refusedConnections() {
        return port.refused();
    }

    /** How many connections there are now. */
    int openConnections() {
        return port.open();
    }

    @Override
    public void close() {
        port.close();
    }
}
