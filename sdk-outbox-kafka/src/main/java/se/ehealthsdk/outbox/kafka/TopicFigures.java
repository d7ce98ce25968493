package se.ehealthsdk.outbox.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What waits in a topic, at one moment. What has been handed over to the outbox for trouble is in that one's
 * figures.
 *
 * @param behind records that are not yet dealt with; with lists of items (transactions), a few more than that
 * @param oldestUnsent when the oldest of them was appended, by the brokers' clock; empty when nothing waits,
 *     or the brokers did not tell in time
 */
public record TopicFigures(long behind, Optional<Instant> oldestUnsent) {

    /** How long the oldest has waited; zero when nothing waits. */
    public Duration oldestAge(Instant now) {
        return oldestUnsent.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    }
}
