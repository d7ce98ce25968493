package se.ehealthsdk.discharge.policy;

/**
 * What each step needs of the patient's consent. Regions differ: the Act ties consent to drawing up the plan, and lets
 * secrecy stop the ready notice and the information at discharge; some regions ask before anything is shared.
 *
 * @param admissionNotice of {@link se.ehealthsdk.discharge.event.Consent.Scope#SHARING sharing}, for the admission notice
 * @param readyNotice the same for the ready notice
 * @param dischargeInformation the same for the information at discharge
 * @param sip of {@link se.ehealthsdk.discharge.event.Consent.Scope#SIP drawing up the plan}, for the call and the plan
 * @param compulsoryCareNeedsNone whether a patient who passes to open compulsory care is told of regardless of consent
 */
public record ConsentTerms(
        Need admissionNotice,
        Need readyNotice,
        Need dischargeInformation,
        Need sip,
        boolean compulsoryCareNeedsNone) {

    static ConsentTerms of(PolicyValues values) {
        return new ConsentTerms(
                values.choice("admissionNotice", Need.class),
                values.choice("readyNotice", Need.class),
                values.choice("dischargeInformation", Need.class),
                values.choice("sip", Need.class),
                values.flag("compulsoryCareNeedsNone"));
    }

    /** What a step needs. */
    public enum Need {
        /** Nothing: it is done whatever the patient says. */
        NONE,
        /** It is done unless the patient has refused, or taken a consent back. */
        UNLESS_REFUSED,
        /** It is done only with a consent that holds. */
        GIVEN
    }
}
