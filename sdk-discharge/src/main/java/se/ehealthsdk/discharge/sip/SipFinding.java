package se.ehealthsdk.discharge.sip;

import java.util.List;
import se.ehealthsdk.discharge.policy.LegalReference;

/**
 * Something that a plan lacks. Holds nothing of what the plan says.
 *
 * @param rule which rule
 * @param severity whether the plan can be confirmed all the same
 * @param field where, for example {@code interventions[2].responsible}
 * @param problem what is wrong, one sentence in English
 * @param sources where the rule comes from, in the version of the day of the check
 */
public record SipFinding(
        Rule rule, Severity severity, String field, String problem, List<LegalReference> sources) {

    public SipFinding {
        sources = List.copyOf(sources);
    }

    /** What a finding means for the plan. */
    public enum Severity {
        /** It cannot be confirmed. */
        ERROR,
        /** It can, but someone should look. */
        REMARK
    }

    /** The rules. */
    public enum Rule {
        /** Which measures are needed. */
        INTERVENTIONS_NEEDED,
        /** Which measures each huvudman answers for. */
        RESPONSIBLE_HUVUDMAN,
        /** Which measures others carry out, or that there are none. */
        MEASURES_BY_OTHERS,
        /** Which huvudman has the overall responsibility. */
        OVERALL_RESPONSIBILITY,
        /** Region and municipality both take part. */
        BOTH_HUVUDMEN,
        /** Someone is called. */
        CALLED,
        /** Who pays for a measure. */
        FUNDER,
        /** Who pays belongs to who answers, and the unit is a called one. */
        INTERVENTION_CONTRADICTS,
        GOALS,
        RESPONSIBLE_PERSON,
        FOLLOW_UP_DATE,
        CONTACT_PERSON,
        WHAT_MATTERS,
        OWN_ACTIONS,
        /** There is a consent to draw up the plan. */
        CONSENT,
        /** It has not ended and was not withdrawn. */
        CONSENT_HOLDS,
        /** It says what it covers. */
        CONSENT_SPECIFIC,
        /** It ends some day. */
        CONSENT_TIME_LIMITED,
        /** Who may speak for the patient has spoken. */
        CONSENT_GUARDIAN,
        /** Why it was refused is written down. */
        REFUSAL_REASON
    }
}
