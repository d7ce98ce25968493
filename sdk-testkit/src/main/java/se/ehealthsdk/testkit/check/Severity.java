package se.ehealthsdk.testkit.check;

/** What a finding means to the one who sent the message. */
public enum Severity {
    /** The real service refuses it. */
    REFUSED,
    /** The real service takes it, and it is wrong all the same: it breaks a rule, or will break something later. */
    WRONG,
    /** Allowed, and worth a thought. */
    ADVICE
}
