package se.ehealthsdk.core.rivta;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;

/** One attempt of a call that is about to be sent. */
public final class OutgoingCall {

    private static final Set<String> RESERVED =
            Set.of(
                    "host",
                    "connection",
                    "content-type",
                    "content-length",
                    "content-encoding",
                    "accept-encoding",
                    "transfer-encoding",
                    "soapaction",
                    "x-skltp-correlation-id");

    /** The platform answers HTTP 400 somewhere above 8 KiB of one header. */
    private static final int MAX_VALUE = 4_096;

    private final CallInfo info;
    private final int attempt;
    private final Map<String, String> headers = new LinkedHashMap<>();

    OutgoingCall(CallInfo info, int attempt) {
        this.info = info;
        this.attempt = attempt;
    }

    /** Which call. */
    public CallInfo info() {
        return info;
    }

    /** 1 for the first attempt. */
    public int attempt() {
        return attempt;
    }

    /**
     * Sets an HTTP header of this attempt.
     *
     * @throws InvalidInputException for a header that the SDK or the profile sets, for the platform's
     *     internal {@code x-vp-*}, and for values that cannot be sent
     */
    public void header(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.matches("[a-z0-9!#$%&'*+.^_`|~\\-]+")) {
            throw new InvalidInputException("header", "has no valid name", "an HTTP header name");
        }
        if (RESERVED.contains(lower) || lower.startsWith("x-vp-")) {
            throw new InvalidInputException(
                    "header " + lower, "is not the caller's to set", "another header");
        }
        if (value.length() > MAX_VALUE || !value.matches("[\\x20-\\x7E\\t]*")) {
            throw new InvalidInputException(
                    "header " + lower,
                    "has a value that cannot be sent",
                    "at most " + MAX_VALUE + " printable ASCII characters");
        }
        headers.put(name, value);
    }

    Map<String, String> headers() {
        return headers;
    }
}
