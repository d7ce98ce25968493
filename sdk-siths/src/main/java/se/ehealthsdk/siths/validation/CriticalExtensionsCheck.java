package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** Nothing marked critical that neither the JDK's path validation nor this package understands. */
final class CriticalExtensionsCheck {

    private static final Set<String> UNDERSTOOD =
            Set.of(
                    "2.5.29.15", // key usage
                    "2.5.29.17", // subject alternative name
                    "2.5.29.19", // basic constraints
                    "2.5.29.30", // name constraints
                    "2.5.29.32", // certificate policies
                    "2.5.29.33", // policy mappings
                    "2.5.29.36", // policy constraints
                    "2.5.29.37", // extended key usage
                    "2.5.29.54"); // inhibit any policy

    private CriticalExtensionsCheck() {}

    static CheckResult of(CertificationPath path) {
        List<X509Certificate> certificates = path.certificates();
        for (int i = 0; i < certificates.size(); i++) {
            Set<String> critical = certificates.get(i).getCriticalExtensionOIDs();
            if (critical == null || UNDERSTOOD.containsAll(critical)) {
                continue;
            }
            return CheckResult.failed(
                    Check.CRITICAL_EXTENSIONS,
                    path.name(i)
                            + " has a critical extension that is not understood: "
                            + critical.stream()
                                    .filter(each -> !UNDERSTOOD.contains(each))
                                    .sorted()
                                    .findFirst()
                                    .orElse("")
                            + ".",
                    "Ask its issuer what the extension demands; such a certificate must not be accepted"
                            + " (RFC 5280 section 4.2).");
        }
        return CheckResult.passed(
                Check.CRITICAL_EXTENSIONS, "Everything marked critical is understood.");
    }
}
