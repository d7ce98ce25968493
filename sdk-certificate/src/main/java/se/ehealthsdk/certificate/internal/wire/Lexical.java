package se.ehealthsdk.certificate.internal.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/** How the contract writes days, times and numbers. Blanks around are no part of them, as XML Schema has it. */
public final class Lexical {

    private static final Pattern INT = Pattern.compile("[+-]?[0-9]{1,10}");
    private static final Pattern DOUBLE =
            Pattern.compile(
                    "[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?|-?INF|NaN");
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST_QUESTION = "99999.99".length() + 1;
    private static final int TIME_LENGTH = 19;

    private Lexical() {}

    /**
     * Whether a text looks as the id of a question or part question does. What else stands in place of an id could be
     * anything, a person's number too, and has no place in a message.
     */
    public static boolean isQuestion(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && i > 0 && i + 1 < text.length()) {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return !text.isEmpty() && dots < 2 && text.length() < LONGEST_QUESTION;
    }

    /** {@code DateType}: yyyy-MM-dd, a day that exists. */
    public static Optional<LocalDate> date(String text) {
        String day = trim(text);
        return day.length() == DATE_LENGTH ? day(day) : Optional.empty();
    }

    /** {@code TimeStampType}: yyyy-MM-ddTHH:mm:ss. */
    public static Optional<LocalDateTime> timestamp(String text) {
        String time = trim(text);
        return time.length() == TIME_LENGTH ? time(time, 0) : Optional.empty();
    }

    /** As {@link #timestamp}, or with exactly three decimals, as events have it. */
    public static Optional<LocalDateTime> timestampWithMilliseconds(String text) {
        String time = trim(text);
        if (time.length() != TIME_LENGTH + 4 || time.charAt(TIME_LENGTH) != '.') {
            return timestamp(time);
        }
        int milliseconds = digits(time, TIME_LENGTH + 1, TIME_LENGTH + 4);
        return milliseconds < 0 ? Optional.empty() : time(time, milliseconds * 1_000_000);
    }

    /** {@code xs:int}. */
    public static Optional<Integer> integer(String text) {
        String number = trim(text);
        if (!INT.matcher(number).matches()) {
            return Optional.empty();
        }
        long value = Long.parseLong(number);
        return value == (int) value ? Optional.of((int) value) : Optional.empty();
    }

    /** {@code xs:double}, as it is written. */
    static Optional<String> decimal(String text) {
        String number = trim(text);
        return DOUBLE.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }

    /**
     * A day as the contract writes it.
     *
     * @throws InvalidInputException if its year has not four digits
     */
    public static String format(String field, LocalDate day) {
        StringBuilder text = new StringBuilder(DATE_LENGTH);
        append(field, day, text);
        return text.toString();
    }

    /**
     * A time in whole seconds, as the contract writes it; fractions are cut.
     *
     * @throws InvalidInputException if its year has not four digits
     */
    public static String format(String field, LocalDateTime time) {
        StringBuilder text = new StringBuilder(TIME_LENGTH + 4);
        append(field, time, text);
        return text.toString();
    }

    /**
     * A time with three decimals of a second, as events have it.
     *
     * @throws InvalidInputException if its year has not four digits
     */
    public static String formatWithMilliseconds(String field, LocalDateTime time) {
        StringBuilder text = new StringBuilder(TIME_LENGTH + 4);
        append(field, time, text);
        int milliseconds = time.getNano() / 1_000_000;
        text.append('.').append((char) ('0' + milliseconds / 100));
        two(milliseconds % 100, text);
        return text.toString();
    }

    private static void append(String field, LocalDateTime time, StringBuilder text) {
        append(field, time.toLocalDate(), text);
        two(time.getHour(), text.append('T'));
        two(time.getMinute(), text.append(':'));
        two(time.getSecond(), text.append(':'));
    }

    private static void append(String field, LocalDate day, StringBuilder text) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new InvalidInputException(
                    field, "has a year outside 0001 to 9999", "a day that the contract can write");
        }
        two(day.getYear() / 100, text);
        two(day.getYear() % 100, text);
        two(day.getMonthValue(), text.append('-'));
        two(day.getDayOfMonth(), text.append('-'));
    }

    private static void two(int number, StringBuilder text) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static Optional<LocalDateTime> time(String text, int nanoseconds) {
        Optional<LocalDate> day = day(text);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if (day.isEmpty()
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || hour < 0
                || hour > 24) {
            return Optional.empty();
        }
        if (hour == 24) {
            // XML Schema: the midnight that ends the day
            return minute == 0 && second == 0 && nanoseconds == 0
                    ? day.map(each -> each.plusDays(1).atStartOfDay())
                    : Optional.empty();
        }
        return day.map(each -> each.atTime(LocalTime.of(hour, minute, second, nanoseconds)));
    }

    /** The day that a text begins with. */
    private static Optional<LocalDate> day(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1 || text.charAt(4) != '-' || text.charAt(7) != '-' || month < 1 || day < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Without the blanks that XML Schema takes away. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }
}
