package se.ehealthsdk.discharge;

import java.util.List;
import se.ehealthsdk.discharge.event.Participant;

/**
 * Which of the units that a plan was sent to have approved (justerat) it. When the plan is corrected, they have to approve it
 * anew.
 *
 * <p>Source: lag (1991:1128) 7 a §
 *
 * @param plan the message that tells of the plan
 * @param approved the units that have
 * @param missing the units that have not
 */
public record PlanApproval(Message plan, List<Participant> approved, List<Participant> missing) {

    public PlanApproval {
        approved = List.copyOf(approved);
        missing = List.copyOf(missing);
    }

    /** Whether all have, and there is one at least: only then it counts as drawn up (upprättad). */
    public boolean isDrawnUp() {
        return missing.isEmpty() && !approved.isEmpty();
    }
}
