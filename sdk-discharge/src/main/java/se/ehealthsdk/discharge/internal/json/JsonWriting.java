package se.ehealthsdk.discharge.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import se.ehealthsdk.core.error.InvalidInputException;

/** Writes one JSON object, in the order of the calls: the same calls give the same bytes. Refuses what could not be read. */
public final class JsonWriting {

    private final JsonGenerator generator;
    private final int maxTextLength;

    private JsonWriting(JsonGenerator generator, int maxTextLength) {
        this.generator = generator;
        this.maxTextLength = maxTextLength;
    }

    /** How objects are written: made once, used by many threads. */
    public static final class Style {

        private final JsonFactory factory;
        private final boolean indented;
        private final int maxTextLength;

        private Style(boolean indented, int maxDepth, int maxTextLength) {
            this.factory =
                    JsonFactory.builder()
                            .streamWriteConstraints(
                                    StreamWriteConstraints.builder()
                                            .maxNestingDepth(maxDepth)
                                            .build())
                            .build();
            this.indented = indented;
            this.maxTextLength = maxTextLength;
        }

        /** On one line without blanks, for machines. */
        public static Style compact(int maxDepth, int maxTextLength) {
            return new Style(false, maxDepth, maxTextLength);
        }

        /** Indented by two blanks, one field a line, with a last line break, for people. */
        public static Style indented(int maxDepth, int maxTextLength) {
            return new Style(true, maxDepth, maxTextLength);
        }

        /**
         * @throws InvalidInputException when something is deeper or longer than the style allows
         */
        public byte[] object(Consumer<JsonWriting> fields) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator generator = factory.createGenerator(bytes)) {
                if (indented) {
                    generator.setPrettyPrinter(indentation());
                }
                generator.writeStartObject();
                fields.accept(new JsonWriting(generator, maxTextLength));
                generator.writeEndObject();
                if (indented) {
                    generator.writeRaw('\n');
                }
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
            return bytes.toByteArray();
        }

        private static PrettyPrinter indentation() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                    .withObjectEmptySeparator("")
                                    .withArrayEmptySeparator(""))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }
    }

    public void text(String name, String value) {
        writing(name, () -> generator.writeStringField(name, checked(name, value)));
    }

    /** Left out when it is empty. */
    public void textUnlessBlank(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    public void optionalText(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
    }

    public void texts(String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        writing(
                name,
                () -> {
                    generator.writeArrayFieldStart(name);
                    for (String value : values) {
                        generator.writeString(checked(name, value));
                    }
                    generator.writeEndArray();
                });
    }

    public void figure(String name, int value) {
        writing(name, () -> generator.writeNumberField(name, value));
    }

    public void flag(String name, boolean value) {
        writing(name, () -> generator.writeBooleanField(name, value));
    }

    public void moment(String name, Instant value) {
        if (!Times.inRange(value)) {
            throw new InvalidInputException(name, "is out of range", "a year from 1900 to 9989");
        }
        text(name, Times.format(value));
    }

    public void optionalMoment(String name, Optional<Instant> value) {
        value.ifPresent(moment -> moment(name, moment));
    }

    public void day(String name, LocalDate value) {
        if (!Times.inRange(value)) {
            throw new InvalidInputException(name, "is out of range", "a year from 1900 to 9989");
        }
        text(name, value.toString());
    }

    public void optionalDay(String name, Optional<LocalDate> value) {
        value.ifPresent(day -> day(name, day));
    }

    public void constant(String name, Enum<?> value) {
        text(name, Constants.name(value));
    }

    /** In the order of the enum; left out when there are none. */
    public <E extends Enum<E>> void constants(String name, Collection<E> values) {
        texts(name, values.stream().sorted().map(Constants::name).toList());
    }

    /** An identifier or a code, as its text. */
    public void code(String name, Object value) {
        String text = value.toString();
        if (!text.equals(text.strip())) {
            throw new InvalidInputException(name, "has blanks around it", "a text without");
        }
        text(name, text);
    }

    public void optionalCode(String name, Optional<?> value) {
        value.ifPresent(code -> code(name, code));
    }

    public void object(String name, Consumer<JsonWriting> fields) {
        writing(
                name,
                () -> {
                    generator.writeObjectFieldStart(name);
                    fields.accept(this);
                    generator.writeEndObject();
                });
    }

    /** Left out when there are none. */
    public <T> void objects(String name, List<T> values, BiConsumer<T, JsonWriting> fields) {
        if (values.isEmpty()) {
            return;
        }
        writing(
                name,
                () -> {
                    generator.writeArrayFieldStart(name);
                    for (T value : values) {
                        generator.writeStartObject();
                        fields.accept(value, this);
                        generator.writeEndObject();
                    }
                    generator.writeEndArray();
                });
    }

    /** The fields of an object that was read. */
    public void members(JsonValue.Members members) {
        members.values()
                .forEach(
                        (name, value) ->
                                writing(
                                        "json",
                                        () -> {
                                            generator.writeFieldName(name);
                                            value(value);
                                        }));
    }

    private void value(JsonValue value) throws IOException {
        if (value instanceof JsonValue.Members members) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonValue> member : members.values().entrySet()) {
                generator.writeFieldName(member.getKey());
                value(member.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof JsonValue.Items items) {
            generator.writeStartArray();
            for (JsonValue item : items.values()) {
                value(item);
            }
            generator.writeEndArray();
        } else if (value instanceof JsonValue.Text text) {
            generator.writeString(text.value());
        } else if (value instanceof JsonValue.Figure figure) {
            generator.writeNumber(figure.literal());
        } else if (value instanceof JsonValue.Flag flag) {
            generator.writeBoolean(flag.value());
        } else {
            generator.writeNull();
        }
    }

    private String checked(String name, String value) {
        if (value.length() > maxTextLength) {
            throw new InvalidInputException(
                    name,
                    "is longer than " + maxTextLength + " characters",
                    "at most " + maxTextLength + " characters");
        }
        if (!JsonReading.isWellFormed(value)) {
            throw new InvalidInputException(
                    name, "holds half a character", "characters of Unicode");
        }
        return value;
    }

    @FunctionalInterface
    private interface Step {
        void write() throws IOException;
    }

    private static void writing(String name, Step step) {
        try {
            step.write();
        } catch (StreamConstraintsException tooDeep) {
            throw new InvalidInputException(name, "is nested too deep", "less depth");
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
