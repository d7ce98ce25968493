package se.ehealthsdk.siths.signature;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two ways to write the pair of numbers that is an ECDSA signature: XML has r and s one after the other,
 * each as long as the order of the curve (RFC 9231, section 2.3.6); Java and X.509 have a DER sequence.
 */
final class EcdsaValue {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private EcdsaValue() {}

    /**
     * Whether r and s lie between 0 and the order of the curve. A runtime must see to that itself, but not
     * every release of 17 did (CVE-2022-21449).
     */
    static boolean inRange(ECPublicKey key, byte[] value) {
        BigInteger order = key.getParams().getOrder();
        int half = value.length / 2;
        for (int at : new int[] {0, half}) {
            BigInteger number = new BigInteger(1, Arrays.copyOfRange(value, at, at + half));
            if (number.signum() == 0 || number.compareTo(order) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes a value in XML has. */
    static int length(ECPublicKey key) {
        return 2 * ((key.getParams().getOrder().bitLength() + 7) / 8);
    }

    /** A DER value as XML has it; empty when it is none, or one of another curve. */
    static Optional<byte[]> fromDer(byte[] der, ECPublicKey key) {
        int half = length(key) / 2;
        // Shorter than 128 bytes for every curve up to 480 bits, longer for P-521.
        int header = der.length > 2 && (der[1] & 0xff) == 0x81 ? 3 : 2;
        if (der.length < header + 2
                || (der[0] & 0xff) != SEQUENCE
                || (der[header - 1] & 0xff) != der.length - header) {
            return Optional.empty();
        }
        byte[] value = new byte[2 * half];
        int at = header;
        for (int part = 0; part < 2; part++) {
            if (at + 2 > der.length || der[at] != INTEGER) {
                return Optional.empty();
            }
            int length = der[at + 1] & 0xff;
            if (length == 0 || at + 2 + length > der.length) {
                return Optional.empty();
            }
            BigInteger number = new BigInteger(Arrays.copyOfRange(der, at + 2, at + 2 + length));
            if (number.signum() < 0 || number.bitLength() > 8 * half) {
                return Optional.empty();
            }
            byte[] bytes = number.toByteArray();
            int skip = bytes.length > half ? bytes.length - half : 0;
            int size = bytes.length - skip;
            System.arraycopy(bytes, skip, value, (part + 1) * half - size, size);
            at += 2 + length;
        }
        return at == der.length ? Optional.of(value) : Optional.empty();
    }
}
