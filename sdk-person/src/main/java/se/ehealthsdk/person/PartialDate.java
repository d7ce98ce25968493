package se.ehealthsdk.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date of which perhaps only the month or the year is known, kept as it is written.
 *
 * <p>Source: {@code PartialDateType} of {@code strategicresourcemanagement:persons:person} 5.0.
 *
 * @param precision how much is known
 * @param text {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; Skatteverket writes 00 for what is not known
 */
public record PartialDate(Precision precision, String text) {

    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}.*");

    /** How much of a date is known. */
    public enum Precision {
        /** The year. */
        YEAR("YYYY"),
        /** Year and month. */
        MONTH("YYYY-MM"),
        /** The day. */
        DAY("YYYY-MM-DD");

        private final String code;

        Precision(String code) {
            this.code = code;
        }

        /** As the contract writes it, {@code YYYY-MM-DD} for example. */
        public String code() {
            return code;
        }
    }

    /** A date of which the day is known. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(Precision.DAY, day.toString());
    }

    /** Whether there is anything but an empty element. */
    boolean isTold() {
        return !text.isBlank();
    }

    /** The day; empty when it is not known. */
    public Optional<LocalDate> day() {
        return precision == Precision.DAY ? attempt(LocalDate::parse, text) : Optional.empty();
    }

    /** The month; empty when it is not known. */
    public Optional<YearMonth> month() {
        return precision == Precision.YEAR || text.length() < 7
                ? Optional.empty()
                : attempt(YearMonth::parse, text.substring(0, 7));
    }

    /** The year; empty when the text does not begin with one. */
    public Optional<Year> year() {
        return YEAR_FIRST.matcher(text).matches()
                ? attempt(Year::parse, text.substring(0, 4))
                : Optional.empty();
    }

    private interface Parser<T> {
        T parse(CharSequence text);
    }

    private static <T> Optional<T> attempt(Parser<T> parser, String text) {
        try {
            return Optional.of(parser.parse(text));
        } catch (DateTimeException notKnown) {
            return Optional.empty();
        }
    }

    /** The precision alone. */
    @Override
    public String toString() {
        return "PartialDate[" + precision + "]";
    }
}
