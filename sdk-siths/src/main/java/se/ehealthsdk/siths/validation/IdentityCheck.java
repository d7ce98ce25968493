package se.ehealthsdk.siths.validation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.siths.internal.x509.DerElement;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** The subject has one serialNumber, an HSA-id or a personal identity number; that of a system is no person's. */
final class IdentityCheck {

    private static final byte[] SERIAL_NUMBER = {0x55, 0x04, 0x05};
    private static final byte[] SURNAME = {0x55, 0x04, 0x04};
    private static final byte[] GIVEN_NAME = {0x55, 0x04, 0x2a};

    private static final Charset UTF_32 = Charset.forName("UTF-32BE");

    private IdentityCheck() {}

    static CheckResult of(X509Certificate certificate, Purpose purpose) {
        DerElement number = null;
        int numbers = 0;
        boolean named = false;
        try {
            DerElement subject =
                    DerElement.read(certificate.getSubjectX500Principal().getEncoded());
            for (DerElement names : subject.children()) {
                for (DerElement each : names.children()) {
                    List<DerElement> typeAndValue = each.children();
                    DerElement type = typeAndValue.get(0);
                    if (type.holds(SERIAL_NUMBER)) {
                        number = typeAndValue.get(1);
                        numbers++;
                    }
                    named |= type.holds(SURNAME) || type.holds(GIVEN_NAME);
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return failed("The certificate's subject cannot be read.");
        }
        if (number == null) {
            return failed("The certificate identifies nobody: its subject has no serialNumber.");
        }
        if (numbers > 1) {
            return failed(
                    "The certificate's subject has "
                            + numbers
                            + " serialNumbers; which one is meant cannot be told.");
        }
        String id = text(number);
        if (id == null || HsaId.tryParse(id).isEmpty()) {
            return failed(
                    "The serialNumber in the certificate's subject is neither an HSA-id nor a personal"
                            + " identity number.");
        }
        if (purpose == Purpose.FUNCTION && (named || isPersonal(id))) {
            return CheckResult.failed(
                    Check.IDENTITY,
                    "The certificate is a person's, not a system's.",
                    "Use a function certificate (funktionscertifikat) for the system.");
        }
        return CheckResult.passed(Check.IDENTITY, "The certificate identifies its holder.");
    }

    private static boolean isPersonal(String id) {
        return id.chars().noneMatch(Character::isLetter);
    }

    /** Null when it is no text, or bytes that are none in its encoding. */
    private static @Nullable String text(DerElement value) {
        Charset charset =
                switch (value.tag()) {
                    case 0x0c -> StandardCharsets.UTF_8;
                    // NumericString, PrintableString, IA5String, VisibleString
                    case 0x12, 0x13, 0x16, 0x1a -> StandardCharsets.US_ASCII;
                    // TeletexString: everyone who still writes it means ISO 8859-1
                    case 0x14 -> StandardCharsets.ISO_8859_1;
                    case 0x1e -> StandardCharsets.UTF_16BE;
                    case 0x1c -> UTF_32;
                    default -> null;
                };
        String text = charset == null ? null : new String(value.content(), charset);
        return text == null || text.indexOf('\ufffd') >= 0 ? null : text;
    }

    private static CheckResult failed(String message) {
        return CheckResult.failed(
                Check.IDENTITY,
                message,
                "Use a certificate from SITHS; if it is one, report to its issuer.");
    }
}
