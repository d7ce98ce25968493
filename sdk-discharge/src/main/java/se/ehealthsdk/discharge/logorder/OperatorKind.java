package se.ehealthsdk.discharge.logorder;

/** What kind of operator a unit's care provider is: what it may disclose depends on it. */
public enum OperatorKind {
    /** A municipality. */
    MUNICIPAL,
    /** A region. */
    REGIONAL,
    /** A private care provider. */
    PRIVATE
}
