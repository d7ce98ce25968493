package se.ehealthsdk.discharge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.exchange.Systems.AID;
import static se.ehealthsdk.discharge.exchange.Systems.MUNICIPALITY;
import static se.ehealthsdk.discharge.exchange.Systems.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;

/** The sending side against a peer that answers late, wrongly or not at all. */
class AwkwardPeerTest {

    private interface Answer {
        void to(HttpExchange exchange, Envelope envelope) throws IOException;
    }

    @TempDir Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Envelope> came = new CopyOnWriteArrayList<>();
    private final HttpsDischargeExchangeTest.Alarms alarms =
            new HttpsDischargeExchangeTest.Alarms();
    private HttpsServer server;
    private HttpsDischargeExchange hospital;

    @BeforeEach
    void open() throws IOException {
        server = HttpsServer.create(Systems.loopback(0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(
                        Systems.credential(MUNICIPALITY).sslContext(Systems.trust())));
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        Envelope envelope = Envelope.read(exchange.getRequestBody().readAllBytes());
                        came.add(envelope);
                        Answer special = answers.poll();
                        Answer answer = special == null ? AwkwardPeerTest::ok : special;
                        answer.to(exchange, envelope);
                    }
                });
        server.start();
        hospital =
                Systems.hospitalSystem(folder, server.getAddress().getPort())
                        .listener(alarms)
                        .open();
    }

    @AfterEach
    void close() {
        over.countDown();
        hospital.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private static void ok(HttpExchange exchange, Envelope envelope) throws IOException {
        answer(exchange, 200, ack(envelope.message().value(), "ok"));
    }

    private static String ack(String message, String status) {
        return "{\"messageId\":\""
                + message
                + "\",\"status\":\""
                + status
                + "\",\"at\":\"2026-03-06T11:00:00Z\"}";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private CaseEvent sent(Answer... first) {
        answers.addAll(List.of(first));
        CaseEvent event = Systems.fromWard(CaseId.random(), AID);
        hospital.send(event);
        return event;
    }

    private State state(CaseEvent event) {
        return hospital.status(event.id()).get(0).state();
    }

    @Test
    void resend_hasTheSameMessageAndLetterAndAnotherEnvelope() {
        CaseEvent event =
                sent((exchange, envelope) -> {}, (exchange, envelope) -> answer(exchange, 500, ""));
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
        assertThat(came).hasSize(3);
        assertThat(came).extracting(Envelope::id).doesNotHaveDuplicates();
        assertThat(came).extracting(Envelope::message).containsOnly(event.id());
        assertThat(came).extracting(Envelope::sequence).containsOnly(came.get(0).sequence());
        assertThat(came).allSatisfy(it -> assertThat(it.letter()).isEqualTo(Letter.write(event)));
        assertThat(hospital.status(event.id()).get(0).sendings()).isEqualTo(3);
        assertThat(alarms.heard).containsExactly("sent 1", "sent 2", "sent 3");
    }

    @Test
    void answerThatIsLostAfterItWasWritten_endsRight() {
        CaseEvent event =
                sent(
                        (exchange, envelope) -> {
                            // half of the acknowledgement, then the connection is gone
                            exchange.sendResponseHeaders(200, 500);
                            exchange.getResponseBody().write('{');
                        });
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
        assertThat(came).hasSize(2);
    }

    @Test
    void answerThatCutsOffTheConnectionEachTime_holdsTheMessageWithAnAlarm() {
        Answer cut = (exchange, envelope) -> {};
        CaseEvent event = sent(cut, cut, cut);
        // the state is durable before anyone is told of it
        await("an alarm", () -> alarms.heard.contains("held 3"));
        assertThat(state(event)).isEqualTo(State.HELD);
        assertThat(came).hasSize(3);
        assertThat(alarms.heard).containsExactly("sent 1", "sent 2", "sent 3", "held 3");
        assertThat(hospital.resend(event.id(), MUNICIPALITY)).isTrue();
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
    }

    @Test
    void peerThatAnswersTooLate_isNotWaitedForAndTheMessageIsSentAgain() {
        CaseEvent event =
                sent(
                        (exchange, envelope) -> {
                            try {
                                over.await();
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                        });
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
        assertThat(came).hasSize(2);
    }

    @Test
    void peerThatSendsAByteNowAndThen_isCutOff() {
        CaseEvent event =
                sent(
                        (exchange, envelope) -> {
                            exchange.sendResponseHeaders(200, 0);
                            try {
                                while (!over.await(
                                        100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                                    exchange.getResponseBody().write(' ');
                                    exchange.getResponseBody().flush();
                                }
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                        });
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
        assertThat(came).hasSize(2);
    }

    @Test
    void answersThatAreNoAcknowledgement_areNotTakenForOne() {
        String endless = "{\"text\":\"" + "x".repeat(400_000) + "\"}";
        CaseEvent event =
                sent(
                        (exchange, envelope) -> answer(exchange, 200, endless),
                        (exchange, envelope) -> answer(exchange, 200, ack("another", "ok")));
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
        CaseEvent second =
                sent(
                        (exchange, envelope) -> answer(exchange, 200, "<html>Welcome</html>"),
                        (exchange, envelope) ->
                                answer(exchange, 200, ack(envelope.message().value(), "perhaps")));
        await("an acknowledgement", () -> state(second) == State.ACKNOWLEDGED);
        assertThat(came).hasSize(6);
    }

    @Test
    void busyPeer_isLeftAloneAndNothingIsCounted() {
        Answer busy = (exchange, envelope) -> answer(exchange, 503, "");
        CaseEvent event = sent(busy, busy, busy, busy, busy);
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
        assertThat(hospital.status(event.id()).get(0).sendings()).isEqualTo(1);
        assertThat(alarms.heard).doesNotContain("held 3");
    }

    @Test
    void messageThatIsTooLarge_isRefusedAtOnce() {
        CaseEvent event = sent((exchange, envelope) -> answer(exchange, 413, ""));
        await("an alarm", () -> state(event) == State.REFUSED);
        await("the alarm heard", () -> alarms.heard.contains("refused too-large"));
    }

    @Test
    void redirect_isNotFollowed() {
        CaseEvent event =
                sent(
                        (exchange, envelope) -> {
                            exchange.getResponseHeaders().set("Location", "/elsewhere");
                            answer(exchange, 307, "");
                        });
        await("an acknowledgement", () -> state(event) == State.ACKNOWLEDGED);
        assertThat(came).extracting(Envelope::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void fatalAcknowledgement_isNotSentAgain() {
        CaseEvent event =
                sent(
                        (exchange, envelope) ->
                                answer(
                                        exchange,
                                        200,
                                        ack(envelope.message().value(), "fatal-error")));
        await("an alarm", () -> state(event) == State.REFUSED);
        assertThat(came).hasSize(1);
    }
}
