package se.ehealthsdk.siths.validation;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;

/**
 * The JDK's path validation (RFC 5280 section 6), which has the last word on a path. What has a check of its own
 * here is kept out of it, so that one fault does not hide the next: the time, which is chosen so that all are
 * valid when there is such a time, and unknown critical extensions.
 */
final class PathValidation {

    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private PathValidation() {}

    /** Why the JDK refuses the path; empty when it does not. */
    static Optional<Reason> refusal(CertificationPath path, Instant at) {
        X509Certificate anchor = path.anchor();
        List<X509Certificate> certificates = withConstrainedAnchor(path);
        Optional<Date> time = timeWhenAllAreValid(certificates, Date.from(at));
        if (anchor == null || time.isEmpty() || IssuersCheck.of(path).outcome() == Outcome.FAILED) {
            return Optional.of(BasicReason.UNSPECIFIED);
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(time.get());
            if (CriticalExtensionsCheck.of(path).outcome() == Outcome.FAILED) {
                parameters.addCertPathChecker(new CriticalExtensionsElsewhere());
            }
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(certificates),
                            parameters);
            return Optional.empty();
        } catch (CertPathValidatorException refused) {
            return Optional.of(refused.getReason());
        } catch (GeneralSecurityException | RuntimeException unusable) {
            // anchors and certificates that the JDK cannot work with at all
            return Optional.of(BasicReason.UNSPECIFIED);
        }
    }

    /** Of an anchor the JDK takes name and key only. A root's limits to names count when it stands in the path, too. */
    private static List<X509Certificate> withConstrainedAnchor(CertificationPath path) {
        X509Certificate anchor = path.anchor();
        return anchor != null
                        && anchor.getExtensionValue(NAME_CONSTRAINTS) != null
                        && anchor.getSubjectX500Principal().equals(anchor.getIssuerX500Principal())
                ? path.whole()
                : path.certificates();
    }

    private static Optional<Date> timeWhenAllAreValid(List<X509Certificate> path, Date wanted) {
        Date from = path.get(0).getNotBefore();
        Date to = path.get(0).getNotAfter();
        for (X509Certificate each : path) {
            from = each.getNotBefore().after(from) ? each.getNotBefore() : from;
            to = each.getNotAfter().before(to) ? each.getNotAfter() : to;
        }
        if (from.after(to)) {
            return Optional.empty();
        }
        boolean within = !wanted.before(from) && !wanted.after(to);
        return Optional.of(within ? wanted : from);
    }

    /** {@link CriticalExtensionsCheck} looks at them. */
    private static final class CriticalExtensionsElsewhere extends PKIXCertPathChecker {

        @Override
        public void init(boolean forward) {}

        @Override
        public boolean isForwardCheckingSupported() {
            return true;
        }

        @Override
        public Set<String> getSupportedExtensions() {
            return Set.of();
        }

        @Override
        public void check(Certificate certificate, Collection<String> unresolved) {
            unresolved.clear();
        }
    }
}
