package se.ehealthsdk.certificate.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * A date of which a part may not be known, as death certificates write it: {@code 2024-05-17}, {@code 2024-05-00},
 * {@code 2024-00-00} or {@code 0000-00-00}.
 *
 * @param value the date with zeros for what is not known
 */
public record UncertainDate(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /**
     * @throws InvalidInputException if it is not of the form, or no date can be meant by it; correct it
     */
    public UncertainDate {
        if (!FORM.matcher(value).matches() || !possible(value)) {
            throw new InvalidInputException(
                    "uncertainDate",
                    "is no date",
                    "YYYY-MM-DD with zeros for what is not known, from the year 0001 to 9999");
        }
    }

    /** The date in a text; empty if there is none. */
    public static Optional<UncertainDate> tryParse(String text) {
        return FORM.matcher(text).matches() && possible(text)
                ? Optional.of(new UncertainDate(text))
                : Optional.empty();
    }

    /** A day. */
    public static UncertainDate of(LocalDate day) {
        return new UncertainDate(day.toString());
    }

    /** Some day of a month. */
    public static UncertainDate of(YearMonth month) {
        return new UncertainDate(month + "-00");
    }

    /** Some day of a year. */
    public static UncertainDate of(Year year) {
        return new UncertainDate("%04d-00-00".formatted(year.getValue()));
    }

    /** Nothing is known. */
    public static UncertainDate unknown() {
        return new UncertainDate("0000-00-00");
    }

    /** The date, where all of it is known. */
    public Optional<LocalDate> day() {
        return value.endsWith("-00") ? Optional.empty() : Optional.of(LocalDate.parse(value));
    }

    private static boolean possible(String text) {
        String year = text.substring(0, 4);
        String month = text.substring(5, 7);
        String day = text.substring(8);
        boolean noYear = year.equals("0000");
        boolean noMonth = month.equals("00");
        boolean noDay = day.equals("00");
        if (noYear && !noMonth || noMonth && !noDay) {
            return false;
        }
        try {
            LocalDate.parse(year + "-" + (noMonth ? "01" : month) + "-" + (noDay ? "01" : day));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Nothing of the date. */
    @Override
    public String toString() {
        return "UncertainDate[***]";
    }
}
