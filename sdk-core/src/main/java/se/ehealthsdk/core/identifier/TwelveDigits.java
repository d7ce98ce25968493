package se.ehealthsdk.core.identifier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The written forms and the rules that a personnummer and a samordningsnummer share. Both are kept
 * as {@code yyyymmddnnnc}: date, serial number, check digit.
 */
final class TwelveDigits {

    private static final Pattern WITH_CENTURY =
            Pattern.compile("((?:18|19|20)\\d{6})[-+]?(\\d{4})");
    private static final Pattern WITHOUT_CENTURY = Pattern.compile("(\\d{6})([-+]?)(\\d{4})");
    private static final String EXPECTED =
            "yyyymmddnnnn from the years 1800 to 2099, with or without - or + before the last four";

    private TwelveDigits() {}

    /** Reads the form with century. */
    static String read(String field, String text) {
        Matcher matcher = WITH_CENTURY.matcher(text.strip());
        if (matcher.matches()) {
            return matcher.group(1) + matcher.group(2);
        }
        if (WITHOUT_CENTURY.matcher(text.strip()).matches()) {
            throw new InvalidInputException(
                    field,
                    "has ten digits, which do not tell the century",
                    EXPECTED + "; or use the method that takes a Clock");
        }
        throw new InvalidInputException(field, "is not written as such a number", EXPECTED);
    }

    /** Reads both forms; the short one gets the century that it has on this day. */
    static String read(String field, String text, LocalDate today) {
        Matcher matcher = WITHOUT_CENTURY.matcher(text.strip());
        if (!matcher.matches()) {
            return read(field, text);
        }
        String yymmdd = matcher.group(1);
        int year =
                matcher.group(2).equals("+")
                        ? latestYear(yymmdd, today.getYear() - 100)
                        : latestYearNotAfter(yymmdd, today);
        return read(field, year + yymmdd.substring(2) + matcher.group(3));
    }

    /**
     * The hyphen becomes a plus in the year in which one turns 100, by other rules on the birthday.
     * A birth date still to come can only be that of someone who is about to turn 100, so both
     * customs are understood.
     */
    private static int latestYearNotAfter(String yymmdd, LocalDate today) {
        int year = latestYear(yymmdd, today.getYear());
        // The remainders undo what a samordningsnummer adds to the day, and maybe to the month.
        int monthAndDay = number(yymmdd, 2, 4) % 20 * 100 + number(yymmdd, 4, 6) % 60;
        boolean stillToCome =
                year == today.getYear()
                        && monthAndDay > today.getMonthValue() * 100 + today.getDayOfMonth();
        return stillToCome ? year - 100 : year;
    }

    private static int latestYear(String yymmdd, int notAfter) {
        return notAfter - Math.floorMod(notAfter - number(yymmdd, 0, 2), 100);
    }

    /** Checks what is the same in both numbers: serial number and check digit. */
    static String checked(String field, String digits) {
        if (digits.startsWith("000", 8)) {
            throw new InvalidInputException(
                    field, "has the serial number 000", "a serial number from 001 to 999");
        }
        if (!Luhn.holds(digits.substring(2))) {
            throw new InvalidInputException(
                    field,
                    "has a check digit that does not match",
                    "a last digit that follows from the nine before it (mod 10)");
        }
        return digits;
    }

    /** The date, or empty when there is no such day. */
    static Optional<LocalDate> date(int year, int month, int day) {
        boolean exists = month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(day);
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
