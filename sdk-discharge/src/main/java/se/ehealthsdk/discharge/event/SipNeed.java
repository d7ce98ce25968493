package se.ehealthsdk.discharge.event;

/**
 * Whether a coordinated individual plan (SIP) is needed: the patient needs care from both region and municipality.
 *
 * <p>Source: lag (2017:612) 4 kap. 1-2 §§
 *
 * @param needed false when it has been judged that none is needed
 */
public record SipNeed(boolean needed) implements Content {

    @Override
    public String kind() {
        return "sipNeed";
    }
}
