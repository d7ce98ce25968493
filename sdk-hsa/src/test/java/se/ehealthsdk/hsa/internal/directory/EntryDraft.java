package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.Picture;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.schema.AdditionalValue;
import se.ehealthsdk.hsa.schema.DirectoryClass;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;
import se.ehealthsdk.hsa.syntax.ValueSyntax;

/** An entry while it is written. Each value is read back at once, so that what is written is what will be read. */
final class EntryDraft {

    private final DirectorySchema schema;
    private final Map<String, RawAttribute> attributes = new LinkedHashMap<>();
    private final List<String> classes = new ArrayList<>(List.of("top"));

    EntryDraft(DirectorySchema schema) {
        this.schema = schema;
    }

    /** A value that the entry cannot carry. The value itself is not told: it may be about a person. */
    static InvalidInputException cannotCarry(String field, String problem, String expected) {
        return new InvalidInputException(field, problem, expected);
    }

    void is(DirectoryClass meaning) {
        classes.add(schema.objectClasses(meaning).get(0));
    }

    void marks(Set<EntryMark> marks) {
        for (DirectoryClass each : DirectoryClass.values()) {
            EntryMark mark = AttributePlan.mark(each);
            if (mark != null && marks.contains(mark)) {
                is(each);
            }
        }
    }

    <T> void put(DirectoryField field, Optional<T> value) {
        value.ifPresent(present -> put(field, List.of(present)));
    }

    /** A text of a record that has no room for "none": blank is none. */
    void putText(DirectoryField field, String text) {
        if (!text.isEmpty()) {
            put(field, List.of(text));
        }
    }

    <T> void put(DirectoryField field, List<? extends T> values) {
        if (values.isEmpty()) {
            return;
        }
        ValueSyntax<?> syntax = schema.syntax(field).valueSyntax();
        List<String> texts = new ArrayList<>(values.size());
        for (T value : values) {
            texts.add(written(field, syntax, value));
        }
        requireEachOnce(field.toString(), texts);
        putTexts(field, texts);
    }

    /** The schema has seen to it that the syntax is one for values of this type. */
    @SuppressWarnings("unchecked")
    private static <T> String written(DirectoryField field, ValueSyntax<?> syntax, T value) {
        try {
            ValueSyntax<T> fitting = (ValueSyntax<T>) syntax;
            String text = fitting.write(value);
            if (!Objects.equals(fitting.parse(text), value)) {
                throw cannotCarry(
                        field.toString(),
                        "would be read as something else than what is written",
                        syntax.example());
            }
            return text;
        } catch (InvalidInputException refused) {
            throw cannotCarry(field.toString(), refused.problem(), refused.expected());
        }
    }

    /** LDAP holds each value of an attribute once. */
    private static void requireEachOnce(String field, List<String> texts) {
        if (texts.size() > 1 && new HashSet<>(texts).size() < texts.size()) {
            throw cannotCarry(field, "has the same value twice", "each value once");
        }
    }

    void putTexts(DirectoryField field, List<String> texts) {
        if (!texts.isEmpty()) {
            String attribute = attribute(field);
            attributes.put(attribute, RawAttribute.of(attribute, texts));
        }
    }

    private String attribute(DirectoryField field) {
        List<String> names = schema.attributes(field);
        if (names.isEmpty()) {
            throw cannotCarry(
                    field.toString(),
                    "has no attribute in the schema",
                    "no value, or a schema that names an attribute for it");
        }
        return names.get(0);
    }

    void picture(DirectoryField field, Optional<Picture> picture) {
        if (picture.isEmpty()) {
            return;
        }
        byte[] bytes = bytes(field, picture.get());
        if (bytes.length == 0
                || bytes.length > schema.pictureBytes()
                || !Picture.of(bytes).equals(picture.get())) {
            throw cannotCarry(
                    field.toString(),
                    "is not a picture that the directory can hold",
                    "1 to " + schema.pictureBytes() + " bytes, in base64 without line breaks");
        }
        String attribute = attribute(field);
        attributes.put(attribute, RawAttribute.ofBytes(attribute, List.of(bytes)));
    }

    private static byte[] bytes(DirectoryField field, Picture picture) {
        try {
            return picture.bytes();
        } catch (ProtocolException notBase64) {
            throw cannotCarry(field.toString(), "is not base64", "a picture in base64");
        }
    }

    void validity(Validity validity) {
        List<String> unreadable = new ArrayList<>(validity.unreadable());
        put(DirectoryField.START, validity.start());
        put(DirectoryField.END, validity.end());
        if (validity.start().isEmpty() && !unreadable.isEmpty()) {
            putUnreadable(DirectoryField.START, unreadable.remove(0));
        }
        if (validity.end().isEmpty() && !unreadable.isEmpty()) {
            putUnreadable(DirectoryField.END, unreadable.remove(0));
        }
        if (!unreadable.isEmpty()) {
            throw cannotCarry(
                    "validity", "has more unreadable dates than there are dates", "two at most");
        }
    }

    private void putUnreadable(DirectoryField field, String text) {
        if (text.isBlank() || schema.syntax(field).valueSyntax().tryParse(text).isPresent()) {
            throw cannotCarry(field.toString(), "is told to be unreadable but is not", "a date");
        }
        putTexts(field, List.of(text));
    }

    void additional(List<AdditionalValue> known, Map<String, List<String>> values) {
        Set<String> left = new HashSet<>(values.keySet());
        for (AdditionalValue each : known) {
            List<String> texts = values.getOrDefault(each.name(), List.of());
            left.remove(each.name());
            if (!texts.isEmpty()) {
                List<String> written =
                        texts.stream().map(text -> writtenAdditional(each, text)).toList();
                requireEachOnce(each.name(), written);
                attributes.put(each.attribute(), RawAttribute.of(each.attribute(), written));
            }
        }
        if (!left.isEmpty()) {
            throw cannotCarry(
                    "additional",
                    "has values that the schema does not name",
                    "names of the schema");
        }
    }

    /** As the reader gives them: a text as its syntax makes it, anything else as it stands in the directory. */
    private static String writtenAdditional(AdditionalValue value, String text) {
        ValueSyntax<?> syntax = value.syntax().valueSyntax();
        try {
            if (value.syntax().valueType() != String.class) {
                syntax.parse(text);
                return text;
            }
            @SuppressWarnings("unchecked")
            ValueSyntax<String> ofText = (ValueSyntax<String>) syntax;
            return ofText.write(text);
        } catch (InvalidInputException refused) {
            throw cannotCarry(value.name(), refused.problem(), refused.expected());
        }
    }

    /** What two parts of a record tell must be the same, since the directory has it once. */
    static void requireSame(String field, Object one, Object other) {
        if (!one.equals(other)) {
            throw cannotCarry(field, "is told in two ways", "the same in both places");
        }
    }

    RawEntry entry(DistinguishedName name) {
        List<RawAttribute> all = new ArrayList<>();
        all.add(RawAttribute.of(attribute(DirectoryField.OBJECT_CLASS), classes));
        all.addAll(attributes.values());
        return RawEntry.of(name.toString(), all);
    }

    /** Refuses pairs that would not be read as pairs. */
    static <T> void requirePairs(DirectoryField field, List<T> wanted, List<T> read) {
        if (!read.equals(wanted)) {
            throw cannotCarry(
                    field.toString(),
                    "are several names and codes, which the directory holds apart",
                    "one name with its code, or first codes alone and then names alone");
        }
    }
}
