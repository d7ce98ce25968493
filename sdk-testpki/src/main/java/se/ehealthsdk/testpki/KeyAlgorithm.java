package se.ehealthsdk.testpki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** What kind of key a test certificate gets. */
public enum KeyAlgorithm {
    /** EC on the curve P-256: the default, made in about a millisecond. */
    EC_P256("EC", new ECGenParameterSpec("secp256r1"), "SHA256withECDSA"),
    /** RSA with 2048 bits: as good as SITHS's for most tests, made in about a tenth of a second. */
    RSA_2048("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4), "SHA512withRSA"),
    /** RSA with 4096 bits, as SITHS's function certificates have: takes seconds to make. */
    RSA_4096("RSA", new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4), "SHA512withRSA");

    private final String family;
    private final AlgorithmParameterSpec parameters;
    private final String signature;

    KeyAlgorithm(String family, AlgorithmParameterSpec parameters, String signature) {
        this.family = family;
        this.parameters = parameters;
        this.signature = signature;
    }

    KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make a key of kind " + name(), e);
        }
    }

    String signature() {
        return signature;
    }

    boolean rsa() {
        return family.equals("RSA");
    }
}
