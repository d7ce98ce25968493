package se.ehealthsdk.siths.signature;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes an ECDSA value of XML as Java has it. */
final class Der {

    private Der() {}

    static byte[] of(byte[] value) {
        byte[] r = new BigInteger(1, Arrays.copyOf(value, value.length / 2)).toByteArray();
        byte[] s =
                new BigInteger(1, Arrays.copyOfRange(value, value.length / 2, value.length))
                        .toByteArray();
        int length = 4 + r.length + s.length;
        ByteBuffer der = ByteBuffer.allocate(length + (length < 128 ? 2 : 3)).put((byte) 0x30);
        if (length >= 128) {
            der.put((byte) 0x81);
        }
        der.put((byte) length).put((byte) 2).put((byte) r.length).put(r);
        return der.put((byte) 2).put((byte) s.length).put(s).array();
    }
}
