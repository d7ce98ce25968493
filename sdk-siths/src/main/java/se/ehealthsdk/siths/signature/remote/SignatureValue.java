package se.ehealthsdk.siths.signature.remote;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import se.ehealthsdk.siths.signature.SignatureAlgorithm;

/**
 * Verifies the value that a signing service made.
 *
 * <p>In XML an ECDSA value is r and s, one after the other. Whether every service sends it so, or as the
 * ASN.1 sequence that cryptographic libraries make, is not known; both are read, since they say the same.
 */
final class SignatureValue {

    private SignatureValue() {}

    /** The value as XML has it, when it matches; empty when it does not. */
    static Optional<byte[]> verified(
            byte[] value, byte[] signed, SignatureAlgorithm algorithm, PublicKey key) {
        return switch (algorithm) {
            case RSA_SHA256 ->
                    matches("SHA256withRSA", value, signed, key)
                            ? Optional.of(value)
                            : Optional.empty();
            case ECDSA_SHA256 ->
                    key instanceof ECPublicKey curve
                            ? ecdsa(value, signed, curve)
                            : Optional.empty();
        };
    }

    private static Optional<byte[]> ecdsa(byte[] value, byte[] signed, ECPublicKey key) {
        int half = (key.getParams().getOrder().bitLength() + 7) / 8;
        if (value.length == 2 * half
                && matches("SHA256withECDSAinP1363Format", value, signed, key)) {
            return Optional.of(value);
        }
        return matches("SHA256withECDSA", value, signed, key)
                ? concatenated(value, half)
                : Optional.empty();
    }

    private static boolean matches(String algorithm, byte[] value, byte[] signed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(value);
        } catch (GeneralSecurityException noSuchValue) {
            return false;
        }
    }

    private static Optional<byte[]> concatenated(byte[] der, int half) {
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(der);
            byte[] value = new byte[2 * half];
            for (int i = 0; i < 2; i++) {
                BigInteger number = ASN1Integer.getInstance(sequence.getObjectAt(i)).getValue();
                byte[] bytes = number.toByteArray();
                int length = Math.min(bytes.length, half);
                System.arraycopy(
                        bytes, bytes.length - length, value, (i + 1) * half - length, length);
            }
            return Optional.of(value);
        } catch (IllegalArgumentException notDer) {
            return Optional.empty();
        }
    }
}
