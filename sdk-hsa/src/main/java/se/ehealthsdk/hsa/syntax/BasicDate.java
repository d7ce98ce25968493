package se.ehealthsdk.hsa.syntax;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The dates within values: {@code yyyyMMdd}, and {@code yyyy-MM-dd} which is read too. */
final class BasicDate {

    private static final int BASIC_LENGTH = 8;
    private static final int EXTENDED_LENGTH = 10;

    private BasicDate() {}

    static Optional<LocalDate> parse(String text) {
        // the lengths keep out the offsets and long years that the formatters would take
        if (text.length() != BASIC_LENGTH && text.length() != EXTENDED_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(
                            text,
                            text.length() == BASIC_LENGTH
                                    ? DateTimeFormatter.BASIC_ISO_DATE
                                    : DateTimeFormatter.ISO_LOCAL_DATE));
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }

    static String write(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
