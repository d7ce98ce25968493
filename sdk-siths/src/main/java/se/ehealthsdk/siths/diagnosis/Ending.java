package se.ehealthsdk.siths.diagnosis;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an attempt ended.
 *
 * @param kind in which way
 * @param detail the alert's name, the HTTP status, or what Java says; empty for the other kinds
 */
record Ending(Kind kind, String detail) {

    enum Kind {
        /** The server answered with HTTP. */
        ANSWERED,
        /** The server answered with something else. */
        ANSWERED_OTHERWISE,
        /** The handshake was completed with nothing shown and nothing sent, since the server is not trusted. */
        NOT_GONE_ON,
        /** The server ended the connection with an alert. */
        ALERT,
        /** The connection was closed without a reason. */
        CLOSED,
        /** Nothing came within the time. */
        SILENT,
        /** What came is not TLS. */
        NOT_TLS,
        /** Java gave up. */
        GIVEN_UP
    }

    private static final Pattern ALERT =
            Pattern.compile("Received fatal alert: ([a-z_]+)", Pattern.CASE_INSENSITIVE);

    static Ending of(Kind kind) {
        return new Ending(kind, "");
    }

    /** JSSE tells these apart by the text of its exceptions only. */
    static Ending of(IOException failure, Deadline deadline) {
        boolean closed = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Matcher alert = ALERT.matcher(message);
            if (alert.find()) {
                return new Ending(Kind.ALERT, alert.group(1));
            }
            if (message.contains("nrecognized SSL message")) {
                return of(Kind.NOT_TLS);
            }
            if (cause instanceof SocketTimeoutException) {
                return of(Kind.SILENT);
            }
            closed |=
                    cause instanceof EOFException
                            || cause instanceof SocketException
                            || message.contains("close_notify");
        }
        if (deadline.passed()) {
            return of(Kind.SILENT);
        }
        return closed
                ? of(Kind.CLOSED)
                : new Ending(Kind.GIVEN_UP, Names.plain(String.valueOf(failure.getMessage())));
    }

    /** Whether the server would not go on. */
    boolean refused() {
        return kind == Kind.ALERT || kind == Kind.CLOSED;
    }
}
