package se.ehealthsdk.testkit.internal.http;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call from a browser or a client on the web.
 *
 * @param method as {@code GET}
 * @param target path and query
 * @param headers all values of each; names in any case
 * @param body all of it
 * @param certificates the client's chain, which nobody has verified; empty when it showed none
 */
public record WebCall(
        String method,
        URI target,
        TreeMap<String, List<String>> headers,
        byte[] body,
        List<X509Certificate> certificates) {

    /** A header's first value. */
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null ? Optional.empty() : values.stream().findFirst();
    }

    /** A call without headers, body and certificate. */
    public static WebCall get(URI target) {
        return new WebCall(
                "GET",
                target,
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                new byte[0],
                List.of());
    }
}
