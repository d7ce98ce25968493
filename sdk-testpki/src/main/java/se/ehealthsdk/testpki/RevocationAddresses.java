package se.ehealthsdk.testpki;

import java.net.URI;
import java.util.Locale;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says of where its revocation can be asked for.
 *
 * @param ocsp in the authority information access; null for none
 * @param list in the CRL distribution points; null for none
 */
record RevocationAddresses(@Nullable String ocsp, @Nullable String list) {

    /** Nothing is said. */
    static final RevocationAddresses NONE = new RevocationAddresses(null, null);

    /** Those of a CA at the services; the list's file has the CA's name, as SITHS does it. */
    static RevocationAddresses at(URI services, String caName) {
        return new RevocationAddresses(
                services + "/ocsp", services + "/crl/" + fileName(caName) + ".crl");
    }

    /** A CA's name as SITHS names its files: lower case, letters and digits. */
    static String fileName(String caName) {
        return caName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    RevocationAddresses orElse(RevocationAddresses others) {
        return new RevocationAddresses(
                ocsp == null ? others.ocsp : ocsp, list == null ? others.list : list);
    }

    void addTo(X509v3CertificateBuilder certificate) throws CertIOException {
        if (ocsp != null) {
            certificate.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri(ocsp)));
        }
        if (list != null) {
            DistributionPoint point =
                    new DistributionPoint(
                            new DistributionPointName(new GeneralNames(uri(list))), null, null);
            certificate.addExtension(
                    Extension.cRLDistributionPoints,
                    false,
                    new CRLDistPoint(new DistributionPoint[] {point}));
        }
    }

    private static GeneralName uri(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }
}
