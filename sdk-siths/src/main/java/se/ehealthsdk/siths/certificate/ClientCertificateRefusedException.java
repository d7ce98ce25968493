package se.ehealthsdk.siths.certificate;

import se.ehealthsdk.core.error.UntrustedException;

/**
 * A request came with a client certificate in a header, and the header cannot be believed. Refuse the request; never
 * treat it as one without certificate.
 */
public final class ClientCertificateRefusedException extends UntrustedException {

    /** Why. More may come. */
    public enum Reason {
        /** The request does not come from a configured proxy: somebody else has written the header. */
        PEER_NOT_TRUSTED,
        /** The header is there several times, or several headers are, with different certificates. */
        SEVERAL_CERTIFICATES,
        /** It is larger than 64 KiB, or holds more than ten certificates. */
        TOO_LARGE,
        /** It is none of the known forms, or the certificate in it is damaged. */
        DAMAGED,
        /** The certificates are no chain that begins with the client's own. */
        NOT_A_CHAIN,
        /** {@code Client-Cert-Chain} came without {@code Client-Cert}. */
        CHAIN_WITHOUT_CERTIFICATE
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ClientCertificateRefusedException(Reason reason, String message, String remedy) {
        super(message, remedy);
        this.reason = reason;
    }

    /** Why the header was refused. */
    public Reason reason() {
        return reason;
    }
}
