package se.ehealthsdk.siths.certificate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;

    /** The mark of an octet of an arc that is not its last. */
    private static final int MORE = 0x80;

    /** As many octets as surely hold no arc larger than a long. */
    private static final int LONGEST_SHORT = 9;

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
            DerElement value = parts.get(parts.size() - 1);
            if (value.tag() != OCTET_STRING) {
                throw new IOException("an extension is no octet string");
            }
            byte[] before = extensions.put(oid(parts.get(0)), value.content());
            if (before != null) {
                throw new IOException("an extension is there twice");
            }
        }
        return extensions;
    }

    /** An object identifier, dotted. Some twenty are read for each certificate, so without a parser's help. */
    static String oid(DerElement encoded) throws IOException {
        byte[] octets = encoded.content();
        if (encoded.tag() != OBJECT_IDENTIFIER || octets.length == 0) {
            throw new IOException("no object identifier");
        }
        if (octets.length > LONGEST_SHORT) {
            return ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(encoded.encoded()))
                    .getId();
        }
        StringBuilder dotted = new StringBuilder(32);
        long arc = 0;
        for (byte octet : octets) {
            if (arc == 0 && octet == (byte) MORE) {
                throw new IOException("an arc begins with nothing");
            }
            arc = arc << 7 | octet & 0x7f;
            if ((octet & MORE) == 0) {
                if (dotted.length() == 0) {
                    long root = Math.min(arc / 40, 2);
                    dotted.append(root).append('.').append(arc - 40 * root);
                } else {
                    dotted.append('.').append(arc);
                }
                arc = 0;
            }
        }
        if ((octets[octets.length - 1] & MORE) != 0) {
            throw new IOException("an arc without end");
        }
        return dotted.toString();
    }
}
