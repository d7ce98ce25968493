package se.ehealthsdk.audit.access;

/**
 * What a consent rests on.
 *
 * <p>Source: {@code AssertionTypeType} of informationsecurity:authorization:consent 2.0.
 */
public enum ConsentType {
    /** The patient, or whoever represents the patient, has consented. */
    CONSENT("Consent"),

    /** An emergency in which the patient's consent could not be asked for. */
    EMERGENCY("Emergency");

    private final String code;

    ConsentType(String code) {
        this.code = code;
    }

    /** The value in the contract. */
    public String code() {
        return code;
    }
}
