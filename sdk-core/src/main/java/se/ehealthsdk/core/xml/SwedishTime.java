package se.ehealthsdk.core.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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

    // 24:00 is the next day's midnight only to the SMART resolver
    private static final DateTimeFormatter XS_DATE_TIME =
            DateTimeFormatter.ISO_DATE_TIME.withResolverStyle(ResolverStyle.SMART);

    private SwedishTime() {}

    /**
     * @param text an {@code xs:dateTime}, with or without zone, {@code 24:00:00} allowed
     * @return empty when the text is none
     */
    public static Optional<Instant> parse(String text) {
        try {
            TemporalAccessor parsed = XS_DATE_TIME.parse(text);
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

    /** The time as {@code xs:dateTime} in whole seconds, Swedish local time with its offset. */
    public static String format(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE).toOffsetDateTime());
    }
}
