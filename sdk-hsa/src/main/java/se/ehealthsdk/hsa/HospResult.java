package se.ehealthsdk.hsa;

/**
 * What HSA answered when asked to follow, or stop following, a person in HOSP.
 *
 * <p>Source: authorizationmanagement 2.4.5, HandleHospCertificationPerson 1.0.
 *
 * @param code whether it was done
 * @param text the service's text; RIV-TA asks that it is shown to the user for INFO and ERROR. May be
 *     empty, may hold personal data
 */
public record HospResult(Code code, String text) {

    /** The result codes, all that the contract allows. */
    public enum Code {
        /** Done. */
        OK,
        /** Done, and the text tells something about it. */
        INFO,
        /** Not done; the text tells why. */
        ERROR
    }

    /** The code; the text may hold personal data. */
    @Override
    public String toString() {
        return "HospResult[" + code + "]";
    }
}
