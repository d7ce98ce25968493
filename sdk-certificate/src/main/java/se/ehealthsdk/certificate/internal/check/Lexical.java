package se.ehealthsdk.certificate.internal.check;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** How the official rules read text: which characters are white space, and what a date is. Nothing here throws. */
public final class Lexical {

    private Lexical() {}

    /** White space of XML; a no-break space is none. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Whether nothing is left when white space of XML is taken away. */
    public static boolean isEmpty(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a reader sees nothing: white space of any kind, no-break spaces and zero-width characters too. */
    static boolean isInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && c != '\u200b'
                    && c != '\ufeff') {
                return false;
            }
        }
        return true;
    }

    /** Without white space of XML at both ends. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean allDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    /** Whether the text has the form {@code dddd-dd-dd} at its start. */
    private static boolean startsLikeDate(String text) {
        return text.length() >= 10
                && allDigits(text, 0, 4)
                && text.charAt(4) == '-'
                && allDigits(text, 5, 7)
                && text.charAt(7) == '-'
                && allDigits(text, 8, 10);
    }

    /** Exactly ten characters {@code dddd-dd-dd}, any digits. */
    public static boolean isPartialDate(String text) {
        return text.length() == 10 && startsLikeDate(text);
    }

    /**
     * The date of an official date: {@code YYYY-MM-DD} from the first character, a real date, then perhaps a zone and
     * white space. Null for anything else.
     */
    public static @Nullable LocalDate date(String text) {
        if (!startsLikeDate(text) || !endsLikeDate(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    private static boolean endsLikeDate(String text) {
        int at = 10;
        if (at < text.length() && text.charAt(at) == 'Z') {
            at++;
        } else if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            if (text.length() < at + 6
                    || !allDigits(text, at + 1, at + 3)
                    || text.charAt(at + 3) != ':'
                    || !allDigits(text, at + 4, at + 6)) {
                return false;
            }
            int hours = number(text, at + 1, at + 3);
            int minutes = number(text, at + 4, at + 6);
            if (minutes > 59 || hours > 14 || (hours == 14 && minutes > 0)) {
                return false;
            }
            at += 6;
        }
        while (at < text.length()) {
            if (!isSpace(text.charAt(at++))) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    /** A whole number of at most nine digits; null for anything else. */
    public static @Nullable Integer wholeNumber(String text) {
        String trimmed = trim(text);
        return trimmed.length() < 10 && allDigits(trimmed, 0, trimmed.length())
                ? number(trimmed, 0, trimmed.length())
                : null;
    }

    /** An {@code xs:double}, NaN for what is none. */
    public static double number(String text) {
        String trimmed = trim(text);
        for (int i = 0; i < trimmed.length(); i++) {
            if (!isDigit(trimmed.charAt(i)) && "+-.eE".indexOf(trimmed.charAt(i)) < 0) {
                return trimmed.equals("INF")
                        ? Double.POSITIVE_INFINITY
                        : trimmed.equals("-INF") ? Double.NEGATIVE_INFINITY : Double.NaN;
            }
        }
        try {
            return Double.parseDouble(trimmed);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** True or false as the official rules read it, null for neither: white space around it is let pass. */
    public static @Nullable Boolean bool(String text) {
        String trimmed = trim(text);
        return switch (trimmed) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Whether a pattern stands anywhere in the text, where each dot of the pattern is any character but a line break. */
    public static boolean containsLoosely(String text, String pattern) {
        for (int start = 0; start + pattern.length() <= text.length(); start++) {
            int at = 0;
            while (at < pattern.length()
                    && (pattern.charAt(at) == '.'
                            ? text.charAt(start + at) != '\n'
                            : pattern.charAt(at) == text.charAt(start + at))) {
                at++;
            }
            if (at == pattern.length()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the whole text is the pattern, where each dot of the pattern is any character but a line break. */
    public static boolean matchesLoosely(String text, String pattern) {
        return text.length() == pattern.length() && containsLoosely(text, pattern);
    }

    /** A diagnosis code as the official rules see it, of a text without white space around it. */
    static boolean isDiagnosisCode(String code) {
        if (code.length() < 3 || !isDigit(code.charAt(1)) || !isDigit(code.charAt(2))) {
            return false;
        }
        char first = code.charAt(0);
        char letter = first >= 'a' && first <= 'z' ? (char) (first - 'a' + 'A') : first;
        if (letter < 'A' || letter > 'Z') {
            return false;
        }
        for (int i = 3; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean latin = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!latin && !isDigit(c) && c != '-') {
                return false;
            }
        }
        boolean needsMore = letter == 'F' || (letter == 'Z' && code.startsWith("73", 1));
        return !needsMore || code.length() > 3;
    }
}
