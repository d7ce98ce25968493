package se.ehealthsdk.core.internal.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads certificates, and puts chains in order. */
public final class Certificates {

    private Certificates() {}

    /**
     * The certificates of a file: PEM with any number, or DER with one.
     *
     * @return empty when there are none
     * @throws CertificateException when one of them is damaged
     * @throws IllegalArgumentException when the PEM is damaged
     */
    public static List<X509Certificate> read(byte[] file) throws CertificateException {
        if (file.length > 0 && file[0] == Der.SEQUENCE) {
            return List.of(one(file));
        }
        return in(PemBlock.readAll(new String(file, StandardCharsets.ISO_8859_1)));
    }

    /**
     * The certificates among PEM blocks, in their order.
     *
     * @throws CertificateException when one of them is damaged
     */
    public static List<X509Certificate> in(List<PemBlock> blocks) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemBlock block : blocks) {
            if (block.label().equals("CERTIFICATE") || block.label().equals("X509 CERTIFICATE")) {
                certificates.add(one(block.content()));
            }
        }
        return certificates;
    }

    /**
     * A chain in the order of TLS: the certificate that issued none of the others first, then each
     * one's issuer. Files are often written with the root first.
     *
     * @return the certificates as they came when no order can be found
     */
    public static List<X509Certificate> inOrder(List<X509Certificate> certificates) {
        List<X509Certificate> ends =
                certificates.stream()
                        .filter(
                                each ->
                                        certificates.stream()
                                                .noneMatch(
                                                        other ->
                                                                other != each
                                                                        && issued(each, other)))
                        .toList();
        if (ends.size() != 1) {
            return certificates;
        }
        List<X509Certificate> rest = new ArrayList<>(certificates);
        List<X509Certificate> chain = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(ends.get(0));
        while (next.isPresent()) {
            X509Certificate child = next.get();
            chain.add(child);
            rest.remove(child);
            next = rest.stream().filter(each -> issued(each, child)).findFirst();
        }
        return chain;
    }

    /** Whether the names say that one certificate's subject issued the other. */
    public static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static X509Certificate one(byte[] encoded) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(encoded));
    }
}
