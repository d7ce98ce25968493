package se.ehealthsdk.hsa;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The dates that contracts carry as plain strings: {@code YYYYMMDD} or {@code YYYY-MM-DD}. */
final class DirectoryDate {

    private DirectoryDate() {}

    /** Empty when the text has another form. */
    static Optional<LocalDate> parse(String text) {
        DateTimeFormatter form =
                text.indexOf('-') < 0
                        ? DateTimeFormatter.BASIC_ISO_DATE
                        : DateTimeFormatter.ISO_LOCAL_DATE;
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException anotherForm) {
            return Optional.empty();
        }
    }
}
