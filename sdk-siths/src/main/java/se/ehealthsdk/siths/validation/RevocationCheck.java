package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.siths.internal.revocation.RevocationChecker;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Good;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Reason;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Revoked;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Undetermined;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Unknown;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;

/**
 * Whether the certificate or an issuer has been revoked, by the policy and the time it is judged at.
 *
 * @param checker null when revocation is not checked
 * @param issuersToo whether the issuers below the anchor are checked
 * @param undetermined the outcome when it cannot be found out
 * @param skew what lies back no longer than this is now
 */
record RevocationCheck(
        @Nullable RevocationChecker checker,
        boolean issuersToo,
        Outcome undetermined,
        Clock clock,
        Duration skew) {

    private static final String SWITCHED_OFF =
            "Revocation was not checked: it is switched off in this validator.";

    List<CheckResult> notMade(String why) {
        return List.of(
                CheckResult.notMade(Check.REVOCATION, why, "Correct what failed first."),
                CheckResult.notMade(Check.ISSUER_REVOCATION, why, "Correct what failed first."));
    }

    List<CheckResult> of(CertificationPath path, Instant at) {
        RevocationChecker asked = checker;
        if (asked == null) {
            return List.of(off(Check.REVOCATION), off(Check.ISSUER_REVOCATION));
        }
        List<CheckResult> results = new ArrayList<>(2);
        results.add(one(asked, Check.REVOCATION, path, 0, at));
        results.add(issuersToo ? issuers(asked, path, at) : off(Check.ISSUER_REVOCATION));
        return results;
    }

    private static CheckResult off(Check check) {
        return CheckResult.notMade(
                check, SWITCHED_OFF, "Switch it on where the issuers' services can be reached.");
    }

    private CheckResult issuers(RevocationChecker asked, CertificationPath path, Instant at) {
        if (path.certificates().size() == 1) {
            return CheckResult.passed(
                    Check.ISSUER_REVOCATION, "There is no issuer between it and the trust anchor.");
        }
        CheckResult worst = null;
        for (int i = 1; i < path.certificates().size(); i++) {
            CheckResult each = one(asked, Check.ISSUER_REVOCATION, path, i, at);
            if (worst == null || each.outcome().compareTo(worst.outcome()) > 0) {
                worst = each;
            }
        }
        return worst == null ? off(Check.ISSUER_REVOCATION) : worst;
    }

    private CheckResult one(
            RevocationChecker asked, Check check, CertificationPath path, int place, Instant at) {
        X509Certificate certificate = path.certificates().get(place);
        X509Certificate issuer = path.issuerOf(place);
        RevocationStatus status =
                issuer == null
                        ? new Undetermined("It has no issuer", "Give its issuers.")
                        : asked.status(certificate, issuer);
        if (status instanceof Good good) {
            return good(check, path, place, good, at);
        }
        if (status instanceof Revoked revoked) {
            return revoked(check, path.name(place), revoked, at);
        }
        if (status instanceof Unknown unknown) {
            return new CheckResult(
                    check,
                    undetermined,
                    path.name(place) + " is unknown to " + unknown.source() + ".",
                    "Check that it comes from this issuer and environment. If it was issued a moment"
                            + " ago, try again later.");
        }
        Undetermined unanswered = (Undetermined) status;
        return new CheckResult(
                check,
                undetermined,
                "Whether "
                        + decapitalised(path.name(place))
                        + " is revoked could not be found out. "
                        + unanswered.why()
                        + ".",
                unanswered.remedy());
    }

    private CheckResult good(
            Check check, CertificationPath path, int place, Good good, Instant at) {
        if (isPast(at) && isForgotten(path.certificates().get(place), good)) {
            return new CheckResult(
                    check,
                    undetermined,
                    path.name(place)
                            + " has expired since then, and its issuer does not say that it still knows"
                            + " of expired certificates that were revoked.",
                    "Keep the outcome of the check that was made when it was received, together with"
                            + " what was signed.");
        }
        return CheckResult.passed(
                check,
                (check == Check.REVOCATION ? "The certificate is" : "Its issuer is")
                        + " not revoked: "
                        + good.source()
                        + ".");
    }

    private boolean isForgotten(X509Certificate certificate, Good good) {
        Instant end = certificate.getNotAfter().toInstant();
        return end.isBefore(clock.instant())
                && (good.keptSince() == null || good.keptSince().isAfter(end));
    }

    private CheckResult revoked(Check check, String name, Revoked revoked, Instant at) {
        Reason reason = revoked.reason();
        String what = name + " is revoked since " + revoked.time() + " (" + reason.text() + ")";
        if (isPast(at) && at.isBefore(revoked.time()) && !reason.reachesBackwards()) {
            return CheckResult.passed(
                    check,
                    what + ", which is after the time it is judged at: " + revoked.source() + ".");
        }
        return CheckResult.failed(
                check,
                what + ": " + revoked.source() + ".",
                reason == Reason.CERTIFICATE_HOLD
                        ? "Do not accept it while it is blocked. Its holder must ask the issuer."
                        : "Do not accept it. Its holder needs a new certificate.");
    }

    private boolean isPast(Instant at) {
        return at.isBefore(clock.instant().minus(skew));
    }

    private static String decapitalised(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
