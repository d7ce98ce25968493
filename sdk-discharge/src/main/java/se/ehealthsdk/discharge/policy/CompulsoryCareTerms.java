package se.ehealthsdk.discharge.policy;

/**
 * Of patients who pass to open compulsory care, psychiatric (LPT) or forensic (LRV).
 *
 * @param planReplacesSip whether the coordinated care plan of LPT 7 a § or LRV 12 a § stands in place of the SIP
 * @param planNeedsApproval whether it counts as drawn up only when the units have approved it
 */
public record CompulsoryCareTerms(boolean planReplacesSip, boolean planNeedsApproval) {

    static CompulsoryCareTerms of(PolicyValues values) {
        return new CompulsoryCareTerms(
                values.flag("planReplacesSip"), values.flag("planNeedsApproval"));
    }
}
