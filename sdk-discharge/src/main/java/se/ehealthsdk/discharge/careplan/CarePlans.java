package se.ehealthsdk.discharge.careplan;

import java.util.List;
import se.ehealthsdk.core.rivta.ProcessingStatus;

/**
 * The plans that were found, and how sure it is that they are all.
 *
 * <p>Whoever shows them applies the Patient Data Act: blocks, consent, patient relation, access log. Whoever shows them
 * to the patient shows {@link #forPatient()} and no others.
 *
 * @param plans as they came; empty when no source has any, or knows the patient
 * @param result how it went: OK, or INFO, which an aggregating service always says
 * @param sources what the aggregating service tells of each source; empty when one source was asked, and when the
 *     service tells nothing
 */
public record CarePlans(List<CarePlan> plans, Result result, List<ProcessingStatus> sources) {

    /** Copies. */
    public CarePlans {
        plans = List.copyOf(plans);
        sources = List.copyOf(sources);
    }

    /** Those that the patient may see: approved for it, and not revoked (rule R1). */
    public List<CarePlan> forPatient() {
        return plans.stream().filter(CarePlan::isForPatient).toList();
    }

    /** The sources whose plans are missing or may be out of date. Show that something is missing. */
    public List<ProcessingStatus> failedSources() {
        return sources.stream().filter(each -> !each.isUpToDate()).toList();
    }

    /** Whether it is known that plans may be missing. */
    public boolean isPartial() {
        return !failedSources().isEmpty();
    }

    /** Counts and the result; nothing of the plans. */
    @Override
    public String toString() {
        return "CarePlans["
                + plans.size()
                + " plans, "
                + result
                + ", "
                + failedSources().size()
                + " of "
                + sources.size()
                + " sources failed]";
    }
}
