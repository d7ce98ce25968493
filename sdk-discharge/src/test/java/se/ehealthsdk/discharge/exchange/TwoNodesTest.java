package se.ehealthsdk.discharge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.discharge.exchange.Systems.AID;
import static se.ehealthsdk.discharge.exchange.Systems.HOSPITAL;
import static se.ehealthsdk.discharge.exchange.Systems.MUNICIPALITY;
import static se.ehealthsdk.discharge.exchange.Systems.WARD;
import static se.ehealthsdk.discharge.exchange.Systems.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.exchange.RecipientStatus.State;

/** Each of two systems has two nodes on one real PostgreSQL. */
class TwoNodesTest {

    private static final int CASES = 6;
    private static final int EVENTS = 8;

    private final DataSource atHospital = TestPostgres.schema();
    private final DataSource atMunicipality = TestPostgres.schema();
    private final int[] ports = {Systems.freePort(), Systems.freePort()};
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private HttpsDischargeExchange node(
            HsaId system, HsaId unit, DataSource database, Peer peer, ExchangeListener listener) {
        HttpsDischargeExchange node =
                HttpsDischargeExchange.builder()
                        .credential(Systems.credential(system))
                        .trust(Systems.trust())
                        .storage(ExchangeStorage.postgresql(database))
                        .ownUnits(Set.of(unit))
                        .peer(peer)
                        .timeout(Duration.ofSeconds(3))
                        .resend(new ResendPolicy(Duration.ofMillis(300), 100))
                        .pauses(Duration.ofMillis(20), Duration.ofMillis(100))
                        .listener(listener)
                        .open();
        open.add(node);
        return node;
    }

    private HttpsDischargeExchange hospital(int port) {
        return node(
                HOSPITAL, WARD, atHospital, Systems.municipality(port), new ExchangeListener() {});
    }

    private void municipality(int port) throws SQLException {
        HttpsDischargeExchange node =
                node(
                        MUNICIPALITY,
                        AID,
                        atMunicipality,
                        Systems.hospital(1),
                        new ExchangeListener() {});
        node.receive((event, reception) -> write(event, reception.transaction().orElseThrow()));
        node.serve(Systems.loopback(port));
    }

    private static void write(CaseEvent event, Connection transaction) {
        try (PreparedStatement insert =
                transaction.prepareStatement(
                        "INSERT INTO received (message, case_id) VALUES (?, ?)")) {
            insert.setString(1, event.id().value());
            insert.setString(2, event.caseId().value());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> received(String caseId) {
        List<String> all = new ArrayList<>();
        try (Connection connection = atMunicipality.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT message FROM received WHERE case_id = ? ORDER BY place")) {
            query.setString(1, caseId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoNodesOnEachSideAndOneThatEnds_eachEventOnceAndEachCaseInOrder() throws Exception {
        try (Connection connection = atMunicipality.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE received (place BIGSERIAL PRIMARY KEY, message TEXT, case_id TEXT)");
        }
        municipality(ports[0]);
        municipality(ports[1]);
        HttpsDischargeExchange[] nodes = {hospital(ports[0]), hospital(ports[1])};
        List<CaseId> cases = new ArrayList<>();
        List<List<String>> sent = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(CASES);
        try {
            for (int i = 0; i < CASES; i++) {
                CaseId caseId = CaseId.random();
                List<String> ids = new CopyOnWriteArrayList<>();
                cases.add(caseId);
                sent.add(ids);
                callers.execute(
                        () -> {
                            for (int n = 0; n < EVENTS; n++) {
                                CaseEvent event = Systems.fromWard(caseId, AID);
                                // the first node ends when half of it has been sent
                                nodes[n < EVENTS / 2 ? n % 2 : 1].send(event);
                                ids.add(event.id().value());
                            }
                        });
            }
            await("half", () -> sent.stream().allMatch(ids -> ids.size() >= EVENTS / 2));
            nodes[0].close();
        } finally {
            callers.shutdown();
            assertThat(callers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        for (int i = 0; i < CASES; i++) {
            String caseId = cases.get(i).value();
            await("all of a case", () -> received(caseId).size() >= EVENTS);
            assertThat(received(caseId)).containsExactlyElementsOf(sent.get(i));
        }
    }

    @Test
    void nodeThatDiesWithAMessageUnderWay_leavesItToTheOther() throws Exception {
        try (Connection connection = atMunicipality.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE received (place BIGSERIAL PRIMARY KEY, message TEXT, case_id TEXT)");
        }
        CaseId caseId = CaseId.random();
        CaseEvent first = Systems.fromWard(caseId, AID);
        CaseEvent second = Systems.fromWard(caseId, AID);
        HttpsDischargeExchange dying = hospital(ports[0]);
        dying.send(first);
        dying.send(second);
        dying.close();
        // as a node leaves it that was killed between the counting of a sending and its answer
        try (Connection connection = atHospital.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "UPDATE exchange_sent SET state = ?, parked = 0, sendings = 1,"
                                        + " last_sent = ?, next_at = ? WHERE message = ?")) {
            long now = System.currentTimeMillis();
            statement.setInt(1, State.SENT.ordinal());
            statement.setLong(2, now);
            statement.setLong(3, now + 300);
            statement.setString(4, first.id().value());
            statement.executeUpdate();
        }
        municipality(ports[1]);
        HttpsDischargeExchange other = hospital(ports[1]);
        await("both", () -> other.status(second.id()).get(0).state() == State.ACKNOWLEDGED);
        assertThat(received(caseId.value()))
                .containsExactly(first.id().value(), second.id().value());
        assertThat(other.status(first.id()).get(0).sendings()).isEqualTo(2);
    }
}
