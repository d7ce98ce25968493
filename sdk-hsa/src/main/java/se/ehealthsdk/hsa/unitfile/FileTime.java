package se.ehealthsdk.hsa.unitfile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import se.ehealthsdk.core.xml.SwedishTime;

/**
 * Times in the forms that the file may have them, since its schema is not published: {@code xs:dateTime}, the
 * directory's own {@code 20100514215959Z} (GeneralizedTime, RFC 4517), and dates.
 */
final class FileTime {

    private static final Pattern GENERALIZED = Pattern.compile("\\d{14}Z?");
    private static final Pattern BASIC_DATE = Pattern.compile("\\d{8}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST_DATE = 10;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private FileTime() {}

    /** When something begins; a date is its first moment in Sweden. */
    static Optional<Instant> start(String text) {
        return date(text).map(FileTime::midnight).or(() -> moment(text));
    }

    /** When something ceases; a date is its last day. */
    static Optional<Instant> end(String text) {
        return date(text).map(date -> midnight(date.plusDays(1))).or(() -> moment(text));
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(SwedishTime.ZONE).toInstant();
    }

    private static Optional<LocalDate> date(String text) {
        if (text.length() > LONGEST_DATE) {
            return Optional.empty();
        }
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
            return BASIC_DATE.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        if (!GENERALIZED.matcher(text).matches()) {
            return SwedishTime.parse(text);
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text.substring(0, 14), SECONDS);
            return Optional.of(
                    text.endsWith("Z")
                            ? time.toInstant(ZoneOffset.UTC)
                            : time.atZone(SwedishTime.ZONE).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
