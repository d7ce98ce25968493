package se.ehealthsdk.audit.access;

/** How one condition turned out. */
public enum CheckOutcome {
    /** It is fulfilled. */
    MET,

    /** It does not apply to these data. */
    NOT_NEEDED,

    /** An emergency stands in its place. */
    OVERRIDDEN,

    /** It is not fulfilled: the data may not be seen. */
    NOT_MET,

    /** It could not be checked: nothing is decided. */
    FAILED
}
