package se.ehealthsdk.siths.internal.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Good;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Reason;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Revoked;
import se.ehealthsdk.siths.internal.x509.DerElement;

/**
 * One revocation list, read: the issuer's complete list, for all reasons. Lists of changes, of other issuers or
 * of some reasons are refused. Immutable, but for remembering the key that it was verified with.
 *
 * <p>Source: RFC 5280 sections 5 and 6.3.
 */
final class RevocationList {

    private static final ASN1ObjectIdentifier EXPIRED_CERTIFICATES =
            new ASN1ObjectIdentifier("2.5.29.60");
    private static final int CRL_SIGN = 6;
    private static final byte SEQUENCE = 0x30;

    private final X500Principal issuer;
    private final Instant thisUpdate;
    private final @Nullable Instant nextUpdate;
    private final @Nullable Instant keptSince;
    private final @Nullable IssuingDistributionPoint scope;
    private final Map<BigInteger, Entry> entries;

    /** Until it is verified; the list's bytes are not kept longer. */
    private @Nullable Unverified unverified;

    private @Nullable PublicKey verifiedWith;

    private record Entry(Instant time, Reason reason) {}

    private record Unverified(AlgorithmIdentifier algorithm, byte[] content, byte[] signature) {}

    private RevocationList(byte[] der) throws UnusableException, IOException, ParseException {
        CertificateList list = CertificateList.getInstance(ASN1Primitive.fromByteArray(der));
        TBSCertList content = list.getTBSCertList();
        if (!list.getSignatureAlgorithm().equals(content.getSignature())) {
            throw unusable("names two signature algorithms");
        }
        this.unverified =
                new Unverified(
                        content.getSignature(),
                        DerElement.read(der).children().get(0).encoded(),
                        list.getSignature().getOctets());
        this.issuer = new X500Principal(list.getIssuer().getEncoded());
        this.thisUpdate = instant(list.getThisUpdate());
        this.nextUpdate = list.getNextUpdate() == null ? null : instant(list.getNextUpdate());
        Extensions extensions = content.getExtensions();
        requireUnderstood(
                extensions,
                Set.of(
                        Extension.issuingDistributionPoint,
                        Extension.authorityKeyIdentifier,
                        Extension.cRLNumber));
        this.scope = scope(extensions);
        this.keptSince =
                extensions == null || extensions.getExtension(EXPIRED_CERTIFICATES) == null
                        ? null
                        : ASN1GeneralizedTime.getInstance(
                                        extensions.getExtensionParsedValue(EXPIRED_CERTIFICATES))
                                .getDate()
                                .toInstant();
        this.entries = entries(content);
    }

    /**
     * Reads a list, DER or PEM.
     *
     * @throws UnusableException when it is none, or one of a kind that says too little
     */
    static RevocationList read(byte[] content) throws UnusableException {
        try {
            return new RevocationList(
                    content.length > 0 && content[0] == SEQUENCE ? content : fromPem(content));
        } catch (IOException | ParseException | RuntimeException malformed) {
            // what Bouncy Castle throws at what is not well-formed is of many kinds
            throw unusable("cannot be read as a revocation list");
        }
    }

    private static byte[] fromPem(byte[] content) {
        String text = new String(content, StandardCharsets.US_ASCII);
        String begin = "-----BEGIN X509 CRL-----";
        if (!text.contains(begin)) {
            throw new IllegalArgumentException("neither DER nor PEM");
        }
        int from = text.indexOf(begin) + begin.length();
        return Base64.getMimeDecoder().decode(text.substring(from, text.indexOf("-----END", from)));
    }

    private static @Nullable IssuingDistributionPoint scope(@Nullable Extensions extensions)
            throws UnusableException {
        if (extensions == null
                || extensions.getExtension(Extension.issuingDistributionPoint) == null) {
            return null;
        }
        IssuingDistributionPoint scope =
                IssuingDistributionPoint.getInstance(
                        extensions.getExtensionParsedValue(Extension.issuingDistributionPoint));
        if (scope.isIndirectCRL()) {
            throw unusable("may be about certificates of other issuers (indirect)");
        }
        if (scope.getOnlySomeReasons() != null) {
            throw unusable("holds certificates that were revoked for some reasons only");
        }
        if (scope.onlyContainsAttributeCerts()) {
            throw unusable("is about attribute certificates");
        }
        return scope;
    }

    private static Map<BigInteger, Entry> entries(TBSCertList content)
            throws UnusableException, ParseException {
        Map<BigInteger, Entry> entries = new HashMap<>();
        Enumeration<?> each = content.getRevokedCertificateEnumeration();
        while (each.hasMoreElements()) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) each.nextElement();
            Extensions extensions = entry.getExtensions();
            requireUnderstood(extensions, Set.of(Extension.reasonCode, Extension.invalidityDate));
            entries.put(
                    entry.getUserCertificate().getValue(),
                    new Entry(time(entry, extensions), reason(extensions)));
        }
        return entries;
    }

    private static Instant time(TBSCertList.CRLEntry entry, @Nullable Extensions extensions)
            throws ParseException {
        Instant revoked = instant(entry.getRevocationDate());
        if (extensions == null || extensions.getExtension(Extension.invalidityDate) == null) {
            return revoked;
        }
        Instant invalid =
                ASN1GeneralizedTime.getInstance(
                                extensions.getExtensionParsedValue(Extension.invalidityDate))
                        .getDate()
                        .toInstant();
        return invalid.isBefore(revoked) ? invalid : revoked;
    }

    private static Reason reason(@Nullable Extensions extensions) {
        return extensions == null || extensions.getExtension(Extension.reasonCode) == null
                ? Reason.UNSPECIFIED
                : Reason.of(
                        ASN1Enumerated.getInstance(
                                        extensions.getExtensionParsedValue(Extension.reasonCode))
                                .intValueExact());
    }

    private static void requireUnderstood(
            @Nullable Extensions extensions, Set<ASN1ObjectIdentifier> understood)
            throws UnusableException {
        if (extensions == null) {
            return;
        }
        // whether or not it is marked critical, as it must be
        if (extensions.getExtension(Extension.deltaCRLIndicator) != null) {
            throw unusable("holds only the changes since an earlier one (delta)");
        }
        for (ASN1ObjectIdentifier critical : extensions.getCriticalExtensionOIDs()) {
            if (!understood.contains(critical)) {
                throw unusable("has the critical extension " + critical + ", which is unknown");
            }
        }
    }

    /** When the next list comes; null when it does not say. */
    @Nullable Instant nextUpdate() {
        return nextUpdate;
    }

    /** Whether it is in the name of this issuer. */
    boolean isFrom(X509Certificate ca) {
        return ca.getSubjectX500Principal().equals(issuer);
    }

    /** What the list says of a certificate, and until when. */
    Timed<RevocationStatus> status(
            X509Certificate certificate, X509Certificate ca, Freshness freshness)
            throws UnusableException {
        Instant until = requireUsable(ca, freshness);
        requireCovered(certificate);
        String source = "the issuer's revocation list of " + thisUpdate;
        Entry entry = entries.get(certificate.getSerialNumber());
        return new Timed<>(
                entry == null
                        ? new Good(source, keptSince)
                        : new Revoked(source, entry.time(), entry.reason()),
                until);
    }

    /** That it is this issuer's and still holds; until when. */
    Instant requireUsable(X509Certificate ca, Freshness freshness) throws UnusableException {
        if (!isFrom(ca)) {
            throw unusable("is another issuer's");
        }
        verify(ca);
        return freshness.until(thisUpdate, nextUpdate);
    }

    private synchronized void verify(X509Certificate ca) throws UnusableException {
        boolean[] uses = ca.getKeyUsage();
        if (uses != null && !uses[CRL_SIGN]) {
            throw unusable("is signed by an issuer that may not sign lists (key usage)");
        }
        if (ca.getPublicKey().equals(verifiedWith)) {
            return;
        }
        if (unverified == null) {
            throw unusable("has a signature that does not hold");
        }
        Signatures.verify(
                ca.getPublicKey(),
                unverified.algorithm(),
                unverified.content(),
                unverified.signature());
        verifiedWith = ca.getPublicKey();
        unverified = null;
    }

    private void requireCovered(X509Certificate certificate) throws UnusableException {
        if (scope == null) {
            return;
        }
        boolean isCa = certificate.getBasicConstraints() >= 0;
        if (isCa ? scope.onlyContainsUserCerts() : scope.onlyContainsCACerts()) {
            throw unusable(
                    isCa
                            ? "holds no certificates of certificate authorities"
                            : "holds only certificates of certificate authorities");
        }
        if (scope.getDistributionPoint() != null) {
            List<String> named = RevocationAddresses.listNames(certificate);
            if (RevocationAddresses.names(scope.getDistributionPoint()).stream()
                    .noneMatch(named::contains)) {
                throw unusable("is the part of the issuer's list for other certificates");
            }
        }
    }

    private static Instant instant(Time time) {
        return time.getDate().toInstant();
    }

    private static UnusableException unusable(String why) {
        return new UnusableException(why, Signatures.REPORT);
    }
}
