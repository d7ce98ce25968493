package se.ehealthsdk.siths.certificate;

/** Whose certificate it is. */
public enum CertificateKind {
    /** A person's, on a card, identified by the HSA-id of an employment. */
    PERSON_HSA_ID,
    /** A person's, on a card, identified by personnummer or samordningsnummer. */
    PERSON_PERSONAL_NUMBER,
    /** A person's, in the telephone (Mobilt SITHS). */
    MOBILE,
    /** A system's: function certificate (funktionscertifikat). */
    FUNCTION,
    /** Neither the policies, the issuer nor the subject tell; or it is a certificate authority's. */
    UNKNOWN;

    /** Whether it is a human being's. */
    public boolean person() {
        return this == PERSON_HSA_ID || this == PERSON_PERSONAL_NUMBER || this == MOBILE;
    }
}
