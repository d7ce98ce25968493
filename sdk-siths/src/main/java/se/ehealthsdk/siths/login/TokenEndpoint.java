package se.ehealthsdk.siths.login;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.siths.internal.web.WebAnswer;
import se.ehealthsdk.siths.login.LoginException.Reason;

/** Where a code or a refresh token is exchanged for tokens. Source: RFC 6749, sections 4.1.3, 5 and 6. */
final class TokenEndpoint {

    /**
     * An answer.
     *
     * @param idToken empty when there was none
     */
    record Answer(
            String accessToken,
            Optional<String> idToken,
            Optional<String> refreshToken,
            Optional<Instant> expiresAt) {

        /** Never a token. */
        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    private final ProviderCalls calls;
    private final ClientAuthentication authentication;
    private final LoginFailures failures;
    private final Clock clock;

    TokenEndpoint(
            ProviderCalls calls, ClientAuthentication authentication, LoginFailures failures) {
        this.calls = calls;
        this.authentication = authentication;
        this.failures = failures;
        this.clock = failures.clock();
    }

    /**
     * @param refused what it means that the grant does not hold
     */
    Answer exchange(ProviderMetadata metadata, AuthorizationGrant grant, Reason refused) {
        String method = authentication.choose(metadata);
        URI address =
                authentication.byMutualTls()
                        ? metadata.tokenByMutualTls().orElse(metadata.token())
                        : metadata.token();
        ClientID client = new ClientID(failures.clientId());
        com.nimbusds.oauth2.sdk.auth.ClientAuthentication proof =
                authentication.on(
                        new ClientAuthentication.Request(
                                client, failures.issuer(), address, metadata, clock),
                        method);
        TokenRequest request =
                (proof == null
                                ? new TokenRequest.Builder(address, client, grant)
                                : new TokenRequest.Builder(address, proof, grant))
                        .build();
        WebAnswer answer = calls.post(address, request.toHTTPRequest());
        if (answer.status() != 200) {
            throw failure(answer, refused);
        }
        return read(answer);
    }

    private Answer read(WebAnswer answer) {
        Map<String, Object> json =
                Json.object(answer.body()).orElseThrow(() -> faulty("is not JSON"));
        String type = Json.text(json.get("token_type")).orElseThrow(() -> faulty("has no type"));
        if (!type.equalsIgnoreCase("Bearer")) {
            throw faulty("has a token of an unknown type");
        }
        return new Answer(
                token(json, "access_token").orElseThrow(() -> faulty("has no access token")),
                token(json, "id_token"),
                token(json, "refresh_token"),
                lifetime(json).map(clock.instant()::plus));
    }

    /** RFC 6749, appendix A: visible ASCII, so that a token cannot break out of a header or a form. */
    private static Optional<String> token(Map<String, Object> json, String name) {
        return Json.text(json.get(name))
                .map(
                        text -> {
                            if (!text.chars().allMatch(each -> each > ' ' && each <= '~')) {
                                throw faulty("has a token that is none");
                            }
                            return text;
                        });
    }

    private static Optional<Duration> lifetime(Map<String, Object> json) {
        return json.get("expires_in") instanceof Number seconds
                        && seconds.doubleValue() >= 0
                        && seconds.doubleValue() < Integer.MAX_VALUE
                ? Optional.of(Duration.ofSeconds(seconds.longValue()))
                : Optional.empty();
    }

    private RuntimeException failure(WebAnswer answer, Reason refused) {
        Optional<String> error = ProviderCalls.errorCode(answer);
        if (error.isEmpty() && answer.status() == 401) {
            error = Optional.of("invalid_client");
        }
        if (error.isEmpty()) {
            return calls.unexpected(answer, "tokens");
        }
        return switch (error.get()) {
            case "invalid_client", "unauthorized_client" ->
                    new ConfigurationException(
                            "The IdP does not accept this client (" + error.get() + ")",
                            "Check the client id and its secret, key or certificate, and with the IdP's"
                                    + " support that the client is registered for this way of"
                                    + " authentication and for log-in with a code.");
            case "invalid_grant" ->
                    failures.withError(refused, "The IdP refused the exchange", error.get());
            default ->
                    failures.withError(
                            Reason.PROVIDER_ERROR, "The IdP gave no tokens", error.get());
        };
    }

    private static ProtocolException faulty(String problem) {
        return new ProtocolException("The IdP's token answer " + problem, null, null);
    }
}
