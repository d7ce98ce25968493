package se.ehealthsdk.audit.access;

/** The conditions for seeing a patient's data, in the order in which they are checked. */
public enum Check {
    /** The user's commission (medarbetaruppdrag) and what it is for. */
    ASSIGNMENT,

    /** No inner or outer block (spärr) against the user. */
    BLOCK,

    /** The user takes part in the patient's care (patientrelation). */
    PATIENT_RELATION,

    /** The patient has consented (samtycke). */
    CONSENT
}
