package se.ehealthsdk.discharge.event;

import java.time.Instant;
import java.util.Optional;

/**
 * The moments of an event at its sender. When it was delivered and acknowledged, each recipient tells in events of its
 * own ({@link Delivered}, {@link Receipt}).
 *
 * @param happened when what is told of happened, for example when the physician judged
 * @param recorded when it was written into a system; later than the others when it is entered after downtime
 * @param sent when it was sent to the recipients, by whatever means (also paper); empty for what is recorded but not
 *     sent. The time that the law's limits count from
 */
public record EventTimes(Instant happened, Instant recorded, Optional<Instant> sent) {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public EventTimes {
        TimeRange.check("happened", happened);
        TimeRange.check("recorded", recorded);
        TimeRange.checkMoment("sent", sent);
    }

    /** An event that happened, was recorded and sent in one moment. */
    public static EventTimes at(Instant moment) {
        return new EventTimes(moment, moment, Optional.of(moment));
    }

    /** The time that limits count from: when it was sent, or when it happened if it was not sent. */
    public Instant legal() {
        return sent.orElse(happened);
    }
}
