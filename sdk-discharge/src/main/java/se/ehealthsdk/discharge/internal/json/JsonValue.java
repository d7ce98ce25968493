package se.ehealthsdk.discharge.internal.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value as it was read. Shows nothing of itself: it may be personal. */
public sealed interface JsonValue {

    /** In the order of the text. */
    record Members(Map<String, JsonValue> values) implements JsonValue {

        /** Without one of them. */
        public Members without(String name) {
            Map<String, JsonValue> fewer = new LinkedHashMap<>(values);
            fewer.remove(name);
            return new Members(fewer);
        }

        @Override
        public String toString() {
            return "an object";
        }
    }

    record Items(List<JsonValue> values) implements JsonValue {
        @Override
        public String toString() {
            return "a list";
        }
    }

    record Text(String value) implements JsonValue {
        @Override
        public String toString() {
            return "a text";
        }
    }

    /** With the digits that were written, so that nothing is lost. */
    record Figure(String literal) implements JsonValue {
        @Override
        public String toString() {
            return "a number";
        }
    }

    record Flag(boolean value) implements JsonValue {
        @Override
        public String toString() {
            return "true or false";
        }
    }

    record Nothing() implements JsonValue {
        @Override
        public String toString() {
            return "null";
        }
    }
}
