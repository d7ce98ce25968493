package se.ehealthsdk.siths.validation;

/** What a certificate is shown for; decides which key usage it must have. */
public enum Purpose {
    /** A person logs in: digital signature, and client authentication where roles are limited. */
    AUTHENTICATION,
    /** A person, or a signature service in the person's name, has signed: non-repudiation. */
    SIGNATURE,
    /** A system calls or answers: digital signature, and client or server authentication. */
    FUNCTION
}
