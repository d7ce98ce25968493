package se.ehealthsdk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.audit.contract.LogContracts;
import se.ehealthsdk.audit.contract.LogResult;
import se.ehealthsdk.audit.contract.StoreLog;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.ParkedItem;

/** Records on disk, delivered over mutual TLS to a service with the contract's rule of unique log ids. */
class EndToEndTest {

    private static final DeliveryOptions QUICK =
            DeliveryOptions.DEFAULT
                    .maxAge(Duration.ZERO)
                    .callsPerSecond(Double.POSITIVE_INFINITY)
                    .backoff(Duration.ofMillis(5), Duration.ofMillis(20));

    private final Map<String, AccessRecord> stored = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    @TempDir Path folder;

    private LogResult store(StoreLog request) {
        if (request.records().stream().anyMatch(it -> stored.containsKey(it.logId()))) {
            return LogResult.of("VALIDATION_ERROR", "LogId är inte unikt");
        }
        if (request.records().stream().anyMatch(it -> it.activity().level().isPresent())) {
            return LogResult.of("VALIDATION_ERROR", "Otillåten aktivitetsnivå");
        }
        request.records().forEach(it -> stored.put(it.logId(), it));
        return LogResult.of("OK");
    }

    private RivtaEndpoint endpoint() {
        return RivtaEndpoint.builder()
                .on(
                        LogContracts.STORE_LOG_2,
                        (request, caller) ->
                                switch (calls.incrementAndGet()) {
                                    case 1 -> throw RivtaFault.client("out of order");
                                    case 2 -> LogResult.of("ACCESSDENIED");
                                    case 3 -> {
                                        store(request);
                                        // stored, and the answer is lost
                                        throw RivtaFault.client("broke off");
                                    }
                                    default -> store(request);
                                })
                .build();
    }

    @Test
    void accesses_throughEveryTrouble_areEachWithTheServiceOnce() throws Exception {
        AccessRecord bad = Sample.reading().level("otillåten").build();
        List<AccessRecord> good = new ArrayList<>();
        Instant begun = Instant.now().minusSeconds(1);
        try (RivtaServer server = Pki.serve(endpoint());
                RivtaClient platform = Pki.client(server.url()).build();
                JdbcOutbox outbox = Outbox.sqlite(folder);
                AccessLog log =
                        AccessLog.builder(outbox, LogService.on(platform))
                                .delivery(QUICK.blockedPause(Duration.ofMillis(50)))
                                .open()) {
            IntStream.range(0, 700).forEach(i -> good.add(Sample.reading().build()));
            log.append(good.subList(0, 600));
            good.subList(600, 700).forEach(log::append);
            log.append(bad);

            assertThat(log.delivery().orElseThrow().awaitDrained(Duration.ofSeconds(50))).isTrue();

            assertThat(stored.values()).containsExactlyInAnyOrderElementsOf(good);
            try (Stream<ParkedItem> parked = outbox.parked()) {
                assertThat(parked)
                        .singleElement()
                        .satisfies(
                                it -> {
                                    assertThat(it.item().id()).isEqualTo(bad.logId());
                                    assertThat(it.reason()).contains("Otillåten aktivitetsnivå");
                                });
            }
            try (Stream<StoredRecords.StoredRecord> kept =
                    StoredRecords.of(outbox).between(begun, Instant.now().plusSeconds(1))) {
                List<StoredRecords.StoredRecord> all = kept.toList();
                assertThat(all.subList(0, 700))
                        .extracting(StoredRecords.StoredRecord::record)
                        .isEqualTo(good);
                assertThat(all.get(700).record()).isEqualTo(bad);
                assertThat(all.get(700).state()).isEqualTo(KeptItem.State.PARKED);
                assertThat(all.subList(0, 700))
                        .extracting(StoredRecords.StoredRecord::state)
                        .isSubsetOf(
                                Set.of(KeptItem.State.DELIVERED, KeptItem.State.ASSUMED_DELIVERED));
            }
        }
    }

    @Test
    void record_repairedByAnOperator_isDelivered() throws Exception {
        calls.set(3);
        AccessRecord bad = Sample.reading().level("otillåten").build();
        AccessRecord good = Sample.reading().logId(bad.logId()).build();
        try (RivtaServer server = Pki.serve(endpoint());
                RivtaClient platform = Pki.client(server.url()).build();
                JdbcOutbox outbox = Outbox.sqlite(folder);
                AccessLog log =
                        AccessLog.builder(outbox, noPlatformBetween(platform))
                                .delivery(QUICK)
                                .open()) {
            log.append(bad);
            assertThat(log.delivery().orElseThrow().awaitDrained(Duration.ofSeconds(30))).isTrue();
            assertThat(stored).isEmpty();

            assertThat(outbox.repair(bad.logId(), AccessLog.payload(good))).isTrue();

            log.delivery().orElseThrow().flush();
            assertThat(log.delivery().orElseThrow().awaitDrained(Duration.ofSeconds(30))).isTrue();
            assertThat(stored.values()).containsExactly(good);
        }
    }

    @Test
    void record_inTheApplicationsTransaction_sharesItsFate() throws Exception {
        AccessRecord rolledBack = Sample.reading().build();
        AccessRecord committed = Sample.reading().build();
        try (RivtaServer server = Pki.serve(endpoint());
                RivtaClient platform = Pki.client(server.url()).build();
                JdbcOutbox outbox = Outbox.sqlite(folder);
                AccessLog log =
                        AccessLog.builder(outbox, LogService.on(platform)).appendOnly().open()) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
                connection.setAutoCommit(false);
                log.append(connection, rolledBack);
                connection.rollback();
                log.append(connection, committed);
                connection.commit();
            }

            try (Stream<KeptItem> kept = outbox.kept(Instant.EPOCH, Instant.now().plusSeconds(9))) {
                assertThat(kept.map(it -> AccessLog.read(it.item()))).containsExactly(committed);
            }
        }
    }

    @Test
    void closed_log_withholdsWhatItCannotKeep() {
        try (RivtaServer server = Pki.serve(endpoint());
                RivtaClient platform = Pki.client(server.url()).build()) {
            AccessLog log = AccessLog.open(Outbox.sqlite(folder), LogService.on(platform));
            log.close();

            assertThatThrownBy(() -> log.reading(Sample.reading().build(), () -> "data"))
                    .isInstanceOf(OutboxException.class);
        }
    }

    /** However slow the machine is, an answer is that to the first attempt. */
    private static LogService noPlatformBetween(RivtaClient platform) {
        return LogService.builder(platform).platformRetryPause(Duration.ofMinutes(5)).build();
    }

    private Path file() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".db")).findFirst().orElseThrow();
        }
    }
}
