package se.ehealthsdk.siths.signature;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.signature.DocumentVerifier;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.signature.SignatureReport.Finding;
import se.ehealthsdk.core.signature.SignatureReport.Severity;
import se.ehealthsdk.siths.internal.xml.ExclusiveC14n;
import se.ehealthsdk.siths.internal.xml.SecureDom;
import se.ehealthsdk.siths.validation.CertificateValidator;
import se.ehealthsdk.siths.validation.CheckResult;
import se.ehealthsdk.siths.validation.Purpose;
import se.ehealthsdk.siths.validation.ValidationResult;

/**
 * Verifies the XML signature of a certificate (intyg), alone or in a message that holds exactly one. Immutable
 * and safe for use by many threads.
 *
 * <p>The stylesheet and the XPath expressions that such a signature carries are never executed: the known forms
 * of signature, {@code A} to {@code D}, are recognised, what they cover is computed in plain code, and any
 * other form is refused. So it works with the JDK's secure validation, which forbids to execute them.
 *
 * <p>What a valid signature does not say: elements that the form leaves out ({@link
 * SignatureReport#notCovered()}, for example {@code relation} and {@code status}) may have been added or
 * changed, and namespaces are not covered; elements outside the certificate domain's are refused, but validate
 * the element against its schema before use. Whether the signer is the person that the certificate says has
 * made it is for the caller: {@link se.ehealthsdk.siths.certificate.SithsCertificate} gives the signer's HSA-id.
 *
 * <p>The codes of the findings are those of {@link SignatureFinding}.
 *
 * <p>Source: XML Signature Syntax and Processing 1.1, Exclusive XML Canonicalization 1.0 and XML-Signature
 * XPath Filter 2.0 (W3C), XSL Transformations 1.0 section 3.4 (blank text), RFC 9231 (algorithms), the schemas
 * of clinicalprocess:healthcond:certificate 3.
 */
public final class XmlDocumentVerifier implements DocumentVerifier {

    /** No larger document is looked at; real ones have some tens of kilobytes, and none has attachments. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final @Nullable SignerTrust trust;
    private final boolean atStatedTime;
    private final Clock clock;

    private XmlDocumentVerifier(@Nullable SignerTrust trust, boolean atStatedTime, Clock clock) {
        this.trust = trust;
        this.atStatedTime = atStatedTime;
        this.clock = clock;
    }

    /** Says who can be trusted. */
    @FunctionalInterface
    interface SignerTrust {
        ValidationResult judge(List<X509Certificate> chain, Instant at);
    }

    /**
     * A verifier that accepts signatures of trusted signers only, judged as of the time of the call.
     *
     * @param validator decides on the signer's certificate, for {@link Purpose#SIGNATURE}; give it the anchors of
     *     those who may sign: those of a remote signing service are others than those of SITHS. It stays the
     *     caller's to close.
     */
    public static XmlDocumentVerifier trusting(CertificateValidator validator) {
        return trusting((chain, at) -> validator.validate(chain, Purpose.SIGNATURE, at));
    }

    static XmlDocumentVerifier trusting(SignerTrust trust) {
        return new XmlDocumentVerifier(trust, false, Clock.systemUTC());
    }

    /**
     * A verifier for which anyone may have signed, also with a certificate of their own making: a valid report
     * then says that the content is unchanged since someone signed it, and no more.
     */
    public static XmlDocumentVerifier integrityOnlyWithoutTrust() {
        return new XmlDocumentVerifier(null, false, Clock.systemUTC());
    }

    /**
     * This one, but judging the signer's certificate as of the signing time in the document ({@code
     * signeringstidpunkt}, Swedish time), for documents older than their signers' certificates. The time is
     * signed, so nobody else can change it; but it is the signer's word: whoever holds the key of an expired or
     * revoked certificate can sign with a time at which it was good. When the document was received at a known
     * time, {@link #verify(byte[], Instant)} is better.
     */
    public XmlDocumentVerifier atStatedSigningTime() {
        return new XmlDocumentVerifier(trust, true, clock);
    }

    /** This one with another clock, for tests. */
    public XmlDocumentVerifier withClock(Clock other) {
        return new XmlDocumentVerifier(trust, atStatedTime, other);
    }

    @Override
    public SignatureReport verify(byte[] document) {
        return new Look(Optional.empty()).at(document);
    }

    /**
     * Checks the signature of a document, judging the signer's certificate as of a time that the caller knows,
     * for example when the document was received.
     *
     * @param document an XML document
     * @param at the time
     * @throws InvalidInputException when the bytes are no XML document, or larger than any document of its kind
     */
    public SignatureReport verify(byte[] document, Instant at) {
        return new Look(Optional.of(at)).at(document);
    }

    /** One look at one document. */
    private final class Look {

        private final Optional<Instant> given;
        private final List<Finding> findings = new ArrayList<>();
        private List<X509Certificate> chain = List.of();
        private Optional<SignatureProfile> profile = Optional.empty();
        private Optional<Element> covered = Optional.empty();

        Look(Optional<Instant> given) {
            this.given = given;
        }

        SignatureReport at(byte[] document) {
            Document tree = SecureDom.parse(document, MAX_BYTES);
            try {
                covered = Optional.of(check(tree));
            } catch (Refusal refusal) {
                fail(refusal);
            }
            boolean valid = findings.stream().noneMatch(each -> each.severity() == Severity.FAILED);
            return new SignatureReport(
                    valid,
                    valid ? covered : Optional.empty(),
                    chain,
                    profile.map(SignatureProfile::name),
                    profile.map(SignatureProfile::notCovered).orElse(List.of()),
                    findings);
        }

        private Element check(Document tree) throws Refusal {
            IntygDocument document = IntygDocument.of(tree);
            pass(SignatureFinding.CERTIFICATE, "There is one intyg, with one id");
            SignatureParts signature = signature(document);
            CoveredContent content = content(document, signature);
            SignerKey key = key(signature);
            // Both are always looked into: which of them fails tells a changed document from a
            // broken signature.
            attempt(
                    () -> {
                        key.check(ExclusiveC14n.of(signature.signedInfo()), signature.value());
                        pass(
                                SignatureFinding.SIGNATURE_VALUE,
                                "The signer's key made the signature value");
                    });
            attempt(
                    () -> {
                        checkDigest(signature, content);
                        pass(SignatureFinding.DIGEST, "The content is what was signed");
                    });
            if (findings.stream().noneMatch(each -> each.severity() == Severity.FAILED)) {
                checkTrust(content);
            }
            return content.intyg();
        }

        private SignatureParts signature(IntygDocument document) throws Refusal {
            Element element = document.signature();
            SignatureParts signature = SignatureParts.of(element);
            SignatureProfile form = signature.profile();
            profile = Optional.of(form);
            if (form.inUnderskrift() != document.inUnderskrift(element)) {
                throw new Refusal(
                        SignatureFinding.SIGNATURE_MISPLACED,
                        "The signature is not where one of form " + form + " is");
            }
            pass(SignatureFinding.SIGNATURE, "There is one signature, at its place");
            pass(SignatureFinding.PROFILE, "The signature is of form " + form);
            return signature;
        }

        private CoveredContent content(IntygDocument document, SignatureParts signature)
                throws Refusal {
            if (!signature.intygId().equals(document.id())) {
                throw new Refusal(
                        SignatureFinding.OTHER_CERTIFICATE,
                        "The signature is for an intyg with another id");
            }
            if (document.around().stream().anyMatch(signature.profile()::leavesOut)) {
                throw new Refusal(
                        SignatureFinding.CERTIFICATE_LEFT_OUT,
                        "The signature leaves out an element around the intyg, and so the intyg");
            }
            CoveredContent content = CoveredContent.of(document.intyg());
            content.checkPlaces(signature.profile());
            return content;
        }

        private SignerKey key(SignatureParts signature) throws Refusal {
            chain = SignerChain.of(signature.certificates());
            SignerKey key = SignerKey.of(chain.get(0).getPublicKey(), signature.algorithm());
            pass(
                    SignatureFinding.SIGNER_CERTIFICATE,
                    "The signature carries its signer's certificate");
            if (key.weak()) {
                add(SignatureFinding.WEAK_KEY, Severity.WARNING, "The signer's key is short");
            }
            return key;
        }

        private void checkDigest(SignatureParts signature, CoveredContent content) throws Refusal {
            if (!Arrays.equals(signature.digest(), content.digest(signature.profile()))) {
                throw new Refusal(
                        SignatureFinding.DIGEST_MISMATCH, "The content is not what was signed");
            }
        }

        private void checkTrust(CoveredContent content) throws Refusal {
            SignerTrust signerTrust = trust;
            if (signerTrust == null) {
                add(
                        SignatureFinding.TRUST_NOT_CHECKED,
                        Severity.WARNING,
                        "Who signed was not looked into");
                return;
            }
            Instant now = clock.instant();
            Instant at =
                    given.isPresent() ? given.get() : atStatedTime ? statedTime(content, now) : now;
            ValidationResult result = signerTrust.judge(chain, at);
            if (result.path().size() > chain.size()) {
                chain = result.path();
            }
            if (result.trusted()) {
                pass(SignatureFinding.SIGNER_TRUSTED, "The signer is trusted as of " + at);
            } else {
                add(
                        SignatureFinding.SIGNER_UNTRUSTED,
                        Severity.FAILED,
                        "The signer is not trusted as of " + at);
            }
            for (CheckResult each : result.checks()) {
                severity(each.outcome())
                        .ifPresent(
                                severity ->
                                        findings.add(
                                                new Finding(
                                                        "SIGNER_" + each.check(),
                                                        severity,
                                                        each.message())));
            }
        }

        private void attempt(Step step) {
            try {
                step.run();
            } catch (Refusal refusal) {
                fail(refusal);
            }
        }

        private void pass(SignatureFinding code, String message) {
            add(code, Severity.PASSED, message);
        }

        private void fail(Refusal refusal) {
            add(refusal.code(), Severity.FAILED, refusal.text());
        }

        private void add(SignatureFinding code, Severity severity, String message) {
            findings.add(new Finding(code.name(), severity, message));
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Refusal;
    }

    private static Instant statedTime(CoveredContent content, Instant now) throws Refusal {
        List<Element> stated =
                Children.of(content.intyg()).stream()
                        .filter(each -> "signeringstidpunkt".equals(each.getLocalName()))
                        .toList();
        if (stated.size() == 1) {
            try {
                Instant at =
                        LocalDateTime.parse(stated.get(0).getTextContent().strip())
                                .atZone(SWEDEN)
                                .toInstant();
                if (!at.isAfter(now.plus(CLOCK_SKEW))) {
                    return at;
                }
            } catch (DateTimeException e) {
                // Not a time: refused below, like none.
            }
        }
        throw new Refusal(
                SignatureFinding.SIGNING_TIME_UNKNOWN,
                "The intyg states no signing time, or one that is to come");
    }

    private static Optional<Severity> severity(CheckResult.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> Optional.of(Severity.PASSED);
            case WARNING -> Optional.of(Severity.WARNING);
            case FAILED -> Optional.of(Severity.FAILED);
            case NOT_MADE -> Optional.empty();
        };
    }
}
