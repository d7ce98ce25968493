package se.ehealthsdk.testkit.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which names a mapping may have, and what their values may be.
 *
 * @param name of the form, as {@code unit}
 * @param about for people
 * @param fields by name, in the order that they are written in
 * @param required the names that must be there
 * @param exclusive of each list at most one may be there
 */
record Form(
        String name,
        String about,
        Map<String, Field> fields,
        Set<String> required,
        List<List<String>> exclusive) {

    /**
     * A field.
     *
     * @param about for people; empty where the name says it
     */
    record Field(Kind kind, String about) {}

    static Builder of(String name, String about) {
        return new Builder(name, about);
    }

    static final class Builder {

        private final String name;
        private final String about;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Set<String> required = new LinkedHashSet<>();
        private final List<List<String>> exclusive = new ArrayList<>();

        private Builder(String name, String about) {
            this.name = name;
            this.about = about;
        }

        Builder must(String field, Kind kind, String text) {
            required.add(field);
            return may(field, kind, text);
        }

        Builder may(String field, Kind kind, String text) {
            fields.put(field, new Field(kind, text));
            return this;
        }

        Builder texts(String... names) {
            for (String each : names) {
                may(each, Kind.Text.ANY, "");
            }
            return this;
        }

        Builder list(String field, Kind of, String text) {
            return may(field, new Kind.Listed(of, 0, 1_000), text);
        }

        Builder flags(String... names) {
            for (String each : names) {
                may(each, new Kind.Flag(), "");
            }
            return this;
        }

        Builder oneOf(String... names) {
            exclusive.add(List.of(names));
            return this;
        }

        Form build() {
            return new Form(name, about, fields, required, exclusive);
        }
    }
}
