package se.ehealthsdk.hsa.schema;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.schema.DirectoryField.Section;

/** A schema while it is being changed. Every way of changing it comes through here, so all are checked alike. */
final class SchemaDraft {

    /** A name or a number of RFC 4512, section 1.4: nothing that could end a list of attributes or a filter. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z][A-Za-z0-9-]*|(?:0|[1-9]\\d*)(?:\\.(?:0|[1-9]\\d*))+");

    private static final String A_NAME =
            "Write a name of letters, digits and hyphens that begins with a letter, or an OID"
                    + " (RFC 4512), without options.";
    private static final String AS = " as ";
    private static final String LEFT_OUT = "-";
    private static final int DIGITS_OF_A_SIZE = 9;

    DistinguishedName base = DistinguishedName.of("");
    int pictureBytes = Integer.MAX_VALUE;
    final Map<DirectoryClass, List<String>> classes = new EnumMap<>(DirectoryClass.class);
    final Map<DirectoryField, FieldMapping> fields = new EnumMap<>(DirectoryField.class);
    final Map<String, String> licences = new LinkedHashMap<>();
    final Map<String, AdditionalValue> unitValues = new LinkedHashMap<>();
    final Map<String, AdditionalValue> personValues = new LinkedHashMap<>();

    SchemaDraft() {}

    SchemaDraft(DirectorySchema from) {
        base = from.base();
        pictureBytes = from.pictureBytes();
        classes.putAll(from.classes());
        fields.putAll(from.fields());
        licences.putAll(from.licences());
        from.unitValues().forEach(value -> unitValues.put(value.name(), value));
        from.personValues().forEach(value -> personValues.put(value.name(), value));
    }

    DirectorySchema build() {
        return new DirectorySchema(this);
    }

    SchemaDraft apply(SchemaFile file) {
        file.lines().forEach(this::apply);
        for (Section section : Section.values()) {
            requireEachAttributeOnce(section, file.source());
        }
        return this;
    }

    private void apply(SchemaFile.Line line) {
        Origin origin = line.origin();
        switch (line.section()) {
            case "base" -> base(line);
            case "limits" -> limit(line);
            case "classes" ->
                    objectClasses(directoryClass(line), names(line.value(), origin), origin);
            case "licences" -> licence(line);
            case "additional unit" -> additional(unitValues, line);
            case "additional person" -> additional(personValues, line);
            default -> field(line);
        }
    }

    private void base(SchemaFile.Line line) {
        requireKey(line, "base");
        try {
            base = DistinguishedName.of(line.value());
        } catch (InvalidInputException notAName) {
            throw line.origin()
                    .wrong("the base " + notAName.problem(), "Write " + notAName.expected() + ".");
        }
    }

    private void limit(SchemaFile.Line line) {
        requireKey(line, "pictureBytes");
        pictureBytes(line.value(), line.origin());
    }

    void pictureBytes(String text, Origin origin) {
        boolean number =
                text.length() <= DIGITS_OF_A_SIZE
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || Integer.parseInt(text) == 0) {
            throw origin.wrong(
                    "the largest size of a picture is not a number of bytes",
                    "Write a whole number from 1 to 999999999, as 51200.");
        }
        pictureBytes = Integer.parseInt(text);
    }

    private void licence(SchemaFile.Line line) {
        if (line.value().equals(LEFT_OUT)) {
            licences.remove(line.key());
        } else {
            licences.put(line.key(), line.value());
        }
    }

    private static void requireKey(SchemaFile.Line line, String key) {
        if (!line.key().equals(key)) {
            throw unknown(line, key);
        }
    }

    private static DirectoryClass directoryClass(SchemaFile.Line line) {
        return Stream.of(DirectoryClass.values())
                .filter(each -> each.key().equals(line.key()))
                .findFirst()
                .orElseThrow(
                        () ->
                                unknown(
                                        line,
                                        Stream.of(DirectoryClass.values())
                                                .map(DirectoryClass::key)
                                                .collect(Collectors.joining(", "))));
    }

    void objectClasses(DirectoryClass meaning, List<String> names, Origin origin) {
        requireNames(names, "object class", origin);
        classes.put(meaning, List.copyOf(names));
    }

    private void field(SchemaFile.Line line) {
        DirectoryField field = fieldOf(line);
        if (line.value().equals(LEFT_OUT)) {
            leaveOut(field, line.origin());
            return;
        }
        int as = line.value().lastIndexOf(AS);
        AttributeSyntax syntax =
                as < 0
                        ? fields.getOrDefault(field, FieldMapping.none(field)).syntax()
                        : AttributeSyntax.named(
                                line.value().substring(as + AS.length()), line.origin());
        String names = as < 0 ? line.value() : line.value().substring(0, as);
        put(field, names(names, line.origin()), syntax, line.origin());
    }

    private static DirectoryField fieldOf(SchemaFile.Line line) {
        List<DirectoryField> known =
                Stream.of(DirectoryField.values())
                        .filter(each -> each.section().heading().equals(line.section()))
                        .toList();
        return known.stream()
                .filter(each -> each.key().equals(line.key()))
                .findFirst()
                .orElseThrow(
                        () ->
                                unknown(
                                        line,
                                        known.stream()
                                                .map(DirectoryField::key)
                                                .collect(Collectors.joining(", "))));
    }

    void field(DirectoryField field, List<String> names, AttributeSyntax syntax, Origin origin) {
        put(field, names, syntax, origin);
        requireEachAttributeOnce(field.section(), origin.source());
    }

    void leaveOut(DirectoryField field, Origin origin) {
        if (field == DirectoryField.HSA_ID || field == DirectoryField.OBJECT_CLASS) {
            throw origin.wrong(
                    field + " cannot be left out",
                    "Name the attribute: no entry can be read without it.");
        }
        fields.put(field, new FieldMapping(List.of(), field.usualSyntax(), origin));
    }

    private void put(
            DirectoryField field, List<String> names, AttributeSyntax syntax, Origin origin) {
        requireNames(names, "attribute", origin);
        if (syntax.valueType() != field.usualSyntax().valueType()) {
            throw origin.wrong(
                    field + " cannot be written as " + syntax.label(),
                    "Use "
                            + AttributeSyntax.labels(
                                    each -> each.valueType() == field.usualSyntax().valueType())
                            + ".");
        }
        fields.put(field, new FieldMapping(names, syntax, origin));
    }

    private static void additional(Map<String, AdditionalValue> values, SchemaFile.Line line) {
        if (line.value().equals(LEFT_OUT)) {
            values.remove(line.key());
            return;
        }
        int as = line.value().lastIndexOf(AS);
        AttributeSyntax syntax =
                as < 0
                        ? AttributeSyntax.TEXT
                        : AttributeSyntax.named(
                                line.value().substring(as + AS.length()), line.origin());
        add(
                values,
                line.key(),
                as < 0 ? line.value() : line.value().substring(0, as).strip(),
                syntax,
                line.origin());
    }

    static void add(
            Map<String, AdditionalValue> values,
            String name,
            String attribute,
            AttributeSyntax syntax,
            Origin origin) {
        if (!NAME.matcher(name).matches()) {
            throw origin.wrong("the name of an additional value is not one", A_NAME);
        }
        requireNames(List.of(attribute), "attribute", origin);
        if (syntax == AttributeSyntax.PICTURE) {
            throw origin.wrong(
                    "an additional value cannot be a picture",
                    "Use " + AttributeSyntax.labels(each -> each != AttributeSyntax.PICTURE) + ".");
        }
        values.put(name, new AdditionalValue(name, attribute, syntax));
    }

    private static List<String> names(String list, Origin origin) {
        List<String> names = Stream.of(list.split(",", -1)).map(String::strip).toList();
        if (names.contains("")) {
            throw origin.wrong(
                    "a name is missing",
                    "Write at least one name, and one between every two commas.");
        }
        return names;
    }

    private static void requireNames(List<String> names, String what, Origin origin) {
        if (names.isEmpty()) {
            throw origin.wrong("no " + what + " is named", "Name at least one.");
        }
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw origin.wrong("what is named is not the name of an " + what, A_NAME);
            }
            if (seen.put(name.toLowerCase(Locale.ROOT), name) != null) {
                throw origin.wrong("the " + what + " " + name + " is named twice", "Name it once.");
            }
        }
    }

    /**
     * Entries of every kind have what is in the section of them all.
     *
     * @param source what is being changed by, and is to be blamed
     */
    private void requireEachAttributeOnce(Section section, String source) {
        Map<String, Use> uses = new HashMap<>();
        fields.forEach(
                (field, mapping) -> {
                    if (field.section() == section || field.section() == Section.ENTRY) {
                        for (String attribute : mapping.attributes()) {
                            Use use = new Use(field, mapping.origin());
                            Use other = uses.put(attribute.toLowerCase(Locale.ROOT), use);
                            if (other != null) {
                                boolean itsFault = use.origin().source().equals(source);
                                throw itsFault
                                        ? twice(attribute, use, other)
                                        : twice(attribute, other, use);
                            }
                        }
                    }
                });
    }

    private record Use(DirectoryField field, Origin origin) {}

    private static RuntimeException twice(String attribute, Use one, Use other) {
        return one.origin()
                .wrong(
                        "the attribute %s is that of %s, and that of %s too (%s)"
                                .formatted(attribute, one.field(), other.field(), other.origin()),
                        "Let one of them have another attribute, or \"-\" for none.");
    }

    private static RuntimeException unknown(SchemaFile.Line line, String known) {
        return line.origin()
                .wrong(
                        "[" + line.section() + "] has no " + line.key(),
                        "Use one of: " + known + ".");
    }
}
