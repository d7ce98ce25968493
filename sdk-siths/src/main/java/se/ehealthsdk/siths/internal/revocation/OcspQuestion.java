package se.ehealthsdk.siths.internal.revocation;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * One question to an OCSP service, about one certificate, with a nonce of its own.
 *
 * <p>The certificate is named by SHA-1, which every service understands (RFC 5019); it is a name and protects
 * nothing. The nonce has 32 bytes, as RFC 9654 wants it.
 */
record OcspQuestion(X509Certificate certificate, X509Certificate issuer, byte[] nonce) {

    private static final int NONCE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final ASN1ObjectIdentifier SHA_1 = new ASN1ObjectIdentifier("1.3.14.3.2.26");

    private static final Map<String, String> DIGESTS =
            Map.of(
                    SHA_1.getId(),
                    "SHA-1",
                    "2.16.840.1.101.3.4.2.1",
                    "SHA-256",
                    "2.16.840.1.101.3.4.2.2",
                    "SHA-384",
                    "2.16.840.1.101.3.4.2.3",
                    "SHA-512");

    static OcspQuestion about(X509Certificate certificate, X509Certificate issuer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return new OcspQuestion(certificate, issuer, nonce);
    }

    /** The request, DER. */
    byte[] encoded() {
        try {
            CertID id =
                    new CertID(
                            new AlgorithmIdentifier(SHA_1, DERNull.INSTANCE),
                            new DEROctetString(digest("SHA-1", issuerName())),
                            new DEROctetString(digest("SHA-1", keyBits(issuer))),
                            new ASN1Integer(certificate.getSerialNumber()));
            return new OCSPRequest(
                            new TBSRequest(
                                    (GeneralName) null,
                                    new DERSequence(new Request(id, null)),
                                    new Extensions(
                                            new Extension(
                                                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                                                    false,
                                                    new DEROctetString(nonce).getEncoded()))),
                            null)
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("An OCSP request could not be written", e);
        }
    }

    /** Whether an answer is about this very certificate: serial number, issuer's name and key. */
    boolean isAbout(CertID id) {
        String digest = DIGESTS.get(id.getHashAlgorithm().getAlgorithm().getId());
        return digest != null
                && id.getSerialNumber().getValue().equals(certificate.getSerialNumber())
                && Arrays.equals(id.getIssuerNameHash().getOctets(), digest(digest, issuerName()))
                && Arrays.equals(
                        id.getIssuerKeyHash().getOctets(), digest(digest, keyBits(issuer)));
    }

    private byte[] issuerName() {
        return certificate.getIssuerX500Principal().getEncoded();
    }

    /** The public key without its wrapping: what key hashes are made of. */
    static byte[] keyBits(X509Certificate certificate) {
        return SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
                .getPublicKeyData()
                .getOctets();
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, e);
        }
    }
}
