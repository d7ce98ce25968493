package se.ehealthsdk.discharge.event;

import java.util.Set;

/**
 * What is in place of what has to be before the patient goes home (hemgångsklar). Each list replaces the one before.
 *
 * @param done what is in place
 */
public record HomeReadyChecklist(Set<HomeReadyItem> done) implements Content {

    public HomeReadyChecklist {
        done = Set.copyOf(done);
    }

    /** Whether all is in place. */
    public boolean isComplete() {
        return done.size() == HomeReadyItem.values().length;
    }

    @Override
    public String kind() {
        return "homeReadyChecklist";
    }
}
