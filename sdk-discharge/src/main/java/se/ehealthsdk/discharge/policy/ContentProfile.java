package se.ehealthsdk.discharge.policy;

/**
 * What messages may hold beyond what the Act asks for.
 *
 * @param clinicalText whether messages of logistics may carry clinical text
 * @param protectedAddress what becomes of the registered address, which 2 kap. 2 § asks for, of a patient with protected
 *     personal data
 */
public record ContentProfile(ClinicalText clinicalText, ProtectedAddress protectedAddress) {

    static ContentProfile of(PolicyValues values) {
        return new ContentProfile(
                values.choice("clinicalText", ClinicalText.class),
                values.choice("protectedAddress", ProtectedAddress.class));
    }

    /** Whether messages of logistics may carry clinical text. */
    public enum ClinicalText {
        REFUSED,
        /** Only while a consent to sharing holds. */
        WITH_CONSENT,
        ALLOWED
    }

    /** What becomes of a protected patient's address. */
    public enum ProtectedAddress {
        /** Nothing is decided: the conflict is shown, and somebody has to decide. */
        UNDECIDED,
        LEFT_OUT,
        SENT
    }
}
