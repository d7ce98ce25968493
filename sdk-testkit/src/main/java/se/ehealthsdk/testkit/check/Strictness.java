package se.ehealthsdk.testkit.check;

/** What the stand-ins do with a message that breaks a rule. */
public enum Strictness {
    /** Answer as the real service would. */
    STRICT,
    /** Accept what can be accepted at all, and report it. */
    LENIENT
}
