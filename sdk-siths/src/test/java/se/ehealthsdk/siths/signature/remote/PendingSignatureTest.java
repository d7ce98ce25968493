package se.ehealthsdk.siths.signature.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;

class PendingSignatureTest {

    private final PendingSignature pending = Configured.begun().pending();

    @Test
    void fromBytes_ofToBytes_isTheSame() {
        PendingSignature kept = PendingSignature.fromBytes(pending.toBytes());

        assertThat(kept.requestId()).isEqualTo(pending.requestId());
        assertThat(kept.taskId()).isEqualTo(pending.taskId());
        assertThat(kept.signer()).isEqualTo(pending.signer());
        assertThat(kept.identityProvider()).isEqualTo(pending.identityProvider());
        assertThat(kept.levels()).isEqualTo(pending.levels());
        assertThat(kept.notBefore()).isEqualTo(pending.notBefore());
        assertThat(kept.expiresAt()).isEqualTo(pending.expiresAt());
        assertThat(kept.document().document()).isEqualTo(Configured.DOCUMENT);
        assertThat(kept.document().signedInfo()).isEqualTo(pending.document().signedInfo());
        assertThat(kept.toBytes()).isEqualTo(pending.toBytes());
    }

    @Test
    void fromBytes_cutOrLengthened_isRefused() {
        byte[] bytes = pending.toBytes();
        for (int length = 0; length < bytes.length; length += 7) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PendingSignature.fromBytes(cut))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> PendingSignature.fromBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void fromBytes_mutated_isRefusedOrRead() {
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = pending.toBytes();
            bytes[random.nextInt(250)] = (byte) random.nextInt(256);
            try {
                PendingSignature.fromBytes(bytes);
            } catch (InvalidInputException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(200, 4_900);
    }
}
