package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** The time lies in the validity of the certificate, of all its issuers and of the anchor. */
final class ValidityCheck {

    private ValidityCheck() {}

    static CheckResult of(CertificationPath path, Instant at) {
        List<X509Certificate> whole = path.whole();
        for (int i = 0; i < whole.size(); i++) {
            Instant from = whole.get(i).getNotBefore().toInstant();
            Instant to = whole.get(i).getNotAfter().toInstant();
            if (at.isAfter(to)) {
                return CheckResult.failed(
                        Check.VALIDITY,
                        CertificationPath.name(whole, i) + " expired " + to + ".",
                        i == 0
                                ? "Its holder needs a new certificate. For a signature, judge it at the"
                                        + " time it was made."
                                : "Get the issuer's new certificate, or a new certificate from another"
                                        + " issuer.");
            }
            if (at.isBefore(from)) {
                return CheckResult.failed(
                        Check.VALIDITY,
                        CertificationPath.name(whole, i) + " is not valid until " + from + ".",
                        "Check this machine's clock; if it is right, wait until then.");
            }
        }
        return CheckResult.passed(Check.VALIDITY, "The certificate and its issuers are valid.");
    }
}
