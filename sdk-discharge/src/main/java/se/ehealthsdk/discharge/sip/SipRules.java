package se.ehealthsdk.discharge.sip;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a plan is asked for beyond what the law lists: regions differ, and no template of SKR is published in a form that
 * software can read. What the law lists is always asked for.
 *
 * @param demands how much each of the rules that are not the law's is asked for; what is not named is not asked for
 * @param guardianBelowAge the age from which the patient alone consents; below it a guardian does
 */
public record SipRules(Map<SipFinding.Rule, Demand> demands, int guardianBelowAge) {

    /** How much something is asked for. */
    public enum Demand {
        /** Without it the plan cannot be confirmed. */
        REQUIRED,
        /** Without it there is a remark. */
        WISHED
    }

    /** The four items of the law, and a consent that holds. */
    public static final SipRules LAW = new SipRules(Map.of(), 18);

    /** What the regions' templates have in common. */
    public static final SipRules GENERAL =
            LAW.with(SipFinding.Rule.GOALS, Demand.REQUIRED)
                    .with(SipFinding.Rule.RESPONSIBLE_PERSON, Demand.REQUIRED)
                    .with(SipFinding.Rule.FOLLOW_UP_DATE, Demand.REQUIRED)
                    .with(SipFinding.Rule.CONSENT_SPECIFIC, Demand.REQUIRED)
                    .with(SipFinding.Rule.CONSENT_TIME_LIMITED, Demand.REQUIRED)
                    .with(SipFinding.Rule.REFUSAL_REASON, Demand.REQUIRED)
                    .with(SipFinding.Rule.CONSENT_GUARDIAN, Demand.REQUIRED)
                    .with(SipFinding.Rule.FUNDER, Demand.WISHED)
                    .with(SipFinding.Rule.CONTACT_PERSON, Demand.WISHED)
                    .with(SipFinding.Rule.WHAT_MATTERS, Demand.WISHED)
                    .with(SipFinding.Rule.OWN_ACTIONS, Demand.WISHED);

    public SipRules {
        demands = Map.copyOf(demands);
    }

    /** A copy that asks for one thing more, or differently. */
    public SipRules with(SipFinding.Rule rule, Demand demand) {
        Map<SipFinding.Rule, Demand> changed = new EnumMap<>(SipFinding.Rule.class);
        changed.putAll(demands);
        changed.put(rule, demand);
        return new SipRules(changed, guardianBelowAge);
    }

    /** A copy that does not ask for it; what the law lists is asked for all the same. */
    public SipRules without(SipFinding.Rule rule) {
        Map<SipFinding.Rule, Demand> changed = new EnumMap<>(SipFinding.Rule.class);
        changed.putAll(demands);
        changed.remove(rule);
        return new SipRules(changed, guardianBelowAge);
    }
}
