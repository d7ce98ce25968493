package se.ehealthsdk.discharge.event;

/** Whether the patient's personal data are protected in the population register. */
public enum Protection {
    NONE,
    /** Sekretessmarkering. */
    CONFIDENTIALITY_MARK,
    /** Skyddad folkbokföring. */
    PROTECTED_REGISTRATION
}
