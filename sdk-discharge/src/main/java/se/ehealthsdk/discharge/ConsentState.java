package se.ehealthsdk.discharge;

/** What holds at a moment of the patient's consent. */
public enum ConsentState {
    /** Nothing has been said. */
    NOT_ASKED,
    GIVEN,
    REFUSED,
    /** It was given and has been taken back. */
    WITHDRAWN,
    /** It was given until a day that has passed. */
    EXPIRED
}
