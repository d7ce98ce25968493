package se.ehealthsdk.audit.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import se.ehealthsdk.core.xml.SwedishTime;

/** How {@code startDate} is written, to the millisecond. */
public enum TimeForm implements Function<Instant, String> {

    /** Swedish local time without zone, as the contract's description wants it. */
    SWEDISH {
        @Override
        public String apply(Instant time) {
            return LOCAL.format(time.atZone(SwedishTime.ZONE));
        }
    },

    /** The same, but with its offset in the hour that comes twice when summer time ends. */
    SWEDISH_WITH_OFFSET_WHERE_AMBIGUOUS {
        @Override
        public String apply(Instant time) {
            LocalDateTime local = LocalDateTime.ofInstant(time, SwedishTime.ZONE);
            boolean ambiguous = SwedishTime.ZONE.getRules().getValidOffsets(local).size() > 1;
            return ambiguous
                    ? LOCAL.format(local) + SwedishTime.ZONE.getRules().getOffset(time)
                    : LOCAL.format(local);
        }
    },

    /** UTC, which is never ambiguous: as records are kept. */
    UTC {
        @Override
        public String apply(Instant time) {
            return LOCAL.format(time.atOffset(ZoneOffset.UTC)) + "Z";
        }
    };

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
}
