package se.ehealthsdk.hsa.syntax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class GeneralizedTimeSyntax extends TextSyntax<Instant> {

    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})(\\d\\d)(\\d\\d)([01]\\d|2[0-3])(?:([0-5]\\d)([0-5]\\d|60)?)?"
                            + "(?:[.,](\\d{1,20}))?(?:Z|([+-])([01]\\d|2[0-3])([0-5]\\d)?)");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");
    private static final long SECONDS_OF_DAY = 86_400;
    private static final int SECONDS_OF_HOUR = 3600;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int LAST_YEAR = 9999;

    GeneralizedTimeSyntax() {
        super("generalized time", "20100514215959Z");
    }

    /** Almost all times are written so; every entry has one, and there may be a million. */
    private static final int USUAL_LENGTH = "20100514215959Z".length();

    @Override
    public Instant parse(String text) {
        return isUsual(text) ? usual(text) : anyForm(text);
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL_LENGTH || text.charAt(USUAL_LENGTH - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < USUAL_LENGTH - 1; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits(text, 8, 10) < 24 && digits(text, 10, 12) < 60 && digits(text, 12, 14) < 60;
    }

    private Instant usual(String text) {
        try {
            return Instant.ofEpochSecond(
                    LocalDate.of(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8))
                                            .toEpochDay()
                                    * SECONDS_OF_DAY
                            + digits(text, 8, 10) * SECONDS_OF_HOUR
                            + digits(text, 10, 12) * SECONDS_OF_MINUTE
                            + digits(text, 12, 14));
        } catch (DateTimeException noSuchDay) {
            throw refusal("is on a day that does not exist");
        }
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private Instant anyForm(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw refusal("is not a time with a zone");
        }
        String minute = time.group(5);
        String second = time.group(6);
        int unit = minute == null ? SECONDS_OF_HOUR : second == null ? SECONDS_OF_MINUTE : 1;
        try {
            return LocalDate.of(number(time.group(1)), number(time.group(2)), number(time.group(3)))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .plusSeconds(
                            number(time.group(4)) * (long) SECONDS_OF_HOUR
                                    + number(minute) * (long) SECONDS_OF_MINUTE
                                    + number(second)
                                    - offset(time))
                    .plusNanos(nanos(time.group(7), unit));
        } catch (DateTimeException noSuchDay) {
            throw refusal("is on a day that does not exist");
        }
    }

    private static long offset(Matcher time) {
        long seconds =
                number(time.group(9)) * (long) SECONDS_OF_HOUR
                        + number(time.group(10)) * (long) SECONDS_OF_MINUTE;
        return "-".equals(time.group(8)) ? -seconds : seconds;
    }

    /** A fraction is one of the last unit that is written: of the hour if there are no minutes. */
    private static long nanos(@Nullable String fraction, int unit) {
        return fraction == null
                ? 0
                : new BigDecimal("0." + fraction)
                        .multiply(BigDecimal.valueOf(unit * 1_000_000_000L))
                        .setScale(0, RoundingMode.DOWN)
                        .longValueExact();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public String write(Instant time) {
        try {
            OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
            if (utc.getYear() >= 0 && utc.getYear() <= LAST_YEAR) {
                return WRITTEN.format(utc);
            }
        } catch (DateTimeException farOff) {
            // an Instant reaches further than a date does
        }
        throw refusal("is not in the years 0000 to 9999");
    }
}
