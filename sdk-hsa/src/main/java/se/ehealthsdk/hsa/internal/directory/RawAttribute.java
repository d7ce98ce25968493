package se.ehealthsdk.hsa.internal.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One attribute of an entry, as a directory sent it. */
public interface RawAttribute {

    /** Its name as it was sent, in any case, with options if there were any: {@code description;lang-sv}. */
    String name();

    /** Its values as text, at least one. What is no UTF-8 has U+FFFD in it. */
    List<String> values();

    /** Its values as they came. */
    List<byte[]> bytes();

    /** An attribute with values of text. */
    static RawAttribute of(String name, List<String> values) {
        return new Texts(name, List.copyOf(values));
    }

    /** An attribute with values that may be no text. */
    static RawAttribute ofBytes(String name, List<byte[]> values) {
        return new Binary(name, List.copyOf(values));
    }

    /** An attribute made of text. */
    record Texts(String name, List<String> values) implements RawAttribute {

        @Override
        public List<byte[]> bytes() {
            return values.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
        }

        /** The name; values may be about a person. */
        @Override
        public String toString() {
            return "RawAttribute[" + name + "]";
        }
    }

    /** An attribute made of bytes. */
    record Binary(String name, List<byte[]> bytes) implements RawAttribute {

        @Override
        public List<String> values() {
            return bytes.stream().map(value -> new String(value, StandardCharsets.UTF_8)).toList();
        }

        /** The name; values may be about a person. */
        @Override
        public String toString() {
            return "RawAttribute[" + name + "]";
        }
    }
}
