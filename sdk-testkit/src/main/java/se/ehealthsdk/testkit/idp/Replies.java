package se.ehealthsdk.testkit.idp;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** What the endpoints send back. Nothing of it may be kept on the way. */
final class Replies {

    static final String JSON = "application/json;charset=UTF-8";

    private Replies() {}

    static HttpReply json(int status, Map<String, ?> document) {
        return reply(status, JSON, JSONObjectUtils.toJSONString(document));
    }

    static HttpReply text(int status, String text) {
        return reply(status, "text/plain;charset=UTF-8", text);
    }

    static HttpReply jwt(String token) {
        return reply(200, "application/jwt", token);
    }

    static HttpReply page(int status, String html, String contentSecurityPolicy) {
        return reply(status, "text/html;charset=UTF-8", html)
                .with("content-security-policy", contentSecurityPolicy)
                .with("referrer-policy", "no-referrer");
    }

    /** After a form too, the browser goes on with GET. */
    static HttpReply redirect(String uri, Map<String, String> parameters) {
        String query =
                parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        String target = uri;
        if (!query.isEmpty()) {
            target += (URI.create(uri).getRawQuery() == null ? "?" : "&") + query;
        }
        return HttpReply.empty(303).with("location", target).with("cache-control", "no-store");
    }

    private static HttpReply reply(int status, String type, String body) {
        return HttpReply.of(
                status,
                Map.of(
                        "content-type", type,
                        "cache-control", "no-store",
                        "pragma", "no-cache",
                        "x-content-type-options", "nosniff"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
