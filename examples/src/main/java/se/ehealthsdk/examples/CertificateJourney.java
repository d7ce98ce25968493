package se.ehealthsdk.examples;

import java.nio.charset.StandardCharsets;
import java.util.List;
import se.ehealthsdk.core.signature.SignatureReport;
import se.ehealthsdk.core.signature.SignatureReport.Severity;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.signature.XmlDocumentSigner;
import se.ehealthsdk.siths.signature.XmlDocumentVerifier;
import se.ehealthsdk.siths.validation.CertificateValidator;
import se.ehealthsdk.siths.validation.CheckResult;
import se.ehealthsdk.siths.validation.Purpose;
import se.ehealthsdk.siths.validation.ValidationResult;
import se.ehealthsdk.testpki.IssuedCertificate;
import se.ehealthsdk.testpki.RevocationServices;
import se.ehealthsdk.testpki.TestPki;

/** A clinician's card: what its certificate says, whether it holds, and a certificate (intyg) signed with it. */
final class CertificateJourney {

    private static final String UNSIGNED =
            """
            <intyg xmlns="urn:riv:clinicalprocess:healthcond:certificate:3"
                xmlns:t="urn:riv:clinicalprocess:healthcond:certificate:types:3">
              <intygs-id>
                <t:root>SE2321000016-TESTSYS</t:root>
                <t:extension>7c1f2b54-1111-4222-8333-9a9a9a9a9a9a</t:extension>
              </intygs-id>
              <typ><t:code>LISJP</t:code><t:codeSystem>b64ea353-e8f6-4832-b563-fc7d46f29548</t:codeSystem></typ>
              <version>2.0</version>
              <signeringstidpunkt>2026-11-22T08:00:00</signeringstidpunkt>
              <svar id="6"><delsvar id="6.2">Akut stressreaktion</delsvar></svar>
            </intyg>
            """;

    private final Narrator tell;
    private final RevocationServices revocation;
    private final IssuedCertificate card;

    CertificateJourney(Narrator tell, RevocationServices revocation) {
        this.tell = tell;
        this.revocation = revocation;
        this.card = revocation.pki().personSigning("SE2321000016-SIGNER");
    }

    void walk() {
        SithsCertificate seen =
                tell.step(
                        "What does the signing certificate on a clinician's card say?",
                        () -> SithsCertificate.of(card.certificate()));
        tell.answer(seen + ", environment " + seen.environment());
        try (CertificateValidator validator =
                CertificateValidator.trusting(TrustAnchors.of(revocation.pki().trustedRoots()))
                        // a signature on an intyg carries its signer's certificate alone
                        .intermediates(List.of(revocation.pki().personHsaIdCa().certificate()))
                        .build()) {
            checks(validator);
            signatures(validator);
            revoked(validator);
        }
    }

    private void checks(CertificateValidator validator) {
        ValidationResult result =
                tell.step(
                        "Can it be trusted for signatures, now? (Revocation is asked for by OCSP and lists.)",
                        () -> validator.validate(card.chain(), Purpose.SIGNATURE));
        for (CheckResult each : result.checks()) {
            tell.answer(each.outcome() + " " + each.check() + ": " + each.message());
        }
    }

    private void signatures(CertificateValidator validator) {
        char[] password = TestPki.PASSWORD.toCharArray();
        Credential key = Credential.keyStore(card.keyStore(password), password);
        XmlDocumentVerifier verifier = XmlDocumentVerifier.trusting(validator);
        byte[] signed =
                tell.step(
                        "A certificate (intyg) is signed with it, and verified:",
                        () ->
                                XmlDocumentSigner.with(key)
                                        .sign(UNSIGNED.getBytes(StandardCharsets.UTF_8)));
        describe(verifier.verify(signed));
        byte[] changed =
                new String(signed, StandardCharsets.UTF_8)
                        .replace("Akut stressreaktion", "Akut stressreaktion.")
                        .getBytes(StandardCharsets.UTF_8);
        describe(tell.step("The same with one full stop more:", () -> verifier.verify(changed)));
    }

    private void describe(SignatureReport report) {
        tell.answer(
                (report.valid() ? "valid, form " : "not valid, form ")
                        + report.profile().orElse("unknown")
                        + "; not covered: "
                        + String.join(", ", report.notCovered()));
        report.findings().stream()
                .filter(finding -> finding.severity() == Severity.FAILED)
                .forEach(finding -> tell.answer(finding.code() + ": " + finding.message()));
    }

    private void revoked(CertificateValidator validator) {
        IssuedCertificate lost = revocation.pki().personSigning("SE2321000016-LOSTCARD");
        revocation.revoke(lost.certificate());
        ValidationResult result =
                tell.step(
                        "And a card whose owner has reported it lost?",
                        () -> validator.validate(lost.chain(), Purpose.SIGNATURE));
        for (CheckResult failure : result.failures()) {
            tell.answer(failure.check() + ": " + failure.message());
            tell.answer("what to do: " + failure.remedy());
        }
    }
}
