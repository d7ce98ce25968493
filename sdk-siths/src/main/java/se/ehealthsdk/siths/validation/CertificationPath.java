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
 * A certificate and its issuers, upwards, without the anchor; and the anchor.
 *
 * @param certificates the certificate in question first; never empty
 * @param anchor the trusted issuer of the last; null when there is none
 */
record CertificationPath(List<X509Certificate> certificates, @Nullable X509Certificate anchor) {

    private static final int LONGEST_NAME = 64;

    X509Certificate leaf() {
        return certificates.get(0);
    }

    /** All of them, the anchor last. */
    List<X509Certificate> whole() {
        if (anchor == null || anchor.equals(certificates.get(certificates.size() - 1))) {
            return certificates;
        }
        List<X509Certificate> all = new ArrayList<>(certificates);
        all.add(anchor);
        return all;
    }

    /** Who issued the certificate at a place. */
    @Nullable X509Certificate issuerOf(int place) {
        return place + 1 < certificates.size() ? certificates.get(place + 1) : anchor;
    }

    /** What to call the certificate at a place; of those in question nothing is said but that. */
    static String name(List<X509Certificate> whole, int place) {
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
