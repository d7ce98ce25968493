package se.ehealthsdk.audit.followup;

/** What kind of operator a care provider is: what may be disclosed of its staff depends on it. */
public enum OperatorKind {
    /** A municipality (kommun). */
    MUNICIPAL,
    /** A region. */
    REGIONAL,
    /** A private care provider. */
    PRIVATE;

    /** Whether the log lists are public documents (allmänna handlingar), subject to secrecy. */
    public boolean isPublic() {
        return this != PRIVATE;
    }
}
