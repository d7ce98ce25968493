package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import se.ehealthsdk.core.tls.TrustAnchors;

/** SKELETON: to be made whole. Validates certificates. Safe for use by many threads; close when done. */
public final class CertificateValidator implements AutoCloseable {

    private CertificateValidator() {}

    /**
     * Starts configuring.
     *
     * @param anchors the roots, and nothing else, to trust
     */
    public static Builder trusting(TrustAnchors anchors) {
        return new Builder();
    }

    /**
     * Judges a certificate as of now.
     *
     * @param chain the certificate, then any issuers that came with it, in any order
     */
    public ValidationResult validate(List<X509Certificate> chain, Purpose purpose) {
        return validate(chain, purpose, Instant.now());
    }

    /** Judges a certificate as of a time: for signatures, when it was made. */
    public ValidationResult validate(List<X509Certificate> chain, Purpose purpose, Instant at) {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() {}

    /** Configures. */
    public static final class Builder {

        /** Revocation that cannot be found out is a warning, not a failure. */
        public Builder softFailRevocation() {
            return this;
        }

        /** No revocation is checked at all: revoked certificates pass. */
        public Builder withoutRevocationAtOwnRisk() {
            return this;
        }

        /** The validator. */
        public CertificateValidator build() {
            return new CertificateValidator();
        }
    }
}
