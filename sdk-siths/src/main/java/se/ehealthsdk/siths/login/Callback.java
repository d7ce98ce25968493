package se.ehealthsdk.siths.login;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.siths.login.LoginException.Reason;

/**
 * What the browser came back with. Source: RFC 6749, section 4.1.2; RFC 9207.
 *
 * @param state which log-in it answers
 * @param code what the tokens can be had for; empty when there is an error
 * @param error the IdP's error code
 * @param issuer the IdP's name for itself
 */
record Callback(
        String state, Optional<String> code, Optional<String> error, Optional<String> issuer) {

    private static final int MAX_QUERY = 16_384;
    private static final int MAX_STATE = 200;
    private static final int MAX_PARAMETERS = 50;

    static Callback of(String query, LoginFailures failures) {
        String bare = query.startsWith("?") ? query.substring(1) : query;
        if (bare.length() > MAX_QUERY) {
            throw unreadable(failures);
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : bare.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (pair.isEmpty()) {
                continue;
            }
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals), failures);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), failures);
            parameters.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
        }
        return of(parameters, failures);
    }

    static Callback of(Map<String, List<String>> parameters, LoginFailures failures) {
        if (parameters.size() > MAX_PARAMETERS) {
            throw unreadable(failures);
        }
        Optional<String> state = single(parameters, "state", failures);
        Optional<String> code = single(parameters, "code", failures);
        Optional<String> error = single(parameters, "error", failures);
        Optional<String> issuer = single(parameters, "iss", failures);
        if (state.isEmpty() && error.isPresent()) {
            throw failures.withError(
                    Reason.STATE_UNKNOWN, "An error came without a log-in", error.get());
        }
        if (state.filter(text -> text.length() <= MAX_STATE).isEmpty()) {
            throw failures.of(Reason.STATE_UNKNOWN, "The answer is to no log-in");
        }
        if (code.isPresent() == error.isPresent()) {
            throw unreadable(failures);
        }
        return new Callback(state.get(), code, error, issuer);
    }

    private static Optional<String> single(
            Map<String, List<String>> parameters, String name, LoginFailures failures) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw unreadable(failures);
        }
        Optional<String> value = values.stream().filter(text -> !text.isBlank()).findFirst();
        if (value.filter(text -> text.length() > MAX_QUERY).isPresent()) {
            throw unreadable(failures);
        }
        return value;
    }

    private static String decoded(String text, LoginFailures failures) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw unreadable(failures);
        }
    }

    private static LoginException unreadable(LoginFailures failures) {
        return failures.of(
                Reason.CALLBACK_UNREADABLE, "The browser came back with parameters no IdP sends");
    }

    /** Whether it is an error; never the code or the state. */
    @Override
    public String toString() {
        return "Callback[" + (error.isPresent() ? "error" : "code") + "]";
    }
}
