package se.ehealthsdk.testkit.internal.http;

import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call as it arrived.
 *
 * @param method as {@code POST}
 * @param path without query
 * @param query what stands after the question mark, as it was sent; null when there is no question mark
 * @param headers the first value of each; names in any case
 * @param body all of it, or its beginning
 * @param cut whether there is more of the body than is here: it was larger than what is taken
 * @param certificate the client's, already verified
 * @param connection that it came on
 */
public record HttpCall(
        String method,
        String path,
        @Nullable String query,
        Map<String, String> headers,
        byte[] body,
        boolean cut,
        Optional<X509Certificate> certificate,
        Connection connection) {

    public HttpCall {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    /** A call without a query. */
    public HttpCall(
            String method,
            String path,
            Map<String, String> headers,
            byte[] body,
            boolean cut,
            Optional<X509Certificate> certificate,
            Connection connection) {
        this(method, path, null, headers, body, cut, certificate, connection);
    }

    /** Path and query, as they were sent but for escapes in the path. */
    public String target() {
        return query == null ? path : path + "?" + query;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same call to another path. */
    public HttpCall withPath(String other) {
        return new HttpCall(method, other, query, headers, body, cut, certificate, connection);
    }

    /** The same call with one more header. */
    public HttpCall with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpCall(method, path, query, more, body, cut, certificate, connection);
    }
}
