package se.ehealthsdk.audit.access;

/** What the block service says about one piece of data. */
public enum BlockStatus {
    /** No block hinders the actor: there is none, or it has been lifted for the actor. */
    NOT_BLOCKED,

    /** A block hinders the actor. */
    BLOCKED,

    /** It is not known: the service refused this piece, did not mention it, or said what is not known. */
    NOT_CHECKED
}
