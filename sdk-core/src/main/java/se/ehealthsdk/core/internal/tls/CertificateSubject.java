package se.ehealthsdk.core.internal.tls;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate's subject says, read from its encoded form, attribute by attribute.
 *
 * <p>The text form of a subject is no safe source: {@code X500Principal.getName()} prints serialNumber
 * as a hexadecimal dump, other forms print it by three different names, and a comma or an equals sign
 * in an organisation's name can pass for another attribute.
 */
public final class CertificateSubject {

    private static final String SERIAL_NUMBER = "550405";
    private static final String SURNAME = "550404";
    private static final String GIVEN_NAME = "55042a";

    /** What a personal identity number looks like; an HSA-id always has letters. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{10,12}");

    private CertificateSubject() {}

    /**
     * The HSA-id in the subject's serialNumber.
     *
     * @return empty when there is no serialNumber, or when it is a personal identity number, as in
     *     certificates that identify a person by it
     */
    public static Optional<String> hsaId(X509Certificate certificate) {
        return attribute(certificate.getSubjectX500Principal(), SERIAL_NUMBER)
                .filter(value -> !DIGITS.matcher(value).matches());
    }

    /** Whether the subject is a human being: it has a surname, a given name or a personal number. */
    public static boolean isPerson(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        return attribute(subject, SURNAME).isPresent()
                || attribute(subject, GIVEN_NAME).isPresent()
                || attribute(subject, SERIAL_NUMBER)
                        .filter(value -> DIGITS.matcher(value).matches())
                        .isPresent();
    }

    private static Optional<String> attribute(X500Principal subject, String type) {
        String found = null;
        for (Der names : Der.read(subject.getEncoded()).children()) {
            for (Der typeAndValue : names.children()) {
                Der oid = typeAndValue.children().get(0);
                if (HexFormat.of().formatHex(oid.content()).equals(type)) {
                    // The last wins, as at the service platform, which reads subjects backwards.
                    found = text(typeAndValue.children().get(1));
                }
            }
        }
        return Optional.ofNullable(found).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static @Nullable String text(Der value) {
        Charset charset =
                switch (value.tag()) {
                    case 0x0c -> StandardCharsets.UTF_8;
                    // NumericString, PrintableString, IA5String, VisibleString
                    case 0x12, 0x13, 0x16, 0x1a -> StandardCharsets.US_ASCII;
                    // TeletexString: everyone who still writes it means ISO 8859-1
                    case 0x14 -> StandardCharsets.ISO_8859_1;
                    case 0x1e -> StandardCharsets.UTF_16BE;
                    case 0x1c -> Charset.forName("UTF-32BE");
                    default -> null;
                };
        return charset == null ? null : new String(value.content(), charset);
    }
}
