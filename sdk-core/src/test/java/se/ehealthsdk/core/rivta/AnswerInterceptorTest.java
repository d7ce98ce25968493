package se.ehealthsdk.core.rivta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.core.rivta.RivtaClientTest.TO;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ServiceFaultException;

class AnswerInterceptorTest {

    private static RivtaServer server;
    private static RivtaClient client;

    private final List<String> events = new ArrayList<>();

    private final CallListener listener =
            new CallListener() {
                @Override
                public void succeeded(CallInfo call, CallDetails details) {
                    events.add("succeeded");
                }

                @Override
                public void failed(CallInfo call, EHealthException failure) {
                    events.add("failed");
                }
            };

    @BeforeAll
    static void start() {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                Echo.QUERY,
                                (text, caller) -> {
                                    if (text.equals("fail")) {
                                        throw RivtaFault.client("no");
                                    }
                                    return text + "!";
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

    private RivtaClient with(UnaryOperator<CallOptions> change) {
        return client.with(options -> change.apply(options.listener(listener)));
    }

    @Test
    void interceptors_ofAnAnswer_haveRequestAndAnswerInOrderAfterTheListeners() {
        RivtaClient recording =
                with(
                        options ->
                                options.answerInterceptor(
                                                (call, request, answer) ->
                                                        events.add(
                                                                call.contract().interaction()
                                                                        + call.logicalAddress()
                                                                        + request
                                                                        + answer))
                                        .answerInterceptor(
                                                (call, request, answer) -> events.add("second")));

        assertThat(recording.call(Echo.QUERY, TO, "hej")).isEqualTo("hej!");

        assertThat(events).containsExactly("succeeded", "Echo" + TO + "hejhej!", "second");
    }

    @Test
    void answer_whenAnInterceptorThrows_isWithheldAndTheCallHasStillSucceeded() {
        RuntimeException full = new IllegalStateException("disk full");
        InvalidInputException ours = new InvalidInputException("x", "is wrong", "right");
        for (RuntimeException failure : List.of(full, ours)) {
            events.clear();
            RivtaClient withholding =
                    with(
                            options ->
                                    options.answerInterceptor(
                                                    (call, request, answer) -> {
                                                        throw failure;
                                                    })
                                            .answerInterceptor(
                                                    (call, request, answer) -> events.add("next")));

            assertThatThrownBy(() -> withholding.exchange(Echo.QUERY, TO, "hej")).isSameAs(failure);

            assertThat(events).containsExactly("succeeded");
        }
    }

    @Test
    void interceptor_ofACallThatFails_isNotCalled() {
        RivtaClient recording =
                with(
                        options ->
                                options.answerInterceptor(
                                        (call, request, answer) -> events.add("answer")));

        assertThatThrownBy(() -> recording.call(Echo.QUERY, TO, "fail"))
                .isInstanceOf(ServiceFaultException.class);

        assertThat(events).containsExactly("failed");
    }
}
