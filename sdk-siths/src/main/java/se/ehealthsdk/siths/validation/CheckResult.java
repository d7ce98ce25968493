package se.ehealthsdk.siths.validation;

/**
 * The outcome of one check. Immutable.
 *
 * @param check which one
 * @param outcome what came out of it
 * @param message what was found, for a support desk; no person's name or identity number
 * @param remedy what to do about it; empty when it passed
 */
public record CheckResult(Check check, Outcome outcome, String message, String remedy) {

    /** The checks. More may come. */
    public enum Check {
        /** An unbroken path of signatures to a trust anchor. */
        PATH,
        /** The time lies in the validity of the certificate and of all its issuers. */
        VALIDITY,
        /** Nothing marked critical that is not understood. */
        CRITICAL_EXTENSIONS,
        /** The key may be used for the purpose. */
        KEY_USAGE,
        /** The certificate identifies someone: HSA-id or personal identity number, once. */
        IDENTITY,
        /** The certificate has not been revoked. */
        REVOCATION,
        /** No issuer on the path has been revoked. */
        ISSUER_REVOCATION
    }

    /** What came out of a check. */
    public enum Outcome {
        /** All is well. */
        PASSED,
        /** It could not be made, and the policy allows that. */
        WARNING,
        /** All is not well, or it could not be made and the policy demands it. */
        FAILED,
        /** Left out, because of the policy or because an earlier check failed. */
        NOT_MADE
    }
}
