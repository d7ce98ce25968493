package se.ehealthsdk.hsa.internal.directory;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Texts as a directory compares them: without regard to case, to blanks around them, to how many blanks stand in a
 * row, and to how characters are composed. Source: RFC 4518.
 */
public final class LooseText {

    private static final char FIRST_COMBINING = '\u0300';
    private static final char NO_BREAK_SPACE = '\u00a0';

    private LooseText() {}

    /** The form in which texts that are the same are equal. */
    public static String of(String text) {
        String composed =
                isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        String single = hasRowOfBlanks(composed) ? composed.replaceAll("\\s+", " ") : composed;
        return single.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isComposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING || text.charAt(i) == NO_BREAK_SPACE) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasRowOfBlanks(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))
                    && (text.charAt(i) != ' ' || text.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }
}
