package se.ehealthsdk.hsa.readiness;

/** Whether the work can begin, in one word. */
public enum Verdict {

    /** Nothing blocks. There may still be findings that limit. */
    READY,

    /** Something blocks. */
    NOT_READY,

    /** Nothing that is known blocks, but not everything is known. */
    UNKNOWN
}
