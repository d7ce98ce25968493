package se.ehealthsdk.siths.validation;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.siths.internal.x509.StrongAlgorithms;
import se.ehealthsdk.siths.validation.CheckResult.Check;

/** No signature algorithm and no key on the path is too weak. An anchor's own signature proves nothing. */
final class AlgorithmsCheck {

    private AlgorithmsCheck() {}

    static CheckResult of(CertificationPath path) {
        List<X509Certificate> whole = path.whole();
        for (int i = 0; i < whole.size(); i++) {
            X509Certificate each = whole.get(i);
            Optional<String> weakness = StrongAlgorithms.weakness(each.getPublicKey());
            if (weakness.isPresent()) {
                return failed(path, i, "has " + weakness.get());
            }
            if (i < path.certificates().size()) {
                weakness = StrongAlgorithms.weakness(each.getSigAlgOID(), each.getSigAlgParams());
                if (weakness.isPresent()) {
                    return failed(path, i, "is signed with " + weakness.get());
                }
            }
        }
        return CheckResult.passed(Check.ALGORITHMS, "All algorithms and keys are strong enough.");
    }

    private static CheckResult failed(CertificationPath path, int place, String what) {
        return CheckResult.failed(
                Check.ALGORITHMS,
                path.name(place) + " " + what + ", which is too weak.",
                "A new certificate is needed, with SHA-256 or better and an RSA key of 2048 bits or more"
                        + " or an EC key of 256.");
    }
}
