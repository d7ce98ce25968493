package se.ehealthsdk.discharge.event;

import se.ehealthsdk.core.error.InvalidInputException;

/** The text of an identifier that means nothing by itself. */
final class OpaqueText {

    private static final int MAX_LENGTH = 64;

    private OpaqueText() {}

    static void check(String field, String value) {
        boolean fits = !value.isEmpty() && value.length() <= MAX_LENGTH;
        for (int i = 0; fits && i < value.length(); i++) {
            char c = value.charAt(i);
            fits = !Character.isWhitespace(c) && !Character.isISOControl(c);
        }
        if (!fits) {
            throw new InvalidInputException(
                    field, "is no identifier", "1 to 64 visible characters without blanks");
        }
    }
}
