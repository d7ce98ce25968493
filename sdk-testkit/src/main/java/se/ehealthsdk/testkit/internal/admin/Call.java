package se.ehealthsdk.testkit.internal.admin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import se.ehealthsdk.testkit.internal.http.WebCall;

/**
 * A call to the API.
 *
 * @param web as it arrived
 * @param path its decoded parts, from {@code api} on
 * @param query decoded; each name once
 * @param variables what stood in the places of the route's template
 */
record Call(
        WebCall web, List<String> path, Map<String, String> query, Map<String, String> variables) {

    static Call of(WebCall web) {
        List<String> parts = new ArrayList<>();
        String path = Optional.ofNullable(web.target().getRawPath()).orElse("/");
        for (String each : path.substring(Math.min(1, path.length())).split("/", -1)) {
            parts.add(decode(each, false));
        }
        Map<String, String> query = new LinkedHashMap<>();
        String raw = web.target().getRawQuery();
        if (raw != null && !raw.isEmpty()) {
            for (String each : raw.split("&")) {
                int is = each.indexOf('=');
                String name = decode(is < 0 ? each : each.substring(0, is), true);
                if (query.put(name, is < 0 ? "" : decode(each.substring(is + 1), true)) != null) {
                    throw Refusal.of(400, "A parameter stands twice in the query.");
                }
            }
        }
        return new Call(web, parts, query, Map.of());
    }

    private static String decode(String text, boolean plusIsBlank) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw Refusal.of(400, "The address has a % without two hexadecimal digits.");
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c == '+' && plusIsBlank) {
                bytes.write(' ');
            } else {
                byte[] own = String.valueOf(c).getBytes(StandardCharsets.UTF_8);
                bytes.write(own, 0, own.length);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException none) {
            throw Refusal.of(400, "The address is not in UTF-8.");
        }
    }

    Call with(List<String> otherPath) {
        return new Call(web, otherPath, query, variables);
    }

    Call with(Map<String, String> found) {
        return new Call(web, path, query, found);
    }

    String method() {
        return web.method();
    }

    /** What stood in a place of the template. */
    String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("no place " + name + " in the template");
        }
        return value;
    }

    /** A parameter of the query; an empty one is none. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    OptionalLong number(String name, long least, long most) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(number(name, text.get(), least, most));
    }

    static long number(String name, String text, long least, long most) {
        if (text.matches("\\d{1,18}")) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw Refusal.field(
                400,
                name,
                "is no number in its range",
                most == Long.MAX_VALUE ? least + " or more" : least + " to " + most);
    }

    /** Refuses parameters that are not known: a slip of the pen would else be a filter that lets all through. */
    void knows(Set<String> names) {
        for (String each : query.keySet()) {
            if (!names.contains(each) && !each.equals("mask")) {
                throw Refusal.of(
                        400,
                        "There is a parameter that is not known; expected "
                                + String.join(", ", new java.util.TreeSet<>(with(names, "mask")))
                                + ".");
            }
        }
    }

    private static Set<String> with(Set<String> names, String one) {
        Set<String> more = new java.util.HashSet<>(names);
        more.add(one);
        return more;
    }

    boolean isMasked() {
        String mask = query.getOrDefault("mask", "false");
        if (!mask.equals("true") && !mask.equals("false")) {
            throw Refusal.field(400, "mask", "is not true or false", "true or false");
        }
        return mask.equals("true");
    }

    com.fasterxml.jackson.databind.JsonNode json() {
        return Json.read(web.body());
    }

    /** The fields of the body, which may be missing altogether. */
    Fields fields(String... known) {
        return web.body().length == 0
                ? Fields.of(Json.read("{}".getBytes(StandardCharsets.UTF_8)), known)
                : Fields.of(json(), known);
    }

    String text() {
        return new String(web.body(), StandardCharsets.UTF_8);
    }
}
