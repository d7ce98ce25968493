package se.ehealthsdk.hsa.unitfile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.xml.SwedishTime;
import se.ehealthsdk.hsa.syntax.HsaSyntax;

/**
 * Times in the forms that the file may have them, since its schema is not published: {@code xs:dateTime}, with a blank
 * in place of the T too as databases write it, the directory's own {@code 20100514215959Z} (GeneralizedTime, RFC 4517),
 * and dates.
 */
final class FileTime {

    private static final Pattern LOCAL = Pattern.compile("\\d{14}");
    private static final Pattern GENERALIZED = Pattern.compile("\\d{10,14}[.,+Z-].*|\\d{10,14}");
    private static final Pattern BASIC_DATE = Pattern.compile("\\d{8}");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(Z|[+-]\\d\\d:\\d\\d)?");
    private static final Pattern WITH_BLANK = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d.*)");
    private static final int LONGEST_DATE = "2010-05-14+02:00".length();
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

    /** A zone after a date says nothing of which day is meant. */
    private static Optional<LocalDate> date(String text) {
        if (text.length() > LONGEST_DATE) {
            return Optional.empty();
        }
        Matcher date = DATE.matcher(text);
        try {
            if (date.matches()) {
                return Optional.of(LocalDate.parse(date.group(1)));
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
            Matcher blank = WITH_BLANK.matcher(text);
            return SwedishTime.parse(
                    blank.matches() ? blank.group(1) + "T" + blank.group(2) : text);
        }
        return LOCAL.matcher(text).matches()
                ? local(text)
                : HsaSyntax.GENERALIZED_TIME.tryParse(text);
    }

    private static Optional<Instant> local(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, SECONDS).atZone(SwedishTime.ZONE).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
