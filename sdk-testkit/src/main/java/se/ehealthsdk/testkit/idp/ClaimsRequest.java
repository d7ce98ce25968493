package se.ehealthsdk.testkit.idp;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code claims} parameter.
 *
 * <p>Source: OpenID Connect Core 1.0 section 5.5.
 *
 * @param idToken what is wanted in the id_token, by claim name
 * @param userinfo what is wanted in userinfo, by claim name
 */
record ClaimsRequest(Map<String, Wanted> idToken, Map<String, Wanted> userinfo) {

    static final ClaimsRequest NOTHING = new ClaimsRequest(Map.of(), Map.of());

    /**
     * How a claim is wanted.
     *
     * @param values the values that will do; empty when any does
     */
    record Wanted(String claim, boolean essential, List<String> values) {

        /** Whether one of the values that are told is among those that will do. */
        boolean isMetBy(Optional<Object> told) {
            if (values.isEmpty()) {
                return told.isPresent();
            }
            return told.stream()
                    .flatMap(
                            value ->
                                    value instanceof List<?> list
                                            ? list.stream()
                                            : Stream.of(value))
                    .map(String::valueOf)
                    .anyMatch(values::contains);
        }
    }

    /**
     * @throws OAuthError if it is not as it must be
     */
    static ClaimsRequest parse(String json) {
        try {
            Map<String, Object> whole = JSONObjectUtils.parse(json);
            return new ClaimsRequest(part(whole, "id_token"), part(whole, "userinfo"));
        } catch (ParseException | ClassCastException wrong) {
            throw new OAuthError("invalid_request", "claims is not as it must be", wrong);
        }
    }

    /** All that is wanted, wherever it is to be told. */
    Stream<Wanted> all() {
        return Stream.concat(idToken.values().stream(), userinfo.values().stream());
    }

    private static Map<String, Wanted> part(Map<String, Object> whole, String name) {
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        if (whole.get(name) instanceof Map<?, ?> claims) {
            claims.forEach((claim, how) -> wanted.put((String) claim, wanted((String) claim, how)));
        } else if (whole.get(name) != null) {
            throw new ClassCastException(name);
        }
        return wanted;
    }

    private static Wanted wanted(String claim, @Nullable Object how) {
        if (how == null) {
            return new Wanted(claim, false, List.of());
        }
        Map<?, ?> details = (Map<?, ?>) how;
        List<String> values = new ArrayList<>();
        if (details.get("values") instanceof List<?> list) {
            list.forEach(value -> values.add(String.valueOf(value)));
        } else if (details.get("value") != null) {
            values.add(String.valueOf(details.get("value")));
        }
        return new Wanted(claim, Boolean.TRUE.equals(details.get("essential")), values);
    }
}
