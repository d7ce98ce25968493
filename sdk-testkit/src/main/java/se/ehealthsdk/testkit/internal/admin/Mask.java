package se.ehealthsdk.testkit.internal.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Hides the last four digits of what looks like a personnummer or samordningsnummer, wherever it stands in a text. */
final class Mask {

    private static final String DAY = "(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01])";

    /** Twelve digits, or ten with a hyphen or a plus before the last four. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![0-9A-Za-z])((?:(?:18|19|20)\\d{2}"
                            + DAY
                            + "[-+]?)|(?:\\d{2}"
                            + DAY
                            + "[-+]))\\d{4}(?![0-9A-Za-z])");

    private Mask() {}

    static String in(String text) {
        return NUMBER.matcher(text).replaceAll("$1****");
    }

    static Shape in(Shape shape) {
        Shape masked = Shape.empty();
        shape.fields().forEach((name, value) -> masked.and(name, of(value)));
        return masked;
    }

    private static Object of(Object value) {
        if (value instanceof String text) {
            return in(text);
        }
        if (value instanceof List<?> many) {
            return many.stream().map(Mask::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> masked = new LinkedHashMap<>();
            map.forEach((name, each) -> masked.put(String.valueOf(name), of(each)));
            return masked;
        }
        return value;
    }
}
