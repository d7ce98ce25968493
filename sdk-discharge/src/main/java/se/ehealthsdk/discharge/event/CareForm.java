package se.ehealthsdk.discharge.event;

/** The form of inpatient care, which time limits can differ by. */
public enum CareForm {
    SOMATIC,
    PSYCHIATRIC
}
