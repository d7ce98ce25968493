package se.ehealthsdk.siths.internal.web;

import java.util.Map;
import java.util.Optional;

/**
 * A whole answer.
 *
 * @param status the HTTP status
 * @param headers the last value of each header, by its name in lower case
 * @param body the bytes
 */
public record WebAnswer(int status, Map<String, String> headers, byte[] body) {

    /** Keeps a copy of the headers. */
    public WebAnswer {
        headers = Map.copyOf(headers);
    }

    /** A header by its name in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The status and the size; the body may be a token. */
    @Override
    public String toString() {
        return "WebAnswer[" + status + ", " + body.length + " bytes]";
    }
}
