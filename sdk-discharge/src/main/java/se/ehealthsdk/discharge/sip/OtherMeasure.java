package se.ehealthsdk.discharge.sip;

/**
 * A measure by someone else than region and municipality: a school, Försäkringskassan, Arbetsförmedlingen, a relative.
 *
 * @param who carries it out
 * @param what is to be done
 */
public record OtherMeasure(String who, String what) {

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "OtherMeasure[]";
    }
}
