package se.ehealthsdk.testkit.internal.admin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import se.ehealthsdk.testkit.check.Text;

/** A JSON object on its way out, its fields in order. What is not there is left out. */
final class Shape {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Shape() {}

    static Shape empty() {
        return new Shape();
    }

    static Shape of(String name, Object value) {
        return new Shape().and(name, value);
    }

    /** A map as it is. */
    static Shape of(Map<String, Object> values) {
        Shape shape = new Shape();
        values.forEach(shape::and);
        return shape;
    }

    static Shape text(Text text) {
        return text(text.swedish(), text.english());
    }

    static Shape text(String swedish, String english) {
        return of("sv", swedish).and("en", english);
    }

    Shape and(String name, Object value) {
        Object plain = plain(value);
        if (plain != null) {
            fields.put(name, plain);
        }
        return this;
    }

    private static @org.jspecify.annotations.Nullable Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? plain(optional.get()) : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof Shape shape) {
            return shape.fields;
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Shape::plain).toList();
        }
        if (value instanceof Text text) {
            return text(text).fields;
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof Map<?, ?>) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return Words.of(constant);
        }
        return value.toString();
    }

    Map<String, Object> fields() {
        return fields;
    }
}
