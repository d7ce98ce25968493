package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void header_ofAnotherVersionOrUnqualified_isReadByItsNames() throws Exception {
        String list =
                "<ProcessingStatusList xmlns=\"\"><logicalAddress> A </logicalAddress>"
                        + "<statusCode>DataFromMoon</statusCode><new><x/></new></ProcessingStatusList>";
        Reply<String> reply =
                answered(
                        "<s:ProcessingStatus xmlns:s=\"urn:riv:interoperability:headers:2\">"
                                + list
                                + "</s:ProcessingStatus>");

        assertThat(reply.message()).isEqualTo("svar");
        assertThat(reply.sources()).hasSize(1);
        assertThat(reply.sources().get(0).logicalAddress()).isEqualTo("A");
        assertThat(reply.sources().get(0).statusCode()).isEqualTo("DataFromMoon");
        assertThat(reply.sources().get(0).isUpToDate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h:ProcessingStatusList/>",
                "<h:ProcessingStatusList>skräp</h:ProcessingStatusList>",
                "<h:ProcessingStatusList><h:statusCode><h:a>Data</h:a><h:b/>FromMars</h:statusCode>"
                        + "<h:lastUnsuccessfulSynchError>skräp</h:lastUnsuccessfulSynchError>"
                        + "</h:ProcessingStatusList>",
                "<h:ProcessingStatusList><h:logicalAddress><h:x/></h:logicalAddress><h:statusCode/>"
                        + "</h:ProcessingStatusList>"
            })
    void header_ofGarbage_leavesTheAnswerAndCountsAsASourceThatFailed(String garbage)
            throws Exception {
        Reply<String> reply =
                answered(
                        "<h:ProcessingStatus xmlns:h=\"urn:riv:interoperability:headers:1\">skräp"
                                + garbage
                                + "</h:ProcessingStatus>");

        assertThat(reply.message()).isEqualTo("svar");
        assertThat(reply.sources()).hasSize(1);
        assertThat(reply.sources()).noneMatch(ProcessingStatus::isUpToDate);
    }

    @Test
    void header_ofSomebodyElse_isNone() throws Exception {
        assertThat(
                        answered(
                                        "<ProcessingStatus xmlns=\"urn:x\"><ProcessingStatusList/>"
                                                + "</ProcessingStatus><ProcessingStatus/>")
                                .sources())
                .isEmpty();
    }

    private static Reply<String> answered(String header) throws Exception {
        String answer =
                Echo.answer("svar")
                        .replace(
                                "<soap:Body>",
                                "<soap:Header>" + header + "</soap:Header><soap:Body>");
        RawServer.Script script =
                (request, out) -> {
                    out.write(RawServer.ok(answer));
                    return true;
                };
        try (RawServer server = new RawServer(Pki.serverContext(), script);
                RivtaClient client = Pki.client(server.url()).build()) {
            return client.exchange(Echo.QUERY, RivtaClientTest.TO, "fråga");
        }
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
