package se.ehealthsdk.discharge.event;

import java.util.Optional;

/**
 * A unit has approved (justerat) a plan.
 *
 * @param of the message that told of the plan
 */
public record PlanApproved(MessageId of) implements Content {

    @Override
    public Optional<MessageId> about() {
        return Optional.of(of);
    }

    @Override
    public String kind() {
        return "planApproved";
    }
}
