package se.ehealthsdk.siths.login;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.internal.web.WebAnswer;
import se.ehealthsdk.siths.internal.web.WebClient;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** The IdP's back door: what this system asks it without a browser between. */
final class ProviderCalls implements AutoCloseable {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final WebClient web;
    private final LoginFailures failures;

    ProviderCalls(WebClient web, LoginFailures failures) {
        this.web = web;
        this.failures = failures;
    }

    /** A document that everyone may read. */
    WebAnswer document(URI address, String what) {
        WebAnswer answer = web.get(address, Map.of("Accept", "application/json"));
        if (answer.status() != 200) {
            throw unexpected(answer, what);
        }
        return answer;
    }

    WebAnswer withToken(URI address, String accessToken) {
        return web.get(
                address,
                Map.of(
                        "Accept",
                        "application/json, application/jwt",
                        "Authorization",
                        "Bearer " + accessToken));
    }

    WebAnswer post(URI address, HTTPRequest request) {
        Map<String, String> headers =
                Optional.ofNullable(request.getHeaderValue("Authorization"))
                        .map(value -> Map.of("Accept", "application/json", "Authorization", value))
                        .orElse(Map.of("Accept", "application/json"));
        byte[] body =
                Optional.ofNullable(request.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
        return web.post(address, FORM, body, headers);
    }

    /** The error code in an answer, when it has one of OAuth's form. */
    static Optional<String> errorCode(WebAnswer answer) {
        return Json.object(answer.body())
                .flatMap(object -> Json.text(object.get("error")))
                .filter(LoginFailures::isErrorCode);
    }

    /** An answer that is neither what was asked for nor an error of OAuth. */
    RuntimeException unexpected(WebAnswer answer, String what) {
        if (answer.status() >= 500 || answer.status() == 429) {
            return failures.of(
                    Reason.PROVIDER_ERROR,
                    "The IdP answered with HTTP " + answer.status() + " instead of " + what);
        }
        boolean redirect = List.of(301, 302, 303, 307, 308).contains(answer.status());
        return new ProtocolException(
                redirect
                        ? "The IdP sent this system elsewhere instead of giving " + what
                        : "The IdP answered with HTTP " + answer.status() + " instead of " + what,
                null,
                null);
    }

    @Override
    public void close() {
        web.close();
    }
}
