package se.ehealthsdk.discharge.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The plan has been followed up.
 *
 * @param nextFollowUp the next follow-up, Swedish date; empty when none is planned
 */
public record SipFollowedUp(Optional<LocalDate> nextFollowUp) implements Content {

    @Override
    public String kind() {
        return "sipFollowedUp";
    }
}
