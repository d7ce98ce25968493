package se.ehealthsdk.outbox.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when it is told to, and a {@link Stay} that moves it. */
final class FakeClock extends Clock implements Stay {

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    volatile boolean stopping;

    synchronized void forward(Duration time) {
        now = now.plus(time);
    }

    synchronized void set(Instant time) {
        now = time;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public boolean pass(Duration time) {
        if (!stopping) {
            forward(time);
        }
        return !stopping;
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
