package se.ehealthsdk.testpki;

import org.bouncycastle.asn1.x509.KeyPurposeId;

/** In which role a certificate may be shown (extended key usage, RFC 5280 section 4.2.1.12). */
public enum ExtendedKeyUse {
    /** As a TLS server. */
    SERVER_AUTH(KeyPurposeId.id_kp_serverAuth),
    /** As a TLS client. */
    CLIENT_AUTH(KeyPurposeId.id_kp_clientAuth),
    /** For something that has nothing to do with TLS: protecting e-mail. */
    EMAIL_PROTECTION(KeyPurposeId.id_kp_emailProtection),
    /** Signing OCSP answers for the CA that issued the certificate. */
    OCSP_SIGNING(KeyPurposeId.id_kp_OCSPSigning);

    private final KeyPurposeId purpose;

    ExtendedKeyUse(KeyPurposeId purpose) {
        this.purpose = purpose;
    }

    KeyPurposeId purpose() {
        return purpose;
    }
}
