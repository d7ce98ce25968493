package se.ehealthsdk.core.error;

/** What a failed call left behind at the other end. */
public enum Outcome {
    /** The call was not carried out: repeating it cannot do anything twice. */
    NOT_PERFORMED,
    /** The call may or may not have been carried out: repeat it only where the contract is idempotent. */
    UNKNOWN,
    /** The call reached the producer, which answered: what it did is in its answer. */
    ANSWERED
}
