package se.ehealthsdk.testkit.internal.http;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call as it arrived.
 *
 * @param method as {@code POST}
 * @param path without query
 * @param headers the first value of each; names in any case
 * @param body all of it
 * @param certificate the client's, already verified
 * @param connection that it came on
 */
public record HttpCall(
        String method,
        String path,
        Map<String, String> headers,
        byte[] body,
        Optional<X509Certificate> certificate,
        Connection connection) {

    public HttpCall {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same call to another path. */
    public HttpCall withPath(String other) {
        return new HttpCall(method, other, headers, body, certificate, connection);
    }

    /** The same call with one more header. */
    public HttpCall with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpCall(method, path, more, body, certificate, connection);
    }
}
