package se.ehealthsdk.siths.internal.revocation;

import java.math.BigInteger;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Good;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Revoked;
import se.ehealthsdk.siths.internal.revocation.RevocationStatus.Undetermined;

/**
 * Finds out whether certificates have been revoked: from OCSP first, from revocation lists when that says
 * nothing. Thread-safe; close when done.
 *
 * <p>That OCSP does not know a certificate is an answer: a list cannot tell a certificate that was never issued
 * from a good one, so it is not asked.
 */
public final class RevocationChecker implements AutoCloseable {

    private final RevocationSettings settings;
    private final RevocationListSource lists;
    private final OcspSource ocsp;
    private final ExpiringCache<Subject, RevocationStatus> answers;

    /** What an issuer calls a certificate: its serial number, under the issuer's key. */
    private record Subject(PublicKey issuerKey, BigInteger serial) {}

    /** A checker with caches and connections of its own. */
    public RevocationChecker(RevocationSettings settings) {
        Freshness freshness = new Freshness(settings.clock(), settings.skew(), settings.maxAge());
        this.settings = settings;
        this.lists = new RevocationListSource(settings, freshness);
        this.ocsp = new OcspSource(settings, freshness, lists);
        this.answers = new ExpiringCache<>(settings.maxAnswers(), settings.clock());
    }

    /** Whether an address is one that services can be called at: http or https, with a host. */
    public static boolean canCall(URI url) {
        return RevocationAddresses.isWeb(url);
    }

    /**
     * What is known of a certificate, as of now.
     *
     * @param certificate whose signature has been verified with the issuer's key
     * @param issuer its issuer
     */
    public RevocationStatus status(X509Certificate certificate, X509Certificate issuer) {
        try {
            return answers.get(
                    new Subject(issuer.getPublicKey(), certificate.getSerialNumber()),
                    () -> ask(certificate, issuer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Undetermined("The answer was not waited for (interrupted)", "Try again.");
        }
    }

    private Timed<RevocationStatus> ask(X509Certificate certificate, X509Certificate issuer) {
        List<UnusableException> problems = new ArrayList<>();
        try {
            if (!settings.listsOnly()) {
                for (URI url : ocsp.addresses(certificate)) {
                    try {
                        return kept(ocsp.ask(url, certificate, issuer));
                    } catch (UnusableException unusable) {
                        problems.add(
                                new UnusableException(
                                        "The OCSP answer from "
                                                + url.getHost()
                                                + " "
                                                + unusable.why(),
                                        unusable.remedy()));
                    }
                }
            }
            return kept(lists.status(certificate, issuer));
        } catch (UnusableException unusable) {
            problems.add(unusable);
        } catch (IllegalArgumentException malformed) {
            problems.add(
                    new UnusableException(
                            "What the certificate says of its revocation services cannot be read",
                            "Report to whoever issued the certificate."));
        }
        UnusableException all = RevocationListSource.joined(problems);
        return new Timed<>(
                new Undetermined(all.why(), all.remedy()),
                settings.clock().instant().plus(settings.keepFailures()));
    }

    private Timed<RevocationStatus> kept(Timed<RevocationStatus> answer) {
        Instant now = settings.clock().instant();
        boolean definite = answer.value() instanceof Good || answer.value() instanceof Revoked;
        Instant longest = now.plus(definite ? settings.keep() : settings.keepFailures());
        return answer.until().isBefore(longest) ? answer : new Timed<>(answer.value(), longest);
    }

    /** Ends calls under way. */
    @Override
    public void close() {
        ocsp.close();
        lists.close();
    }
}
