package se.ehealthsdk.discharge.policy;

import java.util.Set;
import se.ehealthsdk.discharge.event.HomeReadyItem;

/**
 * What has to be done before the patient leaves.
 *
 * @param homeReadyChecklist whether the checklist (hemgångsklar) has to be complete before the discharge notice
 * @param homeReadyItems what of the checklist counts
 * @param fastVardkontakt whether the fast vårdkontakt has to be appointed before the discharge notice
 */
public record Gates(
        Gate homeReadyChecklist, Set<HomeReadyItem> homeReadyItems, Gate fastVardkontakt) {

    public Gates {
        homeReadyItems = Set.copyOf(homeReadyItems);
    }

    static Gates of(PolicyValues values) {
        return new Gates(
                values.choice("homeReadyChecklist", Gate.class),
                values.choices("homeReadyItems", HomeReadyItem.class),
                values.choice("fastVardkontakt", Gate.class));
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
