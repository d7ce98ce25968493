package se.ehealthsdk.core.http;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.internal.http.HttpTimes;

/**
 * What to ask for. Immutable, except that a body is not copied: leave its bytes alone until the call has ended.
 */
public final class HttpsRequest {

    private final String method;
    private final URI url;
    private final Map<String, String> headers;
    private final Optional<Body> body;

    record Body(byte[] bytes, String contentType) {}

    private HttpsRequest(String method, URI url, Map<String, String> headers, Optional<Body> body) {
        this.method = method;
        this.url = url;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Gets.
     *
     * @param url {@code https}, or {@code http} for what is signed and open to all, such as revocation lists
     * @throws InvalidInputException if the address is neither, or has no host
     */
    public static HttpsRequest get(URI url) {
        return new HttpsRequest("GET", checked(url), Map.of(), Optional.empty());
    }

    /**
     * Posts.
     *
     * @param url as for {@link #get}
     * @param contentType of the body, as {@code application/json}
     * @param body the bytes; not copied
     * @throws InvalidInputException if the address is neither https nor http, or has no host
     */
    public static HttpsRequest post(URI url, String contentType, byte[] body) {
        return new HttpsRequest(
                "POST", checked(url), Map.of(), Optional.of(new Body(body, contentType)));
    }

    private static URI checked(URI url) {
        boolean web =
                "https".equalsIgnoreCase(url.getScheme())
                        || "http".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new InvalidInputException("url", "is no web address", "https://host/path");
        }
        return url;
    }

    /** With a header, in place of any with that name. */
    public HttpsRequest header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpsRequest(method, url, more, body);
    }

    /** With a header whose value is a time, as {@code If-Modified-Since}; whole seconds, in GMT as HTTP has it. */
    public HttpsRequest header(String name, Instant time) {
        return header(name, HttpTimes.write(time));
    }

    String method() {
        return method;
    }

    URI url() {
        return url;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<Body> body() {
        return body;
    }

    /** Method and host; the rest may say who it is about. */
    @Override
    public String toString() {
        return method + " " + url.getHost();
    }
}
