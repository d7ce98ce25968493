package se.ehealthsdk.testpki;

/** What can be wrong with a revocation list (RFC 5280 section 5). */
public enum RevocationListFault {
    /** The list's {@code nextUpdate} has passed. */
    STALE,
    /** The list's {@code thisUpdate} lies a day ahead. */
    FROM_THE_FUTURE,
    /** Signed with a key that nobody knows, in the CA's name. */
    WRONG_SIGNER,
    /** The list of another CA. */
    OTHER_ISSUER,
    /** Only the changes since an earlier list. */
    DELTA,
    /** A list that may speak of other CAs' certificates. */
    INDIRECT,
    /** The part of the CA's list that is found at another address. */
    OTHER_PART,
    /** A list of CA certificates only. */
    ONLY_CAS,
    /** A list of certificates that were revoked for some reasons only. */
    ONLY_SOME_REASONS,
    /** An extension that nobody knows, marked critical. */
    UNKNOWN_CRITICAL_EXTENSION,
    /** HTTP status 500. */
    HTTP_ERROR,
    /** Not ASN.1. */
    GARBAGE,
    /** Forty megabytes. */
    HUGE,
    /** No answer until the fault is taken back. */
    NO_ANSWER
}
