package se.ehealthsdk.siths.certificate;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Makes certificates of bytes and of text, with nothing left over. */
final class CertificateDecoder {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private static final String END = "-----END CERTIFICATE-----";
    private static final int SEQUENCE = 0x30;

    private CertificateDecoder() {}

    static boolean looksLikeDer(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == SEQUENCE;
    }

    static boolean looksLikePem(String text) {
        return text.contains(BEGIN);
    }

    /**
     * A certificate of its DER bytes.
     *
     * @throws CertificateException when it is damaged, or something follows it; without any of the content
     */
    static X509Certificate der(byte[] encoded) throws CertificateException {
        if (!looksLikeDer(encoded)) {
            throw new CertificateException("not DER");
        }
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(encoded));
            if (!Arrays.equals(certificate.getEncoded(), encoded)) {
                throw new CertificateException("more than one certificate");
            }
            return certificate;
        } catch (RuntimeException damage) {
            throw new CertificateException("damaged", damage);
        }
    }

    /**
     * A certificate of Base64 text; white space in it is skipped.
     *
     * @throws CertificateException as {@link #der}
     */
    static X509Certificate base64(String text) throws CertificateException {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(each -> !isBlank(each)).forEach(each -> digits.append((char) each));
        try {
            return der(Base64.getDecoder().decode(digits.toString()));
        } catch (IllegalArgumentException notBase64) {
            // Without the cause, whose message quotes the content.
            throw new CertificateException("not Base64");
        }
    }

    /**
     * The certificates of a file, whatever stands before the first and after the last.
     *
     * @throws CertificateException when one is damaged, or anything stands between them
     */
    static List<X509Certificate> pemAmongText(String text) throws CertificateException {
        int from = text.indexOf(BEGIN);
        int last = text.lastIndexOf(END);
        return from < 0
                ? List.of()
                : pem(
                        last < from
                                ? text.substring(from)
                                : text.substring(from, last + END.length()));
    }

    /**
     * The certificates of a PEM text whose lines may have been joined; between them white space and commas.
     *
     * @throws CertificateException when one is damaged, or anything else stands there
     */
    static List<X509Certificate> pem(String text) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        int at = 0;
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            requireNothing(text, at, begin);
            int end = text.indexOf(END, begin + BEGIN.length());
            if (end < 0) {
                throw new CertificateException("cut short");
            }
            certificates.add(base64(text.substring(begin + BEGIN.length(), end)));
            at = end + END.length();
            begin = text.indexOf(BEGIN, at);
        }
        requireNothing(text, at, text.length());
        return certificates;
    }

    private static void requireNothing(String text, int from, int to) throws CertificateException {
        if (!text.substring(from, to).chars().allMatch(each -> isBlank(each) || each == ',')) {
            throw new CertificateException("something beside certificates");
        }
    }

    private static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    }
}
