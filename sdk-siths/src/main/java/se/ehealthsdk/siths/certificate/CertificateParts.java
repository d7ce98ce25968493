package se.ehealthsdk.siths.certificate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import se.ehealthsdk.siths.internal.x509.DerElement;

/**
 * The parts of a certificate that are read here, as places in its bytes: at every log-in, so without taking the
 * rest apart. Source: RFC 5280 section 4.1.
 *
 * @param issuer the issuer's name
 * @param subject the subject's name
 * @param extensions what each extension holds, by dotted object identifier
 */
record CertificateParts(DerElement issuer, DerElement subject, Map<String, byte[]> extensions) {

    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;

    /** Fails in any way when the certificate is damaged. */
    static CertificateParts of(byte[] encoded) throws IOException {
        List<DerElement> signed = DerElement.read(encoded).children().get(0).children();
        int serialNumber = signed.get(0).tag() == VERSION ? 1 : 0;
        DerElement last = signed.get(signed.size() - 1);
        return new CertificateParts(
                signed.get(serialNumber + 2),
                signed.get(serialNumber + 4),
                last.tag() == EXTENSIONS ? extensions(last.children().get(0)) : Map.of());
    }

    private static Map<String, byte[]> extensions(DerElement all) throws IOException {
        Map<String, byte[]> extensions = new HashMap<>();
        for (DerElement each : all.children()) {
            List<DerElement> parts = each.children();
            byte[] value = parts.get(parts.size() - 1).encoded();
            byte[] before =
                    extensions.put(
                            oid(parts.get(0)),
                            ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(value))
                                    .getOctets());
            if (before != null) {
                throw new IOException("an extension is there twice");
            }
        }
        return extensions;
    }

    /** An object identifier, dotted. */
    static String oid(DerElement encoded) throws IOException {
        return ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(encoded.encoded()))
                .getId();
    }
}
