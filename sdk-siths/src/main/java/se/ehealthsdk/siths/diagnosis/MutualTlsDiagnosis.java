package se.ehealthsdk.siths.diagnosis;

import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.rivta.HttpProxy;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.diagnosis.Ending.Kind;
import se.ehealthsdk.siths.diagnosis.Finding.Check;
import se.ehealthsdk.siths.diagnosis.Finding.Severity;

/**
 * Why mutual TLS with an endpoint fails, or that it works. It connects, watches the handshake and says what it saw, step
 * by step. Immutable and thread-safe; each {@link #run} connects anew.
 *
 * <p>It looks at: the own certificate; the host's name; TCP; the proxy; TLS version and cipher suite; the server's
 * certificate, whether it leads to a trust anchor and is for this host; whether the server asks for a certificate, and
 * from which issuers; whether the own one was sent, and what the server thinks of it. With TLS 1.3 a refusal comes only
 * after the handshake, so a request that changes nothing ({@code HEAD /}) is sent last. When the server refuses the
 * certificate, it tries once more without, to tell whether the certificate is the cause.
 *
 * <p><strong>An untrusted server</strong> (no path to a trust anchor, or another host's certificate) gets nothing: the
 * handshake goes on only to learn more, without own certificate, and no request follows. What the server would think of
 * the certificate is not known until the trust is in order.
 *
 * <p>Revocation, of either certificate, is not looked at: a server that has found the own one revoked says so itself,
 * and the server's is for {@code CertificateValidator} to check.
 *
 * <pre>{@code
 * DiagnosisReport report = MutualTlsDiagnosis.builder()
 *     .endpoint(URI.create("https://test.esb.ntjp.se"))
 *     .credential(Credential.pkcs12(Path.of("function.p12"), password))
 *     .trust(TrustAnchors.pem(Path.of("siths-test-roots.pem")))
 *     .build()
 *     .run();
 * System.out.println(report);
 * }</pre>
 */
public final class MutualTlsDiagnosis {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

    private final Target target;
    private final Optional<Credential> credential;
    private final TrustAnchors trust;
    private final Optional<HttpProxy> proxy;
    private final Duration timeout;

    private MutualTlsDiagnosis(
            Target target,
            Optional<Credential> credential,
            TrustAnchors trust,
            Optional<HttpProxy> proxy,
            Duration timeout) {
        this.target = target;
        this.credential = credential;
        this.trust = trust;
        this.proxy = proxy;
        this.timeout = timeout;
    }

    /** Starts configuring. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Connects and looks. Failures are findings: nothing is thrown for them. Returns within the timeout.
     *
     * @throws ConfigurationException when this Java runtime cannot do TLS at all, or not with the trust anchors
     */
    public DiagnosisReport run() {
        Instant now = Clock.systemUTC().instant();
        List<Finding> findings = new ArrayList<>();
        Optional<OwnCertificate> own = credential.map(OwnCertificate::of);
        own.ifPresent(each -> findings.addAll(each.findings()));
        Optional<SigningKey> key = own.flatMap(OwnCertificate::key);
        try (Deadline deadline = new Deadline(timeout)) {
            Route route = new Route(target, proxy, deadline);
            Optional<Socket> connection = route.open();
            findings.addAll(route.findings());
            if (connection.isPresent()) {
                Attempt attempt = Attempt.over(connection.get(), target, trust, key, deadline);
                findings.addAll(Judgement.of(attempt, key, target, now));
                if (attempt.refused() && attempt.sent()) {
                    blameIncompleteChain(findings);
                    withoutCertificate(route, attempt, deadline).ifPresent(findings::add);
                }
            }
        }
        return new DiagnosisReport(target.toString(), now, findings);
    }

    /** An incomplete chain is a warning until a server refuses it. */
    private static void blameIncompleteChain(List<Finding> findings) {
        findings.replaceAll(
                finding ->
                        finding.check() == Check.OWN_CHAIN && finding.severity() == Severity.WARNING
                                ? Finding.problem(Check.OWN_CHAIN, finding.text(), finding.remedy())
                                : finding);
    }

    private Optional<Finding> withoutCertificate(Route route, Attempt refused, Deadline deadline) {
        Optional<Socket> connection = route.open();
        if (connection.isEmpty()) {
            return Optional.empty();
        }
        Ending ending =
                Attempt.over(connection.get(), target, trust, Optional.empty(), deadline).ending();
        if (ending.kind() == Kind.ANSWERED || ending.kind() == Kind.ANSWERED_OTHERWISE) {
            return Optional.of(
                    Finding.warning(
                            Check.WITHOUT_CERTIFICATE,
                            "Without a certificate the server goes on: it is this certificate that it refuses",
                            "Do what is said about the certificate above. Calls without a certificate may get"
                                    + " a refusal later, in the service."));
        }
        if (!ending.refused()) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.ok(
                        Check.WITHOUT_CERTIFICATE,
                        ending.equals(refused.ending())
                                        && ending.detail().equals("handshake_failure")
                                ? "Without a certificate the server refuses in the same words: the certificate may"
                                        + " not be the cause"
                                : "Without a certificate the server refuses, too: it demands one"));
    }

    /** Where to; never a secret. */
    @Override
    public String toString() {
        return "MutualTlsDiagnosis[" + target + "]";
    }

    /** Configures. Not thread-safe. */
    public static final class Builder {

        private static final Pattern HOST =
                Pattern.compile(
                        "[0-9A-Za-z]([0-9A-Za-z._-]{0,252}[0-9A-Za-z])?|[0-9A-Fa-f:.]{2,45}");

        private @Nullable Target target;
        private @Nullable Credential credential;
        private @Nullable TrustAnchors trust;
        private @Nullable HttpProxy proxy;
        private Duration timeout = DEFAULT_TIMEOUT;

        private Builder() {}

        /**
         * The endpoint.
         *
         * @param host a host name or an IP address
         * @param port 1 to 65535
         * @throws ConfigurationException when they cannot be one
         */
        public Builder endpoint(String host, int port) {
            String bare = host.strip();
            if (bare.startsWith("[") && bare.endsWith("]")) {
                bare = bare.substring(1, bare.length() - 1);
            }
            if (!HOST.matcher(bare).matches() || port < 1 || port > 65_535) {
                throw new ConfigurationException(
                        "The endpoint is not a host and a port",
                        "Give a host name or an IP address, and a port from 1 to 65535.");
            }
            target = new Target(bare, port);
            return this;
        }

        /**
         * The endpoint.
         *
         * @param url {@code https://host} or {@code https://host:port}; what follows does not matter
         * @throws ConfigurationException when it is not that
         */
        public Builder endpoint(URI url) {
            if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
                throw new ConfigurationException(
                        "The endpoint is not an https address", "Give https://host:port.");
            }
            return endpoint(url.getHost(), url.getPort() < 0 ? 443 : url.getPort());
        }

        /** The system's own certificate and key; without it only the server is looked at. */
        public Builder credential(Credential own) {
            credential = own;
            return this;
        }

        /** Whom to trust; must be said. */
        public Builder trust(TrustAnchors anchors) {
            trust = anchors;
            return this;
        }

        /** The way out; none when not said. */
        public Builder proxy(HttpProxy way) {
            proxy = way;
            return this;
        }

        /**
         * The time for everything; 20 seconds when not said.
         *
         * @throws ConfigurationException when it is not more than zero, or more than five minutes
         */
        public Builder timeout(Duration time) {
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_TIMEOUT) > 0) {
                throw new ConfigurationException(
                        "The time for the diagnosis is out of range",
                        "Give more than zero and at most five minutes.");
            }
            timeout = time;
            return this;
        }

        /**
         * The diagnosis, not yet begun.
         *
         * @throws ConfigurationException when endpoint or trust anchors are missing
         */
        public MutualTlsDiagnosis build() {
            if (target == null || trust == null) {
                throw new ConfigurationException(
                        "The diagnosis needs an endpoint and trust anchors",
                        "Give the endpoint, and the SITHS root certificate of its environment.");
            }
            return new MutualTlsDiagnosis(
                    target,
                    Optional.ofNullable(credential),
                    trust,
                    Optional.ofNullable(proxy),
                    timeout);
        }
    }
}
