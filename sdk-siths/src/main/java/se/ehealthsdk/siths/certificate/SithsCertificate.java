package se.ehealthsdk.siths.certificate;

import java.security.cert.X509Certificate;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;

/** SKELETON: to be made whole. A typed view of a SITHS certificate. Immutable. */
public final class SithsCertificate {

    private final X509Certificate certificate;

    private SithsCertificate(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** The view of a certificate. */
    public static SithsCertificate of(X509Certificate certificate) {
        return new SithsCertificate(certificate);
    }

    /** The certificate itself. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The HSA-id in the subject. */
    public Optional<HsaId> hsaId() {
        return Credential.hsaIdOf(certificate);
    }
}
