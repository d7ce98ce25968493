package se.ehealthsdk.discharge.internal.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.ehealthsdk.core.error.InvalidInputException;

/** The fields of one object, read by name and type; a refusal names the path, never the value. Unknown fields are let be. */
public final class JsonFields {

    private final JsonValue.Members members;
    private final String path;

    private JsonFields(JsonValue.Members members, String path) {
        this.members = members;
        this.path = path;
    }

    /**
     * @param path where the value stands; empty for the whole document
     * @throws InvalidInputException when it is no object
     */
    public static JsonFields of(JsonValue value, String path) {
        if (value instanceof JsonValue.Members members) {
            return new JsonFields(members, path);
        }
        throw new InvalidInputException(
                path.isEmpty() ? "json" : path, "is " + value, "an object, { ... }");
    }

    /** The object as it was read. */
    public JsonValue.Members members() {
        return members;
    }

    /** Where a field of it stands. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The refusal of a field. */
    public InvalidInputException refused(String name, String problem, String expected) {
        return new InvalidInputException(path(name), problem, expected);
    }

    public boolean has(String name) {
        return members.values().containsKey(name);
    }

    /** A field that must be there. */
    public JsonValue value(String name, String expected) {
        JsonValue value = members.values().get(name);
        if (value == null) {
            throw refused(name, "is missing", expected);
        }
        return value;
    }

    public String text(String name) {
        return text(value(name, "a text"), path(name), "a text");
    }

    /** A text that may be left out, and is then the empty one. */
    public String textOrBlank(String name) {
        return has(name) ? text(name) : "";
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        each(name, (value, at) -> texts.add(text(value, at, "a text")));
        return texts;
    }

    public boolean flag(String name) {
        JsonValue value = value(name, "true or false");
        if (value instanceof JsonValue.Flag flag) {
            return flag.value();
        }
        throw refused(name, "is " + value, "true or false");
    }

    public Instant moment(String name) {
        return moment(value(name, Times.EXPECTED_MOMENT), path(name));
    }

    public Optional<Instant> optionalMoment(String name) {
        return has(name) ? Optional.of(moment(name)) : Optional.empty();
    }

    /** A moment that stands in a place of its own. */
    public static Instant moment(JsonValue value, String at) {
        return Times.moment(text(value, at, Times.EXPECTED_MOMENT))
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        at,
                                        "is no moment, or one that Swedish clocks skip",
                                        Times.EXPECTED_MOMENT));
    }

    public LocalDate day(String name) {
        return Times.day(text(value(name, Times.EXPECTED_DAY), path(name), Times.EXPECTED_DAY))
                .orElseThrow(() -> refused(name, "is no day", Times.EXPECTED_DAY));
    }

    public Optional<LocalDate> optionalDay(String name) {
        return has(name) ? Optional.of(day(name)) : Optional.empty();
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(value(name, Constants.expected(type)), path(name), type);
    }

    /** A list in which each comes at most once. */
    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        each(
                name,
                (value, at) -> {
                    if (!constants.add(constant(value, at, type))) {
                        throw new InvalidInputException(at, "comes twice", "each at most once");
                    }
                });
        return constants;
    }

    private static <E extends Enum<E>> E constant(JsonValue value, String at, Class<E> type) {
        return Constants.parse(type, text(value, at, "a text"))
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        at, "is none that is known", Constants.expected(type)));
    }

    /** An identifier or a code: a text without outer blanks, of a type with rules of its own. */
    public <T> T code(String name, Function<String, T> type) {
        return code(value(name, "a text"), path(name), type);
    }

    public <T> Optional<T> optionalCode(String name, Function<String, T> type) {
        return has(name) ? Optional.of(code(name, type)) : Optional.empty();
    }

    /** As {@link #code(String, Function)}, of a value that stands in a place of its own. */
    public static <T> T code(JsonValue value, String at, Function<String, T> type) {
        String text = text(value, at, "a text");
        if (!text.equals(text.strip())) {
            throw new InvalidInputException(at, "has blanks around it", "a text without");
        }
        try {
            return type.apply(text);
        } catch (InvalidInputException wrong) {
            throw new InvalidInputException(at, wrong.problem(), wrong.expected());
        }
    }

    /** What is made of the fields; a refusal of the whole tells where it stands. */
    public <T> T make(Function<JsonFields, T> type) {
        try {
            return type.apply(this);
        } catch (InvalidInputException wrong) {
            if (wrong.field().startsWith(path)) {
                throw wrong;
            }
            throw refused(wrong.field(), wrong.problem(), wrong.expected());
        }
    }

    public JsonFields object(String name) {
        return of(value(name, "an object, { ... }"), path(name));
    }

    public Optional<JsonFields> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** What is done with each item of a list. */
    @FunctionalInterface
    public interface Item {
        void take(JsonValue value, String at);
    }

    /** Goes through a list; one that is left out is empty. */
    public void each(String name, Item item) {
        if (!has(name)) {
            return;
        }
        if (!(value(name, "a list, [ ... ]") instanceof JsonValue.Items items)) {
            throw refused(name, "is no list", "a list, [ ... ]");
        }
        for (int i = 0; i < items.values().size(); i++) {
            item.take(items.values().get(i), path(name) + "[" + i + "]");
        }
    }

    private static String text(JsonValue value, String at, String expected) {
        if (value instanceof JsonValue.Text text) {
            return text.value();
        }
        throw new InvalidInputException(
                at,
                value instanceof JsonValue.Nothing ? "is null; leave it out" : "is " + value,
                expected);
    }

    /** Where it stands, not what it holds. */
    @Override
    public String toString() {
        return "JsonFields[" + path + "]";
    }
}
