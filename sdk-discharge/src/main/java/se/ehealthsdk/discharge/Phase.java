package se.ehealthsdk.discharge;

/** Where a case stands. Leave is no phase: a patient on leave is still admitted. */
public enum Phase {
    /** The patient is admitted; nobody has been told. */
    OPENED,
    /** The admission notice has been sent. */
    NOTIFIED,
    /** A receiving unit has begun to plan. */
    PLANNING,
    /** The ready notice has been sent and not taken back. */
    READY,
    /** The ready notice has been taken back, and the patient is still admitted. */
    READY_WITHDRAWN,
    /** The patient has left. */
    DISCHARGED,
    /** The plan (SIP) has been drawn up after the patient left. */
    SIP_FOLLOW_UP,
    /** Over. */
    CLOSED,
    /** Ended before its goal. */
    INTERRUPTED
}
