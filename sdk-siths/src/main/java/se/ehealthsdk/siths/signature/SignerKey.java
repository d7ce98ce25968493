package se.ehealthsdk.siths.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** The public key of a signer, for one signature algorithm. */
record SignerKey(PublicKey key, SignatureAlgorithm algorithm) {

    /** RSA keys that are longer only cost time; no issuer signs them. */
    private static final int MAX_RSA_BITS = 8192;

    private static final int SAFE_RSA_BITS = 2048;
    private static final int SAFE_EC_BITS = 224;

    /** Checks that the key is of the kind that the algorithm needs. */
    static SignerKey of(PublicKey key, SignatureAlgorithm algorithm) throws Refusal {
        boolean fits =
                switch (algorithm) {
                    case RSA_SHA256 ->
                            key instanceof RSAPublicKey rsa
                                    && rsa.getModulus().bitLength() <= MAX_RSA_BITS;
                    case ECDSA_SHA256 -> key instanceof ECPublicKey;
                };
        if (!fits) {
            throw mismatch(algorithm);
        }
        return new SignerKey(key, algorithm);
    }

    /** Whether it is shorter than 112 bits of security need: NIST SP 800-57 part 1. */
    boolean weak() {
        return key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength() < SAFE_RSA_BITS
                : ((ECPublicKey) key).getParams().getOrder().bitLength() < SAFE_EC_BITS;
    }

    /** Checks a value over some bytes. */
    void check(byte[] signed, byte[] value) throws Refusal {
        int length =
                key instanceof RSAPublicKey rsa
                        ? (rsa.getModulus().bitLength() + 7) / 8
                        : EcdsaValue.length((ECPublicKey) key);
        if (value.length != length) {
            throw new Refusal(
                    SignatureFinding.SIGNATURE_VALUE_MALFORMED,
                    "The signature value has %d bytes; the signer's key makes values of %d"
                            .formatted(value.length, length));
        }
        try {
            Signature signature =
                    Signature.getInstance(
                            algorithm == SignatureAlgorithm.RSA_SHA256
                                    ? "SHA256withRSA"
                                    : "SHA256withECDSAinP1363Format");
            signature.initVerify(key);
            signature.update(signed);
            boolean possible =
                    !(key instanceof ECPublicKey curve) || EcdsaValue.inRange(curve, value);
            if (!possible || !holds(signature, value)) {
                throw new Refusal(
                        SignatureFinding.SIGNATURE_VALUE_MISMATCH,
                        "The signer's key did not make this signature value over this SignedInfo");
            }
        } catch (GeneralSecurityException e) {
            throw mismatch(algorithm);
        }
    }

    private static boolean holds(Signature signature, byte[] value) {
        try {
            return signature.verify(value);
        } catch (SignatureException e) {
            // The JDK throws where the numbers in the value are out of range: it is no signature.
            return false;
        }
    }

    private static Refusal mismatch(SignatureAlgorithm algorithm) {
        return new Refusal(
                SignatureFinding.KEY_MISMATCH,
                "The signer's key cannot make signatures of " + algorithm);
    }
}
