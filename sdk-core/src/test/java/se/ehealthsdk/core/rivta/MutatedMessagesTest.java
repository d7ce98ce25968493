package se.ehealthsdk.core.rivta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes from outside may be any bytes: a good message with bytes changed, lost, doubled or moved is
 * answered, or refused with a fault, and never anything else.
 */
class MutatedMessagesTest {

    private static final int MESSAGES = 3_000;

    private static final byte[] GOOD =
            ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope"
                            + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header>"
                            + "<itr:LogicalAddress xmlns:itr=\"urn:riv:itintegration:registry:1\">SE1"
                            + "</itr:LogicalAddress></soap:Header><soap:Body><Echo xmlns=\""
                            + Echo.NAMESPACE
                            + "\"><text>åäö &amp; <![CDATA[<x>]]></text><later a='1'/></Echo>"
                            + "</soap:Body></soap:Envelope>")
                    .getBytes(UTF_8);

    private final RivtaEndpoint endpoint =
            RivtaEndpoint.builder().on(Echo.QUERY, (text, caller) -> text).build();

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 42})
    void handle_mutatedMessage_isAnsweredOrRefused(long seed) throws Exception {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < MESSAGES; i++) {
            EndpointResponse response = handled(mutated(random));
            assertThat(response.status()).isIn(200, 500);
            String body = new String(response.body().readAllBytes(), UTF_8);
            assertThat(body).doesNotContain("Internal error");
            if (response.status() == 500) {
                assertThat(body).contains("faultcode");
                refused++;
            }
        }
        assertThat(refused).isBetween(MESSAGES / 4, MESSAGES - 1);
    }

    @Test
    void handle_everyCutMessage_isRefused() throws Exception {
        for (int length = 0; length < GOOD.length; length++) {
            assertThat(handled(Arrays.copyOf(GOOD, length)).status()).isEqualTo(500);
        }
        assertThat(handled(GOOD).status()).isEqualTo(200);
    }

    private EndpointResponse handled(byte[] message) throws Exception {
        return endpoint.handle(
                new EndpointRequest(
                        "POST", Map.of(), new ByteArrayInputStream(message), Optional.empty()));
    }

    private static byte[] mutated(Random random) {
        byte[] message = GOOD.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int from = random.nextInt(message.length);
            int to = Math.min(message.length, from + 1 + random.nextInt(20));
            message =
                    switch (random.nextInt(4)) {
                        case 0 -> flipped(message, from, random);
                        case 1 -> joined(message, from, message, to);
                        case 2 -> joined(message, to, message, from);
                        default -> joined(message, from, GOOD, random.nextInt(GOOD.length));
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
