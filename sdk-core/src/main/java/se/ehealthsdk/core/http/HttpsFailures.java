package se.ehealthsdk.core.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.internal.http.CallProbe;
import se.ehealthsdk.core.internal.http.HttpFailures;

/** What a failure on the way means to the caller. */
final class HttpsFailures {

    private static final String LATER = "Check address, port, firewall and proxy; try again later.";

    private HttpsFailures() {}

    static ConnectionException of(IOException failure, CallProbe probe) {
        Stage stage = stage(failure, probe);
        // a request without a body changes nothing, and may be sent again; and in TLS 1.3, the
        // refusal of a
        // certificate comes after the caller has begun to write
        boolean sent = probe.hasConnected() && probe.hasBegun() && stage != Stage.TLS;
        return of(
                stage,
                sent ? Outcome.UNKNOWN : Outcome.NOT_PERFORMED,
                probe.expired() || failure instanceof SocketTimeoutException,
                failure);
    }

    static ConnectionException proxyRefused() {
        return of(Stage.PROXY, Outcome.NOT_PERFORMED, false, null);
    }

    private static Stage stage(IOException failure, CallProbe probe) {
        if (probe.hasConnected()) {
            return failure instanceof SSLHandshakeException && !probe.expired()
                    ? Stage.TLS
                    : probe.hasSent() ? Stage.ANSWER : Stage.SEND;
        }
        if (probe.expired()) {
            return Stage.CONNECT;
        }
        if (Thread.currentThread().isInterrupted()) {
            return Stage.INTERRUPTED;
        }
        if (failure instanceof UnknownHostException) {
            return Stage.NAME;
        }
        if (failure instanceof SSLException) {
            return Stage.TLS;
        }
        if (HttpFailures.isPoolTimeout(failure)) {
            return Stage.QUEUE;
        }
        return HttpFailures.isProxyRefusal(failure) ? Stage.PROXY : Stage.CONNECT;
    }

    private static ConnectionException of(
            Stage stage, Outcome outcome, boolean late, @Nullable IOException cause) {
        return switch (stage) {
            case NAME ->
                    failed(
                            stage,
                            outcome,
                            "The host name could not be resolved",
                            "Check the address, and this system's name service.",
                            cause);
            case TLS ->
                    failed(
                            stage,
                            outcome,
                            "The TLS handshake failed",
                            "Check that the trust anchors are those of this environment, that the address has the"
                                    + " host name of the server's certificate, and that this system's own"
                                    + " certificate is one that the server accepts.",
                            cause);
            case PROXY ->
                    failed(
                            stage,
                            outcome,
                            "The proxy refused the tunnel",
                            "Check the proxy's address and login, and that it allows this host and port.",
                            cause);
            case QUEUE ->
                    failed(
                            stage,
                            outcome,
                            "No connection became free in time",
                            "Raise the client's number of connections, or call less at the same time.",
                            cause);
            case INTERRUPTED ->
                    failed(
                            stage,
                            outcome,
                            "The calling thread was interrupted",
                            "Nothing to do: the application stopped the call.",
                            cause);
            case CONNECT ->
                    failed(
                            stage,
                            outcome,
                            late
                                    ? "There was no connection in time"
                                    : "The connection could not be made",
                            LATER,
                            cause);
            case SEND, ANSWER ->
                    failed(
                            stage,
                            outcome,
                            late
                                    ? "There was no whole answer in time"
                                    : "The connection was lost before the whole answer had come",
                            LATER,
                            cause);
        };
    }

    private static ConnectionException failed(
            Stage stage,
            Outcome outcome,
            String message,
            String remedy,
            @Nullable IOException cause) {
        return new ConnectionException(stage, outcome, message, remedy, null, cause);
    }
}
