package se.ehealthsdk.discharge.event;

/**
 * A unit has approved (justerat) a plan.
 *
 * @param of the message that told of the plan
 */
public record PlanApproved(MessageId of) implements Content {

    @Override
    public String kind() {
        return "planApproved";
    }
}
