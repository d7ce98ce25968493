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

    /** The checks, in the order of a result. More may come. */
    public enum Check {
        /** A path from the certificate to a trust anchor (RFC 5280 section 6). */
        PATH,
        /** Each certificate on the path is signed by the next. */
        SIGNATURES,
        /** Each issuer on the path is a certificate authority that may issue what it issued. */
        ISSUERS,
        /** No signature algorithm and no key on the path is too weak. */
        ALGORITHMS,
        /** The time lies in the validity of the certificate and of all its issuers. */
        VALIDITY,
        /** What RFC 5280 demands of the form: version, serial number, size. */
        PROFILE,
        /** Nothing marked critical that is not understood. */
        CRITICAL_EXTENSIONS,
        /** The key may be used for the purpose. */
        KEY_USAGE,
        /** The certificate identifies someone: HSA-id or personal identity number, once. */
        IDENTITY,
        /** The certificate has not been revoked. */
        REVOCATION,
        /** No issuer on the path, below the trust anchor, has been revoked. */
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

    static CheckResult passed(Check check, String message) {
        return new CheckResult(check, Outcome.PASSED, message, "");
    }

    static CheckResult failed(Check check, String message, String remedy) {
        return new CheckResult(check, Outcome.FAILED, message, remedy);
    }

    static CheckResult notMade(Check check, String message, String remedy) {
        return new CheckResult(check, Outcome.NOT_MADE, message, remedy);
    }
}
