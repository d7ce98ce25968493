package se.ehealthsdk.hsa.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

final class PostalAddressSyntax extends TextSyntax<List<String>> {

    private static final int MAX_LINES = 6;
    private static final int MAX_LINE = 30;

    PostalAddressSyntax() {
        super("postal address", "Box 1$123 45 Ort");
    }

    @Override
    public List<String> parse(String text) {
        List<String> lines = new ArrayList<>(4);
        for (String line : text.split("\\$")) {
            if (!line.isBlank()) {
                lines.add(unescaped(line));
            }
        }
        if (lines.isEmpty()) {
            throw refusal("has no line");
        }
        return List.copyOf(lines);
    }

    private String unescaped(String line) {
        int escape = line.indexOf('\\');
        if (escape < 0) {
            return line;
        }
        var plain = new StringBuilder(line.length());
        int done = 0;
        for (; escape >= 0; escape = line.indexOf('\\', done)) {
            plain.append(line, done, escape);
            if (line.startsWith("24", escape + 1)) {
                plain.append('$');
            } else if (line.regionMatches(true, escape + 1, "5C", 0, 2)) {
                plain.append('\\');
            } else {
                throw refusal("has a backslash that is not \\24 or \\5C");
            }
            done = escape + 3;
        }
        return plain.append(line, done, line.length()).toString();
    }

    @Override
    public String write(List<String> lines) {
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw refusal("has not 1 to " + MAX_LINES + " lines");
        }
        if (lines.stream().anyMatch(String::isBlank)) {
            throw refusal("has a blank line");
        }
        return lines.stream()
                .map(line -> atMost(MAX_LINE, line))
                .map(line -> line.replace("\\", "\\5C").replace("$", "\\24"))
                .collect(Collectors.joining("$"));
    }
}
