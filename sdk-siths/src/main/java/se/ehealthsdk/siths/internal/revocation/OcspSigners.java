package se.ehealthsdk.siths.internal.revocation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Good;
import se.ehealthsdk.siths.internal.x509.StrongAlgorithms;

/**
 * Who may sign an OCSP answer: the issuer of the certificate in question, or a responder that this very issuer
 * has certified for it (RFC 6960 section 4.2.2.2).
 *
 * <p>Whether the responder's own certificate is revoked: not asked when it says that it need not be
 * (id-pkix-ocsp-nocheck); looked up in the issuer's revocation list when it names one; else the issuer leaves it
 * to us (section 4.2.2.2.1), and it is believed.
 */
final class OcspSigners {

    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    /** As many as are looked at in one answer. */
    private static final int MOST_CERTIFICATES = 10;

    private static final Set<String> UNDERSTOOD =
            Set.of("2.5.29.15", "2.5.29.19", "2.5.29.37", "2.5.29.17", "2.5.29.32");

    private final Clock clock;
    private final RevocationListSource lists;

    OcspSigners(Clock clock, RevocationListSource lists) {
        this.clock = clock;
        this.lists = lists;
    }

    /**
     * Verifies an answer.
     *
     * @param content its signed part, as it was sent
     */
    void verify(BasicOCSPResponse answer, byte[] content, X509Certificate issuer)
            throws UnusableException, IOException {
        Signatures.verify(
                signer(answer, issuer).getPublicKey(),
                answer.getSignatureAlgorithm(),
                content,
                answer.getSignature().getOctets());
    }

    private X509Certificate signer(BasicOCSPResponse answer, X509Certificate issuer)
            throws UnusableException, IOException {
        ResponderID id = answer.getTbsResponseData().getResponderID();
        if (names(id, issuer)) {
            return issuer;
        }
        int seen = 0;
        if (answer.getCerts() != null) {
            for (var each : answer.getCerts()) {
                if (++seen > MOST_CERTIFICATES) {
                    break;
                }
                X509Certificate enclosed =
                        certificate(each.toASN1Primitive().getEncoded(ASN1Encoding.DER));
                if (names(id, enclosed)) {
                    requireDelegate(enclosed, issuer);
                    return enclosed;
                }
            }
        }
        throw unusable(
                "is signed by someone who is neither the certificate's issuer nor certified by it");
    }

    private static boolean names(ResponderID id, X509Certificate certificate) throws IOException {
        return id.getKeyHash() != null
                ? Arrays.equals(
                        id.getKeyHash(),
                        OcspQuestion.digest("SHA-1", OcspQuestion.keyBits(certificate)))
                : certificate
                        .getSubjectX500Principal()
                        .equals(new X500Principal(id.getName().getEncoded()));
    }

    private static X509Certificate certificate(byte[] der) throws UnusableException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw unusable("encloses a certificate that cannot be read");
        }
    }

    private void requireDelegate(X509Certificate delegate, X509Certificate issuer)
            throws UnusableException {
        String signer = "is signed by a responder whose certificate ";
        if (!delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || !signedBy(issuer, delegate)) {
            throw unusable(signer + "another certificate authority has issued");
        }
        try {
            if (delegate.getExtendedKeyUsage() == null
                    || !delegate.getExtendedKeyUsage().contains(OCSP_SIGNING)) {
                throw unusable(signer + "is not for signing OCSP answers");
            }
        } catch (GeneralSecurityException e) {
            throw unusable(signer + "cannot be read");
        }
        boolean[] uses = delegate.getKeyUsage();
        if (uses != null && !uses[DIGITAL_SIGNATURE] && !uses[NON_REPUDIATION]) {
            throw unusable(signer + "does not allow signing");
        }
        Date now = Date.from(clock.instant());
        if (now.after(delegate.getNotAfter()) || now.before(delegate.getNotBefore())) {
            throw unusable(signer + "has expired, or is not yet valid");
        }
        Set<String> critical = delegate.getCriticalExtensionOIDs();
        if (critical != null && !UNDERSTOOD.containsAll(critical)) {
            throw unusable(signer + "has a critical extension that is unknown");
        }
        String noCheck = OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId();
        if (delegate.getExtensionValue(noCheck) == null && lists.namedIn(delegate)) {
            requireNotRevoked(delegate, issuer, signer);
        }
    }

    private void requireNotRevoked(X509Certificate delegate, X509Certificate issuer, String signer)
            throws UnusableException {
        RevocationStatus status;
        try {
            status = lists.status(delegate, issuer).value();
        } catch (UnusableException unknown) {
            throw new UnusableException(
                    signer + "may be revoked: " + unknown.why(), unknown.remedy());
        }
        if (!(status instanceof Good)) {
            throw unusable(signer + "is revoked");
        }
    }

    private static boolean signedBy(X509Certificate issuer, X509Certificate certificate) {
        if (StrongAlgorithms.weakness(certificate.getSigAlgOID(), certificate.getSigAlgParams())
                .isPresent()) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException doesNotHold) {
            return false;
        }
    }

    private static UnusableException unusable(String why) {
        return new UnusableException(why, Signatures.REPORT);
    }
}
