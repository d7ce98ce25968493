package se.ehealthsdk.testpki;

/** What can be wrong with an answer of the OCSP responder (RFC 6960). */
public enum OcspFault {
    /** The answer's {@code nextUpdate} has passed. */
    STALE,
    /** The answer's {@code thisUpdate} lies a day ahead. */
    FROM_THE_FUTURE,
    /** The answer is two days old and does not say when the next one comes. */
    OLD_WITHOUT_NEXT_UPDATE,
    /** The answer is of now and does not say when the next one comes. */
    WITHOUT_NEXT_UPDATE,
    /** The signature is all zeros. */
    UNSIGNED,
    /** The answer is about the certificate with the next serial number. */
    OTHER_CERTIFICATE,
    /** The answer is about a certificate with the same serial number from another CA. */
    OTHER_ISSUER,
    /** The nonce is another one than the request's. */
    WRONG_NONCE,
    /** There is no nonce, as from a responder that makes its answers beforehand. */
    WITHOUT_NONCE,
    /** {@code tryLater}. */
    TRY_LATER,
    /** {@code unauthorized}. */
    UNAUTHORIZED,
    /** {@code malformedRequest}. */
    MALFORMED_REQUEST,
    /** {@code internalError}. */
    INTERNAL_ERROR,
    /** {@code sigRequired}. */
    SIGNATURE_REQUIRED,
    /** HTTP status 500. */
    HTTP_ERROR,
    /** Not ASN.1. */
    GARBAGE,
    /** Two megabytes. */
    HUGE,
    /** No answer until the fault is taken back. */
    NO_ANSWER
}
