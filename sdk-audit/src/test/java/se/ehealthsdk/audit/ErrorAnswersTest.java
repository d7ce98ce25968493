package se.ehealthsdk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.ParkedItem;

/** A service that answers {@code ERROR}, which says neither what is wrong nor whether an earlier call was stored. */
class ErrorAnswersTest {

    private static final LogResult ERROR = LogResult.of("ERROR", "Tekniskt fel");

    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();

    @TempDir Path folder;

    /** The words of a refusal do not tell a duplicate from a fault. */
    private LogResult store(StoreLog request) {
        if (request.records().stream().anyMatch(it -> stored.contains(it.logId()))) {
            return LogResult.of("VALIDATION_ERROR", "Valideringsfel");
        }
        request.records().forEach(it -> stored.add(it.logId()));
        return LogResult.of("OK");
    }

    @Test
    void recordsInDoubt_askedForWhileTheServiceIsInTrouble_areNotParked() throws Exception {
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                LogContracts.STORE_LOG_2,
                                (request, caller) -> {
                                    if (calls.incrementAndGet() == 1) {
                                        store(request);
                                        throw RivtaFault.server("the answer is lost");
                                    }
                                    return calls.get() <= 40 ? ERROR : store(request);
                                })
                        .build();
        List<AccessRecord> records = records(10);

        assertThat(parkedAfter(endpoint, records, () -> calls.get() > 50)).isEmpty();

        assertThat(stored)
                .containsExactlyInAnyOrderElementsOf(
                        records.stream().map(AccessRecord::logId).toList());
    }

    @Test
    void recordThatIsAnsweredWithErrorEachTime_isFoundAndTheOthersDelivered() throws Exception {
        List<AccessRecord> records = records(300);
        String bad = records.get(123).logId();
        RivtaEndpoint endpoint =
                RivtaEndpoint.builder()
                        .on(
                                LogContracts.STORE_LOG_2,
                                (request, caller) ->
                                        request.records().stream()
                                                        .anyMatch(it -> it.logId().equals(bad))
                                                ? ERROR
                                                : store(request))
                        .build();

        assertThat(parkedAfter(endpoint, records, () -> stored.size() == 299)).containsOnly(bad);

        assertThat(stored).hasSize(299).doesNotContain(bad);
    }

    private static List<AccessRecord> records(int count) {
        return IntStream.range(0, count).mapToObj(i -> Sample.reading().build()).toList();
    }

    /** What is parked once the condition holds and nothing more is to be sent now. */
    private List<String> parkedAfter(
            RivtaEndpoint endpoint,
            List<AccessRecord> records,
            java.util.function.BooleanSupplier holds)
            throws Exception {
        DeliveryOptions quick =
                DeliveryOptions.DEFAULT
                        .maxAge(Duration.ZERO)
                        .callsPerSecond(Double.POSITIVE_INFINITY)
                        .backoff(Duration.ofMillis(5), Duration.ofMillis(20))
                        .heldPause(Duration.ofMillis(20));
        try (RivtaServer server = Pki.serve(endpoint);
                RivtaClient platform = Pki.client(server.url()).build();
                JdbcOutbox outbox = Outbox.sqlite(folder);
                AccessLog log =
                        AccessLog.builder(
                                        outbox,
                                        LogService.builder(platform)
                                                .platformRetryPause(Duration.ofMinutes(1))
                                                .errorPause(Duration.ofMillis(5))
                                                .build())
                                .delivery(quick)
                                .open()) {
            log.append(records);
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!holds.getAsBoolean()) {
                assertThat(System.nanoTime() - until).as("waited 60 s").isNegative();
                Thread.onSpinWait();
                log.delivery().orElseThrow().awaitDrained(Duration.ofMillis(100));
            }
            log.delivery().orElseThrow().awaitDrained(Duration.ofSeconds(2));
            List<String> parked = new ArrayList<>();
            try (Stream<ParkedItem> items = outbox.parked()) {
                items.forEach(it -> parked.add(it.item().id()));
            }
            return parked;
        }
    }
}
