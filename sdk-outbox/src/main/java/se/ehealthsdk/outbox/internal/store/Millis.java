package se.ehealthsdk.outbox.internal.store;

import java.time.Instant;

/** Instants as the tables have them: milliseconds since 1970 in UTC. */
final class Millis {

    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE).minusMillis(1);
    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

    private Millis() {}

    /** The millisecond that an instant lies in; for one beyond all counting, the last or the first. */
    static long of(Instant time) {
        Instant counted = time.isAfter(LAST) ? LAST : time.isBefore(FIRST) ? FIRST : time;
        return counted.toEpochMilli();
    }

    /** The first millisecond that is not before an instant. */
    static long notBefore(Instant time) {
        return of(time) + (time.getNano() % 1_000_000 == 0 ? 0 : 1);
    }
}
