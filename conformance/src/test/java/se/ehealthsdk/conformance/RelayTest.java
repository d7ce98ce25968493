package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.ehealthsdk.conformance.SchemaSamples.Filling;
import se.ehealthsdk.core.rivta.Handler;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;

/**
 * The SDK between two Apache CXFs that validate by the official WSDLs: CXF calls the SDK's endpoint,
 * which asks CXF's service with the SDK's client and answers what it got. What comes out at either end
 * is what went in at the other, for every interaction, over mutual TLS on both sides.
 */
@NeedsOfficialContracts
class RelayTest {

    private static final String ADDRESS = "SE165565594230-1000";

    private static CxfServer cxfServer;
    private static CxfClient cxfClient;

    @BeforeAll
    static void start() {
        cxfServer = CxfServer.start(Parties.cxfServer());
        cxfClient = new CxfClient(Parties.cxfClient());
    }

    @AfterAll
    static void stop() {
        cxfClient.close();
        cxfServer.close();
    }

    static List<OfficialInteraction> interactions() {
        return OfficialContracts.all();
    }

    @ParameterizedTest
    @MethodSource("interactions")
    void call_relayedByTheSdk_saysTheSameAtBothEnds(OfficialInteraction interaction) {
        AtomicReference<String> asked = new AtomicReference<>();
        AtomicReference<String> answer = new AtomicReference<>();
        URI service =
                cxfServer.serve(
                        interaction,
                        request -> {
                            asked.set(request);
                            return answer.get();
                        });

        RivtaContract<?, ?> contract = SdkContracts.of(interaction);

        try (RivtaClient client = Parties.client(contract, service);
                RivtaServer relay = relay(contract, client)) {
            for (Filling filling : Filling.values()) {
                for (long seed : filling.seeds().limit(4).toArray()) {
                    String request = sample(interaction, true, filling, seed);
                    answer.set(sample(interaction, false, filling, seed));

                    String got = cxfClient.call(interaction, relay.url(), ADDRESS, request);

                    assertSame(interaction, request, asked.get());
                    assertSame(interaction, answer.get(), got);
                }
            }
        }
    }

    private static <Q, R> RivtaServer relay(RivtaContract<Q, R> contract, RivtaClient client) {
        Handler<Q, R> onward =
                (request, caller) -> client.call(contract, caller.logicalAddress(), request);
        return RivtaServer.start(
                RivtaEndpoint.builder().on(contract, onward).build(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Parties.server(),
                Parties.ROOTS);
    }

    private static String sample(
            OfficialInteraction interaction, boolean request, Filling filling, long seed) {
        return Xml.text(
                SchemaSamples.sample(
                        interaction,
                        request ? interaction.request() : interaction.response(),
                        filling,
                        seed));
    }

    private static void assertSame(OfficialInteraction interaction, String sent, String received) {
        assertThat(
                        CanonicalForm.difference(
                                CanonicalForm.withExtensions(
                                        interaction, Xml.parse(sent).getDocumentElement()),
                                CanonicalForm.withExtensions(
                                        interaction, Xml.parse(received).getDocumentElement())))
                .as(() -> sent)
                .isEmpty();
    }
}
