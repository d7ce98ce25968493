package se.ehealthsdk.testkit.idp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters of a query or a form. One without a value counts as not sent (RFC 6749, 3.1). */
final class Parameters {

    private static final Set<String> SECRET =
            Set.of(
                    "client_secret",
                    "client_assertion",
                    "code",
                    "code_verifier",
                    "refresh_token",
                    "access_token",
                    "assertion",
                    "id_token_hint",
                    Pages.LOG_IN);

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /**
     * @throws OAuthError if the escapes are wrong
     */
    static Parameters of(@Nullable String encoded) {
        Parameters parameters = new Parameters();
        if (encoded != null) {
            for (String pair : encoded.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters
                            .values
                            .computeIfAbsent(
                                    decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                            .add(decoded(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new OAuthError("invalid_request", "an escape is wrong", wrong);
        }
    }

    Optional<String> get(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .findFirst()
                .filter(value -> !value.isEmpty());
    }

    /**
     * @throws OAuthError if it is missing
     */
    String need(String name) {
        return get(name).orElseThrow(() -> new OAuthError("invalid_request", name + " is missing"));
    }

    boolean flag(String name) {
        return get(name).isPresent();
    }

    /** Protocol parameters must not come twice. */
    void refuseDoubles() {
        values.forEach(
                (name, all) -> {
                    if (all.size() > 1) {
                        throw new OAuthError("invalid_request", name + " comes twice");
                    }
                });
    }

    Map<String, String> withoutSecrets() {
        Map<String, String> kept = new LinkedHashMap<>();
        values.forEach(
                (name, all) ->
                        kept.put(name, SECRET.contains(name) ? IdpExchange.HIDDEN : all.get(0)));
        return kept;
    }
}
