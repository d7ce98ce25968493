package se.ehealthsdk.discharge.careplan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.ehealthsdk.core.rivta.ProcessingStatus;

/**
 * The plans that were found, and how sure it is that they are all.
 *
 * <p>Whoever shows them applies the Patient Data Act: blocks, consent, patient relation, access log. Whoever shows them
 * to the patient shows {@link #forPatient()} and no others.
 *
 * @param plans the patient's, as they came; empty when no source has any, or knows the patient
 * @param result how it went: OK, or INFO, which an aggregating service always says
 * @param sources what the aggregating service tells of each source; empty when one source was asked, and when the
 *     service tells nothing
 * @param oneSource whether the question named the one source that was asked
 * @param sourcesInError HSA-ids of the source systems that sent plans of somebody else, each once, as they came. Those
 *     plans were taken out and are in no list: tell the source
 */
public record CarePlans(
        List<CarePlan> plans,
        Result result,
        List<ProcessingStatus> sources,
        boolean oneSource,
        List<String> sourcesInError) {

    /** Copies. */
    public CarePlans {
        plans = List.copyOf(plans);
        sources = List.copyOf(sources);
        sourcesInError = List.copyOf(sourcesInError);
    }

    /** Takes out what is of somebody else than was asked for. */
    static CarePlans of(
            PatientId patient,
            GetCarePlansAnswer answer,
            List<ProcessingStatus> sources,
            boolean oneSource) {
        Map<Boolean, List<CarePlan>> own =
                answer.plans().stream()
                        .collect(
                                Collectors.partitioningBy(
                                        plan -> plan.patient().isSameAs(patient)));
        return new CarePlans(
                own.getOrDefault(true, List.of()),
                answer.result(),
                sources,
                oneSource,
                own.getOrDefault(false, List.of()).stream()
                        .map(CarePlan::sourceSystem)
                        .distinct()
                        .toList());
    }

    /** Those that the patient may see: approved for it, and not revoked (rule R1). */
    public List<CarePlan> forPatient() {
        return plans.stream().filter(CarePlan::isForPatient).toList();
    }

    /** The sources whose plans are missing or may be out of date. Show that something is missing. */
    public List<ProcessingStatus> failedSources() {
        return sources.stream().filter(each -> !each.isUpToDate()).toList();
    }

    /** Whether it is known that plans may be missing: a source failed, or sent plans of somebody else. */
    public boolean isPartial() {
        return !failedSources().isEmpty() || !sourcesInError.isEmpty();
    }

    /**
     * Whether it is known that none are missing: the one source answered, or the aggregating service tells of each source
     * that it did. When neither this nor {@link #isPartial()} is true, nobody has told.
     */
    public boolean isWhole() {
        return !isPartial() && (oneSource || !sources.isEmpty());
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
                + " sources failed, "
                + sourcesInError.size()
                + " in error]";
    }
}
