package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.rivta.ProcessingStatus.Failure;

class AggregatedAnswerTest {

    private static final ProcessingStatus ANSWERED =
            ProcessingStatus.fromSource("SE2321000016-SRC1", "20261122150000");
    private static final ProcessingStatus SILENT =
            ProcessingStatus.noData(
                    "SE2321000016-SRC2",
                    "20261122150015",
                    new Failure("service_producer", "VP009", "Read timed out <15 s> & gave up"));

    @Test
    void exchange_withAnAggregatingService_tellsOfEachSource() {
        Reply<String> reply = exchange(List.of(ANSWERED, SILENT), "x".repeat(300_000));

        assertThat(reply.message()).hasSize(300_000);
        assertThat(reply.sources()).containsExactly(ANSWERED, SILENT);
        assertThat(reply.sources().get(0).isUpToDate()).isTrue();
        assertThat(reply.sources().get(1).isUpToDate()).isFalse();
        assertThat(SILENT.toString()).doesNotContain("gave up");
    }

    @Test
    void exchange_withAPlainProducer_tellsOfNoSource() {
        assertThat(exchange(List.of(), "one").sources()).isEmpty();
    }

    private static Reply<String> exchange(List<ProcessingStatus> sources, String text) {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .onAggregated(
                                Echo.QUERY, (request, caller) -> new Aggregated<>(request, sources))
                        .build();
        try (RivtaServer server =
                        RivtaServer.start(
                                endpoint,
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                                Pki.server(),
                                Pki.trust());
                RivtaClient client = Pki.client(server.url()).build()) {
            return client.exchange(Echo.QUERY, RivtaClientTest.TO, text);
        }
    }
}
