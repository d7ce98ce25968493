package se.ehealthsdk.certificate.submission;

/** How far a submission has come. */
public enum SubmissionState {

    /** To be registered. It is not known whether the service has it: a call may have come through without answer. */
    REGISTERING,

    /** Registered. Still to be sent, if it has a recipient. */
    REGISTERED,

    /** Sent to its recipient. */
    SENT,

    /** To be revoked. */
    REVOKING,

    /** Revoked, by this care system or by someone else. */
    REVOKED,

    /** Taken back before it was registered: the service never had it. */
    WITHDRAWN,

    /**
     * Refused, or given up after many answers that did not tell. {@link Submission#problem()} says why; someone has to
     * act, and then {@link Submissions#tryAgain}, revoke it, or leave it.
     */
    REFUSED
}
