package se.ehealthsdk.testkit.internal.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back, and how it is spoiled on the way.
 *
 * @param status the HTTP status
 * @param headers without Content-Length, which follows from the body
 * @param body what is sent
 * @param breakage what happens to the connection instead of a reply
 * @param delay how long to wait before the reply
 */
public record HttpReply(
        int status, Map<String, String> headers, Body body, Breakage breakage, Duration delay) {

    /** What happens to the connection. */
    public enum Breakage {
        /** Nothing: the reply is sent. */
        NONE,
        /** Reset (TCP RST). */
        RESET,
        /** Closed without an answer. */
        CLOSED,
        /** Bytes that are not TLS. */
        GARBAGE,
        /** Status and headers, then bytes that are not TLS in the place of a chunk. */
        BROKEN_CHUNK
    }

    public HttpReply {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static HttpReply of(int status, Map<String, String> headers, byte[] body) {
        return new HttpReply(status, headers, Body.of(body), Breakage.NONE, Duration.ZERO);
    }

    /** A status and no body at all. */
    public static HttpReply empty(int status) {
        return of(status, Map.of(), new byte[0]);
    }

    public static HttpReply broken(Breakage breakage) {
        return new HttpReply(200, Map.of(), Body.of(new byte[0]), breakage, Duration.ZERO);
    }

    public HttpReply withStatus(int other) {
        return new HttpReply(other, headers, body, breakage, delay);
    }

    public HttpReply withBody(Body other) {
        return new HttpReply(status, headers, other, breakage, delay);
    }

    public HttpReply withDelay(Duration wait) {
        return new HttpReply(status, headers, body, breakage, wait);
    }

    public HttpReply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpReply(status, more, body, breakage, delay);
    }

    public HttpReply without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.keySet().removeIf(name::equalsIgnoreCase);
        return new HttpReply(status, fewer, body, breakage, delay);
    }

    /** The body as text, as far as it is kept. */
    public String text() {
        return new String(body.recorded(), StandardCharsets.UTF_8);
    }
}
