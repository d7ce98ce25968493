package se.ehealthsdk.discharge.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The plan has been followed up.
 *
 * @param nextFollowUp the next follow-up, Swedish date; empty when none is planned
 */
public record SipFollowedUp(Optional<LocalDate> nextFollowUp) implements Content {

    /**
     * @throws se.ehealthsdk.core.error.InvalidInputException when a time is out of all range
     */
    public SipFollowedUp {
        TimeRange.checkDay("nextFollowUp", nextFollowUp);
    }

    @Override
    public String kind() {
        return "sipFollowedUp";
    }
}
