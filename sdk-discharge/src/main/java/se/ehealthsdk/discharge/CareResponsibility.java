package se.ehealthsdk.discharge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.event.Participant;

/**
 * Who answers for the patient's care during a time: inpatient care until the patient leaves, then the units that were told of
 * it.
 *
 * @param holders the units
 * @param from the first moment
 * @param to the moment when it passes to others; empty while it holds
 */
public record CareResponsibility(List<Participant> holders, Instant from, Optional<Instant> to) {

    public CareResponsibility {
        holders = List.copyOf(holders);
    }

    /** Whether it holds at a moment; {@code to} itself no longer belongs to it. */
    public boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && (to.isEmpty() || moment.isBefore(to.get()));
    }
}
