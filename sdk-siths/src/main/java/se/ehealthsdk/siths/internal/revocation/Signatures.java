package se.ehealthsdk.siths.internal.revocation;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import se.ehealthsdk.siths.internal.x509.StrongAlgorithms;

/** Verifies the signatures on answers and lists, in the JDK's own cryptography. */
final class Signatures {

    static final String REPORT = "Report to the certificate authority's support.";

    private static final String PSS = "1.2.840.113549.1.1.10";

    private Signatures() {}

    /**
     * Verifies one.
     *
     * @throws UnusableException when algorithm or key is too weak, or the signature does not hold
     */
    static void verify(
            PublicKey key, AlgorithmIdentifier algorithm, byte[] content, byte[] signature)
            throws UnusableException {
        try {
            String oid = algorithm.getAlgorithm().getId();
            ASN1Encodable parameters = algorithm.getParameters();
            byte[] encoded = parameters == null ? null : parameters.toASN1Primitive().getEncoded();
            Optional<String> weakness =
                    StrongAlgorithms.weakness(oid, encoded)
                            .or(() -> StrongAlgorithms.weakness(key));
            if (weakness.isPresent()) {
                throw new UnusableException("is signed with " + weakness.get(), REPORT);
            }
            Signature verifier = Signature.getInstance(oid);
            if (oid.equals(PSS)) {
                AlgorithmParameters pss = AlgorithmParameters.getInstance("RSASSA-PSS");
                pss.init(encoded);
                verifier.setParameter(pss.getParameterSpec(PSSParameterSpec.class));
            }
            verifier.initVerify(key);
            verifier.update(content);
            if (verifier.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException | IOException doesNotHold) {
            // such as a signature of the wrong length, or an algorithm that does not go with the
            // key
        }
        throw new UnusableException("has a signature that does not hold", REPORT);
    }
}
