package se.ehealthsdk.outbox.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;

@Timeout(60)
class DeliveryEngineTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    private final MemoryStore store = new MemoryStore();
    private final DeliveryOptions options =
            DeliveryOptions.DEFAULT.maxAge(Duration.ZERO).callsPerSecond(Double.POSITIVE_INFINITY);

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            store.append(Item.of("id-" + i, "A", new byte[0]), Clock.systemUTC().instant());
        }
    }

    private static Receiver inTens(Receiver receiver) {
        return new Receiver() {
            @Override
            public Verdict deliver(String destination, List<Item> items) {
                return receiver.deliver(destination, items);
            }

            @Override
            public int maxItems() {
                return 10;
            }
        };
    }

    @Test
    void twoNodesWithSeveralWorkers_deliverEachItemOnce() throws Exception {
        Set<String> stored = ConcurrentHashMap.newKeySet();
        AtomicInteger doubled = new AtomicInteger();
        Receiver receiver =
                inTens(
                        (destination, items) -> {
                            items.stream()
                                    .filter(item -> !stored.add(item.id()))
                                    .forEach(item -> doubled.incrementAndGet());
                            return new Verdict.Accepted();
                        });
        append(3_000);
        try (Delivery one = DeliveryEngine.start(store, receiver, options.workers(3));
                Delivery two = DeliveryEngine.start(store, receiver, options.workers(3))) {
            assertThat(one.awaitDrained(LONG)).isTrue();
            assertThat(two.awaitDrained(LONG)).isTrue();
        }
        assertThat(stored).hasSize(3_000);
        assertThat(doubled).hasValue(0);
        assertThat(store.figures().delivered()).isEqualTo(3_000);
    }

    @Test
    void workers_callAtTheSameTime() throws Exception {
        CountDownLatch together = new CountDownLatch(3);
        append(30);
        try (Delivery delivery =
                DeliveryEngine.start(
                        store,
                        inTens(
                                (destination, items) -> {
                                    together.countDown();
                                    await(together);
                                    return new Verdict.Accepted();
                                }),
                        options.workers(3))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }
        assertThat(together.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void close_whileACallIsUnderWay_waitsForItAndLeavesTheRest() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        append(20);
        Delivery delivery =
                DeliveryEngine.start(
                        store,
                        inTens(
                                (destination, items) -> {
                                    called.countDown();
                                    await(answer);
                                    return new Verdict.Accepted();
                                }),
                        options);
        await(called);
        CompletableFuture<Void> closed = CompletableFuture.runAsync(delivery::close);
        // the delivery stops waiting as soon as it is being closed, the call still under way
        assertThat(delivery.awaitDrained(LONG)).isFalse();
        assertThat(closed).isNotDone();
        answer.countDown();
        closed.get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(store.figures().delivered()).isEqualTo(10);
        assertThat(store.figures().pending()).isEqualTo(10);
        delivery.close();
    }

    @Test
    void close_whileWaitingForATurn_isPrompt() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        append(20);
        Delivery delivery =
                DeliveryEngine.start(
                        store,
                        inTens(
                                (destination, items) -> {
                                    called.countDown();
                                    return new Verdict.Accepted();
                                }),
                        options.callsPerSecond(0.001).workers(2));
        await(called);
        CompletableFuture.runAsync(delivery::close).get(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(store.figures().pending()).isEqualTo(10);
    }

    @Test
    void flush_itemsThatWait_goAtOnce() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        try (Delivery delivery =
                DeliveryEngine.start(
                        store,
                        (destination, items) -> {
                            called.countDown();
                            return new Verdict.Accepted();
                        },
                        options.maxAge(Duration.ofDays(1)))) {
            append(1);
            assertThat(delivery.awaitDrained(Duration.ZERO)).isFalse();
            delivery.flush();
            await(called);
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }
    }

    @Test
    void receiver_leavesAnInterruptBehind_deliveryGoesOn() throws Exception {
        append(20);
        Set<String> stored = new HashSet<>();
        try (Delivery delivery =
                DeliveryEngine.start(
                        store,
                        inTens(
                                (destination, items) -> {
                                    items.forEach(item -> stored.add(item.id()));
                                    Thread.currentThread().interrupt();
                                    return new Verdict.Accepted();
                                }),
                        options)) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }
        assertThat(stored).hasSize(20);
    }

    @Test
    void listener_leavesAnInterruptBehind_deliveryGoesOn() throws Exception {
        append(20);
        Set<String> stored = new HashSet<>();
        OutboxListener listener =
                new OutboxListener() {
                    @Override
                    public void called(
                            String destination, int items, Duration took, Verdict verdict) {
                        Thread.currentThread().interrupt();
                    }
                };
        try (Delivery delivery =
                DeliveryEngine.start(
                        store,
                        inTens(
                                (destination, items) -> {
                                    items.forEach(item -> stored.add(item.id()));
                                    return new Verdict.Accepted();
                                }),
                        options.listener(listener))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }
        assertThat(stored).hasSize(20);
    }

    @Test
    void worker_thatIsInterrupted_goesOn() throws Exception {
        try (Delivery delivery =
                DeliveryEngine.start(
                        store, (destination, items) -> new Verdict.Accepted(), options)) {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("outbox-delivery-"))
                    .forEach(Thread::interrupt);
            append(1);
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }
    }

    @Test
    void lease_notLongerThanTheLongestCall_isRefused() {
        Receiver slow =
                new Receiver() {
                    @Override
                    public Verdict deliver(String destination, List<Item> items) {
                        throw new AssertionError("not called");
                    }

                    @Override
                    public Duration longestCall() {
                        return Duration.ofSeconds(60);
                    }
                };
        assertThatThrownBy(
                        () ->
                                DeliveryEngine.start(
                                        store, slow, options.lease(Duration.ofSeconds(65))))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        refused -> {
                            assertThat(refused.kind())
                                    .isEqualTo(OutboxException.Kind.CONFIGURATION);
                            assertThat(refused.remedy()).contains("PT1M6S");
                        });
        DeliveryEngine.start(store, slow, options.lease(Duration.ofSeconds(66))).close();
    }

    @Test
    void receiver_takingNoItems_isRefused() {
        Receiver none =
                new Receiver() {
                    @Override
                    public Verdict deliver(String destination, List<Item> items) {
                        throw new AssertionError("not called");
                    }

                    @Override
                    public int maxItems() {
                        return 0;
                    }
                };
        assertThatThrownBy(() -> DeliveryEngine.start(store, none, options))
                .isInstanceOf(OutboxException.class);
    }
}
