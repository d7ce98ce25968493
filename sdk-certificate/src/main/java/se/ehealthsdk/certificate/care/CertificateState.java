package se.ehealthsdk.certificate.care;

/** How far a certificate has come. What has come further never goes back, whatever arrives late. */
public enum CertificateState {

    /** Nothing that was told says it. */
    UNKNOWN,

    /** A draft that is being written. */
    DRAFT,

    /** A draft that someone who may not sign has marked as ready. */
    READY_TO_SIGN,

    /** The draft was deleted. */
    DELETED,

    /** Signed. */
    SIGNED,

    /** Signed, and sent to its recipient. */
    SENT,

    /** Revoked (makulerat): a signed certificate, or a draft that was locked. */
    REVOKED
}
