package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.ehealthsdk.audit.AccessLog;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.LogService;
import se.ehealthsdk.audit.ResourceType;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Outbox;

/**
 * An access log against a log service that shares nothing with the SDK: Apache CXF, validating both ways by the
 * WSDL, with a rule of its own for log ids and a bad habit.
 */
@NeedsOfficialContracts
class IndependentStoreLogTest {

    private static final String RESPONDER =
            "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2";
    private static final String LOG = "urn:riv:informationsecurity:auditing:log:2";

    /** Refuses a log id that it has; every third call breaks off when the records are stored. */
    private static final class Service {

        private final Set<String> stored = new HashSet<>();
        private final List<Integer> sizes = new ArrayList<>();

        synchronized String answer(String request) {
            List<String> ids =
                    Xml.descendants(Xml.parse(request), LOG, "logId").stream()
                            .map(Element::getTextContent)
                            .toList();
            sizes.add(ids.size());
            boolean known = ids.stream().anyMatch(stored::contains);
            if (!known) {
                stored.addAll(ids);
            }
            if (sizes.size() % 3 == 1) {
                throw new IllegalStateException("out of order");
            }
            return "<StoreLogResponse xmlns='"
                    + RESPONDER
                    + "'><result><resultCode xmlns='"
                    + LOG
                    + "'>"
                    + (known ? "VALIDATION_ERROR" : "OK")
                    + "</resultCode>"
                    + (known
                            ? "<resultText xmlns='" + LOG + "'>Dubblett av logId</resultText>"
                            : "")
                    + "</result></StoreLogResponse>";
        }
    }

    @Test
    void records_toAnIndependentLogService_arriveOnceEach() throws Exception {
        OfficialInteraction storeLog = OfficialContracts.newest("StoreLog", "2.0");
        Service service = new Service();
        // on a disk, which a folder for temporary files need not be: an outbox minds
        Path folder = Files.createTempDirectory(Path.of("target"), "independent-");
        List<AccessRecord> records =
                IntStream.range(0, 1_200).mapToObj(IndependentStoreLogTest::record).toList();

        try (CxfServer cxf = CxfServer.start(Parties.cxfServer())) {
            URI address = cxf.serve(storeLog, service::answer);
            JdbcOutbox outbox = Outbox.sqlite(folder);
            try (RivtaClient client = Parties.client(LogContracts.STORE_LOG_2, address);
                    AccessLog log =
                            AccessLog.builder(outbox, LogService.on(client))
                                    .delivery(
                                            DeliveryOptions.DEFAULT
                                                    .callsPerSecond(200)
                                                    .backoff(
                                                            Duration.ofMillis(10),
                                                            Duration.ofMillis(100)))
                                    .open()) {
                log.append(records);
                log.delivery().orElseThrow().flush();

                assertThat(log.delivery().orElseThrow().awaitDrained(Duration.ofMinutes(2)))
                        .isTrue();
                assertThat(outbox.figures().parked()).isZero();
                assertThat(outbox.figures().undelivered()).isZero();
            }
        }
        assertThat(service.stored)
                .hasSize(1_200)
                .containsAll(records.stream().map(AccessRecord::logId).toList());
        assertThat(service.sizes).allMatch(size -> size <= 500).anyMatch(size -> size == 500);
    }

    private static AccessRecord record(int number) {
        ActingUser user =
                new ActingUser(
                        HsaId.of("SE2321000016-USER"),
                        Optional.empty(),
                        Optional.of("Läkare"),
                        Optional.of(
                                new ActingUser.Commission(
                                        HsaId.of("SE2321000016-COMM"),
                                        Optional.of("Läkare på Kliniken"),
                                        "Vård och behandling")),
                        Optional.of(
                                new ActingUser.CareUnit(
                                        HsaId.of("SE2321000016-VE1"), Optional.of("Kliniken"))),
                        new ActingUser.CareProvider(
                                HsaId.of("SE2321000016-VG1"), Optional.empty(), Optional.empty()));
        return AccessRecord.reading(PersonId.parse("191212121212"))
                .by(user)
                .in(HsaId.of("SE2321000016-EHR"))
                .resource(ResourceType.CERTIFICATE)
                .level("intyg-" + number)
                .build();
    }
}
