package se.ehealthsdk.hsa.internal.directory;

import java.util.List;

/** An entry as a directory sent it: a name, and values by attribute. */
public interface RawEntry {

    /** The distinguished name, as it was sent. */
    String name();

    /**
     * What the entry has, as it was sent. The reader goes through it once, which costs a look-up for what is there
     * and none for what is not.
     */
    List<RawAttribute> attributes();

    /** The values of an attribute as text, whatever the case of its name; empty if it has none. */
    default List<String> values(String attribute) {
        for (RawAttribute each : attributes()) {
            if (each.name().equalsIgnoreCase(attribute)) {
                return each.values();
            }
        }
        return List.of();
    }

    /** An entry made of its parts. */
    static RawEntry of(String name, List<RawAttribute> attributes) {
        return new Made(name, List.copyOf(attributes));
    }

    /** An entry that comes from no server. */
    record Made(String name, List<RawAttribute> attributes) implements RawEntry {

        /** How many attributes; the name may hold that of a person. */
        @Override
        public String toString() {
            return "RawEntry[attributes=" + attributes.size() + "]";
        }
    }
}
