package se.ehealthsdk.hsa.webcert;

/** What a {@link WebcertRole} lets its holder do with a certificate. */
public enum WebcertRight {

    /** Write a draft, renew, hand over, mark as ready to sign. */
    PREPARE,

    /** Sign. */
    SIGN,

    /** Revoke (makulera) what is signed. */
    REVOKE
}
