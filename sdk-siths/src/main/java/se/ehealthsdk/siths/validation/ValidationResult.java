package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import se.ehealthsdk.core.error.UntrustedException;

/**
 * What was checked, and what came out of it. Immutable.
 *
 * @param trusted whether no check failed
 * @param at the time the certificate was judged at
 * @param path the certificate, its issuers in order and the trust anchor; as far as a path was found
 * @param checks each check that was made or left out, in order
 */
public record ValidationResult(
        boolean trusted, Instant at, List<X509Certificate> path, List<CheckResult> checks) {

    /** Keeps copies. */
    public ValidationResult {
        path = List.copyOf(path);
        checks = List.copyOf(checks);
    }

    /** The checks that failed. */
    public List<CheckResult> failures() {
        return checks.stream()
                .filter(check -> check.outcome() == CheckResult.Outcome.FAILED)
                .toList();
    }

    /**
     * This result, when it can be trusted.
     *
     * @throws UntrustedException when it cannot: the message names the checks that failed
     */
    public ValidationResult orThrow() {
        if (trusted) {
            return this;
        }
        CheckResult first = failures().get(0);
        throw new UntrustedException(first.message(), first.remedy());
    }
}
