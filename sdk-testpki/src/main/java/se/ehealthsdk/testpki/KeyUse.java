package se.ehealthsdk.testpki;

import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate allows its key to be used for (key usage, RFC 5280 section 4.2.1.3). */
public enum KeyUse {
    /** Proving who one is, as in TLS. */
    DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
    /** Signing documents; the only use of SITHS's signature certificates. */
    NON_REPUDIATION(KeyUsage.nonRepudiation),
    /** Encrypting keys, as RSA key exchange in old TLS; only with RSA keys. */
    KEY_ENCIPHERMENT(KeyUsage.keyEncipherment),
    /** Agreeing on keys. */
    KEY_AGREEMENT(KeyUsage.keyAgreement);

    private final int bit;

    KeyUse(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
