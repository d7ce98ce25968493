package se.ehealthsdk.siths.diagnosis;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.Credential.SigningKey;
import se.ehealthsdk.core.tls.CredentialProblem;
import se.ehealthsdk.core.tls.CredentialProblem.Kind;
import se.ehealthsdk.siths.certificate.SithsCertificate;
import se.ehealthsdk.siths.diagnosis.Finding.Check;

/** What can be said of the system's own certificate before anybody is called. */
final class OwnCertificate {

    private final List<Finding> findings = new ArrayList<>();
    private Optional<SigningKey> key = Optional.empty();

    private OwnCertificate() {}

    static OwnCertificate of(Credential credential) {
        OwnCertificate own = new OwnCertificate();
        try {
            own.key = Optional.of(credential.signingKey());
            own.summary(credential.chain());
            credential.problems(Clock.systemUTC()).forEach(own::add);
        } catch (ConfigurationException unreadable) {
            own.findings.add(
                    Finding.problem(
                            Check.OWN_CERTIFICATE,
                            unreadable.getMessage()
                                    + ": the diagnosis goes on without a certificate",
                            unreadable.remedy()));
        }
        return own;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Empty when it cannot be read. */
    Optional<SigningKey> key() {
        return key;
    }

    private void summary(List<X509Certificate> chain) {
        try {
            SithsCertificate certificate = SithsCertificate.of(chain.get(0));
            findings.add(
                    Finding.ok(
                            Check.OWN_CERTIFICATE,
                            "The own certificate: "
                                    + certificate.kind()
                                    + certificate.hsaId().map(id -> ", HSA-id " + id).orElse("")
                                    + ", issued by "
                                    + Names.issuer(chain.get(0))
                                    + ", valid to "
                                    + certificate.validTo()));
            certificate.problems().stream()
                    .filter(problem -> problem.concernsIdentity())
                    .forEach(
                            problem ->
                                    findings.add(
                                            Finding.warning(
                                                    Check.OWN_CERTIFICATE,
                                                    problem.message(),
                                                    "Order a certificate with the system's HSA-id.")));
        } catch (InvalidInputException damaged) {
            findings.add(
                    Finding.problem(
                            Check.OWN_CERTIFICATE,
                            "The own certificate " + damaged.problem(),
                            "Order a new SITHS function certificate (funktionscertifikat)."));
        }
        X509Certificate top = chain.get(chain.size() - 1);
        boolean root = top.getSubjectX500Principal().equals(top.getIssuerX500Principal());
        if (chain.size() > 1) {
            findings.add(
                    Finding.ok(
                            Check.OWN_CHAIN,
                            "With it are sent "
                                    + Names.list(
                                            chain.stream().skip(1).map(Names::subject).toList())
                                    + (root
                                            ? "; the root need not be sent, and does no harm"
                                            : "")));
        }
    }

    private void add(CredentialProblem problem) {
        Check check =
                problem.kind() == Kind.INCOMPLETE_CHAIN ? Check.OWN_CHAIN : Check.OWN_CERTIFICATE;
        findings.add(
                problem.blocking()
                        ? Finding.problem(check, problem.message(), problem.remedy())
                        : Finding.warning(check, problem.message(), problem.remedy()));
    }
}
