package se.ehealthsdk.discharge.internal.obligation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.obligation.Obligation;
import se.ehealthsdk.discharge.policy.Policy;

/** All rules, in the order in which a discharge goes. */
public final class Rules {

    private static final List<Rule> ALL =
            List.of(
                    AdmissionRules::consentToSharing,
                    AdmissionRules::admissionNotice,
                    AdmissionRules::copyToOpenCare,
                    AdmissionRules::changedEstimate,
                    PlanningRules::fastVardkontakt,
                    PlanningRules::planning,
                    ReadyRules::readyNotice,
                    ReadyRules::availability,
                    DischargeRules::checklist,
                    DischargeRules::informationForReceivingCare,
                    DischargeRules::informationForPatient,
                    SipRules::consent,
                    SipRules::plan,
                    SipRules::call,
                    CompulsoryCareRules::plan,
                    CompulsoryCareRules::approvals,
                    RegionalRules::guidelines,
                    RegionalRules::receipts,
                    RegionalRules::own);

    private Rules() {}

    /** The duties in a case, in the order of the rules. */
    public static List<Obligation> apply(DischargeCase discharge, Instant now, Policy policy) {
        Situation situation = new Situation(discharge, now, policy);
        List<Obligation> all = new ArrayList<>(24);
        for (Rule rule : ALL) {
            rule.apply(situation, all);
        }
        return all;
    }

    /** Adds the duties that it knows of. */
    private interface Rule {
        void apply(Situation situation, List<Obligation> all);
    }
}
