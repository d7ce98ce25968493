package se.ehealthsdk.siths.validation;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** What RFC 5280 demands of the form: version 3, a positive serial number of at most 20 bytes; and a sane size. */
final class ProfileCheck {

    private static final int VERSION = 3;
    private static final int LONGEST_SERIAL = 160;
    private static final int LONGEST_SUBJECT = 8 * 1024;
    private static final int LARGEST = 64 * 1024;

    private ProfileCheck() {}

    static CheckResult of(CertificationPath path) {
        List<X509Certificate> certificates = path.certificates();
        for (int i = 0; i < certificates.size(); i++) {
            String problem = problem(certificates.get(i));
            if (problem != null) {
                return CheckResult.failed(
                        Check.PROFILE,
                        path.name(i) + " " + problem,
                        "Report to whoever issued it: it breaks the rules for certificates (RFC 5280).");
            }
        }
        return CheckResult.passed(Check.PROFILE, "The certificates have the form of RFC 5280.");
    }

    private static @Nullable String problem(X509Certificate certificate) {
        if (certificate.getVersion() != VERSION) {
            return "is of version " + certificate.getVersion() + ", not 3.";
        }
        if (certificate.getSerialNumber().signum() <= 0) {
            return "has a serial number that is not positive.";
        }
        if (certificate.getSerialNumber().bitLength() >= LONGEST_SERIAL) {
            return "has a serial number of more than 20 bytes.";
        }
        try {
            int size = certificate.getEncoded().length;
            if (size > LARGEST) {
                return "is larger than " + LARGEST + " bytes.";
            }
            return size > LONGEST_SUBJECT
                            && certificate.getSubjectX500Principal().getEncoded().length
                                    > LONGEST_SUBJECT
                    ? "has a subject of more than " + LONGEST_SUBJECT + " bytes."
                    : null;
        } catch (CertificateEncodingException e) {
            return "cannot be written again.";
        }
    }
}
