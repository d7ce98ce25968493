package se.ehealthsdk.siths.certificate;

/** Where a certificate is meant to be used, as its issuer's name tells. */
public enum SithsEnvironment {
    /** Real persons and systems. */
    PRODUCTION,
    /** Inera's test environments (test and acceptance test), and this SDK's test PKI. */
    TEST,
    /** The issuer is not in the table. */
    UNKNOWN
}
