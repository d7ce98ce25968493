package se.ehealthsdk.testkit.discharge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.CaseId;
import se.ehealthsdk.discharge.event.EstimateChanged;
import se.ehealthsdk.discharge.event.EventTimes;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.event.Participant;
import se.ehealthsdk.discharge.exchange.DischargeExchange;
import se.ehealthsdk.discharge.exchange.ExchangeEndpoint;
import se.ehealthsdk.discharge.exchange.ExchangeStorage;
import se.ehealthsdk.discharge.exchange.HttpsDischargeExchange;
import se.ehealthsdk.discharge.exchange.MessageHandler;
import se.ehealthsdk.discharge.exchange.Peer;
import se.ehealthsdk.discharge.exchange.RecipientStatus;
import se.ehealthsdk.discharge.exchange.ResendPolicy;
import se.ehealthsdk.testpki.TestPki;

/** The reference adapter keeps the contract, and one that keeps nothing is found out. */
class DischargeExchangeContractTest {

    private static final HsaId WARD = HsaId.of("SE2321000016-WARD1");
    private static final HsaId AID = HsaId.of("SE2120000142-BISTAND");
    private static final HsaId HOSPITAL = HsaId.of("SE2321000016-HOSPSYS");
    private static final HsaId MUNICIPALITY = HsaId.of("SE2120000142-KOMSYS");

    @TempDir Path folder;

    private static CaseEvent event(CaseId caseId) {
        return new CaseEvent(
                MessageId.random(),
                caseId,
                PersonId.parse("191212121212"),
                Participant.of(CareParty.INPATIENT, WARD),
                List.of(Participant.of(CareParty.MUNICIPAL_SOCIAL_SERVICES, AID)),
                EventTimes.at(Instant.parse("2026-03-06T11:00:00Z")),
                Optional.empty(),
                new EstimateChanged(LocalDate.of(2026, 3, 9)));
    }

    private HttpsDischargeExchange.Builder system(HsaId id, HsaId unit, Peer peer) {
        char[] password = "secret".toCharArray();
        TestPki pki = TestPki.shared();
        return HttpsDischargeExchange.builder()
                .credential(
                        Credential.keyStore(
                                pki.functionBuilder(id.value())
                                        .dnsName("localhost")
                                        .issue()
                                        .keyStore(password),
                                password))
                .trust(TrustAnchors.of(pki.trustedRoots()))
                .storage(ExchangeStorage.sqliteOnAnyFileSystemAtOwnRisk(folder.resolve(id.value())))
                .ownUnits(Set.of(unit))
                .peer(peer)
                .timeout(Duration.ofSeconds(5))
                .resend(new ResendPolicy(Duration.ofMillis(50), 20))
                .pauses(Duration.ofMillis(20), Duration.ofMillis(50));
    }

    @Test
    void referenceAdapter_keepsAll() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
            port = free.getLocalPort();
        }
        URI url = URI.create("https://localhost:" + port + ExchangeEndpoint.PATH);
        try (HttpsDischargeExchange sender =
                        system(HOSPITAL, WARD, new Peer(MUNICIPALITY, url, Set.of(AID))).open();
                HttpsDischargeExchange receiver =
                        system(MUNICIPALITY, AID, new Peer(HOSPITAL, url, Set.of(WARD))).open()) {
            receiver.serve(new InetSocketAddress(loopback, port));
            assertThat(
                            DischargeExchangeContract.check(
                                    sender,
                                    receiver,
                                    DischargeExchangeContractTest::event,
                                    Duration.ofSeconds(30)))
                    .isEmpty();
        }
    }

    @Test
    void adapterThatKeepsNothing_isFoundOut() {
        DischargeExchange nothing =
                new DischargeExchange() {
                    @Override
                    public void send(CaseEvent event) {}

                    @Override
                    public void receive(MessageHandler handler) {}

                    @Override
                    public List<RecipientStatus> status(MessageId message) {
                        return List.of();
                    }

                    @Override
                    public boolean resend(MessageId message, HsaId peer) {
                        return false;
                    }

                    @Override
                    public boolean setAside(MessageId message, HsaId peer) {
                        return false;
                    }

                    @Override
                    public void close() {}
                };
        assertThat(
                        DischargeExchangeContract.check(
                                nothing,
                                nothing,
                                DischargeExchangeContractTest::event,
                                Duration.ofMillis(1)))
                .hasSizeGreaterThan(5);
    }
}
