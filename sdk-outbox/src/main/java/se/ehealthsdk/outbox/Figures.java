package se.ehealthsdk.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an outbox holds, at one moment.
 *
 * @param pending waiting for their first call
 * @param inDelivery in a batch: being sent, or to be sent again
 * @param held in a batch whose fate is not known, waiting to be asked for again or confirmed
 * @param parked refused for good, waiting for someone
 * @param delivered delivered and still kept
 * @param assumedDelivered delivered by all that can be known, not confirmed, still kept
 * @param oldestUnsent when the oldest of pending, in delivery and held was appended
 */
public record Figures(
        long pending,
        long inDelivery,
        long held,
        long parked,
        long delivered,
        long assumedDelivered,
        Optional<Instant> oldestUnsent) {

    /** Everything that is not yet with the receiver, parked or not. */
    public long undelivered() {
        return pending + inDelivery + held + parked;
    }

    /**
     * How long the oldest has waited: the figure to raise an alarm on. Zero when nothing waits, and never
     * negative.
     *
     * @param now the time
     */
    public Duration oldestAge(Instant now) {
        return oldestUnsent
                .filter(since -> since.isBefore(now))
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
    }
}
