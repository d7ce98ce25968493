package se.ehealthsdk.core.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.core.internal.tls.CertificateSubject;
import se.ehealthsdk.core.internal.tls.Certificates;
import se.ehealthsdk.core.tls.CredentialProblem.Kind;

/** Finds what is wrong with a key and its certificate, for one role in TLS. */
final class CredentialCheck {

    /** The role in which the certificate is shown. */
    enum Role {
        CLIENT,
        SERVER
    }

    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_USE = "2.5.29.37.0";

    private static final String ORDER =
            "Order a new SITHS function certificate (funktionscertifikat)";

    private final KeyMaterial material;
    private final X509Certificate certificate;
    private final String where;
    private final Role role;
    private final List<CredentialProblem> problems = new ArrayList<>();

    private CredentialCheck(KeyMaterial material, String description, Role role) {
        this.material = material;
        this.certificate = material.certificate();
        this.where = "The certificate in the " + description;
        this.role = role;
    }

    static List<CredentialProblem> problems(
            KeyMaterial material, String description, Role role, Instant now, Duration warning) {
        CredentialCheck check = new CredentialCheck(material, description, role);
        check.kind();
        check.validity(now, warning);
        check.use();
        check.key();
        check.chain();
        return List.copyOf(check.problems);
    }

    private void kind() {
        if (CertificateSubject.isPerson(certificate)) {
            add(
                    Kind.PERSON_CERTIFICATE,
                    true,
                    "is a person's, not a system's",
                    ORDER
                            + " for the system. A person's certificate must not be used by a system.");
        } else if (role == Role.CLIENT && material.hsaId().isEmpty()) {
            add(
                    Kind.NO_HSA_ID,
                    true,
                    "has no HSA-id (serialNumber in the subject), so the service platform cannot"
                            + " tell who calls (VP002)",
                    ORDER + " with the system's HSA-id, and replace the file.");
        }
    }

    private void validity(Instant now, Duration warning) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            add(
                    Kind.NOT_YET_VALID,
                    true,
                    "is valid from " + from + ", which has not come",
                    "Check the machine's clock; if it is right, use the old certificate until"
                            + " then.");
        } else if (now.isAfter(to)) {
            add(
                    Kind.EXPIRED,
                    true,
                    "expired " + to,
                    ORDER + " for " + system() + " and replace the file.");
        } else if (now.plus(warning).isAfter(to)) {
            add(
                    Kind.EXPIRES_SOON,
                    false,
                    "expires " + to,
                    ORDER + " for " + system() + " now, and replace the file before then.");
        }
    }

    private String system() {
        return material.hsaId()
                .filter(id -> !CertificateSubject.isPerson(certificate))
                .map(id -> "HSA-id " + id)
                .orElse("the system");
    }

    private void use() {
        boolean[] keyUsage = certificate.getKeyUsage();
        if (keyUsage != null && !keyUsage[0]) {
            add(
                    Kind.NO_DIGITAL_SIGNATURE,
                    true,
                    "does not allow digital signature (key usage), which TLS needs",
                    ORDER + " for TLS. A certificate for signing documents cannot be used.");
        }
        List<String> uses = extendedKeyUsage();
        if (uses.isEmpty() || uses.contains(ANY_USE)) {
            return;
        }
        if (role == Role.CLIENT && !uses.contains(CLIENT_AUTH)) {
            add(
                    Kind.NO_CLIENT_AUTH,
                    true,
                    "does not allow client authentication (extended key usage)",
                    ORDER + " that allows client authentication.");
        }
        if (role == Role.SERVER && !uses.contains(SERVER_AUTH)) {
            add(
                    Kind.NO_SERVER_AUTH,
                    true,
                    "does not allow server authentication (extended key usage)",
                    ORDER + " that allows server authentication.");
        }
    }

    private List<String> extendedKeyUsage() {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses == null ? List.of() : uses;
        } catch (CertificateParsingException e) {
            throw new IllegalStateException("The JDK has parsed this certificate before", e);
        }
    }

    private void key() {
        if (!material.keyMatches()) {
            add(
                    Kind.KEY_MISMATCH,
                    true,
                    "belongs to another private key than the one given",
                    "Give the private key that the certificate was ordered with. Is it lost? "
                            + ORDER
                            + ".");
        }
    }

    private void chain() {
        if (Certificates.issued(certificate, certificate)) {
            add(
                    Kind.SELF_SIGNED,
                    true,
                    "is signed with its own key, so nobody will trust it",
                    ORDER + " and replace the file.");
            return;
        }
        List<X509Certificate> chain = material.chain();
        boolean linked = chain.size() > 1;
        for (int i = 1; i < chain.size(); i++) {
            linked &= Certificates.issued(chain.get(i), chain.get(i - 1));
        }
        if (!linked) {
            add(
                    Kind.INCOMPLETE_CHAIN,
                    false,
                    "comes without its CA's certificate, so a server that trusts only the root"
                            + " refuses it",
                    "Put the issuing CA's certificate after the system's in the same file.");
        }
    }

    private void add(Kind kind, boolean blocking, String what, String remedy) {
        problems.add(new CredentialProblem(kind, blocking, where + " " + what, remedy));
    }
}
