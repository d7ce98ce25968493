package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/**
 * Each issuer is a CA, may sign certificates, and has no more CAs below it than it may. The anchor too: the JDK asks
 * nothing of it, so that a system's certificate among the anchors would make that system a CA.
 */
final class IssuersCheck {

    private static final int CERTIFICATE_SIGN = 5;
    private static final String REMEDY =
            "The certificate was issued by someone who may not issue certificates: do not accept it.";

    private IssuersCheck() {}

    static CheckResult of(CertificationPath path) {
        List<X509Certificate> whole = path.whole();
        int casBelow = 0;
        for (int i = 1; i < whole.size(); i++) {
            X509Certificate issuer = whole.get(i);
            String problem = problem(issuer, casBelow);
            if (problem != null) {
                return CheckResult.failed(Check.ISSUERS, path.name(i) + " " + problem, REMEDY);
            }
            if (!issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal())) {
                casBelow++;
            }
        }
        return CheckResult.passed(
                Check.ISSUERS, "Every issuer on the path may issue certificates.");
    }

    private static @Nullable String problem(X509Certificate issuer, int casBelow) {
        int mostBelow = issuer.getBasicConstraints();
        if (mostBelow < 0) {
            return "is not that of a certificate authority (basic constraints).";
        }
        if (mostBelow < casBelow) {
            return "allows no more than "
                    + mostBelow
                    + " certificate authorities below it; there are "
                    + casBelow
                    + " (path length).";
        }
        boolean[] uses = issuer.getKeyUsage();
        if (uses != null && !uses[CERTIFICATE_SIGN]) {
            return "does not allow signing certificates (key usage).";
        }
        return null;
    }
}
