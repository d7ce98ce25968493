package se.ehealthsdk.chaos;

import java.util.Locale;

/**
 * What a worker writes in a record so that the receiver knows what it should be.
 *
 * @param destination where it must come
 * @param poison whether it is one that the receiver never takes
 */
public record Mark(String destination, boolean poison) {

    /** Reads what {@link #print} wrote; anything else gives a mark that nothing fits. */
    public static Mark parse(String text) {
        String[] parts = text.split(" ", -1);
        return parts.length == 2
                ? new Mark(parts[0], parts[1].equals("poison"))
                : new Mark("", false);
    }

    /** For the record's activityLevel. */
    public String print() {
        return destination + " " + (poison ? "poison" : "good");
    }

    /** For the record's activityArgs: 100 to 600 characters that follow from its id. */
    public static String filler(String id) {
        StringBuilder text = new StringBuilder();
        int next = id.hashCode();
        int length = 100 + Math.floorMod(next, 500);
        while (text.length() < length) {
            next = next * 1_103_515_245 + 12_345;
            text.append(String.format(Locale.ROOT, "%08x", next));
        }
        text.setLength(length);
        return text.toString();
    }
}
