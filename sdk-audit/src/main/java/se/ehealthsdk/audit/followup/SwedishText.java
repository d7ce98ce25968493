package se.ehealthsdk.audit.followup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import se.ehealthsdk.core.xml.SwedishTime;

/** Times and notes as a Swedish reader has them. */
final class SwedishText {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private SwedishText() {}

    /**
     * A time; in the hour that comes twice when summer time ends, also which of the two it is.
     *
     * @param exact whether that is known: a time that came without zone does not tell
     */
    static String time(Instant time, boolean exact) {
        ZonedDateTime local = time.atZone(SwedishTime.ZONE);
        String text = SECONDS.format(local);
        if (SwedishTime.ZONE.getRules().getValidOffsets(local.toLocalDateTime()).size() < 2) {
            return text;
        }
        if (!exact) {
            return text + " (sommartid eller normaltid)";
        }
        return SwedishTime.ZONE.getRules().isDaylightSavings(time)
                ? text + " (sommartid, UTC+2)"
                : text + " (normaltid, UTC+1)";
    }

    static String minute(Instant time) {
        return MINUTES.format(time.atZone(SwedishTime.ZONE));
    }

    /** A period; whole days without hours, and the last one named. */
    static String period(LogPeriod period) {
        return period.isWholeDays()
                ? period.from().toLocalDate() + " \u2013 " + period.to().toLocalDate().minusDays(1)
                : minute(period.from()) + " \u2013 " + minute(period.to());
    }

    private static String minute(LocalDateTime time) {
        return time.getSecond() == 0 ? MINUTES.format(time) : SECONDS.format(time);
    }

    /** A reason why something may be missing. */
    static String shortfall(ReportNote note) {
        String period = period(note.period());
        return switch (note.kind()) {
            case PERIOD_CUT ->
                    "Loggtjänsten har inga uppgifter att lämna för tiden " + period + ".";
            case PERIOD_NOT_TOLD ->
                    "Loggtjänsten har inte angett vilken tid svaret täcker (" + period + ").";
            case TOO_RECENT ->
                    "En åtkomst syns i loggtjänsten inom ett dygn. De senaste åtkomsterna kan saknas ("
                            + period
                            + ").";
            case MAY_LACK_PRODUCERS ->
                    "Uppgifterna är hämtade från flera loggtjänster samtidigt. Någon av dem kan saknas i"
                            + " svaret.";
            case MESSAGE -> note.text();
        };
    }

    static String ofOtherLogs(long records) {
        return "Antal åtkomster i svaret som hör till en annan vårdgivares logg och inte visas här: "
                + records
                + ".";
    }

    static String unreadable(long records) {
        return "Antal loggposter där det inte gick att läsa vem de gäller, och som därför inte visas: "
                + records
                + ".";
    }
}
