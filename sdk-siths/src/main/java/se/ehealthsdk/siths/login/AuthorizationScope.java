package se.ehealthsdk.siths.login;

import java.util.Map;
import java.util.Optional;

/**
 * A scope in which a user has administrative authority (claim {@code authorizationScope}).
 *
 * @param code {@code authorizationScopeCode}; what the application tells scopes apart by
 * @param name its name
 * @param members everything the IdP told of it, {@code adminCommissions} and properties included, as JSON:
 *     texts, numbers, booleans, lists and maps
 */
public record AuthorizationScope(String code, Optional<String> name, Map<String, Object> members) {

    /** Keeps a copy. */
    public AuthorizationScope {
        members = Map.copyOf(members);
    }

    /** The code. */
    @Override
    public String toString() {
        return "AuthorizationScope[" + code + "]";
    }
}
