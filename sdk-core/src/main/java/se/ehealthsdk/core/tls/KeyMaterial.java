package se.ehealthsdk.core.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.core.internal.tls.CertificateSubject;

/** A private key with its certificate chain, as loaded once. Immutable. */
final class KeyMaterial {

    private static final byte[] PROOF = {1, 2, 3, 4};

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Optional<String> hsaId;

    KeyMaterial(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.hsaId = CertificateSubject.hsaId(certificate());
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Optional<String> hsaId() {
        return hsaId;
    }

    /** The name of the kind of key, as TLS asks for it: RSA, EC and so on. */
    String keyType() {
        return certificate().getPublicKey().getAlgorithm();
    }

    boolean sameAs(KeyMaterial other) {
        return chain.equals(other.chain) && key.equals(other.key);
    }

    /** Whether the private key belongs to the certificate. */
    boolean keyMatches() {
        PublicKey publicKey = certificate().getPublicKey();
        if (key instanceof RSAKey own && publicKey instanceof RSAKey certified) {
            // A modulus has one key pair; comparing it saves the slow signature of a 4096-bit key.
            return own.getModulus().equals(certified.getModulus());
        }
        if (key instanceof ECKey own
                && publicKey instanceof ECKey certified
                && !own.getParams().getCurve().equals(certified.getParams().getCurve())) {
            return false;
        }
        try {
            Signature signing = proof(publicKey);
            signing.initSign(key);
            signing.update(PROOF);
            byte[] signed = signing.sign();
            // Another object: the first one is bound to the key's provider, which may be a token
            // that
            // takes no public keys from outside.
            Signature verifying = proof(publicKey);
            verifying.initVerify(publicKey);
            verifying.update(PROOF);
            return verifying.verify(signed);
        } catch (GeneralSecurityException e) {
            // The key is of another kind than the certificate's, so it cannot sign for it.
            return false;
        }
    }

    private static Signature proof(PublicKey publicKey) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(proofAlgorithm(publicKey));
        if (publicKey.getAlgorithm().equals("RSASSA-PSS")) {
            signature.setParameter(
                    new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        return signature;
    }

    private static String proofAlgorithm(PublicKey publicKey) {
        return switch (publicKey.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> publicKey.getAlgorithm();
        };
    }

    /** The number of certificates only. */
    @Override
    public String toString() {
        return "KeyMaterial[" + chain.size() + " certificates]";
    }
}
