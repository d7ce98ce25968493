package se.ehealthsdk.discharge.event;

/** What has to be in place before the patient goes home. It is more than being ready for discharge. */
public enum HomeReadyItem {
    /** A physician has judged the patient ready. */
    JUDGED_READY,
    /** The patient has been informed, orally and in writing. */
    PATIENT_INFORMED,
    /** Who takes over has been informed, with consent. */
    NEXT_PROVIDER_INFORMED,
    /** The region's aids and equipment are in place. */
    AIDS_IN_PLACE,
    /** The patient has the medicines. */
    MEDICINES_AVAILABLE
}
