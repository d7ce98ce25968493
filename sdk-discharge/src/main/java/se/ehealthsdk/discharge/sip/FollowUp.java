package se.ehealthsdk.discharge.sip;

import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.discharge.event.SipFollowedUp;

/**
 * A follow-up that has taken place.
 *
 * @param on the day, Swedish date
 * @param outcome what came out of it; may be blank
 * @param next the day of the next one; empty when none is planned
 */
public record FollowUp(LocalDate on, String outcome, Optional<LocalDate> next) {

    /** The same as an event of a discharge case. */
    public SipFollowedUp content() {
        return new SipFollowedUp(next);
    }

    /** The days. */
    @Override
    public String toString() {
        return "FollowUp[" + on + ", next " + next + "]";
    }
}
