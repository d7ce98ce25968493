package se.ehealthsdk.discharge.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.testpki.TestPki;

/** A hospital's system and a municipality's, their units and certificates, and events between them. */
final class Systems {

    static final HsaId HOSPITAL = HsaId.of("SE2321000016-HOSPSYS");
    static final HsaId WARD = HsaId.of("SE2321000016-WARD1");
    static final HsaId MUNICIPALITY = HsaId.of("SE2120000142-KOMSYS");
    static final HsaId AID = HsaId.of("SE2120000142-BISTAND");
    static final HsaId NURSES = HsaId.of("SE2120000142-HSV");
    static final HsaId STRANGER = HsaId.of("SE2120000142-STRANGER");

    static final Instant NOON = Instant.parse("2026-03-06T11:00:00Z");
    static final PersonId PATIENT = PersonId.parse("191212121212");

    private static final TestPki PKI = TestPki.shared();
    private static final char[] PASSWORD = "secret".toCharArray();
    private static final Map<HsaId, Credential> CREDENTIALS = new ConcurrentHashMap<>();

    private Systems() {}

    static Credential credential(HsaId system) {
        return CREDENTIALS.computeIfAbsent(
                system,
                id ->
                        Credential.keyStore(
                                PKI.functionBuilder(id.value())
                                        .dnsName("localhost")
                                        .issue()
                                        .keyStore(PASSWORD),
                                PASSWORD));
    }

    static Credential untrusted() {
        return Credential.keyStore(
                PKI.untrusted()
                        .functionBuilder(HOSPITAL.value())
                        .dnsName("localhost")
                        .issue()
                        .keyStore(PASSWORD),
                PASSWORD);
    }

    static TrustAnchors trust() {
        return TrustAnchors.of(PKI.trustedRoots());
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URI url(int port) {
        return URI.create("https://localhost:" + port + ExchangeEndpoint.PATH);
    }

    static Peer hospital(int port) {
        return new Peer(HOSPITAL, url(port), Set.of(WARD));
    }

    static Peer municipality(int port) {
        return new Peer(MUNICIPALITY, url(port), Set.of(AID, NURSES));
    }

    /** Short pauses, so that a test need not wait. */
    static HttpsDischargeExchange.Builder hospitalSystem(Path folder, int municipalPort) {
        return quick(HOSPITAL, folder).ownUnits(Set.of(WARD)).peer(municipality(municipalPort));
    }

    static HttpsDischargeExchange.Builder municipalSystem(Path folder, int hospitalPort) {
        return quick(MUNICIPALITY, folder)
                .ownUnits(Set.of(AID, NURSES))
                .peer(hospital(hospitalPort));
    }

    private static HttpsDischargeExchange.Builder quick(HsaId system, Path folder) {
        return HttpsDischargeExchange.builder()
                .credential(credential(system))
                .trust(trust())
                .storage(ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(folder))
                .timeout(Duration.ofMillis(1500))
                .resend(new ResendPolicy(Duration.ofMillis(50), 2))
                .pauses(Duration.ofMillis(20), Duration.ofMillis(100));
    }

    static CaseEvent fromWard(CaseId caseId, HsaId... recipients) {
        return event(CareParty.INPATIENT, WARD, caseId, new EstimateChanged(
                java.time.LocalDate.of(2026, 3, 9)), recipients);
    }

    static CaseEvent fromAid(CaseId caseId, Content content) {
        return event(CareParty.MUNICIPAL_SOCIAL_SERVICES, AID, caseId, content, WARD);
    }

    static CaseEvent event(
            CareParty party, HsaId sender, CaseId caseId, Content content, HsaId... recipients) {
        return new CaseEvent(
                MessageId.random(),
                caseId,
                PATIENT,
                Participant.of(party, sender),
                List.of(recipients).stream()
                        .map(unit -> Participant.of(CareParty.MUNICIPAL_SOCIAL_SERVICES, unit))
                        .toList(),
                EventTimes.at(NOON),
                Optional.empty(),
                content);
    }

    /** Waits for something that other threads do. */
    static void await(String what, BooleanSupplier holds) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("waited 20 s for: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
