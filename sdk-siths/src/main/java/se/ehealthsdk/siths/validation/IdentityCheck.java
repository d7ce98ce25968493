package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.util.Optional;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.siths.certificate.CertificateProblem;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** The subject has one serialNumber, an HSA-id or a personal identity number; that of a system is no person's. */
final class IdentityCheck {

    private IdentityCheck() {}

    static CheckResult of(X509Certificate certificate, Purpose purpose) {
        SithsCertificate seen;
        try {
            seen = SithsCertificate.of(certificate);
        } catch (InvalidInputException damaged) {
            return failed("The certificate's subject or extensions cannot be read.");
        }
        Optional<CertificateProblem> problem =
                seen.problems().stream().filter(CertificateProblem::concernsIdentity).findFirst();
        if (problem.isPresent()) {
            return failed(problem.get().message() + ".");
        }
        boolean person =
                seen.personId().isPresent()
                        || seen.surname().isPresent()
                        || seen.givenName().isPresent();
        if (purpose == Purpose.FUNCTION && person) {
            return CheckResult.failed(
                    Check.IDENTITY,
                    "The certificate is a person's, not a system's.",
                    "Use a function certificate (funktionscertifikat) for the system.");
        }
        return CheckResult.passed(Check.IDENTITY, "The certificate identifies its holder.");
    }

    private static CheckResult failed(String message) {
        return CheckResult.failed(
                Check.IDENTITY,
                message,
                "Use a certificate from SITHS; if it is one, report to its issuer.");
    }
}
