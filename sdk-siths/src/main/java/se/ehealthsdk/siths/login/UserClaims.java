package se.ehealthsdk.siths.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.login.LoginException.Reason;

/**
 * Reads claims in the forms that IdPs give them: one value or a list of one, an object or the same as JSON in a
 * text, names that differ in case. What cannot be read is a failure, never absence.
 */
final class UserClaims {

    private final Map<String, Object> claims;
    private final LoginFailures failures;

    UserClaims(Map<String, Object> claims, LoginFailures failures) {
        this.claims = claims;
        this.failures = failures;
    }

    /** The value under the first of these names that has one; case matters only when names compete. */
    @Nullable Object value(String... names) {
        for (String name : names) {
            Object exact = claims.get(name);
            if (exact != null) {
                return exact;
            }
            for (Map.Entry<String, Object> each : claims.entrySet()) {
                if (each.getKey().equalsIgnoreCase(name)) {
                    return each.getValue();
                }
            }
        }
        return null;
    }

    /** Whether there is something to read under this name. */
    boolean has(String name) {
        Object value = value(name);
        if (value instanceof String text) {
            return !text.isBlank();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value != null;
    }

    Optional<String> text(String... names) {
        List<String> all = texts(names);
        if (all.size() > 1) {
            throw unreadable(names[0]);
        }
        return all.stream().findFirst();
    }

    List<String> texts(String... names) {
        Object value = value(names);
        if (value == null || value instanceof String) {
            return Json.text(value).stream().toList();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return Json.texts(list);
        }
        throw unreadable(names[0]);
    }

    Optional<HsaId> hsaId(String name) {
        return text(name).map(text -> parsed(name, text, HsaId::tryParse));
    }

    List<HsaId> hsaIds(String name) {
        return items(name).stream()
                .map(item -> Json.text(item).orElseThrow(() -> unreadable(name)))
                .map(text -> parsed(name, text, HsaId::tryParse))
                .distinct()
                .toList();
    }

    <T> T parsed(String name, String text, Function<String, Optional<T>> parser) {
        return parser.apply(text).orElseThrow(() -> unreadable(name));
    }

    /** The objects under a name, each as claims of its own. */
    List<UserClaims> objects(String... names) {
        List<UserClaims> objects = new ArrayList<>();
        for (Object item : items(names)) {
            Object object = item instanceof String text ? Json.object(text).orElse(null) : item;
            if (!(object instanceof Map<?, ?>)) {
                throw unreadable(names[0]);
            }
            objects.add(new UserClaims(Json.members(object), failures));
        }
        return objects;
    }

    /** What is listed under a name: a list, a list as JSON in a text, or a single thing. */
    List<Object> items(String... names) {
        Object value = value(names);
        if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> inText(item, names[0])).toList();
        }
        return value == null ? List.of() : inText(value, names[0]).toList();
    }

    private Stream<Object> inText(Object value, String name) {
        if (value instanceof String text) {
            if (text.isBlank()) {
                return Stream.empty();
            }
            if (text.strip().startsWith("[")) {
                return Json.array(text).orElseThrow(() -> unreadable(name)).stream();
            }
        }
        return Stream.of(value);
    }

    Map<String, Object> members() {
        return claims;
    }

    LoginException unreadable(String name) {
        String safe = name.length() <= 100 ? name : name.substring(0, 100);
        return failures.about(
                safe, Reason.CLAIM_UNREADABLE, "The claim " + safe + " cannot be read");
    }

    /** Never the claims. */
    @Override
    public String toString() {
        return "UserClaims[" + claims.size() + "]";
    }
}
