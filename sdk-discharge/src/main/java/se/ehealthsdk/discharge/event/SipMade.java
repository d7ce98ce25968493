package se.ehealthsdk.discharge.event;

/**
 * The coordinated individual plan has been drawn up.
 *
 * <p>Source: lag (2017:612) 4 kap. 1-2 §§
 *
 * @param reference the plan's id, or where it is kept
 */
public record SipMade(String reference) implements Content {

    /** Without the reference. */
    @Override
    public String toString() {
        return "SipMade[]";
    }

    @Override
    public String kind() {
        return "sipMade";
    }
}
