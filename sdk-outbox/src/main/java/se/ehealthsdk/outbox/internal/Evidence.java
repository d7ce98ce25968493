package se.ehealthsdk.outbox.internal;

/** What is known of an item from a call in which it was alone (a probe). */
public enum Evidence {
    /** It has not been sent alone. */
    NONE,
    /** It is being sent alone right now. */
    ASKED,
    /** It was sent alone, and what became of that is not known. */
    LOST,
    /** Refused alone, as a duplicate by the receiver's own words. */
    REFUSED_AS_DUPLICATE,
    /** Refused alone, for another cause by the receiver's own words. */
    REFUSED_FOR_OTHER_CAUSE,
    /** Refused alone, for a cause that the answer does not tell. */
    REFUSED_UNCLEARLY
}
