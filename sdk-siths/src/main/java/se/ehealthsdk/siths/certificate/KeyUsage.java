package se.ehealthsdk.siths.certificate;

/** What a key may be used for. Source: RFC 5280 section 4.2.1.3; the constants stand in the order of its bits. */
public enum KeyUsage {
    /** Proving who one is: log-in, TLS. */
    DIGITAL_SIGNATURE,
    /** Signing documents (contentCommitment); SITHS's signature certificates allow nothing else. */
    NON_REPUDIATION,
    /** Encrypting keys, as old TLS with RSA does. */
    KEY_ENCIPHERMENT,
    /** Encrypting data directly. */
    DATA_ENCIPHERMENT,
    /** Agreeing on keys. */
    KEY_AGREEMENT,
    /** Issuing certificates. */
    KEY_CERT_SIGN,
    /** Issuing revocation lists. */
    CRL_SIGN,
    /** With key agreement: encrypting only. */
    ENCIPHER_ONLY,
    /** With key agreement: decrypting only. */
    DECIPHER_ONLY
}
