package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;

/**
 * What was checked, and what came out of it. Immutable.
 *
 * @param at the time the certificate was judged at
 * @param path the certificate, its issuers in order and the trust anchor; only the certificate when no path was
 *     found
 * @param checks each check that was made or left out, in order
 */
public record ValidationResult(Instant at, List<X509Certificate> path, List<CheckResult> checks) {

    /** Keeps copies. */
    public ValidationResult {
        path = List.copyOf(path);
        checks = List.copyOf(checks);
    }

    /** Whether no check failed. Look at {@link #warnings} too, when the policy allows them. */
    public boolean trusted() {
        return checks.stream().noneMatch(check -> check.outcome() == Outcome.FAILED);
    }

    /** The checks that failed. */
    public List<CheckResult> failures() {
        return with(Outcome.FAILED);
    }

    /** The checks that could not be made, which the policy allows. */
    public List<CheckResult> warnings() {
        return with(Outcome.WARNING);
    }

    private List<CheckResult> with(Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).toList();
    }

    /** One check; empty when this version does not make it. */
    public Optional<CheckResult> check(Check which) {
        return checks.stream().filter(each -> each.check() == which).findFirst();
    }

    /**
     * This result, when it can be trusted.
     *
     * @throws CertificateUntrustedException when it cannot: the message names the checks that failed
     */
    public ValidationResult orThrow() {
        if (trusted()) {
            return this;
        }
        throw new CertificateUntrustedException(this);
    }

    /** The checks with their outcomes; nothing of what the certificate says of a person. */
    @Override
    public String toString() {
        return checks.stream()
                .map(each -> each.check() + " " + each.outcome())
                .collect(Collectors.joining(", ", "ValidationResult[at " + at + ": ", "]"));
    }
}
