package se.ehealthsdk.discharge.engagementindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaFault;
import se.ehealthsdk.discharge.careplan.Services;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.discharge.internal.engagementindex.StoredTransaction;

class EngagementIndexTest {

    private static final LogicalAddress INDEX = LogicalAddress.of("5565594230");
    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 22, 15, 0);
    private static final UpdateResult OK = new UpdateResult("OK", Optional.empty());

    private static final List<Update> CALLS = Collections.synchronizedList(new ArrayList<>());
    private static volatile Function<Update, UpdateResult> answer = update -> OK;
    private static Services services;
    private static EngagementIndexClient index;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        services =
                new Services(
                        RivtaEndpoint.builder()
                                .on(
                                        EngagementIndexContracts.UPDATE_1,
                                        (update, caller) -> {
                                            UpdateResult result = answer.apply(update);
                                            CALLS.add(update);
                                            return result;
                                        })
                                .build());
        index = EngagementIndexClient.at(services.platform, INDEX);
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void forget() {
        CALLS.clear();
        answer = update -> OK;
    }

    private static EngagementTransaction post(String resident, int minute, boolean delete) {
        return new EngagementTransaction(
                delete,
                new Engagement(
                        resident,
                        CarePlanEngagements.SERVICE_DOMAIN,
                        CarePlanEngagements.CATEGORIZATION,
                        "SE2321000016-SYS1",
                        Engagement.NOT_APPLICABLE,
                        Engagement.NOT_APPLICABLE,
                        Optional.of(AT.withMinute(minute)),
                        "SE2321000016-SYS1",
                        Optional.empty(),
                        Optional.empty(),
                        "SE2321000016",
                        Optional.empty()));
    }

    private static EngagementTransaction post(int number) {
        return post("%08d%04d".formatted(19121212, number), 0, false);
    }

    // ---- at once

    @Test
    void update_doneOrRefused_isTold() {
        assertThat(index.update(List.of(post(1))).isDone()).isTrue();
        answer = update -> new UpdateResult("INFO", Optional.of("redan där"));
        assertThat(index.update(List.of(post(1))).orThrow().comment()).contains("redan där");
        answer = update -> new UpdateResult("ERROR", Optional.of("fel om 191212121212"));
        UpdateResult refused = index.update(List.of(post(1)));

        assertThat(refused.isDone()).isFalse();
        assertThat(refused.toString()).doesNotContain("1212");
        assertThatThrownBy(refused::orThrow)
                .isInstanceOf(RejectedException.class)
                .hasMessageNotContaining("1212");
    }

    @Test
    void update_thatTheIndexWouldRefuse_isNotSent() {
        refused("transactions", List.of());
        refused("transactions", IntStream.range(0, 1001).mapToObj(i -> post(i)).toList());
        refused("transactions", List.of(post(1), post(2), post("191212120001", 9, true)));
        refused("registeredResidentIdentification", List.of(post("19121212-1212", 0, false)));
        refused("registeredResidentIdentification", List.of(post("^191212121212$", 0, false)));
        assertThat(CALLS).isEmpty();

        index.update(IntStream.range(0, 1000).mapToObj(i -> post(i)).toList());
        assertThat(CALLS.get(0).transactions()).hasSize(1000);
    }

    private static void refused(String field, List<EngagementTransaction> posts) {
        assertThatThrownBy(() -> index.update(posts))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        failure -> {
                            assertThat(failure.field()).isEqualTo(field);
                            assertThat(failure.toString()).doesNotContain("1212");
                        });
    }

    @Test
    void on_withoutAddress_saysWhatToSet() {
        assertThatThrownBy(() -> EngagementIndexClient.on(services.platform))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void toString_ofPostsAndKeys_hideTheResident() {
        assertThat(post(1) + " " + post(1).engagement().key() + new Update(List.of(post(1))))
                .doesNotContain("1912");
    }

    // ---- through the outbox

    private static DeliveryOptions quick() {
        return DeliveryOptions.DEFAULT
                .maxAge(Duration.ZERO)
                .callsPerSecond(Double.POSITIVE_INFINITY)
                .backoff(Duration.ofMillis(5), Duration.ofMillis(20));
    }

    @Test
    void updates_ofOnePost_arriveInOneCallAndTheLastCounts() throws Exception {
        try (JdbcOutbox outbox = Outbox.sqlite(folder)) {
            EngagementIndexUpdates updates = EngagementIndexUpdates.of(outbox, index);
            updates.append(List.of(post("191212121212", 1, false), post(7)));
            updates.append(List.of(post("191212121212", 2, true)));
            updates.append(List.of(post("191212121212", 3, false)));
            try (Delivery delivery = updates.deliver(quick())) {
                delivery.flush();
                assertThat(delivery.awaitDrained(Duration.ofSeconds(30))).isTrue();
            }
            assertThat(outbox.figures().parked()).isZero();
        }
        assertThat(CALLS).hasSize(1);
        assertThat(CALLS.get(0).transactions())
                .containsExactlyInAnyOrder(post("191212121212", 3, false), post(7));
    }

    @Test
    void updates_whileTheIndexFails_areSentUntilItHasThem() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        answer =
                update -> {
                    if (failures.incrementAndGet() < 4) {
                        throw RivtaFault.server("deadlock");
                    }
                    return OK;
                };
        try (JdbcOutbox outbox = Outbox.sqlite(folder)) {
            EngagementIndexUpdates updates = EngagementIndexUpdates.of(outbox, index);
            updates.append(List.of(post(1)));
            try (Delivery delivery = updates.deliver(quick())) {
                delivery.flush();
                assertThat(delivery.awaitDrained(Duration.ofSeconds(30))).isTrue();
            }
        }
        assertThat(failures.get()).isEqualTo(4);
        assertThat(CALLS).hasSize(1);
    }

    @Test
    void updates_oneOfWhichIsRefused_areSingledOutAndItIsParked() throws Exception {
        answer =
                update ->
                        update.transactions().contains(post(3))
                                ? new UpdateResult("ERROR", Optional.of("fel"))
                                : OK;
        try (JdbcOutbox outbox = Outbox.sqlite(folder)) {
            EngagementIndexUpdates updates = EngagementIndexUpdates.of(outbox, index);
            updates.append(IntStream.range(0, 8).mapToObj(i -> post(i)).toList());
            try (Delivery delivery = updates.deliver(quick())) {
                delivery.flush();
                assertThat(delivery.awaitDrained(Duration.ofSeconds(30))).isTrue();
            }
            assertThat(outbox.figures().parked()).isEqualTo(1);
        }
    }

    @Test
    void append_whatTheIndexWouldRefuse_keepsNothing() {
        try (JdbcOutbox outbox = Outbox.sqlite(folder)) {
            EngagementIndexUpdates updates = EngagementIndexUpdates.of(outbox, index);

            assertThatThrownBy(() -> updates.append(List.of(post(1), post("1", 0, false))))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(outbox.figures().pending()).isZero();
            assertThatThrownBy(() -> updates.deliver(quick().workers(2)))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void deliver_afterALaterUpdateOfTheSamePost_doesNotTakeItBack() {
        EngagementIndexReceiver receiver = new EngagementIndexReceiver(index);
        Item early = item("1", post("191212121212", 1, true));
        Item late = item("2", post("191212121212", 2, false));

        assertThat(receiver.deliver(INDEX.value(), List.of(late)))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(receiver.deliver(INDEX.value(), List.of(early)))
                .isInstanceOf(Verdict.Accepted.class);

        assertThat(CALLS).hasSize(1);
        assertThat(CALLS.get(0).transactions()).containsExactly(post("191212121212", 2, false));
    }

    @Test
    void deliver_toTheWrongIndex_isBlockedUntilSomeoneActs() {
        answer =
                update -> {
                    throw RivtaFault.client("EI003: logical address");
                };

        assertThat(
                        new EngagementIndexReceiver(index)
                                .deliver(INDEX.value(), List.of(item("1", post(1)))))
                .isInstanceOf(Verdict.Blocked.class);
    }

    @Test
    void deliver_keptBytesThatAreBroken_areRefusedWithoutTheirText() {
        Verdict verdict =
                new EngagementIndexReceiver(index)
                        .deliver(
                                INDEX.value(),
                                List.of(Item.of("1", INDEX.value(), "<191212121212".getBytes())));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason()).doesNotContain("1212"));
    }

    private static Item item(String id, EngagementTransaction transaction) {
        return Item.of(id, INDEX.value(), StoredTransaction.write(transaction));
    }

    @Test
    void append_withAClockThatJumpsBack_keepsTheOrder() throws Exception {
        Instant[] now = {Instant.parse("2026-11-22T14:00:00Z")};
        Clock clock =
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now[0];
                    }
                };
        try (JdbcOutbox outbox = Outbox.sqlite(folder)) {
            EngagementIndexUpdates updates = EngagementIndexUpdates.of(outbox, index, clock);
            updates.append(List.of(post("191212121212", 1, false)));
            now[0] = now[0].minusSeconds(3600);
            updates.append(List.of(post("191212121212", 2, false)));
            try (Delivery delivery = updates.deliver(quick())) {
                delivery.flush();
                assertThat(delivery.awaitDrained(Duration.ofSeconds(30))).isTrue();
            }
        }
        assertThat(CALLS.get(CALLS.size() - 1).transactions())
                .containsExactly(post("191212121212", 2, false));
    }
}
