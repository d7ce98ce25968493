package se.ehealthsdk.siths.certificate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Certificates in the forms in which proxies write them into a header. */
final class HeaderText {

    /** How a PEM text begins that was encoded as a form. */
    private static final String FORM_ENCODED = "-----BEGIN+CERTIFICATE-----";

    private HeaderText() {}

    /**
     * Whether the proxy says that there was no certificate: nginx leaves the value empty, Apache writes {@code (null)}.
     */
    static boolean saysNone(String value) {
        String text = value.strip();
        return text.isEmpty() || text.equals("(null)");
    }

    /**
     * The certificates of a header's value, in whichever form.
     *
     * @throws CertificateException when it has none of the forms, or a certificate is damaged
     */
    static List<X509Certificate> certificates(String value) throws CertificateException {
        String text = value.strip();
        if (text.startsWith(":")) {
            return byteSequences(text);
        }
        if (text.contains(FORM_ENCODED)) {
            text = text.replace('+', ' ');
        }
        if (text.indexOf('%') >= 0) {
            text = percentDecoded(text);
        }
        if (CertificateDecoder.looksLikePem(text)) {
            return CertificateDecoder.pem(text);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            certificates.add(CertificateDecoder.base64(each));
        }
        return certificates;
    }

    /**
     * Byte sequences as RFC 9440 has them: {@code :base64:}, with commas between.
     *
     * @throws CertificateException when it is not that, or a certificate is damaged
     */
    static List<X509Certificate> byteSequences(String value) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String each : value.split(",", -1)) {
            String member = each.strip();
            if (member.length() < 2 || !member.startsWith(":") || !member.endsWith(":")) {
                throw new CertificateException("not a byte sequence");
            }
            certificates.add(CertificateDecoder.base64(member.substring(1, member.length() - 1)));
        }
        return certificates;
    }

    /** Unlike a form's decoding, a plus sign is left alone: it is a digit of Base64. */
    private static String percentDecoded(String text) throws CertificateException {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != '%') {
                decoded.write(character < 0x80 ? character : '?');
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw new CertificateException("damaged percent-encoding");
            }
            decoded.write(high << 4 | low);
            i += 2;
        }
        return decoded.toString(StandardCharsets.ISO_8859_1);
    }
}
