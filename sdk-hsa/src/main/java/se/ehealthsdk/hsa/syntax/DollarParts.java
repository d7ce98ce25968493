package se.ehealthsdk.hsa.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts divided by {@code $}, empty ones kept, with the escapes of RFC 4517 within them. */
final class DollarParts {

    private DollarParts() {}

    static List<String> read(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split("\\$", -1)) {
            parts.add(unescaped(part).strip());
        }
        return parts;
    }

    private static String unescaped(String part) {
        if (part.indexOf('\\') < 0) {
            return part;
        }
        var plain = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            if (part.startsWith("\\24", i)) {
                plain.append('$');
                i += 2;
            } else if (part.regionMatches(true, i, "\\5C", 0, 3)) {
                plain.append('\\');
                i += 2;
            } else {
                plain.append(part.charAt(i));
            }
        }
        return plain.toString();
    }

    static String write(List<String> parts) {
        return String.join(
                "$",
                parts.stream()
                        .map(part -> part.replace("\\", "\\5C").replace("$", "\\24"))
                        .toList());
    }

    static Optional<String> present(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }
}
