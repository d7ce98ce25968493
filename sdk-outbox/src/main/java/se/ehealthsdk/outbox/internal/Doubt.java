package se.ehealthsdk.outbox.internal;

/** What is not known of a batch. */
public enum Doubt {
    /** Nothing of it has been stored: it has not been sent, or that is proved. */
    NONE,
    /** It was sent whole and refused: one of its items is bad, or all of them were stored by a platform's second attempt. */
    REFUSED,
    /** It was sent whole and what became of that is not known: all of it is stored, or nothing. */
    UNKNOWN
}
