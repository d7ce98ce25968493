package se.ehealthsdk.discharge.engagementindex;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.discharge.careplan.CarePlan;
import se.ehealthsdk.discharge.careplan.LegalAuthenticator;

/**
 * What to post in the index when care plans change. All plans that a source system has of a patient, under one care
 * provider, are one post: it is removed with the last of them, and a removal before that is a change of it.
 *
 * <pre>{@code
 * CarePlanEngagements engagements = CarePlanEngagements.of(OrganisationNumber.of("232100-0016"));
 * updates.append(engagements.changes(before, after, now));
 * }</pre>
 *
 * <p>Patients with reserve numbers are in no index: their plans give no posts.
 *
 * <p>Source: clinicalprocess:logistics:logistics 3.0 section 4.1. Immutable.
 */
public final class CarePlanEngagements {

    /** The domain as the index has it, without {@code urn:}. */
    public static final String SERVICE_DOMAIN = "riv:clinicalprocess:logistics:logistics";

    /** The code of care plans. */
    public static final String CATEGORIZATION = "cll-cp";

    private final Function<CarePlan, String> dataController;

    private CarePlanEngagements(Function<CarePlan, String> dataController) {
        this.dataController = dataController;
    }

    /** Posts of one care provider (vårdgivare), by its organisation number. */
    public static CarePlanEngagements of(OrganisationNumber careProvider) {
        String controller = "SE" + careProvider.value();
        return new CarePlanEngagements(plan -> controller);
    }

    /** Posts of one care provider, by its HSA-id. */
    public static CarePlanEngagements of(HsaId careProvider) {
        return new CarePlanEngagements(plan -> careProvider.value());
    }

    /** Posts of the care provider that each plan names. */
    public static CarePlanEngagements ofCareProviderOfEachPlan() {
        return new CarePlanEngagements(
                plan ->
                        plan.accountable()
                                .careGiver()
                                .orElseThrow(
                                        () ->
                                                new InvalidInputException(
                                                        "healthcareProfessionalCareGiverHSAId",
                                                        "is missing",
                                                        "the care provider of each plan")));
    }

    /**
     * What to post when plans have changed.
     *
     * @param before all plans of the patients concerned, as they were
     * @param after all plans of the same patients, as they are; a plan that is left out was removed
     * @param at when they changed, Swedish local time
     * @return one for each post that changes; empty when nothing did
     */
    public List<EngagementTransaction> changes(
            Collection<CarePlan> before, Collection<CarePlan> after, LocalDateTime at) {
        Map<Engagement.Key, Set<CarePlan>> were = byPost(before);
        Map<Engagement.Key, Set<CarePlan>> are = byPost(after);
        Set<Engagement.Key> keys = new LinkedHashSet<>(were.keySet());
        keys.addAll(are.keySet());
        List<EngagementTransaction> changes = new ArrayList<>();
        for (Engagement.Key key : keys) {
            Set<CarePlan> had = were.getOrDefault(key, Set.of());
            Set<CarePlan> has = are.getOrDefault(key, Set.of());
            if (!had.equals(has)) {
                changes.add(new EngagementTransaction(has.isEmpty(), post(key, at)));
            }
        }
        return changes;
    }

    /** The posts of all plans, for the first time: each as recent as the latest time in one of its plans. */
    public List<EngagementTransaction> all(Collection<CarePlan> plans) {
        List<EngagementTransaction> posts = new ArrayList<>();
        byPost(plans)
                .forEach(
                        (key, its) ->
                                posts.add(
                                        new EngagementTransaction(
                                                false,
                                                post(
                                                        key,
                                                        its.stream()
                                                                .flatMap(CarePlanEngagements::times)
                                                                .max(LocalDateTime::compareTo)
                                                                .orElseThrow()))));
        return posts;
    }

    private static Stream<LocalDateTime> times(CarePlan plan) {
        return Stream.of(
                        Optional.of(plan.accountable().authorTime()),
                        plan.legalAuthenticator().map(LegalAuthenticator::signatureTime),
                        plan.documentTime())
                .flatMap(Optional::stream);
    }

    private Map<Engagement.Key, Set<CarePlan>> byPost(Collection<CarePlan> plans) {
        Map<Engagement.Key, Set<CarePlan>> byPost = new LinkedHashMap<>();
        for (CarePlan plan : plans) {
            if (plan.patient().isNational()) {
                byPost.computeIfAbsent(key(plan), key -> new LinkedHashSet<>()).add(plan);
            }
        }
        return byPost;
    }

    private Engagement.Key key(CarePlan plan) {
        return new Engagement.Key(
                plan.patient().id(),
                SERVICE_DOMAIN,
                CATEGORIZATION,
                plan.sourceSystem(),
                Engagement.NOT_APPLICABLE,
                Engagement.NOT_APPLICABLE,
                plan.sourceSystem(),
                dataController.apply(plan));
    }

    private static Engagement post(Engagement.Key key, LocalDateTime mostRecent) {
        return new Engagement(
                key.resident(),
                key.serviceDomain(),
                key.categorization(),
                key.logicalAddress(),
                key.businessObjectInstanceId(),
                key.clinicalProcessInterestId(),
                Optional.of(mostRecent),
                key.sourceSystem(),
                Optional.empty(),
                Optional.empty(),
                key.dataController(),
                Optional.empty());
    }
}
