package se.ehealthsdk.siths.validation;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.internal.revocation.RevocationChecker;
import se.ehealthsdk.siths.internal.revocation.RevocationSettings;
import se.ehealthsdk.siths.validation.CheckResult.Check;
import se.ehealthsdk.siths.validation.CheckResult.Outcome;

/**
 * Judges certificates: path to a trust anchor, time, form, use, identity, revocation. All checks that can be made
 * are made, and each is named in the result. Safe for use by many threads; close when done.
 *
 * <pre>{@code
 * try (var validator = CertificateValidator.trusting(TrustAnchors.pem(Path.of("siths-root.pem")))
 *         .intermediates(TrustAnchors.pem(Path.of("siths-issuing-cas")).certificates())
 *         .build()) {
 *     ValidationResult result = validator.validate(chain, Purpose.AUTHENTICATION);
 *     result.failures().forEach(each -> log.warn("{}: {}", each.check(), each.message()));
 * }
 * }</pre>
 *
 * <p><b>Revocation</b> is asked for the certificate and for each issuer below the anchor: by OCSP at the address in
 * the certificate, and in the issuer's revocation list when OCSP says nothing. What cannot be found out fails the
 * check, unless {@link Builder#softFailRevocation} says otherwise. That OCSP does not know a certificate counts as
 * not found out, and no list is asked. The services are reached over http or https, never LDAP.
 *
 * <p>A path that was accepted, byte for byte the same, is not validated again for ten minutes; times and revocation
 * are looked at each time, revocation with {@link RevocationCache} as its memory.
 *
 * <p><b>A time that has passed</b> can be given, as for the signature on a stored document. Path and validity are
 * then judged at that time; revocation is what the issuer says now. A certificate that was revoked later than that
 * time passes, unless the reason is that a key was no longer its holder's alone, for then anyone can have made the
 * signature and written an earlier time on it. So give a time that you can vouch for, such as when the document
 * was received, not one that the document claims. A certificate that has expired since then cannot be found out
 * about, unless its issuer says that it still knows of such certificates (archive cutoff, expiredCertsOnCRL):
 * verify when a document arrives, and keep the outcome. What was blocked then, and has been released, is not seen.
 *
 * <p>Source: RFC 5280 section 6, RFC 6960, RFC 9654.
 */
public final class CertificateValidator implements AutoCloseable {

    private final PathFinder paths;
    private final AcceptedPaths accepted = new AcceptedPaths();
    private final RevocationCheck revocation;
    private final @Nullable RevocationChecker checker;
    private final Clock clock;

    private CertificateValidator(
            PathFinder paths,
            RevocationCheck revocation,
            @Nullable RevocationChecker checker,
            Clock clock) {
        this.paths = paths;
        this.revocation = revocation;
        this.checker = checker;
        this.clock = clock;
    }

    /**
     * Starts configuring.
     *
     * @param anchors the roots, and nothing else, to trust: for production never those of a test environment. Their
     *     own revocation policy concerns TLS and is not used here
     */
    public static Builder trusting(TrustAnchors anchors) {
        return new Builder(anchors);
    }

    /**
     * Judges a certificate as of now; its issuers are among the configured ones.
     *
     * @throws IllegalStateException when the validator is closed
     */
    public ValidationResult validate(X509Certificate certificate, Purpose purpose) {
        return validate(List.of(certificate), purpose);
    }

    /**
     * Judges a certificate as of now.
     *
     * @param chain the certificate, then any issuers that came with it, in any order, with or without the root;
     *     more than 31 issuers are not looked at
     * @throws InvalidInputException when the chain is empty
     * @throws IllegalStateException when the validator is closed
     */
    public ValidationResult validate(List<X509Certificate> chain, Purpose purpose) {
        return validate(chain, purpose, clock.instant());
    }

    /**
     * Judges a certificate as of a time; see above for what can be known of times that have passed.
     *
     * @param chain the certificate, then any issuers that came with it, in any order, with or without the root;
     *     more than 31 issuers are not looked at
     * @throws InvalidInputException when the chain is empty
     * @throws IllegalStateException when the validator is closed
     */
    public ValidationResult validate(List<X509Certificate> chain, Purpose purpose, Instant at) {
        if (chain.isEmpty()) {
            throw new InvalidInputException(
                    "chain", "is empty", "the certificate, and any issuers that came with it");
        }
        Judgement judgement = judge(chain, purpose, at);
        CertificationPath path = judgement.path();
        TimelessChecks timeless = judgement.remembered();
        if (timeless == null) {
            timeless = new TimelessChecks(ofPath(judgement), ofUse(path, purpose));
            if (judgement.holds()) {
                accepted.add(path, purpose, timeless, clock.instant());
            }
        }
        List<CheckResult> checks = new ArrayList<>(Check.values().length);
        checks.addAll(timeless.ofPath());
        checks.add(judgement.validity());
        checks.addAll(timeless.ofUse());
        // addresses are taken only from certificates whose signatures hold
        checks.addAll(
                judgement.holds()
                        ? revocation.of(path, at)
                        : revocation.notMade(
                                "Revocation was not checked: the path does not hold."));
        return new ValidationResult(at, path.whole(), checks);
    }

    /**
     * The best path.
     *
     * @param path without an anchor when none leads to one
     * @param validity whether all on it are valid at the time
     * @param refusal why the JDK refuses it; null when it does not
     * @param remembered what was found a short while ago; null when it has to be looked for
     */
    private record Judgement(
            CertificationPath path,
            CheckResult validity,
            @Nullable Reason refusal,
            @Nullable TimelessChecks remembered) {

        static Judgement withoutPath(X509Certificate certificate, Instant at) {
            CertificationPath alone = CertificationPath.toNowhere(certificate);
            return new Judgement(alone, ValidityCheck.of(alone, at), null, null);
        }

        boolean holds() {
            return path.anchor() != null && refusal == null;
        }
    }

    private Judgement judge(List<X509Certificate> chain, Purpose purpose, Instant at) {
        if (paths.isAnchor(chain.get(0))) {
            return Judgement.withoutPath(chain.get(0), at);
        }
        Judgement best = null;
        for (CertificationPath path : paths.paths(chain)) {
            TimelessChecks remembered = accepted.find(path, purpose, clock.instant());
            Judgement judgement =
                    new Judgement(
                            path,
                            ValidityCheck.of(path, at),
                            remembered == null
                                    ? PathValidation.refusal(path, at).orElse(null)
                                    : null,
                            remembered);
            if (judgement.holds() && judgement.validity().outcome() == Outcome.PASSED) {
                return judgement;
            }
            if (best == null || judgement.holds() && !best.holds()) {
                best = judgement;
            }
        }
        return best == null ? Judgement.withoutPath(chain.get(0), at) : best;
    }

    private static List<CheckResult> ofUse(CertificationPath path, Purpose purpose) {
        return List.of(
                ProfileCheck.of(path),
                CriticalExtensionsCheck.of(path),
                KeyUsageCheck.of(path.leaf(), purpose),
                IdentityCheck.of(path.leaf(), purpose));
    }

    private List<CheckResult> ofPath(Judgement judgement) {
        CertificationPath path = judgement.path();
        if (path.anchor() == null) {
            return List.of(
                    noPath(path.leaf()),
                    withoutPath(Check.SIGNATURES),
                    withoutPath(Check.ISSUERS),
                    AlgorithmsCheck.of(path));
        }
        CheckResult signatures =
                judgement.holds() ? SignaturesCheck.passed() : SignaturesCheck.of(path);
        CheckResult issuers = IssuersCheck.of(path);
        CheckResult algorithms = AlgorithmsCheck.of(path);
        boolean explained =
                judgement.holds()
                        || signatures.outcome() == Outcome.FAILED
                        || issuers.outcome() == Outcome.FAILED
                        || algorithms.outcome() == Outcome.FAILED;
        return List.of(
                explained ? path() : refused(judgement.refusal()), signatures, issuers, algorithms);
    }

    private static CheckResult path() {
        return CheckResult.passed(Check.PATH, "There is a path to a trust anchor.");
    }

    private CheckResult noPath(X509Certificate certificate) {
        if (paths.isAnchor(certificate)) {
            return CheckResult.failed(
                    Check.PATH,
                    "The certificate is itself a trust anchor, not a person's or a system's.",
                    "Give the holder's certificate first, and its issuers after it.");
        }
        if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return CheckResult.failed(
                    Check.PATH,
                    "The certificate names itself as its issuer, so nobody vouches for it.",
                    "Use a certificate from SITHS.");
        }
        return CheckResult.failed(
                Check.PATH,
                "No path leads from the certificate to a trust anchor.",
                "Check that the trust anchors are those of the certificate's environment (production or"
                        + " test), and give the issuing authorities' certificates: configured here, or"
                        + " with the certificate.");
    }

    private static CheckResult withoutPath(Check check) {
        return CheckResult.notMade(
                check, "Not checked: there is no path to a trust anchor.", "See the path.");
    }

    private static CheckResult refused(@Nullable Reason reason) {
        return CheckResult.failed(
                Check.PATH,
                "The path to the trust anchor breaks the rules of RFC 5280 ("
                        + String.valueOf(reason).toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ").",
                "Check that all certificates on the path were valid at the same time, and what its"
                        + " issuers allow: names, policies, and the algorithms that this Java runtime"
                        + " allows.");
    }

    /** Ends questions under way and closes the connections. */
    @Override
    public void close() {
        if (checker != null) {
            checker.close();
        }
    }

    /** Configures. */
    public static final class Builder {

        private final TrustAnchors anchors;
        private final List<X509Certificate> intermediates = new ArrayList<>();
        private final List<Path> listFiles = new ArrayList<>();
        private boolean revocation = true;
        private boolean issuerRevocation = true;
        private Outcome undetermined = Outcome.FAILED;
        private boolean nonceRequired;
        private boolean listsOnly;
        private Duration skew = Duration.ofMinutes(5);
        private Duration maxAge = Duration.ofDays(1);
        private RevocationCache cache = RevocationCache.STANDARD;
        private @Nullable URI ocspUrl;
        private UnaryOperator<URI> addresses = UnaryOperator.identity();
        private @Nullable HttpProxy proxy;
        private Duration connectTimeout = Duration.ofSeconds(3);
        private Duration timeout = Duration.ofSeconds(5);
        private Clock clock = Clock.systemUTC();

        private Builder(TrustAnchors anchors) {
            this.anchors = anchors;
        }

        /**
         * Issuing authorities that paths may lead through. They are not trusted by themselves. With them, those who
         * show a certificate need not send its issuers.
         */
        public Builder intermediates(Collection<X509Certificate> certificates) {
            intermediates.addAll(certificates);
            return this;
        }

        /**
         * Revocation that cannot be found out is a warning, not a failure. Whoever can keep this system from
         * reaching the issuer's services can then use a revoked certificate.
         */
        public Builder softFailRevocation() {
            undetermined = Outcome.WARNING;
            return this;
        }

        /** No revocation is checked at all: revoked certificates pass. */
        public Builder withoutRevocationAtOwnRisk() {
            revocation = false;
            return this;
        }

        /**
         * Revocation of the issuers is not checked, only that of the certificate: for authorities whose certificates
         * do not say where that can be asked. {@link #crlFrom} with the root's list is the better way.
         */
        public Builder withoutIssuerRevocationAtOwnRisk() {
            issuerRevocation = false;
            return this;
        }

        /**
         * An OCSP answer must carry the nonce of the request. When not said, an answer without nonce is taken if it
         * is fresh: services that make their answers beforehand have none. A wrong nonce is never taken.
         */
        public Builder requireNonce() {
            nonceRequired = true;
            return this;
        }

        /** By how much clocks may differ; five minutes when not said. What lies back no longer is now. */
        public Builder clockSkew(Duration most) {
            skew = most;
            return this;
        }

        /**
         * How old an OCSP answer or a revocation list may be that does not say when the next one comes; a day when
         * not said.
         */
        public Builder answerMaxAge(Duration most) {
            maxAge = most;
            return this;
        }

        /** How long, and how many, answers are kept; {@link RevocationCache#STANDARD} when not said. */
        public Builder cache(RevocationCache limits) {
            cache = limits;
            return this;
        }

        /** Asks this OCSP service in place of those that certificates name; http or https. */
        public Builder ocspUrl(URI url) {
            ocspUrl = url;
            return this;
        }

        /**
         * From an address in a certificate to the one to call, for OCSP and lists: for hosts that have moved, or are
         * reached by another name from here. Called for each question that is not answered from the cache.
         */
        public Builder addresses(UnaryOperator<URI> mapping) {
            addresses = mapping;
            return this;
        }

        /**
         * Revocation lists on disk, DER or PEM, complete ones, for installations that fetch them by other means. Each
         * is used for the certificates of the issuer that it names, before any address; OCSP goes first still, see
         * {@link #listsOnly}. Read at {@link #build} and again when the cache's time is over.
         */
        public Builder crlFrom(Path... files) {
            listFiles.addAll(List.of(files));
            return this;
        }

        /** Leaves OCSP out: only revocation lists are used. For installations that cannot reach OCSP services. */
        public Builder listsOnly() {
            listsOnly = true;
            return this;
        }

        /** The way out to the revocation services; none when not said. */
        public Builder proxy(HttpProxy way) {
            proxy = way;
            return this;
        }

        /** For each TCP connection; three seconds when not said. */
        public Builder connectTimeout(Duration most) {
            connectTimeout = most;
            return this;
        }

        /** For each request to a revocation service, from first to last byte; five seconds when not said. */
        public Builder timeout(Duration most) {
            timeout = most;
            return this;
        }

        /** Says the time; the system's clock when not said. */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /**
         * The validator.
         *
         * @throws InvalidInputException when a time is negative or zero, or an address is neither http nor https
         * @throws ConfigurationException when a revocation list on disk cannot be read
         */
        public CertificateValidator build() {
            requirePositive("timeout", timeout);
            requirePositive("connectTimeout", connectTimeout);
            requirePositive("answerMaxAge", maxAge);
            if (skew.isNegative()) {
                throw new InvalidInputException("clockSkew", "is negative", "zero or more");
            }
            if (ocspUrl != null && !RevocationChecker.canCall(ocspUrl)) {
                throw new InvalidInputException(
                        "ocspUrl", "cannot be called", "http://host or https://host");
            }
            RevocationChecker checker = revocation ? new RevocationChecker(settings()) : null;
            return new CertificateValidator(
                    new PathFinder(anchors.certificates(), intermediates),
                    new RevocationCheck(checker, issuerRevocation, undetermined, clock, skew),
                    checker,
                    clock);
        }

        private RevocationSettings settings() {
            return new RevocationSettings(
                    clock,
                    skew,
                    maxAge,
                    nonceRequired,
                    ocspUrl,
                    addresses,
                    List.copyOf(listFiles),
                    listsOnly,
                    cache.keep(),
                    cache.keepFailures(),
                    cache.maxAnswers(),
                    cache.maxLists(),
                    proxy,
                    connectTimeout,
                    timeout);
        }

        private static void requirePositive(String field, Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new InvalidInputException(field, "is not a time", "more than zero");
            }
        }
    }
}
