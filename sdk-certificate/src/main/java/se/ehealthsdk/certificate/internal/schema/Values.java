package se.ehealthsdk.certificate.internal.schema;

import java.time.YearMonth;
import se.ehealthsdk.certificate.internal.schema.Type.Simple;

/** The simple types: how their values are written. */
final class Values {

    static final Simple STRING = new Simple(false, "text", text -> true);

    static final Simple NON_EMPTY =
            new Simple(false, "text that is not empty", text -> !text.isEmpty());

    static final Simple INT = new Simple(true, "a whole number of 32 bits", Values::isInt);

    static final Simple INTEGER = new Simple(true, "a whole number", Values::isInteger);

    static final Simple DOUBLE = new Simple(true, "a number", Values::isDouble);

    static final Simple DATE =
            new Simple(true, "a date YYYY-MM-DD", text -> text.length() == 10 && isDate(text));

    static final Simple TIMESTAMP =
            new Simple(
                    true,
                    "a time YYYY-MM-DDThh:mm:ss, without fractions and zone",
                    Values::isTimestamp);

    static final Simple PARTIAL_DATE_FORMAT = oneOf("YYYY-MM-DD", "YYYY-MM", "YYYY");

    static final Simple PARTIAL_DATE =
            new Simple(false, "YYYY, YYYY-MM or YYYY-MM-DD", Values::isPartialDate);

    static final Simple TWELVE_DIGITS =
            new Simple(false, "12 digits", text -> text.length() == 12 && anyDigits(text));

    static final Simple QUESTION_ID =
            new Simple(false, "digits", text -> !text.isEmpty() && digits(text, 0, text.length()))
                    .reportedAs("COM-DOC-SVARID");

    static final Simple PART_ID =
            new Simple(false, "digits, a dot, digits", Values::isPartId)
                    .reportedAs("COM-DOC-SUBID");

    static final Simple BASE64 = new Simple(true, "base64", Values::isBase64);

    static final Simple ID = new Simple(true, "an XML id, once in the document", Values::isName);

    private Values() {}

    /** The value that the schema fixes; an empty element has it too. */
    static Simple fixed(String value) {
        return new Simple(false, value, text -> text.isEmpty() || text.equals(value));
    }

    static Simple oneOf(String... values) {
        return new Simple(
                false,
                "one of " + String.join(", ", values),
                text -> {
                    for (String each : values) {
                        if (each.equals(text)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** White space within becomes one blank, at the ends none. */
    static String collapse(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            clean = !isSpace(text.charAt(i));
        }
        if (clean) {
            return text;
        }
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                gap = collapsed.length() > 0;
            } else {
                if (gap) {
                    collapsed.append(' ');
                    gap = false;
                }
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!digit(text.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    /** {@code \d} of a pattern is a digit of any script. */
    private static boolean anyDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPartId(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && digits(text, 0, dot) && digits(text, dot + 1, text.length());
    }

    private static boolean isInteger(String text) {
        int from = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        return digits(text, from, text.length());
    }

    private static boolean isInt(String text) {
        if (!isInteger(text)) {
            return false;
        }
        boolean negative = text.charAt(0) == '-';
        long limit = negative ? -(long) Integer.MIN_VALUE : Integer.MAX_VALUE;
        long value = 0;
        for (int i = digit(text.charAt(0)) ? 0 : 1; i < text.length(); i++) {
            value = value * 10 + (text.charAt(i) - '0');
            if (value > limit) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDouble(String text) {
        if (text.equals("INF") || text.equals("-INF") || text.equals("NaN")) {
            return true;
        }
        int at = 0;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        int mantissa = at;
        at = skipDigits(text, at);
        int count = at - mantissa;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = at + 1;
            at = skipDigits(text, fraction);
            count += at - fraction;
        }
        if (count == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int exponent = at;
            at = skipDigits(text, at);
            if (at == exponent) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    /** A real date at the start of a text; the year is not 0000. */
    private static boolean isDate(String text) {
        if (text.length() < 10
                || !digits(text, 0, 4)
                || text.charAt(4) != '-'
                || !digits(text, 5, 7)
                || text.charAt(7) != '-'
                || !digits(text, 8, 10)) {
            return false;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static boolean isTimestamp(String text) {
        if (text.length() != 19
                || !isDate(text)
                || text.charAt(10) != 'T'
                || !digits(text, 11, 13)
                || text.charAt(13) != ':'
                || !digits(text, 14, 16)
                || text.charAt(16) != ':'
                || !digits(text, 17, 19)) {
            return false;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        return minute < 60
                && second < 60
                && (hour < 24 || (hour == 24 && minute == 0 && second == 0));
    }

    private static boolean isPartialDate(String text) {
        int length = text.length();
        if ((length != 4 && length != 7 && length != 10)
                || (text.charAt(0) != '1' && text.charAt(0) != '2')
                || !digits(text, 1, 4)) {
            return false;
        }
        return (length < 7 || isPartOfDate(text, 5, 12))
                && (length < 10 || isPartOfDate(text, 8, 31));
    }

    private static boolean isPartOfDate(String text, int at, int most) {
        return text.charAt(at - 1) == '-'
                && digits(text, at, at + 2)
                && number(text, at, at + 2) >= 1
                && number(text, at, at + 2) <= most;
    }

    /** Four characters each, the last perhaps padded, with no bits left over. */
    private static boolean isBase64(String collapsed) {
        String text = collapsed.indexOf(' ') < 0 ? collapsed : collapsed.replace(" ", "");
        int length = text.length();
        if (length % 4 != 0) {
            return false;
        }
        int padding = 0;
        while (padding < 2 && length > padding && text.charAt(length - 1 - padding) == '=') {
            padding++;
        }
        for (int i = 0; i < length - padding; i++) {
            if (sextet(text.charAt(i)) < 0) {
                return false;
            }
        }
        int left = padding == 0 ? 0 : padding == 1 ? 0x3 : 0xf;
        return padding == 0 || (sextet(text.charAt(length - 1 - padding)) & left) == 0;
    }

    private static int sextet(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || !(Character.isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }
}
