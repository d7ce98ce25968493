package se.ehealthsdk.discharge.policy;

import java.util.Set;
import se.ehealthsdk.discharge.event.HomeReadyItem;

/**
 * What has to be done before the patient leaves.
 *
 * @param homeReadyChecklist whether the checklist (hemgångsklar) has to be complete before the discharge notice
 * @param homeReadyItems what of the checklist counts
 */
public record Gates(Gate homeReadyChecklist, Set<HomeReadyItem> homeReadyItems) {

    public Gates {
        homeReadyItems = Set.copyOf(homeReadyItems);
    }

    static Gates of(PolicyValues values) {
        return new Gates(
                values.choice("homeReadyChecklist", Gate.class),
                values.choices("homeReadyItems", HomeReadyItem.class));
    }

    /** How much a gate holds back. */
    public enum Gate {
        /** What comes after it has to wait. */
        HARD,
        /** It is shown; nothing waits for it. */
        SOFT,
        /** There is none. */
        OFF
    }
}
