package se.ehealthsdk.siths.login;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.siths.certificate.AssuranceLevel;

/**
 * What the answer to a log-in must fulfil; kept while the user is at the IdP, since the browser could change
 * what it carries.
 *
 * @param levels the accepted values of {@code acr}, best first, with the level that each means; empty when
 *     every level will do
 * @param essential claims that must come
 * @param values claims of which one of these values must come
 * @param maxAge how long ago the user may have been authenticated
 * @param fresh whether the user must be authenticated anew
 * @param fromUserInfo whether claims are asked for at the userinfo endpoint
 */
record Demands(
        Map<String, AssuranceLevel> levels,
        List<String> essential,
        Map<String, List<String>> values,
        Optional<Duration> maxAge,
        boolean fresh,
        boolean fromUserInfo) {

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> numbers = new LinkedHashMap<>();
        levels.forEach((acr, level) -> numbers.put(acr, number(level)));
        json.put("levels", numbers);
        json.put("essential", essential);
        json.put("values", values);
        maxAge.ifPresent(age -> json.put("maxAge", age.toSeconds()));
        json.put("fresh", fresh);
        json.put("fromUserInfo", fromUserInfo);
        return json;
    }

    static Demands of(Map<String, Object> json) {
        Map<String, AssuranceLevel> levels = new LinkedHashMap<>();
        Json.members(json.get("levels"))
                .forEach(
                        (acr, number) ->
                                levels.put(acr, AssuranceLevel.of(((Number) number).intValue())));
        Map<String, List<String>> values = new LinkedHashMap<>();
        Json.members(json.get("values"))
                .forEach((claim, allowed) -> values.put(claim, Json.texts(allowed)));
        return new Demands(
                levels,
                Json.texts(json.get("essential")),
                values,
                Optional.ofNullable((Number) json.get("maxAge"))
                        .map(seconds -> Duration.ofSeconds(seconds.longValue())),
                Boolean.TRUE.equals(json.get("fresh")),
                Boolean.TRUE.equals(json.get("fromUserInfo")));
    }

    private static int number(AssuranceLevel level) {
        String uri = level.uri();
        return uri.charAt(uri.length() - 1) - '0';
    }
}
