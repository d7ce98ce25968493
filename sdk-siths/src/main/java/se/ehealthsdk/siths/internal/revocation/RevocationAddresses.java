package se.ehealthsdk.siths.internal.revocation;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.siths.internal.x509.CertificateExtension;

/** What certificates and lists say of addresses. Only http and https are called; ldap is left alone. */
final class RevocationAddresses {

    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String DISTRIBUTION_POINTS = "2.5.29.31";

    /** As many as are tried of each kind. */
    private static final int MOST = 3;

    private RevocationAddresses() {}

    /**
     * The issuer's OCSP services.
     *
     * @throws IllegalArgumentException when the extension cannot be read
     */
    static List<URI> ocsp(X509Certificate certificate) {
        ASN1Primitive value =
                CertificateExtension.value(certificate, AUTHORITY_INFORMATION_ACCESS).orElse(null);
        List<String> found = new ArrayList<>();
        if (value != null) {
            for (AccessDescription each :
                    AuthorityInformationAccess.getInstance(value).getAccessDescriptions()) {
                if (AccessDescription.id_ad_ocsp.equals(each.getAccessMethod())) {
                    addUri(each.getAccessLocation(), found);
                }
            }
        }
        return callable(found);
    }

    /**
     * Where the issuer's revocation lists that hold all reasons are, as written in the certificate.
     *
     * @throws IllegalArgumentException when the extension cannot be read
     */
    static List<String> listNames(X509Certificate certificate) {
        ASN1Primitive value =
                CertificateExtension.value(certificate, DISTRIBUTION_POINTS).orElse(null);
        List<String> found = new ArrayList<>();
        if (value != null) {
            for (DistributionPoint each : CRLDistPoint.getInstance(value).getDistributionPoints()) {
                // lists of other issuers and of some reasons only are no answer
                if (each.getCRLIssuer() == null && each.getReasons() == null) {
                    found.addAll(names(each.getDistributionPoint()));
                }
            }
        }
        return found;
    }

    /** The addresses in a distribution point's name; empty when it is no full name. */
    static List<String> names(@Nullable DistributionPointName point) {
        List<String> found = new ArrayList<>();
        if (point != null && point.getType() == DistributionPointName.FULL_NAME) {
            for (GeneralName name : GeneralNames.getInstance(point.getName()).getNames()) {
                addUri(name, found);
            }
        }
        return found;
    }

    private static void addUri(GeneralName name, List<String> found) {
        if (name.getTagNo() == GeneralName.uniformResourceIdentifier
                && name.getName() instanceof ASN1String text) {
            found.add(text.getString());
        }
    }

    /** Those that can be called. */
    static List<URI> callable(List<String> addresses) {
        List<URI> found = new ArrayList<>();
        for (String each : addresses) {
            try {
                URI uri = URI.create(each.strip());
                if (isWeb(uri) && found.size() < MOST) {
                    found.add(uri);
                }
            } catch (IllegalArgumentException notAnAddress) {
                // another one may be
            }
        }
        return found;
    }

    /** Whether it is http or https, with a host. */
    static boolean isWeb(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    }
}
