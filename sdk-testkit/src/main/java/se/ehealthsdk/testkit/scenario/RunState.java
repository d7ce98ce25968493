package se.ehealthsdk.testkit.scenario;

/** How far a run has come. */
public enum RunState {
    /** It runs. */
    RUNNING,
    /** It has ended, and all was as expected. */
    PASSED,
    /** It has ended, and something was not as expected. */
    FAILED,
    /** It was broken off, and not judged: the services were reset or closed, or a step could not be done. */
    STOPPED
}
