package se.ehealthsdk.discharge.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;

/**
 * One of two systems, as a process of its own that can be killed at any moment. Sends a number of events in several cases,
 * numbered in each case, and writes down what it receives, in the handler's transaction. When it is started again it goes on
 * where its own notes say that it was: the last event may be sent a second time, under the same id.
 */
final class SystemProcess {

    private static final int CASES = 10;

    private SystemProcess() {}

    /** Folder, own system, own unit, own port, peer's system, peer's unit, peer's port, events, time between them in ms. */
    public static void main(String[] a) throws Exception {
        Path folder = Path.of(a[0]);
        HsaId unit = HsaId.of(a[2]);
        HsaId peerUnit = HsaId.of(a[5]);
        HttpsDischargeExchange exchange =
                HttpsDischargeExchange.builder()
                        .credential(
                                Credential.pkcs12(folder.resolve("own.p12"), "secret".toCharArray()))
                        .trust(TrustAnchors.pem(folder.resolve("roots.pem")))
                        .storage(ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(folder))
                        .ownUnits(Set.of(unit))
                        .peer(
                                new Peer(
                                        HsaId.of(a[4]),
                                        Systems.url(Integer.parseInt(a[6])),
                                        Set.of(peerUnit)))
                        .timeout(Duration.ofMillis(700))
                        .resend(new ResendPolicy(Duration.ofMillis(100), 10_000))
                        .pauses(Duration.ofMillis(20), Duration.ofMillis(100))
                        .open();
        exchange.receive((event, reception) -> write(event, reception.transaction().orElseThrow()));
        exchange.serve(Systems.loopback(Integer.parseInt(a[3])));
        int count = Integer.parseInt(a[7]);
        for (int i = 0; i < count; i++) {
            CaseEvent event = event(unit, peerUnit, i);
            if (exchange.status(event.id()).isEmpty()) {
                exchange.send(event);
                Thread.sleep(Long.parseLong(a[8]));
            }
        }
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }

    /** The same for the same number, so that a restarted process can send it again. */
    private static CaseEvent event(HsaId unit, HsaId peerUnit, int number) {
        return new CaseEvent(
                MessageId.of(unit.value() + "-" + number),
                CaseId.of("case-" + number % CASES),
                Systems.PATIENT,
                Participant.of(CareParty.INPATIENT, unit),
                java.util.List.of(Participant.of(CareParty.OPEN_CARE, peerUnit)),
                EventTimes.at(Systems.NOON),
                java.util.Optional.empty(),
                new EstimateChanged(java.time.LocalDate.of(2026, 1, 1).plusDays(number)));
    }

    private static void write(CaseEvent event, Connection transaction) {
        try (PreparedStatement create =
                        transaction.prepareStatement(
                                "CREATE TABLE IF NOT EXISTS received (place INTEGER PRIMARY KEY"
                                        + " AUTOINCREMENT, message TEXT, case_id TEXT, letter BLOB)")) {
            create.executeUpdate();
            try (PreparedStatement insert =
                    transaction.prepareStatement(
                            "INSERT INTO received (message, case_id, letter) VALUES (?, ?, ?)")) {
                insert.setString(1, event.id().value());
                insert.setString(2, event.caseId().value());
                insert.setString(3, new String(Letter.write(event), StandardCharsets.UTF_8));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
