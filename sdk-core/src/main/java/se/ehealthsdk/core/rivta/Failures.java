package se.ehealthsdk.core.rivta;

import java.io.CharConversionException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.ConnectionException.Stage;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.internal.http.CallProbe;
import se.ehealthsdk.core.internal.http.HttpFailures;
import se.ehealthsdk.core.internal.xml.BoundedInputStream.TooLargeException;

/** Turns what went wrong underneath into what the caller can act on. */
final class Failures {

    private Failures() {}

    static ConnectionException connection(
            IOException failure, CallProbe probe, CallDetails details) {
        if (probe.expired()) {
            return new ConnectionException(
                    probe.hasConnected() ? Stage.ANSWER : Stage.CONNECT,
                    probe.hasConnected() ? Outcome.UNKNOWN : Outcome.NOT_PERFORMED,
                    "The call was cut off at its deadline",
                    "Try again later; if it lasts, report to the producer's support with the correlation"
                            + " id. Raise the deadline if the service is known to be slow.",
                    details,
                    failure);
        }
        return probe.hasConnected()
                ? afterConnecting(failure, probe, details)
                : beforeConnecting(failure, probe, details);
    }

    private static ConnectionException beforeConnecting(
            IOException failure, CallProbe probe, CallDetails details) {
        if (Thread.currentThread().isInterrupted()) {
            return failed(
                    Stage.INTERRUPTED,
                    Outcome.NOT_PERFORMED,
                    "The calling thread was interrupted",
                    "Nothing to do: the application stopped the call.",
                    details,
                    failure);
        }
        if (probe.inTls() || failure instanceof SSLException) {
            return failed(
                    Stage.TLS, Outcome.NOT_PERFORMED, tlsMessage(failure), TLS, details, failure);
        }
        if (failure instanceof UnknownHostException) {
            return failed(
                    Stage.NAME,
                    Outcome.NOT_PERFORMED,
                    "The host name could not be resolved",
                    "Check the address of the environment, and this system's name service.",
                    details,
                    failure);
        }
        if (HttpFailures.isPoolTimeout(failure)) {
            return failed(
                    Stage.QUEUE,
                    Outcome.NOT_PERFORMED,
                    "No connection in the pool became free in time",
                    "Raise maxConnections, or call less at the same time.",
                    details,
                    failure);
        }
        if (HttpFailures.isProxyRefusal(failure)) {
            return proxyRefused(details, failure);
        }
        return failed(
                Stage.CONNECT,
                Outcome.NOT_PERFORMED,
                failure instanceof SocketTimeoutException
                        ? "No connection within the connect timeout"
                        : "The connection could not be made",
                "Check address, port, firewall and proxy; try again later.",
                details,
                failure);
    }

    static ConnectionException proxyRefused(CallDetails details, @Nullable IOException cause) {
        return failed(
                Stage.PROXY,
                Outcome.NOT_PERFORMED,
                "The proxy refused the tunnel",
                "Check the proxy's address and login, and that it allows this host and port.",
                details,
                cause);
    }

    private static ConnectionException afterConnecting(
            IOException failure, CallProbe probe, CallDetails details) {
        if (failure instanceof SSLHandshakeException && probe.onNewConnection()) {
            // with TLS 1.3 the server's refusal of a certificate comes at the first read
            return failed(
                    Stage.TLS, Outcome.NOT_PERFORMED, tlsMessage(failure), TLS, details, failure);
        }
        if (failure instanceof SocketTimeoutException) {
            return failed(
                    Stage.ANSWER,
                    Outcome.UNKNOWN,
                    "No answer within the answer timeout",
                    "Try again later; if it lasts, report to the producer's support with the correlation"
                            + " id.",
                    details,
                    failure);
        }
        return failed(
                probe.hasSent() ? Stage.ANSWER : Stage.SEND,
                Outcome.UNKNOWN,
                "The connection was lost before the whole answer had come",
                probe.onNewConnection()
                        ? "Try again later. If every call ends so, the other end may be refusing this"
                                + " system's certificate: check it with the platform's administration."
                        : "Try again later.",
                details,
                failure);
    }

    private static final String TLS =
            "Check that the trust anchors are those of this environment, that the address has the host"
                    + " name of the server's certificate, and that this system's certificate is valid and of"
                    + " an issuer that the server accepts.";

    private static String tlsMessage(IOException failure) {
        String reason = failure.getMessage();
        return "The TLS handshake failed" + (reason == null ? "" : ": " + reason);
    }

    private static ConnectionException failed(
            Stage stage,
            Outcome outcome,
            String message,
            String remedy,
            CallDetails details,
            @Nullable IOException cause) {
        return new ConnectionException(stage, outcome, message, remedy, details, cause);
    }

    /** Whether the stream failed because of what the answer held, not because it was lost. */
    static boolean isContent(IOException failure) {
        return failure instanceof TooLargeException
                || failure instanceof CharConversionException
                || HttpFailures.isMalformed(failure);
    }

    /** Whether an unchecked exception of parser or codec stands for a content failure. */
    static boolean isContentFailure(Exception failure) {
        return failure.getCause() instanceof XMLStreamException
                || failure.getCause() instanceof IOException;
    }

    /** What is wrong with a document, without any of its content. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLargeException) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof CharConversionException) {
                return "its bytes are not in the character set it claims";
            }
        }
        return failure instanceof XMLStreamException own
                        && own.getClass() == XMLStreamException.class
                        && own.getMessage() != null
                ? own.getMessage()
                : "not well-formed XML, or cut off";
    }
}
