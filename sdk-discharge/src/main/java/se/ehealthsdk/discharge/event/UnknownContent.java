package se.ehealthsdk.discharge.event;

/**
 * An event of a kind that this version does not know. Kept and shown, never lost.
 *
 * @param name the kind, as it was written
 * @param json what it said, as JSON text
 */
public record UnknownContent(String name, String json) implements Content {

    /** The kind alone. */
    @Override
    public String toString() {
        return "UnknownContent[" + name + "]";
    }

    @Override
    public String kind() {
        return name;
    }
}
