package se.ehealthsdk.siths.validation;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** The time lies in the validity of the certificate, of all its issuers and of the anchor. */
final class ValidityCheck {

    private ValidityCheck() {}

    static CheckResult of(CertificationPath path, Instant at) {
        List<X509Certificate> whole = path.whole();
        Date time = Date.from(at);
        for (int i = 0; i < whole.size(); i++) {
            if (isValid(whole.get(i), time)) {
                continue;
            }
            Date from = whole.get(i).getNotBefore();
            Date to = whole.get(i).getNotAfter();
            if (time.after(to)) {
                return CheckResult.failed(
                        Check.VALIDITY,
                        path.name(i) + " expired " + to.toInstant() + ".",
                        i == 0
                                ? "Its holder needs a new certificate. For a signature, judge it at the"
                                        + " time it was made."
                                : "Get the issuer's new certificate, or a new certificate from another"
                                        + " issuer.");
            }
            return CheckResult.failed(
                    Check.VALIDITY,
                    path.name(i) + " is not valid until " + from.toInstant() + ".",
                    "Check this machine's clock; if it is right, wait until then.");
        }
        return CheckResult.passed(Check.VALIDITY, "The certificate and its issuers are valid.");
    }

    private static boolean isValid(X509Certificate certificate, Date time) {
        try {
            certificate.checkValidity(time);
            return true;
        } catch (CertificateException expiredOrNotYetValid) {
            return false;
        }
    }
}
