package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;

/** Times that a stay in hospital can have, so that no reckoning with them later can overflow. */
final class TimeRange {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9990, 1, 1);
    private static final Instant FIRST_MOMENT = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("9990-01-01T00:00:00Z");

    private TimeRange() {}

    static void check(String field, Instant moment) {
        if (moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT)) {
            throw outside(field);
        }
    }

    static void check(String field, LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw outside(field);
        }
    }

    static void checkMoment(String field, Optional<Instant> moment) {
        if (moment.isPresent()) {
            check(field, moment.get());
        }
    }

    static void checkDay(String field, Optional<LocalDate> day) {
        if (day.isPresent()) {
            check(field, day.get());
        }
    }

    private static InvalidInputException outside(String field) {
        return new InvalidInputException(
                field, "is no time of a stay in hospital", "a time in the years 1900 to 9989");
    }
}
