package se.ehealthsdk.audit.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.Purpose;
import se.ehealthsdk.core.user.ActingUser;

/**
 * What of the data the user may see, and why.
 *
 * <pre>{@code
 * AccessDecision decision = access.mayAccess(question);
 * for (AccessToLog access : decision.toLog()) {
 *     log.append(...);                                    // log first
 * }
 * show(decision.allowed());                               // show after
 * decision.withheld().forEach(each -> explain(each.reasons()));
 * }</pre>
 *
 * @param question what was asked
 * @param entities the decision about each piece of data, in the order of the question
 * @param messages what the services want the user to be shown; may hold personal data
 */
public record AccessDecision(
        AccessQuestion question, List<EntityDecision> entities, List<String> messages) {

    public AccessDecision {
        entities = List.copyOf(entities);
        messages = List.copyOf(messages);
    }

    /**
     * The verdict about all of the data together, which is never better than that about any piece of them:
     * {@link Verdict#DENIED} if a piece is denied, or else {@link Verdict#UNDETERMINED} if a piece is, or
     * else {@link Verdict#ALLOWED_IN_EMERGENCY} if a piece is.
     */
    public Verdict verdict() {
        for (Verdict worst :
                List.of(Verdict.DENIED, Verdict.UNDETERMINED, Verdict.ALLOWED_IN_EMERGENCY)) {
            if (entities.stream().anyMatch(each -> each.verdict() == worst)) {
                return worst;
            }
        }
        return Verdict.ALLOWED;
    }

    /** The data that may be shown, once the accesses {@link #toLog()} are logged. */
    public List<InformationEntity> allowed() {
        return entities.stream()
                .filter(EntityDecision::mayShow)
                .map(EntityDecision::information)
                .toList();
    }

    /** The decisions about data that may not be shown. */
    public List<EntityDecision> withheld() {
        return entities.stream().filter(each -> !each.mayShow()).toList();
    }

    /** What has to be logged before the allowed data are shown: nothing, one access, or one of each kind. */
    public List<AccessToLog> toLog() {
        Map<ActivityType, List<InformationEntity>> byActivity = new LinkedHashMap<>();
        for (EntityDecision each : entities) {
            each.activity()
                    .ifPresent(
                            activity ->
                                    byActivity
                                            .computeIfAbsent(activity, none -> new ArrayList<>())
                                            .add(each.information()));
        }
        return byActivity.entrySet().stream()
                .map(each -> new AccessToLog(each.getKey(), purpose(), each.getValue()))
                .toList();
    }

    private Purpose purpose() {
        // what may be shown is shown to somebody with a commission
        return question.user()
                .commission()
                .map(ActingUser.Commission::purpose)
                .map(String::strip)
                .map(Purpose::new)
                .orElse(Purpose.CARE_AND_TREATMENT);
    }

    /** The verdicts; neither patient nor messages. */
    @Override
    public String toString() {
        return "AccessDecision["
                + verdict()
                + " "
                + entities.stream().map(EntityDecision::verdict).toList()
                + "]";
    }
}
