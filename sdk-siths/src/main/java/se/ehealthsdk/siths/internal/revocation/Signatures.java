package se.ehealthsdk.siths.internal.revocation;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import se.ehealthsdk.siths.internal.x509.StrongAlgorithms;

/** How signatures on answers and lists are judged. */
final class Signatures {

    static final String REPORT = "Report to the certificate authority's support.";

    private Signatures() {}

    /** Verifies with a key, in the JDK's own cryptography. */
    static ContentVerifierProvider by(PublicKey key) throws UnusableException {
        try {
            return new JcaContentVerifierProviderBuilder().build(key);
        } catch (OperatorCreationException e) {
            throw new UnusableException(
                    "would be signed with a key that cannot be used here", REPORT);
        }
    }

    static void requireStrong(AlgorithmIdentifier algorithm) throws UnusableException {
        Optional<String> weakness;
        try {
            ASN1Encodable parameters = algorithm.getParameters();
            weakness =
                    StrongAlgorithms.weakness(
                            algorithm.getAlgorithm().getId(),
                            parameters == null ? null : parameters.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new UnusableException("names no signature algorithm", REPORT);
        }
        if (weakness.isPresent()) {
            throw new UnusableException("is signed with " + weakness.get(), REPORT);
        }
    }
}
