package se.ehealthsdk.testkit.idp;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client asks of the authorization endpoint. */
record AuthorizationRequest(
        ClientRegistration client,
        String redirectUri,
        Optional<String> state,
        Optional<String> nonce,
        Set<String> scopes,
        ClaimsRequest claims,
        Optional<String> codeChallenge,
        Set<String> prompt,
        Optional<Long> maxAge) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");

    /** Where to send the browser: the part that must be right before anything is sent there. */
    record Return(ClientRegistration client, String redirectUri, Optional<String> state) {

        /**
         * @throws PageError if client or address is not known
         */
        static Return of(Parameters parameters, IdpState idp) {
            ClientRegistration client =
                    parameters
                            .get("client_id")
                            .flatMap(idp::client)
                            .orElseThrow(
                                    () ->
                                            new PageError(
                                                    "invalid_client",
                                                    "Tjänsten som skickade dig hit är inte känd här."));
            String uri =
                    parameters
                            .get("redirect_uri")
                            .filter(client::redirectsTo)
                            .orElseThrow(
                                    () ->
                                            new PageError(
                                                    "invalid_redirect_uri",
                                                    "Tjänsten vill få dig tillbaka till en adress som"
                                                            + " inte är anmäld för den."));
            return new Return(client, uri, parameters.get("state"));
        }
    }

    /**
     * @throws OAuthError if the request is not as it must be
     */
    static AuthorizationRequest of(Parameters parameters, Return to, Settings settings) {
        parameters.refuseDoubles();
        if (parameters.flag("request")) {
            throw new OAuthError("request_not_supported", "request objects are not taken");
        }
        if (parameters.flag("request_uri")) {
            throw new OAuthError("request_uri_not_supported", "request objects are not taken");
        }
        if (!parameters.need("response_type").equals("code")) {
            throw new OAuthError("unsupported_response_type", "only code is given");
        }
        if (parameters.get("response_mode").filter(mode -> !mode.equals("query")).isPresent()) {
            throw new OAuthError("invalid_request", "response_mode is query here");
        }
        Set<String> scopes = words(parameters.get("scope"));
        if (!scopes.contains("openid")) {
            throw new OAuthError("invalid_scope", "openid is not among the scopes");
        }
        return new AuthorizationRequest(
                to.client(),
                to.redirectUri(),
                to.state(),
                parameters.get("nonce"),
                scopes,
                parameters.get("claims").map(ClaimsRequest::parse).orElse(ClaimsRequest.NOTHING),
                settings.pkce() ? challenge(parameters, to.client()) : Optional.empty(),
                prompt(parameters),
                maxAge(parameters));
    }

    boolean prompts(String value) {
        return prompt.contains(value);
    }

    private static Optional<String> challenge(Parameters parameters, ClientRegistration client) {
        Optional<String> challenge = parameters.get("code_challenge");
        Optional<String> method = parameters.get("code_challenge_method");
        if (challenge.isEmpty()) {
            if (client.pkceRequired() || method.isPresent()) {
                throw new OAuthError("invalid_request", "code_challenge is missing");
            }
            return challenge;
        }
        if (method.filter("S256"::equals).isEmpty()) {
            throw new OAuthError("invalid_request", "code_challenge_method must be S256");
        }
        if (!CHALLENGE.matcher(challenge.get()).matches()) {
            throw new OAuthError("invalid_request", "code_challenge is no SHA-256");
        }
        return challenge;
    }

    private static Set<String> prompt(Parameters parameters) {
        Set<String> prompt = words(parameters.get("prompt"));
        if (!PROMPTS.containsAll(prompt) || prompt.contains("none") && prompt.size() > 1) {
            throw new OAuthError("invalid_request", "prompt is not as it must be");
        }
        return prompt;
    }

    private static Optional<Long> maxAge(Parameters parameters) {
        return parameters
                .get("max_age")
                .map(
                        text -> {
                            if (!text.matches("\\d{1,9}")) {
                                throw new OAuthError("invalid_request", "max_age is no number");
                            }
                            return Long.valueOf(text);
                        });
    }

    private static Set<String> words(Optional<String> text) {
        return text.map(it -> Arrays.stream(it.split(" ")))
                .orElseGet(Stream::empty)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
