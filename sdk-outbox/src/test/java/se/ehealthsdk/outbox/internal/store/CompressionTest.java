package se.ehealthsdk.outbox.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class CompressionTest {

    private final Compression compression = new Compression();

    @Test
    void text_deflatedAndInflated_isTheSameAndSmaller() throws DataFormatException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] text =
                    ("<log><logId>" + random.nextLong() + "</logId></log>")
                            .repeat(10 + random.nextInt(200))
                            .getBytes(StandardCharsets.UTF_8);

            byte[] smaller = compression.deflated(text);

            assertThat(smaller).hasSizeLessThan(text.length / 2);
            assertThat(Compression.inflated(smaller)).isEqualTo(text);
        }
    }

    @Test
    void whatDoesNotGetSmaller_isLeftAsItIs() {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);

        assertThat(compression.deflated(noise)).isNull();
        assertThat(compression.deflated(new byte[10])).isNull();
        assertThat(compression.deflated(new byte[0])).isNull();
    }

    @Test
    void wrongBytes_areToldOf() {
        byte[] smaller = compression.deflated("abc".repeat(1000).getBytes(StandardCharsets.UTF_8));
        byte[] tooLong = smaller.clone();
        tooLong[0] = 0x7f;
        byte[] negative = smaller.clone();
        negative[0] = (byte) 0x80;
        byte[] longer = smaller.clone();
        longer[3]++;

        for (byte[] wrong :
                Arrays.asList(
                        new byte[0],
                        new byte[3],
                        tooLong,
                        negative,
                        longer,
                        Arrays.copyOf(smaller, smaller.length / 2))) {
            assertThatThrownBy(() -> Compression.inflated(wrong))
                    .isInstanceOf(DataFormatException.class);
        }
    }
}
