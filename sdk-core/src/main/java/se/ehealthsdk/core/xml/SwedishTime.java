package se.ehealthsdk.core.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * The times of national contracts: {@code xs:dateTime}, Swedish local time where no zone is given.
 *
 * <p>The hour that comes twice when summer time ends is read as the first of the two.
 *
 * <p>Source: RIV-TA service schema rules (ARK_0005), XML Schema part 2 section 3.2.7.
 */
public final class SwedishTime {

    /** Europe/Stockholm. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final String PLAIN = "0000-00-00T00:00:00";

    // 24:00 is the next day's midnight only to the SMART resolver, which also takes 31 February
    private static final DateTimeFormatter XS_DATE_TIME =
            DateTimeFormatter.ISO_DATE_TIME.withResolverStyle(ResolverStyle.SMART);

    private SwedishTime() {}

    /**
     * @param text an {@code xs:dateTime}, with or without zone, {@code 24:00:00} allowed
     * @return empty when the text is none
     */
    public static Optional<Instant> parse(String text) {
        try {
            boolean utc = text.endsWith("Z");
            if (isPlain(text, utc ? text.length() - 1 : text.length())) {
                LocalDateTime time = plain(text);
                return Optional.of(
                        utc ? time.toInstant(ZoneOffset.UTC) : time.atZone(ZONE).toInstant());
            }
            TemporalAccessor parsed = XS_DATE_TIME.parse(text);
            if (!isDay(text)) {
                return Optional.empty();
            }
            // asked, not tried: a failed attempt for each time without zone would cost the most of
            // all
            return Optional.of(
                    parsed.isSupported(ChronoField.OFFSET_SECONDS)
                            ? Instant.from(parsed)
                            : LocalDateTime.from(parsed).atZone(ZONE).toInstant());
        } catch (DateTimeException notADateTime) {
            return Optional.empty();
        }
    }

    /** Whether the day that a date-time begins with exists. A year of more than four digits has a sign. */
    private static boolean isDay(String text) {
        int month = text.indexOf('-', 1) + 1;
        int last = Integer.parseInt(text, month + 3, month + 5, 10);
        return last <= 28 || YearMonth.parse(text.substring(0, month + 2)).isValidDay(last);
    }

    /** Whether it is, up to there, {@code yyyy-MM-ddTHH:mm:ss}, as nearly all times come, except 24:00. */
    private static boolean isPlain(String text, int end) {
        if (end != PLAIN.length() || text.startsWith("24", 11)) {
            return false;
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            char found = text.charAt(i);
            boolean asExpected =
                    PLAIN.charAt(i) == '0'
                            ? found >= '0' && found <= '9'
                            : found == PLAIN.charAt(i);
            if (!asExpected) {
                return false;
            }
        }
        return true;
    }

    /** Many times quicker than a formatter, which is what a large answer would spend its time in. */
    private static LocalDateTime plain(String text) {
        return LocalDateTime.of(
                Integer.parseInt(text, 0, 4, 10),
                Integer.parseInt(text, 5, 7, 10),
                Integer.parseInt(text, 8, 10, 10),
                Integer.parseInt(text, 11, 13, 10),
                Integer.parseInt(text, 14, 16, 10),
                Integer.parseInt(text, 17, 19, 10));
    }

    /** The time as {@code xs:dateTime} in whole seconds, Swedish local time with its offset. */
    public static String format(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE).toOffsetDateTime());
    }
}
