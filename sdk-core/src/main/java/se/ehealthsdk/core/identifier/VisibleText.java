package se.ehealthsdk.core.identifier;

import se.ehealthsdk.core.error.InvalidInputException;

/** What an identifier of free form may hold: characters that a person who reads it can see. */
final class VisibleText {

    private VisibleText() {}

    /** The text without outer white space; throws when it is blank, too long or not visible. */
    static String require(String field, String text, int maxLength) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw refused(field, "is blank", maxLength);
        }
        if (stripped.length() > maxLength) {
            throw refused(field, "is longer than " + maxLength + " characters", maxLength);
        }
        if (!isVisible(stripped)) {
            throw refused(
                    field, "holds a control character, a line break or an odd blank", maxLength);
        }
        return stripped;
    }

    private static InvalidInputException refused(String field, String problem, int maxLength) {
        return new InvalidInputException(
                field, problem, "1 to " + maxLength + " visible characters on one line");
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            boolean printableAscii = codePoint >= ' ' && codePoint <= '~';
            if (!printableAscii && !isVisible(codePoint)) {
                return false;
            }
        }
        return true;
    }

    /** False also for zero-width characters and no-break spaces, which come with pasted text. */
    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
