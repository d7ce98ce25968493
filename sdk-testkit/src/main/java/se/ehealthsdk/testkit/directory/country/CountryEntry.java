package se.ehealthsdk.testkit.directory.country;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry of a made-up country, as a directory holds it.
 *
 * @param name its distinguished name
 * @param attributes the values of its attributes, {@code objectClass} first; {@code modifyTimestamp} is among them, which a
 *     server gives only to those who ask for it
 */
public record CountryEntry(String name, Map<String, List<String>> attributes) {

    /** Copies the map. */
    public CountryEntry {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        attributes.forEach((attribute, values) -> copy.put(attribute, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
    }

    /** The values of an attribute, named as the schema writes it; none if it has none. */
    public List<String> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }

    /** Gathers values. */
    static final class Sink implements EntrySink {

        private final Map<String, List<String>> attributes = new LinkedHashMap<>();

        @Override
        public boolean wants(String attribute) {
            return true;
        }

        @Override
        public void put(String attribute, String value) {
            attributes.computeIfAbsent(attribute, first -> new ArrayList<>()).add(value);
        }

        @Override
        public void put(String attribute, List<String> values) {
            attributes.computeIfAbsent(attribute, first -> new ArrayList<>()).addAll(values);
        }

        CountryEntry named(String name) {
            return new CountryEntry(name, attributes);
        }
    }
}
