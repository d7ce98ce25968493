package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;

class RivtaClientTest {

    static final LogicalAddress TO = LogicalAddress.of("SE165565594230-1000");

    private static final List<Caller> CALLERS = Collections.synchronizedList(new ArrayList<>());
    private static RivtaServer server;
    private static RivtaClient client;

    @BeforeAll
    static void start() {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                Echo.QUERY,
                                (text, caller) -> {
                                    CALLERS.add(caller);
                                    return switch (text) {
                                        case "fail" ->
                                                throw new IllegalStateException("191212121212");
                                        case "client" ->
                                                throw RivtaFault.client("Så får du inte göra");
                                        default -> text;
                                    };
                                })
                        .build();
        server =
                RivtaServer.start(
                        endpoint,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Pki.server(),
                        Pki.trust());
        client = Pki.client(server.url()).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void call_overMutualTls_bringsTheMessageThereAndBack() {
        assertThat(client.call(Echo.QUERY, TO, "Åsa <Öberg> & co")).isEqualTo("Åsa <Öberg> & co");

        Caller caller = CALLERS.get(CALLERS.size() - 1);
        assertThat(caller.logicalAddress()).isEqualTo(TO);
        assertThat(caller.sender()).contains(HsaId.of(Pki.SYSTEM));
        assertThat(caller.correlationId()).hasValueSatisfying(id -> assertThat(id).hasSize(36));
        assertThat(caller.onBehalfOf()).isEmpty();
    }

    @Test
    void call_jaxbClasses_workAsCodecsDo() {
        assertThat(client.call(Echo.JAXB, TO, Echo.EchoType.of("från en leverantör")).text)
                .isEqualTo("från en leverantör");
    }

    @Test
    void with_headersOfTheProfile_reachTheProducer() {
        RivtaClient agent =
                client.with(
                        options ->
                                options.onBehalfOf(HsaId.of("SE2321000016-AGENT"))
                                        .originalConsumer(HsaId.of("SE2321000016-ORIG")));

        agent.call(Echo.QUERY, TO, "x");

        Caller caller = CALLERS.get(CALLERS.size() - 1);
        assertThat(caller.onBehalfOf()).contains(HsaId.of("SE2321000016-AGENT"));
        assertThat(caller.originalConsumer()).contains(HsaId.of("SE2321000016-ORIG"));
    }

    @Test
    void call_byManyThreads_allHaveTheirOwnAnswer() {
        List<String> answers =
                IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> client.call(Echo.QUERY, TO, "nr " + i))
                        .toList();
        assertThat(answers)
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> "nr " + i).toList());
    }

    @Test
    void call_handlerFails_isAServerFaultWithoutItsText() {
        assertThatThrownBy(
                        () ->
                                client.with(options -> options.retry(RetryPolicy.NONE))
                                        .call(Echo.QUERY, TO, "fail"))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> {
                            assertThat(fault.faultCode()).isEqualTo("Server");
                            assertThat(fault.faultString())
                                    .contains("log id")
                                    .doesNotContain("191212121212");
                            assertThat(fault.details().orElseThrow().httpStatus()).hasValue(500);
                        });
    }

    @Test
    void call_handlerRefuses_givesItsFault() {
        assertThatThrownBy(() -> client.call(Echo.QUERY, TO, "client"))
                .isInstanceOfSatisfying(
                        ServiceFaultException.class,
                        fault -> {
                            assertThat(fault.faultCode()).isEqualTo("Client");
                            assertThat(fault.faultString()).isEqualTo("Så får du inte göra");
                            assertThat(fault.retryable()).isFalse();
                        });
    }

    @Test
    void call_requestOverTheLimit_isRefusedBeforeSending() {
        int before = CALLERS.size();
        assertThatThrownBy(
                        () ->
                                client.with(options -> options.maxRequestBytes(2_000))
                                        .call(Echo.QUERY, TO, "x".repeat(2_000)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("2000 bytes");
        assertThat(CALLERS).hasSize(before);
    }

    @Test
    void call_characterThatXmlCannotCarry_isRefusedBeforeSending() {
        assertThatThrownBy(() -> client.call(Echo.QUERY, TO, "a\u0000b"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void listener_duringACall_hearsEachStepInOrder() {
        List<String> heard = new ArrayList<>();
        RivtaClient fresh =
                Pki.client(server.url())
                        .options(options -> options.listener(recording(heard)))
                        .build();
        try (fresh) {
            fresh.call(Echo.QUERY, TO, "a");
            fresh.call(Echo.QUERY, TO, "b");
        }
        assertThat(heard)
                .containsExactly(
                        "started",
                        "TLSv1.3",
                        "connected new",
                        "succeeded",
                        "started",
                        "connected reused",
                        "succeeded");
    }

    @Test
    void listener_thatThrows_doesNotTouchTheCall() {
        RivtaClient withBroken =
                client.with(
                        options ->
                                options.listener(
                                        new CallListener() {
                                            @Override
                                            public void started(CallInfo call) {
                                                throw new IllegalStateException("broken");
                                            }
                                        }));
        assertThat(withBroken.call(Echo.QUERY, TO, "still")).isEqualTo("still");
    }

    @Test
    void interceptor_thatThrows_stopsTheCall() {
        RivtaClient vetoed =
                client.with(
                        options ->
                                options.interceptor(
                                        call -> {
                                            throw new SecurityException("not now");
                                        }));
        assertThatThrownBy(() -> vetoed.call(Echo.QUERY, TO, "x"))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void interceptor_reservedOrBrokenHeader_isRefused() {
        for (String name :
                List.of("x-vp-sender-id", "X-VP-Instance-Id", "SOAPAction", "a b", "Host")) {
            assertThatThrownBy(() -> withHeader(name, "v").call(Echo.QUERY, TO, "x"))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> withHeader("x-own", "a\r\nb: c").call(Echo.QUERY, TO, "x"))
                .isInstanceOf(InvalidInputException.class);
        assertThat(withHeader("traceparent", "00-abc-01").call(Echo.QUERY, TO, "x")).isEqualTo("x");
    }

    @Test
    void close_afterwards_callsFailClearly() {
        RivtaClient closed = Pki.client(server.url()).build();
        closed.close();
        assertThatThrownBy(() -> closed.call(Echo.QUERY, TO, "x"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void build_withoutWhatIsRequired_saysWhatToSet() {
        assertThatThrownBy(() -> RivtaClient.builder().build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("environment");
        assertThatThrownBy(
                        () ->
                                RivtaClient.builder()
                                        .environment(Environment.ntjpQa(Pki.trust()))
                                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("credential");
    }

    @Test
    void build_certificateThatCannotWork_isToldAtOnce() {
        for (var bad :
                List.of(
                        Pki.PKI.expired(Pki.SYSTEM),
                        Pki.PKI.notYetValid(Pki.SYSTEM),
                        Pki.PKI.withoutClientAuth(Pki.SYSTEM),
                        Pki.PKI.withoutDigitalSignature(Pki.SYSTEM),
                        Pki.PKI.withoutSerialNumber())) {
            assertThatThrownBy(
                            () ->
                                    RivtaClient.builder()
                                            .environment(Environment.ntjpQa(Pki.trust()))
                                            .credential(Pki.credential(bad))
                                            .build())
                    .as(bad.name())
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            told -> assertThat(told.remedy()).isNotBlank());
        }
    }

    @Test
    void environment_addressThatCannotWork_isRefused() {
        for (String url :
                List.of(
                        "http://host/vp",
                        "https://host/vp?a=b",
                        "https://host/vp#x",
                        "https:///vp")) {
            assertThatThrownBy(() -> Environment.of("x", URI.create(url), Pki.trust()))
                    .as(url)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void environment_urls_followConventionUnlessOverridden() {
        Environment qa = Environment.ntjpQa(Pki.trust());
        assertThat(qa.urlOf(Echo.QUERY))
                .hasToString("https://qa.esb.ntjp.se/vp/test/echo/Echo/1/rivtabp21");
        URI own = URI.create("https://region.example/rivta/echo");
        assertThat(qa.withUrl(Echo.QUERY, own).urlOf(Echo.QUERY)).isEqualTo(own);
        assertThat(qa.withBaseUrl(URI.create("https://r.example/")).urlOf(Echo.QUERY))
                .hasToString("https://r.example/test/echo/Echo/1/rivtabp21");
    }

    @Test
    void options_valuesThatCannotWork_areRefused() {
        CallOptions options = CallOptions.DEFAULT;
        assertThatThrownBy(() -> options.answerTimeout(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> options.deadline(Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> options.maxRequestBytes(0))
                .isInstanceOf(InvalidInputException.class);
        assertThat(options.answerTimeout(Duration.ofSeconds(1)).answerTimeout()).hasSeconds(1);
        assertThat(options.answerTimeout()).hasSeconds(40);
    }

    private static RivtaClient withHeader(String name, String value) {
        return client.with(options -> options.interceptor(call -> call.header(name, value)));
    }

    private static CallListener recording(List<String> heard) {
        return new CallListener() {
            @Override
            public void started(CallInfo call) {
                heard.add("started");
            }

            @Override
            public void handshake(CallInfo call, int attempt, TlsHandshake tls) {
                heard.add(tls.protocol());
            }

            @Override
            public void connected(CallInfo call, int attempt, Duration waited, boolean reused) {
                heard.add(reused ? "connected reused" : "connected new");
            }

            @Override
            public void succeeded(CallInfo call, CallDetails details) {
                heard.add("succeeded");
            }

            @Override
            public void failed(CallInfo call, EHealthException failure) {
                heard.add("failed");
            }
        };
    }
}
