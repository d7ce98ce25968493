package se.ehealthsdk.testkit.signing;

/** What can be wrong with a response. Whoever receives one of these must refuse it, but for the first. */
public enum SigningFault {
    /** The value of the signature is the ASN.1 form of ECDSA; not known to be wrong. */
    DER_SIGNATURE_VALUE,

    /** RequestID is another request's. */
    WRONG_REQUEST_ID,
    /** RelayState is another request's. */
    WRONG_RELAY_STATE,
    /** ResponseTime is after the request's time window. */
    MADE_TOO_LATE,
    /** ResponseTime is before the request was made. */
    MADE_TOO_EARLY,

    /** There is no signature. */
    UNSIGNED,
    /** A key that is not in the service's metadata has signed. */
    SIGNED_BY_OTHER_KEY,
    /** A key that is not in the service's metadata has signed, but names the service's certificate. */
    SIGNED_BY_OTHER_KEY_IN_ITS_NAME,
    /** The service has signed, but names a certificate of another. */
    OTHER_CERTIFICATE_IN_KEY_INFO,
    /** A text in the response was changed after it was signed. */
    CHANGED_AFTER_SIGNING,
    /** The signature, which still matches, is last in the root instead of last in the optional outputs. */
    SIGNATURE_MOVED,
    /** There are two signatures, one of them good. */
    SIGNATURE_DOUBLED,
    /** The whole signed response is inside another one, which says something else. */
    WRAPPED_IN_SECOND_RESPONSE,
    /** The signature is good, but covers one element only. */
    SIGNS_ONE_ELEMENT,
    /** The signature is good, but has one more transform. */
    EXTRA_TRANSFORM,
    /** The signature's digest is SHA-1. */
    SHA1_DIGEST,

    /** The signer's certificate has another HSA-id. */
    OTHER_USERS_CERTIFICATE,
    /** The attribute that says who was authenticated has another HSA-id. */
    OTHER_USERS_ATTRIBUTE,
    /** The attribute that says who was authenticated is missing. */
    NO_ATTRIBUTE,
    /** The user was authenticated at level of assurance 1. */
    LOW_LEVEL,
    /** The user was authenticated by another IdP. */
    OTHER_IDENTITY_PROVIDER,

    /** Other bytes were signed, and the response says so. */
    OTHER_BYTES,
    /** Other bytes were signed, and the response does not say so. */
    OTHER_BYTES_CONCEALED,
    /** The task has another id. */
    WRONG_TASK_ID,
    /** There are two tasks, the first of them good. */
    TWO_TASKS,
    /** The value claims to be of another algorithm. */
    OTHER_ALGORITHM_CLAIMED,

    /** The signer's certificate comes from a CA that nobody knows. */
    UNTRUSTED_CHAIN,
    /** The signer's certificate had expired when the response was made. */
    EXPIRED_CERTIFICATE,
    /** The signer's certificate is not for signatures. */
    CERTIFICATE_FOR_LOG_IN,

    /** The service declines: ResponderError, GeneralError. */
    RESPONDER_ERROR
}
