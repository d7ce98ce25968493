package se.ehealthsdk.siths.validation;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** Each certificate on the path is signed by the next. */
final class SignaturesCheck {

    private SignaturesCheck() {}

    /** Without looking: the JDK has validated the path. */
    static CheckResult passed() {
        return CheckResult.passed(Check.SIGNATURES, "Every signature on the path holds.");
    }

    static CheckResult of(CertificationPath path) {
        List<X509Certificate> whole = path.whole();
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate issuer = path.issuerOf(i);
            if (issuer == null || !signed(whole.get(i), issuer)) {
                return CheckResult.failed(
                        Check.SIGNATURES,
                        path.name(i) + " is not signed by the issuer that it names.",
                        "Check that the trust anchors and issuing authorities are those of the right"
                                + " environment. If they are, the certificate is forged or damaged.");
            }
        }
        return passed();
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException doesNotHold) {
            return false;
        }
    }
}
