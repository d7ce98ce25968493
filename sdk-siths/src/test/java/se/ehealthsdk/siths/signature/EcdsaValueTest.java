package se.ehealthsdk.siths.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcdsaValueTest {

    @ParameterizedTest
    @CsvSource({"secp256r1,64", "secp384r1,96", "secp521r1,132"})
    void fromDer_givesTheValueBack_andNothingForRubbish(String curve, int length) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
        assertThat(EcdsaValue.length(key)).isEqualTo(length);

        byte[] order = new byte[length / 2];
        byte[] bits = key.getParams().getOrder().toByteArray();
        int from = bits[0] == 0 ? 1 : 0;
        System.arraycopy(
                bits, from, order, order.length - (bits.length - from), bits.length - from);
        byte[] one = new byte[length];
        one[length / 2 - 1] = 1;
        assertThat(EcdsaValue.inRange(key, one)).as("s is 0").isFalse();
        one[length - 1] = 1;
        assertThat(EcdsaValue.inRange(key, one)).as("1 and 1").isTrue();
        System.arraycopy(order, 0, one, length / 2, length / 2);
        assertThat(EcdsaValue.inRange(key, one)).as("s is the order").isFalse();
        assertThat(EcdsaValue.inRange(key, new byte[length])).as("0 and 0").isFalse();

        Random random = new Random(length);
        for (int i = 0; i < 500; i++) {
            byte[] value = new byte[length];
            random.nextBytes(value);
            Arrays.fill(value, 0, random.nextInt(4), (byte) 0);
            byte[] der = Der.of(value);
            assertThat(EcdsaValue.fromDer(der, key)).contains(value);
            assertThat(EcdsaValue.fromDer(Arrays.copyOf(der, der.length - 1), key)).isEmpty();
            assertThat(EcdsaValue.fromDer(Arrays.copyOf(der, der.length + 1), key)).isEmpty();
            der[random.nextInt(2)] ^= (byte) (1 + random.nextInt(255));
            assertThat(EcdsaValue.fromDer(der, key)).isEmpty();
        }
        for (int i = 0; i < 12; i++) {
            assertThat(EcdsaValue.fromDer(new byte[i], key)).isEmpty();
        }
    }
}
