package se.ehealthsdk.audit.followup;

/** What a log extract can tell of the employee who accessed data. */
public enum UserDetail {
    /** The employee's name. */
    NAME,
    /** The employee's title. */
    TITLE,
    /** The employee's HSA-id. */
    HSA_ID
}
