package se.ehealthsdk.siths.login;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads JSON from outside: maps, lists, texts, numbers and booleans, all of them unmodifiable. */
final class Json {

    private static final int MAX_CHARACTERS = 1_000_000;

    /** About the year 6800: what lies beyond is nonsense, and breaks arithmetic. */
    private static final double MAX_SECONDS = 1.5e11;

    private Json() {}

    /** Empty when it is no JSON object. */
    static Optional<Map<String, Object>> object(byte[] utf8) {
        return object(new String(utf8, StandardCharsets.UTF_8));
    }

    /** Empty when it is no JSON object. */
    static Optional<Map<String, Object>> object(String text) {
        // The library takes an array of pairs for an object too.
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(text, MAX_CHARACTERS))
                    .map(Json::copyOf);
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty when it is no JSON array. */
    static Optional<List<Object>> array(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSONArrayUtils.parse(text)).map(Json::copyOf);
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    static String write(Map<String, ?> object) {
        return JSONObjectUtils.toJSONString(object);
    }

    /** A text that is not blank; empty for all else. */
    static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The texts in an array, or the one text; nothing else. */
    static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(each -> text(each).stream()).toList();
        }
        return text(value).stream().toList();
    }

    /** An object's members; empty when it is none. */
    static Map<String, Object> members(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach(
                (name, member) -> {
                    if (name instanceof String key && member != null) {
                        members.put(key, member);
                    }
                });
        return Collections.unmodifiableMap(members);
    }

    /** Seconds since 1970; empty when it is no number, or no time. */
    static Optional<Instant> time(@Nullable Object value) {
        return value instanceof Number number && Math.abs(number.doubleValue()) <= MAX_SECONDS
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }

    /** Without JSON's nulls, which say no more than absence does. */
    private static Map<String, Object> copyOf(Map<String, Object> object) {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach(
                (name, value) -> {
                    if (value != null) {
                        copy.put(name, copyOf(value));
                    }
                });
        return Collections.unmodifiableMap(copy);
    }

    private static List<Object> copyOf(List<?> array) {
        List<Object> copy = new ArrayList<>();
        for (Object value : array) {
            if (value != null) {
                copy.add(copyOf(value));
            }
        }
        return Collections.unmodifiableList(copy);
    }

    private static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOf(members(map));
        }
        return value instanceof List<?> list ? copyOf(list) : value;
    }
}
