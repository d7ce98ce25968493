package se.ehealthsdk.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How delivery goes. Immutable; each method with an argument gives a changed copy.
 *
 * <pre>{@code
 * DeliveryOptions options = DeliveryOptions.DEFAULT
 *         .maxAge(Duration.ofSeconds(5))
 *         .callsPerSecond(2)
 *         .listener(alarms);
 * }</pre>
 */
public final class DeliveryOptions implements Cloneable {

    /** As the national log service asks for it: one call per second. */
    public static final DeliveryOptions DEFAULT = new DeliveryOptions();

    private static final int MOST_WORKERS = 64;

    private Duration maxAge = Duration.ofSeconds(10);
    private double callsPerSecond = 1;
    private int workers = 1;
    private Duration lease = Duration.ofMinutes(3);
    private Duration firstBackoff = Duration.ofSeconds(1);
    private Duration maxBackoff = Duration.ofMinutes(5);
    private Duration blockedPause = Duration.ofMinutes(5);
    private Duration heldPause = Duration.ofHours(1);
    private boolean parkingIsOrdinary;
    private OutboxListener listener = new OutboxListener() {};
    private Clock clock = Clock.systemUTC();

    private DeliveryOptions() {}

    /** How long an item waits at most for others to share its call: 10 s unless set. */
    public Duration maxAge() {
        return maxAge;
    }

    /**
     * A copy where an item waits so long at most; zero sends what is there.
     *
     * @throws OutboxException if it is negative
     */
    public DeliveryOptions maxAge(Duration wait) {
        if (wait.isNegative()) {
            throw refused("maxAge", wait, "zero or more");
        }
        return copy(it -> it.maxAge = wait);
    }

    /** Calls begun in a second at most, by all workers of one delivery together: 1 unless set. */
    public double callsPerSecond() {
        return callsPerSecond;
    }

    /**
     * A copy with another pace; {@link Double#POSITIVE_INFINITY} for none. Questions about a batch in doubt
     * count as calls.
     *
     * @throws OutboxException if it is not above zero
     */
    public DeliveryOptions callsPerSecond(double pace) {
        if (!(pace > 0)) {
            throw refused("callsPerSecond", pace, "more than zero");
        }
        return copy(it -> it.callsPerSecond = pace);
    }

    /** Calls under way at the same time at most: 1 unless set. */
    public int workers() {
        return workers;
    }

    /**
     * A copy with so many workers, each a thread.
     *
     * @throws OutboxException if it is not 1 to 64
     */
    public DeliveryOptions workers(int calls) {
        if (calls < 1 || calls > MOST_WORKERS) {
            throw refused("workers", calls, "1 to " + MOST_WORKERS);
        }
        return copy(it -> it.workers = calls);
    }

    /**
     * How long a batch is this node's own after a call was begun: 3 min unless set. So long it takes for
     * another node to take over after a crash; it has to be longer than {@link Receiver#longestCall()}.
     * It goes by the nodes' clocks: one that is ahead takes over too early by as much, which costs calls and,
     * at a receiver that refuses duplicates, nothing else.
     */
    public Duration lease() {
        return lease;
    }

    /**
     * A copy with another lease.
     *
     * @throws OutboxException if it is not above zero
     */
    public DeliveryOptions lease(Duration own) {
        return copy(it -> it.lease = positive("lease", own));
    }

    /**
     * The pause of a destination after its first failure: 1 s unless set. Each next is twice as long, and
     * each is shortened by chance, by half at most, so that nodes do not come back in step.
     */
    public Duration firstBackoff() {
        return firstBackoff;
    }

    /** The longest pause of a destination after a failure: 5 min unless set. */
    public Duration maxBackoff() {
        return maxBackoff;
    }

    /**
     * A copy with other pauses after failures.
     *
     * @throws OutboxException if the first is not above zero, or the longest is shorter than the first
     */
    public DeliveryOptions backoff(Duration first, Duration longest) {
        positive("firstBackoff", first);
        if (longest.compareTo(first) < 0) {
            throw refused("maxBackoff", longest, "not shorter than the first, " + first);
        }
        return copy(
                it -> {
                    it.firstBackoff = first;
                    it.maxBackoff = longest;
                });
    }

    /** The pause of a destination that is {@link Verdict.Blocked}: 5 min unless set. */
    public Duration blockedPause() {
        return blockedPause;
    }

    /**
     * A copy with another pause of a blocked destination.
     *
     * @throws OutboxException if it is not above zero
     */
    public DeliveryOptions blockedPause(Duration pause) {
        return copy(it -> it.blockedPause = positive("blockedPause", pause));
    }

    /**
     * When a batch whose fate is not known is asked for again: after 1 h unless set, and twice as long each
     * time it did not help, up to 72 times as long. What a receiver shows with a delay can be looked up
     * there ({@link JdbcOutbox#inDoubt()}) only when nothing has been sent for that time: give pauses that
     * grow longer than it.
     */
    public Duration heldPause() {
        return heldPause;
    }

    /**
     * A copy with another pause of what is held.
     *
     * @throws OutboxException if it is not above zero
     */
    public DeliveryOptions heldPause(Duration pause) {
        return copy(it -> it.heldPause = positive("heldPause", pause));
    }

    /** Whether parking is part of the receiver's ordinary course: it is not unless set. */
    public boolean parkingIsOrdinary() {
        return parkingIsOrdinary;
    }

    /**
     * A copy for a receiver that refuses what it wants later, and lets it go again with {@link JdbcOutbox#resend} itself:
     * what is parked is logged at level DEBUG instead of WARN. The listener hears of it as always.
     */
    public DeliveryOptions parkingIsOrdinary(boolean ordinary) {
        return copy(it -> it.parkingIsOrdinary = ordinary);
    }

    /** Hears of what happens; nobody unless set. */
    public OutboxListener listener() {
        return listener;
    }

    /** A copy that tells a listener what happens. */
    public DeliveryOptions listener(OutboxListener hears) {
        return copy(it -> it.listener = hears);
    }

    /** The time by which all this is counted: the system's unless set. */
    public Clock clock() {
        return clock;
    }

    /** A copy with another clock. */
    public DeliveryOptions clock(Clock time) {
        return copy(it -> it.clock = time);
    }

    private DeliveryOptions copy(Consumer<DeliveryOptions> change) {
        try {
            DeliveryOptions copy = (DeliveryOptions) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Duration positive(String option, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw refused(option, value, "more than zero");
        }
        return value;
    }

    private static OutboxException refused(String option, Object value, String expected) {
        return new OutboxException(
                OutboxException.Kind.CONFIGURATION,
                option + " is " + value,
                "Set " + option + " to " + expected + ".",
                null);
    }
}
