package se.ehealthsdk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.InvalidInputException;

/**
 * The time of the stand-in services, which can be moved forward, to see deadlines pass, and stopped. It never goes back: what has happened has
 * happened. Safe for use by many threads.
 */
public final class TestClock extends Clock {

    /** What {@link #resume()} goes on from, as one value that is exchanged whole. */
    private record Setting(Duration ahead, @Nullable Instant stoppedAt) {}

    private final Clock base;
    private final ZoneId zone;
    private final List<BiConsumer<Instant, Instant>> listeners;
    private final ThreadLocal<@Nullable Instant> ofTheCall = new ThreadLocal<>();
    private volatile Setting setting = new Setting(Duration.ZERO, null);

    private TestClock(Clock base, ZoneId zone) {
        this.base = base;
        this.zone = zone;
        this.listeners = new CopyOnWriteArrayList<>();
    }

    /** A clock that goes as another does, until it is moved. */
    public static TestClock on(Clock base) {
        return new TestClock(base, base.getZone());
    }

    /** The time. */
    @Override
    public Instant instant() {
        Setting now = setting;
        return now.stoppedAt() != null ? now.stoppedAt() : beneath().plus(now.ahead());
    }

    /** The time of the clock that it goes by. */
    Instant beneath() {
        Instant fixed = ofTheCall.get();
        return fixed == null ? base.instant() : fixed;
    }

    /** Does something for which, on this thread, the clock beneath stands still at a time. */
    <T> T during(Instant beneath, Supplier<T> work) {
        ofTheCall.set(beneath);
        try {
            return work.get();
        } finally {
            ofTheCall.remove();
        }
    }

    /** How far it is ahead of the clock that it goes by; of no meaning while it is stopped. */
    public Duration ahead() {
        return setting.ahead();
    }

    /** When it was stopped; empty while it goes. */
    public Optional<Instant> stopped() {
        return Optional.ofNullable(setting.stoppedAt());
    }

    /**
     * Moves the time forward.
     *
     * @throws InvalidInputException if that is not forward
     */
    public void advance(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new InvalidInputException("by", "is not forward", "a positive duration");
        }
        Instant from;
        Instant to;
        synchronized (this) {
            from = instant();
            to = from.plus(by);
            Instant stoppedAt = setting.stoppedAt();
            setting = new Setting(setting.ahead().plus(by), stoppedAt == null ? null : to);
        }
        listeners.forEach(each -> each.accept(from, to));
    }

    /**
     * Moves the time forward to a moment.
     *
     * @throws InvalidInputException if that is not in the future of this clock
     */
    public void advanceTo(Instant moment) {
        Duration by = Duration.between(instant(), moment);
        if (by.isNegative() || by.isZero()) {
            throw new InvalidInputException(
                    "moment", "is not in this clock's future", "a later moment");
        }
        advance(by);
    }

    /** Stops the time, where it is. */
    public synchronized void stop() {
        Instant now = instant();
        setting = new Setting(setting.ahead(), now);
    }

    /** Goes on from where it was stopped. */
    public synchronized void resume() {
        Instant stoppedAt = setting.stoppedAt();
        if (stoppedAt != null) {
            setting = new Setting(Duration.between(beneath(), stoppedAt), null);
        }
    }

    /** Goes as the clock beneath again. The only way back in time: for a fresh start, with nothing remembered. */
    synchronized void reset() {
        setting = new Setting(Duration.ZERO, null);
    }

    /** Tells of every move: from when, to when. Called by who moves it, after the move. */
    void onMove(BiConsumer<Instant, Instant> listener) {
        listeners.add(listener);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return other.equals(zone) ? this : new InZone(this, other);
    }

    private static final class InZone extends Clock {

        private final TestClock clock;
        private final ZoneId zone;

        InZone(TestClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }
}
