package se.ehealthsdk.discharge.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.ehealthsdk.core.xml.SwedishTime;

/** Moments and days as JSON texts. */
final class Times {

    static final String EXPECTED_MOMENT =
            "a moment from 1900 on, as 2026-02-06T12:01:00+01:00, or without offset as Swedish time";
    static final String EXPECTED_DAY = "a day from 1900 on, as 2026-02-06";

    private static final Pattern MOMENT =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
                            + "(Z|[+-][0-9]{2}:[0-9]{2})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9990-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9990, 1, 1);

    private Times() {}

    static boolean inRange(Instant moment) {
        return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
    }

    static boolean inRange(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Swedish time with its offset, which is what the law counts in. */
    static String format(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(SwedishTime.ZONE));
    }

    /** Empty when it is none, or one that no Swedish clock shows. */
    static Optional<Instant> moment(String text) {
        Matcher matcher = MOMENT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(matcher.group(1));
            String offset = matcher.group(2);
            return (offset == null
                            ? swedish(local)
                            : Optional.of(local.toInstant(ZoneOffset.of(offset))))
                    .filter(Times::inRange);
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    /** The hour that comes twice is the first of the two, as everywhere in this SDK; the one that never comes is none. */
    private static Optional<Instant> swedish(LocalDateTime local) {
        ZonedDateTime zoned = local.atZone(SwedishTime.ZONE);
        return zoned.toLocalDateTime().equals(local)
                ? Optional.of(zoned.toInstant())
                : Optional.empty();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? Optional.of(LocalDate.parse(text)).filter(Times::inRange)
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
