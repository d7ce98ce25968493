package se.ehealthsdk.outbox;

import java.time.Clock;
import java.time.Duration;

/**
 * How delivery goes.
 *
 * @param maxAge an item waits at most this long for others to share its call: 10 s by default
 * @param callsPerSecond calls begun in a second at most, all workers of this node together: 1 by default
 * @param workers calls at the same time at most: 1 by default
 * @param lease how long a batch is this node's own; longer than the receiver's longest call: 3 min
 * @param firstBackoff the pause of a destination after its first failure, doubled for each next: 1 s
 * @param maxBackoff no pause after a failure is longer: 5 min
 * @param blockedPause the pause of a destination that is {@link Verdict.Blocked}: 5 min
 * @param heldPause when a batch whose fate is not known is asked for again: 1 h
 * @param listener hears of what happens
 * @param clock the time by which all this is counted
 */
public record DeliveryOptions(
        Duration maxAge,
        double callsPerSecond,
        int workers,
        Duration lease,
        Duration firstBackoff,
        Duration maxBackoff,
        Duration blockedPause,
        Duration heldPause,
        OutboxListener listener,
        Clock clock) {

    /** As the log service asks for it. */
    public static final DeliveryOptions DEFAULT =
            new DeliveryOptions(
                    Duration.ofSeconds(10),
                    1,
                    1,
                    Duration.ofMinutes(3),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofHours(1),
                    new OutboxListener() {},
                    Clock.systemUTC());
}
