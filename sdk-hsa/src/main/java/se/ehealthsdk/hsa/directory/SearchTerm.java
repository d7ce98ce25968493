package se.ehealthsdk.hsa.directory;

import se.ehealthsdk.core.error.InvalidInputException;

/** What the searches take of what they are told. */
final class SearchTerm {

    private SearchTerm() {}

    static String text(String field, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new InvalidInputException(
                    field, "is blank", "a text to look for, or leave it out");
        }
        return stripped;
    }

    static int limit(int most) {
        if (most < 1) {
            throw new InvalidInputException("limit", "is below 1", "1 or more");
        }
        return most;
    }
}
