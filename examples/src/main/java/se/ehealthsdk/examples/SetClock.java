package se.ehealthsdk.examples;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that was set to another time, and goes on from there as the system's does. */
final class SetClock extends Clock {

    private volatile Duration ahead;

    SetClock(Instant time) {
        ahead = Duration.between(Instant.now(), time);
    }

    void set(Instant time) {
        ahead = Duration.between(Instant.now(), time);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants are in no zone");
    }
}
