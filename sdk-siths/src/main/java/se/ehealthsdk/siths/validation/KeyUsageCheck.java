package se.ehealthsdk.siths.validation;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/**
 * The key may be used for the purpose. Key usage must be there, as in every certificate of SITHS; extended key
 * usage limits when it is there (RFC 5280 sections 4.2.1.3 and 4.2.1.12).
 */
final class KeyUsageCheck {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String ANY = "2.5.29.37.0";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    private KeyUsageCheck() {}

    static CheckResult of(X509Certificate certificate, Purpose purpose) {
        if (certificate.getBasicConstraints() >= 0) {
            return failed(
                    "The certificate is that of a certificate authority, not of a person or a system.",
                    "Give the holder's certificate first, and its issuers after it.");
        }
        boolean[] uses = certificate.getKeyUsage();
        if (uses == null) {
            return failed(
                    "The certificate does not say what its key may be used for (key usage).",
                    "Use a certificate from SITHS, or from an issuer that says it.");
        }
        if (purpose == Purpose.SIGNATURE) {
            return uses[NON_REPUDIATION]
                    ? passed()
                    : failed(
                            "The certificate does not allow signing documents (key usage has no"
                                    + " non-repudiation).",
                            "Sign with the card's certificate for signatures; this may be the one for"
                                    + " logging in.");
        }
        if (!uses[DIGITAL_SIGNATURE]) {
            return failed(
                    "The certificate does not allow proving who one is (key usage has no digital"
                            + " signature).",
                    "Use the certificate for logging in; this may be the one for signatures.");
        }
        return extended(certificate, purpose);
    }

    private static CheckResult extended(X509Certificate certificate, Purpose purpose) {
        List<String> roles;
        try {
            roles = certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException malformed) {
            roles = null;
        }
        if (roles == null) {
            return certificate.getExtensionValue(EXTENDED_KEY_USAGE) == null
                    ? passed()
                    : failed(
                            "The certificate's extended key usage cannot be read.",
                            "Report to whoever issued it.");
        }
        boolean system = purpose == Purpose.FUNCTION;
        if (roles.contains(ANY)
                || roles.contains(CLIENT_AUTHENTICATION)
                || system && roles.contains(SERVER_AUTHENTICATION)) {
            return passed();
        }
        return failed(
                "The certificate does not allow client authentication"
                        + (system ? " or server authentication" : "")
                        + " (extended key usage).",
                "Use a certificate that was ordered for this purpose.");
    }

    private static CheckResult passed() {
        return CheckResult.passed(Check.KEY_USAGE, "The key may be used for the purpose.");
    }

    private static CheckResult failed(String message, String remedy) {
        return CheckResult.failed(Check.KEY_USAGE, message, remedy);
    }
}
