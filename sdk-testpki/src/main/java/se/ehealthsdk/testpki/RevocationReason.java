package se.ehealthsdk.testpki;

import org.bouncycastle.asn1.x509.CRLReason;

/** Why a certificate was revoked (RFC 5280 section 5.3.1). */
public enum RevocationReason {
    /** No reason is given; the answer then has none at all, as RFC 5280 wants it. */
    UNSPECIFIED(CRLReason.unspecified),
    /** Somebody else may have the key. */
    KEY_COMPROMISE(CRLReason.keyCompromise),
    /** Somebody else may have the CA's key. */
    CA_COMPROMISE(CRLReason.cACompromise),
    /** The holder has moved or changed name. */
    AFFILIATION_CHANGED(CRLReason.affiliationChanged),
    /** There is a newer certificate. */
    SUPERSEDED(CRLReason.superseded),
    /** It is no longer needed. */
    CESSATION_OF_OPERATION(CRLReason.cessationOfOperation),
    /** Blocked for now. */
    CERTIFICATE_HOLD(CRLReason.certificateHold);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
