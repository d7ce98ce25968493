package se.ehealthsdk.discharge.internal.careplan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.ElementReader;

/** {@code YYYYMMDDhhmmss} and {@code YYYYMMDD}, Swedish local time. */
public final class PlanTimes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private PlanTimes() {}

    /**
     * The time in whole seconds; fractions are cut.
     *
     * @throws InvalidInputException if the contract's schema has no such year
     */
    public static String format(LocalDateTime time) {
        if (!isWritable(time.toLocalDate())) {
            throw new InvalidInputException(
                    "time", "has a year that the contract cannot write", "1900 to 2099");
        }
        return TIME.format(time);
    }

    /** The day. */
    public static String format(LocalDate day) {
        return DAY.format(day);
    }

    /** Whether the contract's schema has the year. */
    public static boolean isWritable(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** A day that exists, eight digits; empty for any other text. */
    public static Optional<LocalDate> day(String text) {
        try {
            return isDigits(text, 8) ? Optional.of(LocalDate.parse(text, DAY)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A time that exists, 14 digits; empty for any other text. */
    public static Optional<LocalDateTime> time(String text) {
        try {
            return isDigits(text, 14)
                    ? Optional.of(LocalDateTime.parse(text, TIME))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    static LocalDateTime required(ElementReader in) throws XMLStreamException {
        String name = in.name();
        return time(in.token())
                .orElseThrow(() -> new XMLStreamException(name + " is not YYYYMMDDhhmmss"));
    }

    /** As {@link #required}, but an empty element says nothing. */
    static Optional<LocalDateTime> optional(ElementReader in) throws XMLStreamException {
        String name = in.name();
        String text = in.token();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                time(text)
                        .orElseThrow(
                                () -> new XMLStreamException(name + " is not YYYYMMDDhhmmss")));
    }

    private static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
