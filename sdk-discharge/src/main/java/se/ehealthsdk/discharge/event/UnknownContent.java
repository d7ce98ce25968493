package se.ehealthsdk.discharge.event;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * An event of a kind that this version does not know. Kept and shown, never lost.
 *
 * @param name the kind, as it was written
 * @param json what it said, as JSON text
 */
public record UnknownContent(String name, String json) implements Content {

    /**
     * @throws InvalidInputException when the name is blank or longer than 64 characters
     */
    public UnknownContent {
        if (name.isBlank() || name.length() > 64) {
            throw new InvalidInputException("kind", "is no name", "1 to 64 characters");
        }
    }

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
