package se.ehealthsdk.audit.access;

/** What has been decided. */
public enum Verdict {
    /** The user may see the data. */
    ALLOWED,

    /** The user may see the data because of an emergency, which has to be logged as {@code Nödöppning}. */
    ALLOWED_IN_EMERGENCY,

    /** The user may not see the data. */
    DENIED,

    /** A check could not be made. The data are not to be shown. */
    UNDETERMINED;

    /** Whether the data may be shown. */
    public boolean mayShow() {
        return this == ALLOWED || this == ALLOWED_IN_EMERGENCY;
    }
}
