package se.ehealthsdk.outbox.internal.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Gives turns to call, evenly spaced: a token bucket that holds one. */
final class Pace {

    private static final double NANOS = 1e9;

    private final Duration interval;
    private final Clock clock;
    private final Semaphore queue = new Semaphore(1, true);
    private Instant last = Instant.MIN;

    /** @param callsPerSecond no pace is kept above a call per nanosecond */
    Pace(double callsPerSecond, Clock clock) {
        this.interval = Duration.ofNanos((long) (NANOS / callsPerSecond));
        this.clock = clock;
    }

    /**
     * A turn that was taken.
     *
     * @param at when
     * @param before when the one before it was taken
     */
    record Turn(Instant at, Instant before) {}

    /**
     * Waits for a turn.
     *
     * @return the turn; whoever does not call after all gives it back
     * @throws Stopped if the delivery stops meanwhile
     */
    Turn take(Stay stay) throws InterruptedException, Stopped {
        if (interval.isZero()) {
            return new Turn(Instant.MIN, Instant.MIN);
        }
        queue.acquire();
        try {
            Duration wait = untilNext();
            while (wait.compareTo(Duration.ZERO) > 0) {
                if (!stay.pass(wait)) {
                    throw new Stopped();
                }
                wait = untilNext();
            }
            return turn();
        } finally {
            queue.release();
        }
    }

    /** Uses a turn that is at hand, or waits for one. */
    void take(Stay stay, Optional<Turn> atHand) throws InterruptedException, Stopped {
        if (atHand.isEmpty()) {
            take(stay);
        }
        if (stay.stopping()) {
            throw new Stopped();
        }
    }

    /** The delivery stops; nobody has a turn any more. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private synchronized Turn turn() {
        Turn turn = new Turn(clock.instant(), last);
        last = turn.at();
        return turn;
    }

    /** Never longer than one interval, also when the clock has been set back. */
    private synchronized Duration untilNext() {
        Instant now = clock.instant();
        if (last.isAfter(now)) {
            last = now;
        }
        return last.equals(Instant.MIN)
                ? Duration.ZERO
                : interval.minus(Duration.between(last, now));
    }

    /** No call was made in this turn. */
    synchronized void giveBack(Turn turn) {
        if (last.equals(turn.at())) {
            last = turn.before();
        }
    }
}
