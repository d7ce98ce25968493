package se.ehealthsdk.conformance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.certificate.check.CertificateChecker;
import se.ehealthsdk.certificate.check.CheckMode;
import se.ehealthsdk.certificate.check.Finding;
import se.ehealthsdk.certificate.document.Intyg;
import se.ehealthsdk.core.error.EHealthException;

/** What the SDK says of a certificate: it cannot be read, or its checker finds errors, or nothing. */
final class SdkVerdict {

    private static final CertificateChecker CHECKER = CertificateChecker.create();

    private SdkVerdict() {}

    /** Whether it has rules for the type of a certificate. */
    static boolean knows(String document) {
        return CHECKER.knows(Intyg.read(document.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * @param document a RegisterCertificate
     * @param today the day of the check
     */
    static Optional<String> violation(String document, LocalDate today) {
        Intyg certificate;
        try {
            certificate = Intyg.read(document.getBytes(StandardCharsets.UTF_8));
        } catch (EHealthException unreadable) {
            return Optional.of("cannot be read: " + unreadable.getMessage());
        }
        List<String> errors =
                CHECKER.check(certificate, CheckMode.OFFICIAL, today).stream()
                        .filter(Finding::isError)
                        .map(Finding::toString)
                        .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(String.join("\n    ", errors));
    }
}
