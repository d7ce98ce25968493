package se.ehealthsdk.discharge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.discharge.exchange.Systems.AID;
import static se.ehealthsdk.discharge.exchange.Systems.HOSPITAL;
import static se.ehealthsdk.discharge.exchange.Systems.MUNICIPALITY;
import static se.ehealthsdk.discharge.exchange.Systems.NURSES;
import static se.ehealthsdk.discharge.exchange.Systems.STRANGER;
import static se.ehealthsdk.discharge.exchange.Systems.WARD;
import static se.ehealthsdk.discharge.exchange.Systems.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Receipt;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;
import se.ehealthsdk.outbox.OutboxException;

/** Two systems in one process, over TLS. */
class HttpsDischargeExchangeTest {

    @TempDir Path folder;

    private final int hospitalPort = Systems.freePort();
    private final int municipalPort = Systems.freePort();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<CaseEvent> atHospital = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<CaseEvent> atMunicipality = new ConcurrentLinkedQueue<>();
    private final Alarms alarms = new Alarms();
    private final CaseId caseId = CaseId.random();

    static final class Alarms implements ExchangeListener {
        final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void sent(HsaId peer, MessageId message, int times) {
            heard.add("sent " + times);
        }

        @Override
        public void refused(HsaId peer, Acknowledgement ack) {
            heard.add("refused " + ack.code().orElse(""));
        }

        @Override
        public void held(HsaId peer, MessageId message, int times) {
            heard.add("held " + times);
        }

        @Override
        public void unreachable(HsaId peer, String reason) {
            heard.add("unreachable " + reason);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private HttpsDischargeExchange hospital() {
        return opened(
                Systems.hospitalSystem(folder.resolve("hospital"), municipalPort).listener(alarms));
    }

    private HttpsDischargeExchange municipality() {
        return opened(Systems.municipalSystem(folder.resolve("municipality"), hospitalPort));
    }

    private HttpsDischargeExchange opened(HttpsDischargeExchange.Builder builder) {
        HttpsDischargeExchange exchange = builder.open();
        open.add(exchange);
        return exchange;
    }

    private static State state(DischargeExchange exchange, CaseEvent event) {
        return exchange.status(event.id()).get(0).state();
    }

    @Test
    void messagesBothWays_arriveAndAreAcknowledged() {
        HttpsDischargeExchange hospital = hospital();
        HttpsDischargeExchange municipality = municipality();
        hospital.receive((event, reception) -> atHospital.add(event));
        municipality.receive((event, reception) -> atMunicipality.add(event));
        hospital.serve(Systems.loopback(hospitalPort));
        municipality.serve(Systems.loopback(municipalPort));

        CaseEvent notice = Systems.fromWard(caseId, AID, NURSES);
        hospital.send(notice);
        await("the notice", () -> atMunicipality.contains(notice));
        CaseEvent receipt = Systems.fromAid(caseId, new Receipt(notice.id()));
        municipality.send(receipt);
        await("the receipt", () -> atHospital.contains(receipt));
        await("its acknowledgement", () -> state(municipality, receipt) == State.ACKNOWLEDGED);

        assertThat(hospital.status(notice.id()))
                .hasSize(2)
                .allSatisfy(
                        status -> {
                            assertThat(status.state()).isEqualTo(State.ACKNOWLEDGED);
                            assertThat(status.peer()).isEqualTo(MUNICIPALITY);
                            assertThat(status.sendings()).isEqualTo(1);
                            assertThat(status.acknowledgement()).isPresent();
                        })
                .extracting(RecipientStatus::unit)
                .containsExactly(AID, NURSES);
        assertThat(hospital.status(MessageId.random())).isEmpty();
    }

    @Test
    void peerThatIsDown_getsEverythingInOrderWhenItIsUp() {
        HttpsDischargeExchange hospital = hospital();
        List<CaseEvent> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            CaseEvent event = Systems.fromWard(caseId, AID);
            sent.add(event);
            hospital.send(event);
        }
        await("an alarm", () -> alarms.heard.stream().anyMatch(it -> it.startsWith("unreachable")));
        HttpsDischargeExchange municipality = municipality();
        municipality.receive((event, reception) -> atMunicipality.add(event));
        municipality.serve(Systems.loopback(municipalPort));
        await("all", () -> atMunicipality.size() == 6);
        assertThat(atMunicipality).containsExactlyElementsOf(sent);
        assertThat(alarms.heard).noneMatch(it -> it.startsWith("held"));
    }

    @Test
    void messageThatFails_holdsItsCaseInOrderAndNoOther() {
        HttpsDischargeExchange hospital = hospital();
        HttpsDischargeExchange municipality = municipality();
        CaseId other = CaseId.random();
        Set<CaseId> failing = java.util.concurrent.ConcurrentHashMap.newKeySet();
        failing.add(caseId);
        municipality.receive(
                (event, reception) -> {
                    if (failing.contains(event.caseId())) {
                        throw new IllegalStateException();
                    }
                    atMunicipality.add(event);
                });
        municipality.serve(Systems.loopback(municipalPort));
        CaseEvent first = Systems.fromWard(caseId, AID);
        CaseEvent second = Systems.fromWard(caseId, AID);
        CaseEvent elsewhere = Systems.fromWard(other, AID);
        hospital.send(first);
        hospital.send(second);
        hospital.send(elsewhere);
        await("the other case", () -> atMunicipality.contains(elsewhere));
        await("an alarm", () -> alarms.heard.contains("held 3"));
        assertThat(state(hospital, first)).isEqualTo(State.HELD);
        assertThat(state(hospital, second)).isEqualTo(State.WAITING);
        assertThat(hospital.held())
                .extracting(RecipientStatus::message)
                .containsExactly(first.id());
        assertThat(hospital.status(first.id()).get(0).acknowledgement().orElseThrow().status())
                .isEqualTo(Acknowledgement.Status.TRANSIENT_ERROR);

        failing.clear();
        assertThat(hospital.resend(first.id(), MUNICIPALITY)).isTrue();
        await("both", () -> atMunicipality.size() == 3);
        assertThat(atMunicipality).containsExactly(elsewhere, first, second);
        assertThat(hospital.resend(first.id(), HOSPITAL)).isFalse();
    }

    @Test
    void heldMessageThatIsSetAside_letsItsCaseGoOn() {
        HttpsDischargeExchange hospital = hospital();
        HttpsDischargeExchange municipality = municipality();
        CaseEvent first = Systems.fromWard(caseId, AID);
        CaseEvent second = Systems.fromWard(caseId, AID);
        municipality.receive(
                (event, reception) -> {
                    if (event.equals(first)) {
                        throw new IllegalStateException();
                    }
                    atMunicipality.add(event);
                });
        municipality.serve(Systems.loopback(municipalPort));
        hospital.send(first);
        hospital.send(second);
        await("an alarm", () -> state(hospital, first) == State.HELD);
        assertThat(hospital.setAside(second.id(), MUNICIPALITY)).isFalse();
        assertThat(hospital.setAside(first.id(), MUNICIPALITY)).isTrue();
        await("the second", () -> atMunicipality.contains(second));
        assertThat(state(hospital, first)).isEqualTo(State.SET_ASIDE);
        await("its letter is gone", () -> letters() == 0);
    }

    /** How many letters the hospital keeps that are not to be purged next. */
    private int letters() {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("hospital/exchange.db"));
                Statement statement = connection.createStatement();
                java.sql.ResultSet rows =
                        statement.executeQuery(
                                "SELECT COUNT(*) FROM exchange_state WHERE state <> 2")) {
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusedMessage_isAnAlarmAndItsCaseGoesOn() {
        HttpsDischargeExchange hospital = hospital();
        HttpsDischargeExchange municipality = municipality();
        CaseEvent first = Systems.fromWard(caseId, AID);
        CaseEvent second = Systems.fromWard(caseId, AID);
        municipality.receive(
                (event, reception) -> {
                    if (event.equals(first)) {
                        throw new MessageRefusedException(AckCode.KIND_NOT_TAKEN, "Not that.");
                    }
                    atMunicipality.add(event);
                });
        municipality.serve(Systems.loopback(municipalPort));
        hospital.send(first);
        hospital.send(second);
        await("the second", () -> state(hospital, second) == State.ACKNOWLEDGED);
        assertThat(state(hospital, first)).isEqualTo(State.REFUSED);
        await("the alarm heard", () -> alarms.heard.contains("refused kind-not-taken"));
    }

    @Test
    void recipientThatThePeerDoesNotKnow_isRefusedAndTheOtherAcknowledged() {
        HttpsDischargeExchange hospital = hospital();
        HttpsDischargeExchange municipality =
                opened(
                        HttpsDischargeExchange.builder()
                                .credential(Systems.credential(MUNICIPALITY))
                                .trust(Systems.trust())
                                .storage(
                                        ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(
                                                folder.resolve("m")))
                                .ownUnits(Set.of(AID))
                                .peer(Systems.hospital(hospitalPort)));
        municipality.receive((event, reception) -> atMunicipality.add(event));
        municipality.serve(Systems.loopback(municipalPort));
        CaseEvent event = Systems.fromWard(caseId, AID, NURSES);
        hospital.send(event);
        await("an answer", () -> state(hospital, event) == State.ACKNOWLEDGED);
        assertThat(hospital.status(event.id()))
                .extracting(RecipientStatus::state)
                .containsExactly(State.ACKNOWLEDGED, State.REFUSED);
    }

    @Test
    void eventThatCannotBeSent_isRefusedBeforeAnythingIsKept() {
        HttpsDischargeExchange hospital = hospital();
        assertThatThrownBy(() -> hospital.send(Systems.fromWard(caseId)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("recipients");
        CaseEvent half = Systems.fromWard(caseId, AID, STRANGER);
        assertThatThrownBy(() -> hospital.send(half))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(STRANGER.value());
        assertThat(hospital.status(half.id())).isEmpty();
        assertThatThrownBy(
                        () ->
                                hospital.send(
                                        Systems.fromAid(caseId, new Receipt(MessageId.random()))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("sender");
    }

    @Test
    void sameEventTwice_isSentOnceAndAnotherUnderItsIdIsRefused() {
        HttpsDischargeExchange hospital = hospital();
        CaseEvent event = Systems.fromWard(caseId, AID);
        hospital.send(event);
        hospital.send(event);
        CaseEvent other =
                new CaseEvent(
                        event.id(),
                        caseId,
                        event.patient(),
                        event.sender(),
                        event.recipients(),
                        event.times(),
                        event.transcription(),
                        new Receipt(MessageId.random()));
        assertThatThrownBy(() -> hospital.send(other)).isInstanceOf(OutboxException.class);
        HttpsDischargeExchange municipality = municipality();
        municipality.receive((each, reception) -> atMunicipality.add(each));
        municipality.serve(Systems.loopback(municipalPort));
        CaseEvent last = Systems.fromWard(caseId, AID);
        hospital.send(last);
        await("the last", () -> atMunicipality.contains(last));
        assertThat(atMunicipality).containsExactly(event, last);
    }

    @Test
    void callersTransaction_sendsWhenItCommitsAndNotWhenItIsRolledBack() throws SQLException {
        HttpsDischargeExchange hospital = hospital();
        CaseEvent kept = Systems.fromWard(caseId, AID);
        CaseEvent undone = Systems.fromWard(caseId, AID);
        Properties durable = new Properties();
        durable.setProperty("journal_mode", "WAL");
        durable.setProperty("synchronous", "FULL");
        durable.setProperty("transaction_mode", "IMMEDIATE");
        durable.setProperty("busy_timeout", "10000");
        try (Connection callers =
                DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("hospital/exchange.db"), durable)) {
            callers.setAutoCommit(false);
            hospital.send(undone, callers);
            callers.rollback();
            hospital.send(kept, callers);
            callers.setAutoCommit(true);
        }
        assertThat(hospital.status(undone.id())).isEmpty();
        assertThat(hospital.status(kept.id())).hasSize(1);
    }

    @Test
    void handlerThatWritesAndAnswers_isDoneOnceWithItsAcknowledgementOrNotAtAll() {
        HttpsDischargeExchange hospital = hospital();
        HttpsDischargeExchange municipality = municipality();
        hospital.receive((event, reception) -> atHospital.add(event));
        hospital.serve(Systems.loopback(hospitalPort));
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        municipality.receive(
                (event, reception) -> {
                    Connection connection = reception.transaction().orElseThrow();
                    CaseEvent receipt = Systems.fromAid(caseId, new Receipt(event.id()));
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate(
                                "CREATE TABLE IF NOT EXISTS told (id TEXT PRIMARY KEY)");
                        statement.executeUpdate("INSERT INTO told VALUES ('" + event.id() + "')");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    municipality.send(receipt, connection);
                    attempts.add(1);
                    assertThatThrownBy(connection::commit)
                            .isInstanceOf(IllegalStateException.class);
                    assertThatThrownBy(() -> municipality.send(receipt))
                            .isInstanceOf(OutboxException.class);
                    if (attempts.size() == 1) {
                        throw new IllegalStateException("after all was written");
                    }
                });
        municipality.serve(Systems.loopback(municipalPort));
        CaseEvent event = Systems.fromWard(caseId, AID);
        hospital.send(event);
        await("the receipt", () -> !atHospital.isEmpty());
        await("the end", () -> state(hospital, event) == State.ACKNOWLEDGED);
        assertThat(attempts).hasSize(2);
        assertThat(atHospital).hasSize(1);
    }

    @Test
    void certificateOfAnUnknownIssuer_getsNothingThroughAndLosesNothing() throws Exception {
        HttpsDischargeExchange municipality = municipality();
        municipality.receive((event, reception) -> atMunicipality.add(event));
        municipality.serve(Systems.loopback(municipalPort));
        HttpsDischargeExchange impostor =
                Systems.hospitalSystem(folder.resolve("hospital"), municipalPort)
                        .credential(Systems.untrusted())
                        .listener(alarms)
                        .open();
        CaseEvent event = Systems.fromWard(caseId, AID);
        impostor.send(event);
        await(
                "an alarm",
                () ->
                        !alarms.heard.isEmpty()
                                && alarms.heard.stream()
                                        .anyMatch(
                                                it ->
                                                        it.startsWith("unreachable")
                                                                || it.startsWith("held")));
        assertThat(atMunicipality).isEmpty();
        impostor.close();
        HttpsDischargeExchange hospital = hospital();
        hospital.resend(event.id(), MUNICIPALITY);
        await("the message", () -> atMunicipality.contains(event));
    }

    @Test
    void peerThatDoesNotKnowThisSystem_isAnAlarmAndNothingIsLost() {
        HttpsDischargeExchange hospital = hospital();
        HttpsDischargeExchange strangers =
                opened(
                        HttpsDischargeExchange.builder()
                                .credential(Systems.credential(MUNICIPALITY))
                                .trust(Systems.trust())
                                .storage(
                                        ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(
                                                folder.resolve("m")))
                                .ownUnits(Set.of(AID))
                                .peer(new Peer(STRANGER, Systems.url(1), Set.of(WARD))));
        strangers.receive((event, reception) -> atMunicipality.add(event));
        ExchangeServer server = strangers.serve(Systems.loopback(municipalPort));
        CaseEvent event = Systems.fromWard(caseId, AID);
        hospital.send(event);
        await("an alarm", () -> alarms.heard.contains("unreachable HTTP status 403"));
        assertThat(state(hospital, event)).isEqualTo(State.WAITING);
        server.close();
        HttpsDischargeExchange municipality = municipality();
        municipality.receive((each, reception) -> atMunicipality.add(each));
        municipality.serve(Systems.loopback(municipalPort));
        await("the message", () -> atMunicipality.contains(event));
    }

    @Test
    void restartBeforeItsTime_doesNotSendEarlier() {
        Path own = folder.resolve("hospital");
        HttpsDischargeExchange.Builder patient =
                Systems.hospitalSystem(own, municipalPort)
                        .listener(alarms)
                        .resend(new ResendPolicy(Duration.ofHours(1), 2));
        HttpsDischargeExchange municipality = municipality();
        municipality.receive(
                (event, reception) -> {
                    atMunicipality.add(event);
                    throw new IllegalStateException();
                });
        municipality.serve(Systems.loopback(municipalPort));
        CaseEvent event = Systems.fromWard(caseId, AID);
        try (HttpsDischargeExchange before = patient.open()) {
            before.send(event);
            await(
                    "an answer",
                    () -> before.status(event.id()).get(0).acknowledgement().isPresent());
        }
        try (HttpsDischargeExchange after = patient.open()) {
            CaseEvent other = Systems.fromWard(CaseId.random(), AID);
            after.send(other);
            await("the other", () -> atMunicipality.contains(other));
            assertThat(state(after, event)).isEqualTo(State.SENT);
        }
        assertThat(atMunicipality).containsOnlyOnce(event);
        assertThat(alarms.heard).containsExactly("sent 1", "sent 1");
    }

    @Test
    void closedExchange_refusesToSendAndCanBeClosedAgain() throws Exception {
        HttpsDischargeExchange hospital = hospital();
        hospital.close();
        hospital.close();
        assertThatThrownBy(() -> hospital.send(Systems.fromWard(caseId, AID)))
                .isInstanceOf(OutboxException.class);
        assertThat(Files.exists(folder.resolve("hospital/exchange.db"))).isTrue();
    }

    @Test
    void serverWithTheCertificateOfAnotherSystem_getsNothing() {
        HttpsDischargeExchange other =
                opened(
                        Systems.municipalSystem(folder.resolve("other"), 1)
                                .credential(Systems.credential(STRANGER)));
        other.receive((event, reception) -> atMunicipality.add(event));
        ExchangeServer server = other.serve(Systems.loopback(municipalPort));
        HttpsDischargeExchange hospital = hospital();
        CaseEvent event = Systems.fromWard(caseId, AID);
        hospital.send(event);
        await(
                "an alarm",
                () ->
                        alarms.heard.contains(
                                "unreachable the server's certificate is not the peer's"));
        assertThat(state(hospital, event)).isEqualTo(State.WAITING);
        assertThat(atMunicipality).isEmpty();
        server.close();
    }

    @Test
    void unitThatJoinsLate_isSentWhatWasSaidBefore() {
        HttpsDischargeExchange hospital = hospital();
        CaseEvent first = Systems.fromWard(caseId, AID);
        CaseEvent second = Systems.fromWard(caseId, AID);
        HttpsDischargeExchange late = municipality();
        late.receive((event, reception) -> atMunicipality.add(event));
        late.serve(Systems.loopback(municipalPort));
        hospital.sendAgain(List.of(first, second), NURSES);
        await("both", () -> atMunicipality.size() == 2);
        assertThat(atMunicipality).containsExactly(first, second);
        hospital.sendAgain(List.of(first, second), NURSES);
        CaseEvent third = Systems.fromWard(caseId, AID);
        hospital.send(third);
        await("the third", () -> atMunicipality.contains(third));
        assertThat(atMunicipality).as("nothing twice").containsExactly(first, second, third);
        assertThatThrownBy(() -> hospital.sendAgain(List.of(), NURSES))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                hospital.sendAgain(
                                        List.of(
                                                first,
                                                Systems.fromAid(caseId, new Receipt(first.id()))),
                                        NURSES))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> hospital.sendAgain(List.of(first), STRANGER))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void peerThatLostWhatItHad_isAnAlarmAndCanBeGivenItAgain() {
        HttpsDischargeExchange hospital = hospital();
        CaseEvent lost = Systems.fromWard(caseId, AID);
        try (HttpsDischargeExchange before =
                Systems.municipalSystem(folder.resolve("before"), hospitalPort).open()) {
            before.receive((event, reception) -> {});
            before.serve(Systems.loopback(municipalPort));
            hospital.send(lost);
            await("an answer", () -> state(hospital, lost) == State.ACKNOWLEDGED);
        }
        HttpsDischargeExchange restored = municipality();
        restored.receive((event, reception) -> atMunicipality.add(event));
        restored.serve(Systems.loopback(municipalPort));
        CaseEvent next = Systems.fromWard(caseId, AID);
        hospital.send(next);
        await("an alarm", () -> state(hospital, next) == State.HELD);
        assertThat(hospital.status(next.id()).get(0).acknowledgement().orElseThrow().code())
                .contains("earlier-missing");
        assertThat(atMunicipality).isEmpty();
        hospital.setAside(next.id(), MUNICIPALITY);
        hospital.sendAgain(List.of(lost, next), AID);
        await("both", () -> atMunicipality.size() == 2);
        assertThat(atMunicipality).containsExactly(lost, next);

        CaseEvent third = Systems.fromWard(caseId, AID);
        hospital.send(third);
        await("the case goes on", () -> state(hospital, third) == State.ACKNOWLEDGED);
    }

    @Test
    void heldMessageWhoseEarlierOnesAreMissing_goesWithoutThemWhenSomeoneSaysSo() {
        HttpsDischargeExchange hospital = hospital();
        CaseEvent lost = Systems.fromWard(caseId, AID);
        try (HttpsDischargeExchange before =
                Systems.municipalSystem(folder.resolve("before"), hospitalPort).open()) {
            before.receive((event, reception) -> {});
            before.serve(Systems.loopback(municipalPort));
            hospital.send(lost);
            await("an answer", () -> state(hospital, lost) == State.ACKNOWLEDGED);
        }
        HttpsDischargeExchange restored = municipality();
        restored.receive((event, reception) -> atMunicipality.add(event));
        restored.serve(Systems.loopback(municipalPort));
        CaseEvent next = Systems.fromWard(caseId, AID);
        hospital.send(next);
        await("an alarm", () -> state(hospital, next) == State.HELD);
        assertThat(hospital.resend(next.id(), MUNICIPALITY)).isTrue();
        await("it", () -> state(hospital, next) == State.ACKNOWLEDGED);
        assertThat(atMunicipality).containsExactly(next);
    }

    @Test
    void senderThatWasRestored_goesOnAboveWhatItHasForgotten() {
        HttpsDischargeExchange municipality = municipality();
        municipality.receive((event, reception) -> atMunicipality.add(event));
        municipality.serve(Systems.loopback(municipalPort));
        List<CaseEvent> forgotten = new ArrayList<>();
        try (HttpsDischargeExchange before =
                Systems.hospitalSystem(folder.resolve("before"), municipalPort).open()) {
            for (int i = 0; i < 5; i++) {
                forgotten.add(Systems.fromWard(caseId, AID));
                before.send(forgotten.get(i));
            }
            await("all", () -> atMunicipality.size() == 5);
        }
        HttpsDischargeExchange restored = hospital();
        CaseEvent next = Systems.fromWard(caseId, AID);
        restored.send(next);
        await("an answer", () -> state(restored, next) == State.ACKNOWLEDGED);
        assertThat(alarms.heard).containsExactly("sent 1");
    }

    @Test
    void refusedMessageThatIsResentAfterLaterOnes_isTaken() {
        HttpsDischargeExchange hospital = hospital();
        CaseEvent first = Systems.fromWard(caseId, AID);
        CaseEvent second = Systems.fromWard(caseId, AID);
        // the first comes while the hospital's unit is not configured there
        try (HttpsDischargeExchange wrong =
                Systems.municipalSystem(folder.resolve("municipality"), hospitalPort)
                        .ownUnits(Set.of(NURSES))
                        .open()) {
            wrong.receive((event, reception) -> {});
            wrong.serve(Systems.loopback(municipalPort));
            hospital.send(first);
            await("a refusal", () -> state(hospital, first) == State.REFUSED);
        }
        HttpsDischargeExchange municipality = municipality();
        municipality.receive((event, reception) -> atMunicipality.add(event));
        municipality.serve(Systems.loopback(municipalPort));
        hospital.send(second);
        await("the second", () -> state(hospital, second) == State.ACKNOWLEDGED);
        assertThat(hospital.resend(first.id(), MUNICIPALITY)).isTrue();
        await("the first", () -> state(hospital, first) == State.ACKNOWLEDGED);
        assertThat(atMunicipality).containsExactly(second, first);
    }

    @Test
    void openThatFailsHalfway_closesWhatItOpened() throws SQLException {
        Path own = folder.resolve("hospital");
        hospital().close();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + own.resolve("exchange.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE exchange_sent");
            statement.execute("CREATE TABLE exchange_sent (other TEXT)");
        }
        long before = exchangeThreads();
        assertThatThrownBy(this::hospital).isInstanceOf(OutboxException.class);
        assertThat(exchangeThreads()).isEqualTo(before);
        // a file that somebody still holds cannot be taken over exclusively
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + own.resolve("exchange.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("DROP TABLE exchange_sent");
        }
        hospital().send(Systems.fromWard(caseId, AID));
    }

    private static long exchangeThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("exchange"))
                .count();
    }

    @Test
    void callersThatSendHalfARequest_keepNobodyElseWaiting() throws Exception {
        HttpsDischargeExchange municipality = municipality();
        municipality.receive((event, reception) -> atMunicipality.add(event));
        List<java.net.Socket> slow = new ArrayList<>();
        try (ExchangeServer server =
                ExchangeServer.start(
                        municipality.endpoint(),
                        Systems.loopback(municipalPort),
                        Systems.credential(MUNICIPALITY),
                        Systems.trust(),
                        Duration.ofMillis(300))) {
            for (int i = 0; i < 200; i++) {
                java.net.Socket socket = new java.net.Socket("localhost", municipalPort);
                socket.setSoTimeout(10_000);
                slow.add(socket);
                // the first byte of a TLS handshake that never goes on
                socket.getOutputStream().write(22);
            }
            HttpsDischargeExchange hospital = hospital();
            CaseEvent event = Systems.fromWard(caseId, AID);
            hospital.send(event);
            await("the message", () -> atMunicipality.contains(event));
            for (java.net.Socket socket : slow) {
                assertThat(ended(socket)).isTrue();
            }
        } finally {
            for (java.net.Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static boolean ended(java.net.Socket socket) throws java.io.IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (java.net.SocketException reset) {
            return true;
        }
    }

    @Test
    void secondHandler_isRefused() {
        HttpsDischargeExchange hospital = hospital();
        hospital.receive((event, reception) -> {});
        assertThatThrownBy(() -> hospital.receive((event, reception) -> {}))
                .isInstanceOf(IllegalStateException.class);
    }
}
