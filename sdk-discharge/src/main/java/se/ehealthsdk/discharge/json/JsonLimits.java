package se.ehealthsdk.discharge.json;

import se.ehealthsdk.core.error.InvalidInputException;

/**
 * How much of a JSON document is read at most. What exceeds a limit is refused, however it came.
 *
 * @param maxBytes of the whole document
 * @param maxDepth of objects and lists in one another, in a case; an event alone has two less, so that it fits in a case
 * @param maxTextLength characters of one text
 * @param maxEvents events of one case
 */
public record JsonLimits(int maxBytes, int maxDepth, int maxTextLength, int maxEvents) {

    /** 16 MiB, 32 levels, 100 000 characters, 10 000 events. What this SDK writes keeps to these too. */
    public static final JsonLimits DEFAULT = new JsonLimits(16 << 20, 32, 100_000, 10_000);

    /**
     * @throws InvalidInputException when one is less than 1, or the depth is not 3 to 500
     */
    public JsonLimits {
        if (maxBytes < 1 || maxTextLength < 1 || maxEvents < 1) {
            throw new InvalidInputException("limits", "hold one below 1", "limits from 1");
        }
        if (maxDepth < 3 || maxDepth > 500) {
            throw new InvalidInputException("maxDepth", "is out of range", "3 to 500");
        }
    }

    int eventDepth() {
        return maxDepth - 2;
    }
}
