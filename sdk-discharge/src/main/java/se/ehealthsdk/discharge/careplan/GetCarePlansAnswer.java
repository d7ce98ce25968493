package se.ehealthsdk.discharge.careplan;

import java.util.List;

/**
 * The response of GetCarePlans 2 as it is on the wire. Who asks gets {@link CarePlans}.
 *
 * @param plans the plans
 * @param result how it went
 */
public record GetCarePlansAnswer(List<CarePlan> plans, Result result) {

    /** Copies. */
    public GetCarePlansAnswer {
        plans = List.copyOf(plans);
    }

    /** How many plans, and the result. */
    @Override
    public String toString() {
        return "GetCarePlansAnswer[" + plans.size() + " plans, " + result + "]";
    }
}
