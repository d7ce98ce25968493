package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/**
 * A certificate and its issuers, upwards, and the anchor.
 *
 * @param certificates without the anchor, the certificate in question first; never empty
 * @param anchor the trusted issuer of the last; null when there is none
 * @param whole all of them, the anchor last
 */
record CertificationPath(
        List<X509Certificate> certificates,
        @Nullable X509Certificate anchor,
        List<X509Certificate> whole) {

    private static final int LONGEST_NAME = 64;

    static CertificationPath to(X509Certificate anchor, List<X509Certificate> certificates) {
        if (anchor.equals(certificates.get(certificates.size() - 1))) {
            return new CertificationPath(certificates, anchor, certificates);
        }
        List<X509Certificate> whole = new ArrayList<>(certificates.size() + 1);
        whole.addAll(certificates);
        whole.add(anchor);
        return new CertificationPath(certificates, anchor, whole);
    }

    static CertificationPath toNowhere(X509Certificate certificate) {
        return new CertificationPath(List.of(certificate), null, List.of(certificate));
    }

    X509Certificate leaf() {
        return certificates.get(0);
    }

    /** Who issued the certificate at a place. */
    @Nullable X509Certificate issuerOf(int place) {
        return place + 1 < certificates.size() ? certificates.get(place + 1) : anchor;
    }

    /** What to call the certificate at a place; of the one in question nothing is said but that. */
    String name(int place) {
        return place == 0
                ? "The certificate"
                : "The issuer's certificate " + caName(whole.get(place));
    }

    /** A certificate authority's common name, quoted and harmless in a log; nothing of other certificates. */
    private static String caName(X509Certificate ca) {
        if (ca.getBasicConstraints() < 0) {
            return "(no certificate authority)";
        }
        RDN[] names =
                X500Name.getInstance(ca.getSubjectX500Principal().getEncoded()).getRDNs(BCStyle.CN);
        if (names.length == 0 || names[0].getFirst() == null) {
            return "(without a name)";
        }
        String name =
                IETFUtils.valueToString(names[0].getFirst().getValue())
                        .replaceAll("[^\\p{L}\\p{N} ._-]", "");
        return "\"" + name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "\"";
    }
}
