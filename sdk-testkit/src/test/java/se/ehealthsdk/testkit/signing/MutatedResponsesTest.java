package se.ehealthsdk.testkit.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.siths.signature.remote.SignRequest;
import se.ehealthsdk.siths.signature.remote.SigningException;
import se.ehealthsdk.siths.signature.remote.SigningService;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.Persona;

/**
 * A response comes through a browser and may be any bytes: a good one with bytes changed, lost, doubled or
 * moved is refused with a SigningException. What the signature does not cover (blanks in tags, the name of
 * the service's certificate) may change; then the result is that of the good response, byte for byte.
 */
class MutatedResponsesTest {

    private static final int RESPONSES = 400;

    private static final MovingClock CLOCK = new MovingClock();
    private static NationalServices services;
    private static SigningService.Builder builder;
    private static SignRequest request;
    private static byte[] good;
    private static byte[] signed;

    @BeforeAll
    static void sign() {
        services = NationalServices.builder().clock(CLOCK).start();
        Requesting requesting = new Requesting(services, CLOCK);
        request = Requesting.begin(requesting.registered());
        builder = requesting.builder(services.credential());
        Map<String, String> response =
                services.signingService().sign(request.fields(), Persona.DR_LINDGREN);
        good = Base64.getDecoder().decode(response.get("EidSignResponse"));
        signed = Requesting.complete(builder.build(), request.pending(), response);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 42})
    void complete_mutatedResponse_isRefusedOrMeansTheSame(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < RESPONSES; i++) {
            byte[] mutated = mutated(random);
            if (isRefused(Base64.getEncoder().encodeToString(mutated))) {
                refused++;
            }
        }
        assertThat(refused).isBetween(RESPONSES * 3 / 4, RESPONSES);
    }

    @Test
    void complete_mutatedBase64_isRefusedOrMeansTheSame() {
        Random random = new Random(7);
        String text = Base64.getEncoder().encodeToString(good);
        int refused = 0;
        for (int i = 0; i < RESPONSES; i++) {
            StringBuilder mutated = new StringBuilder(text);
            mutated.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x250));
            if (isRefused(mutated.toString())) {
                refused++;
            }
        }
        assertThat(refused).isBetween(RESPONSES * 3 / 4, RESPONSES);
    }

    @Test
    void complete_everyHundredthCut_isRefused() {
        for (int length = 0; length < good.length; length += 100) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThat(isRefused(Base64.getEncoder().encodeToString(cut))).isTrue();
        }
        assertThat(isRefused(Base64.getEncoder().encodeToString(good))).isFalse();
    }

    /** Anything but the documented exception, and anything but the good result, fails the test. */
    private static boolean isRefused(String response) {
        try {
            byte[] result =
                    builder.build()
                            .complete(request.pending(), response, request.pending().requestId());
            assertThat(result).isEqualTo(signed);
            return false;
        } catch (SigningException e) {
            assertThat(e.remedy()).isNotBlank();
            return true;
        }
    }

    private static byte[] mutated(Random random) {
        byte[] message = good.clone();
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int from = random.nextInt(message.length);
            int to = Math.min(message.length, from + 1 + random.nextInt(40));
            message =
                    switch (random.nextInt(4)) {
                        case 0 -> flipped(message, from, random);
                        case 1 -> joined(message, from, message, to);
                        case 2 -> joined(message, to, message, from);
                        default -> joined(message, from, good, random.nextInt(good.length));
                    };
            if (message.length == 0) {
                return message;
            }
        }
        return message;
    }

    private static byte[] flipped(byte[] message, int at, Random random) {
        byte[] changed = message.clone();
        changed[at] = (byte) random.nextInt(256);
        return changed;
    }

    /** The first bytes of one, and the last of another. */
    private static byte[] joined(byte[] start, int length, byte[] end, int from) {
        byte[] all = Arrays.copyOf(start, length + end.length - from);
        System.arraycopy(end, from, all, length, end.length - from);
        return all;
    }
}
