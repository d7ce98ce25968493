package se.ehealthsdk.testpki;

/** Who signs the answers of the OCSP responder (RFC 6960 section 4.2.2.2). */
public enum OcspSigner {
    /** The CA that issued the certificate in question. Right. */
    ISSUER,
    /** A responder that the CA has certified for it, with {@code id-pkix-ocsp-nocheck}. Right. */
    DELEGATE,
    /** As {@link #DELEGATE} without {@code id-pkix-ocsp-nocheck}, with no address to ask at either. */
    DELEGATE_WITHOUT_NO_CHECK,
    /** As {@link #DELEGATE} without {@code id-pkix-ocsp-nocheck}; the CA's revocation list is named. */
    DELEGATE_IN_REVOCATION_LIST,
    /** A certificate of the CA that is not for OCSP. Wrong. */
    DELEGATE_WITHOUT_PURPOSE,
    /** A responder whose certificate has expired. Wrong. */
    EXPIRED_DELEGATE,
    /** A responder that another CA has certified. Wrong. */
    DELEGATE_OF_OTHER_CA,
    /** A key that nobody knows, in the CA's name. Wrong. */
    STRANGER
}
