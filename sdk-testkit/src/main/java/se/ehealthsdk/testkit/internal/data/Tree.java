package se.ehealthsdk.testkit.internal.data;

import java.util.List;

/** What a text in YAML or JSON says, and where it says it. */
public sealed interface Tree {

    /** Where it begins. */
    Place place();

    /**
     * A place in a text.
     *
     * @param file empty when the text came from no file
     * @param line from 1
     * @param column from 1
     */
    record Place(String file, int line, int column) {}

    /** Names with values; a name can be there twice, which is for the reader to tell. */
    record Mapping(Place place, List<Named> entries) implements Tree {}

    /** A value with its name. */
    record Named(Place place, String name, Tree value) {}

    /** A list. */
    record Listing(Place place, List<Tree> items) implements Tree {}

    /** A single value, as it is written. */
    record Scalar(Place place, Type type, String text) implements Tree {}

    /** What a single value is. */
    enum Type {
        TEXT,
        WHOLE_NUMBER,
        NUMBER,
        FLAG,
        NOTHING
    }

    /** What it is, for people. */
    default String kind() {
        if (this instanceof Mapping) {
            return "is a mapping of names to values";
        }
        if (this instanceof Listing) {
            return "is a list";
        }
        return switch (((Scalar) this).type()) {
            case TEXT -> "is a text";
            case WHOLE_NUMBER, NUMBER -> "is a number";
            case FLAG -> "is true or false";
            case NOTHING -> "has no value";
        };
    }
}
