package se.ehealthsdk.audit.access;

import java.util.List;
import java.util.Optional;
import se.ehealthsdk.audit.ActivityType;

/**
 * The decision about one piece of data.
 *
 * @param information the data
 * @param verdict what has been decided
 * @param reasons the conditions that were looked at, in order; the last one decided where the data may not
 *     be shown, and what comes after it was not looked at
 */
public record EntityDecision(InformationEntity information, Verdict verdict, List<Reason> reasons) {

    public EntityDecision {
        reasons = List.copyOf(reasons);
    }

    /** Whether the data may be shown, once the access is logged. */
    public boolean mayShow() {
        return verdict.mayShow();
    }

    /** What has to be logged when the data are shown; empty when they may not be shown. */
    public Optional<ActivityType> activity() {
        return switch (verdict) {
            case ALLOWED -> Optional.of(ActivityType.READ);
            case ALLOWED_IN_EMERGENCY -> Optional.of(ActivityType.EMERGENCY_ACCESS);
            case DENIED, UNDETERMINED -> Optional.empty();
        };
    }

    /** The reason about one condition; empty if it was not looked at. */
    public Optional<Reason> reason(Check check) {
        return reasons.stream().filter(reason -> reason.check() == check).findFirst();
    }
}
