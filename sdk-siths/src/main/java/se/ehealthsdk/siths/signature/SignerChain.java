package se.ehealthsdk.siths.signature;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Puts the certificates of a signature in order: the signer's, its issuer's, and so on. */
final class SignerChain {

    private SignerChain() {}

    /** The chain; by names only, its signatures are for whoever decides on trust. */
    static List<X509Certificate> of(List<X509Certificate> certificates) throws Refusal {
        List<X509Certificate> left = new ArrayList<>(new LinkedHashSet<>(certificates));
        List<X509Certificate> signers =
                left.stream()
                        .filter(each -> left.stream().noneMatch(other -> issued(each, other)))
                        .toList();
        if (signers.size() != 1) {
            throw ambiguous();
        }
        List<X509Certificate> chain = new ArrayList<>();
        X509Certificate current = signers.get(0);
        while (true) {
            chain.add(current);
            left.remove(current);
            if (left.isEmpty()) {
                return chain;
            }
            X509Certificate below = current;
            List<X509Certificate> issuers =
                    left.stream().filter(each -> issued(each, below)).toList();
            if (issuers.size() != 1) {
                throw ambiguous();
            }
            current = issuers.get(0);
        }
    }

    private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
        return !issuer.equals(certificate)
                && issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static Refusal ambiguous() {
        return new Refusal(
                SignatureFinding.SIGNER_CERTIFICATE_AMBIGUOUS,
                "The certificates in the signature are no single chain");
    }
}
