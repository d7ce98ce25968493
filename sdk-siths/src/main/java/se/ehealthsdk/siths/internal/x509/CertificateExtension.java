package se.ehealthsdk.siths.internal.x509;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;

/** The value of one extension of a certificate. */
public final class CertificateExtension {

    private CertificateExtension() {}

    /**
     * The value; empty when there is no such extension.
     *
     * @throws IllegalArgumentException when it is not DER
     */
    public static Optional<ASN1Primitive> value(X509Certificate certificate, String oid) {
        byte[] wrapped = certificate.getExtensionValue(oid);
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(wrapped).getOctets()));
        } catch (IOException malformed) {
            throw new IllegalArgumentException("not DER", malformed);
        }
    }
}
