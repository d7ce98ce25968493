package se.ehealthsdk.hsa.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ehealthsdk.core.error.ConfigurationException;

/** The lines of a schema file: what they say, without knowing what may be said. */
record SchemaFile(String source, List<Line> lines) {

    private static final Set<String> SECTIONS =
            Set.of(
                    "base",
                    "limits",
                    "classes",
                    "entry",
                    "unit",
                    "person",
                    "commission",
                    "licences",
                    "additional unit",
                    "additional person");
    private static final String KNOWN_SECTIONS =
            "Use one of: [base], [limits], [classes], [entry], [unit], [person], [commission],"
                    + " [licences], [additional unit], [additional person].";
    private static final String A_LINE =
            "Write [section], or name = attribute, or a comment that begins with #.";
    private static final long LONGEST = 1_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** One thing that is said: {@code key = value}, below a heading. */
    record Line(String section, String key, String value, Origin origin) {}

    static SchemaFile shipped(String name) {
        try (InputStream in = SchemaFile.class.getResourceAsStream(name + ".schema")) {
            if (in == null) {
                throw new IllegalStateException(name + ".schema is not in the jar");
            }
            return of(name + ".schema", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SchemaFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LONGEST) {
                throw new ConfigurationException(
                        name + " is longer than a schema file can be",
                        "Name a file of at most a megabyte.");
            }
            return of(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new ConfigurationException(
                    name + " is not UTF-8", "Save the file as UTF-8.", notUtf8);
        } catch (IOException unreadable) {
            throw new ConfigurationException(
                    name + " cannot be read: " + unreadable.getClass().getSimpleName(),
                    "Name a file that exists and that this program may read.",
                    unreadable);
        }
    }

    static SchemaFile of(String source, String text) {
        List<Line> lines = new ArrayList<>();
        Map<String, Origin> said = new HashMap<>();
        String section = "";
        int number = 0;
        for (String each : withoutMark(text).lines().map(String::strip).toList()) {
            Origin origin = new Origin(source, ++number);
            if (each.isEmpty() || each.startsWith("#")) {
                continue;
            }
            if (each.startsWith("[")) {
                section = heading(each, origin);
                continue;
            }
            Line line = line(section, each, origin);
            Origin before = said.put(section + "\n" + line.key(), origin);
            if (before != null) {
                throw origin.wrong(
                        line.key() + " is given twice, first in line " + before.line(),
                        "Give it once, with its attributes in order of preference.");
            }
            lines.add(line);
        }
        return new SchemaFile(source, lines);
    }

    private static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static String heading(String text, Origin origin) {
        String name = text.endsWith("]") ? text.substring(1, text.length() - 1).strip() : "";
        if (!SECTIONS.contains(name)) {
            throw origin.wrong("there is no such section", KNOWN_SECTIONS);
        }
        return name;
    }

    private static Line line(String section, String text, Origin origin) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw origin.wrong("the line says nothing", A_LINE);
        }
        if (section.isEmpty()) {
            throw origin.wrong("the line stands in no section", KNOWN_SECTIONS);
        }
        String key = text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        if (key.isEmpty()) {
            throw origin.wrong("there is no name before the equals sign", A_LINE);
        }
        if (value.isEmpty()) {
            throw origin.wrong(
                    key + " has no value",
                    "Name the attributes, or write \"-\" to have it left out; remove the line to"
                            + " keep what the schema has.");
        }
        return new Line(section, key, value, origin);
    }
}
