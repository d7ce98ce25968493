package se.ehealthsdk.outbox.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static se.ehealthsdk.outbox.kafka.Items.ids;
import static se.ehealthsdk.outbox.kafka.Items.item;
import static se.ehealthsdk.outbox.kafka.Items.items;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.Verdict;
import se.ehealthsdk.outbox.kafka.ExactingReceiver;
import se.ehealthsdk.outbox.kafka.ExactingReceiver.Fault;
import se.ehealthsdk.outbox.kafka.Items;
import se.ehealthsdk.outbox.kafka.KafkaBrokers;
import se.ehealthsdk.outbox.kafka.KafkaOutbox;
import se.ehealthsdk.outbox.kafka.Soon;

/** The way from the topic, with an outbox for trouble that only takes note. */
@ExtendWith(KafkaBrokers.Shared.class)
class KafkaDeliveryTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final KafkaBrokers brokers;
    private final ClientSettings settings;
    private final NotedTrouble trouble = new NotedTrouble();
    private final Heard heard = new Heard();

    KafkaDeliveryTest(KafkaBrokers brokers) {
        this.brokers = brokers;
        this.settings = new ClientSettings(brokers.settings(), Duration.ofSeconds(10));
    }

    @Test
    void items_thatAreAccepted_areDeliveredOnceAndNothingIsLeft() throws Exception {
        String topic = brokers.topic(3);
        ExactingReceiver receiver = new ExactingReceiver(50);
        List<Item> all = append(topic, items("plain", 300));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.stored()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(trouble.all()).isEmpty();
        assertThat(heard.delivered).containsExactlyInAnyOrderElementsOf(ids(all));
    }

    @Test
    void listener_leavesAnInterruptBehind_nothingComesIntoDoubt() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10);
        append(topic, items("heard", 30));
        OutboxListener interrupting =
                new OutboxListener() {
                    @Override
                    public void called(
                            String destination, int items, Duration took, Verdict verdict) {
                        Thread.currentThread().interrupt();
                    }
                };

        try (Delivery delivery = start(topic, receiver, Items.quick(interrupting))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.ids()).hasSize(30);
        assertThat(trouble.all()).isEmpty();
    }

    @Test
    void lists_appendedInTransactions_leaveNothingBehind() throws Exception {
        String topic = brokers.topic(3);
        ExactingReceiver receiver = new ExactingReceiver(50);
        try (KafkaOutbox outbox = KafkaOutbox.builder(brokers.settings(), topic).open();
                Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            for (int i = 0; i < 10; i++) {
                outbox.append(items("list" + i, 7));
            }
            assertThat(delivery.awaitDrained(LONG)).isTrue();
            assertThat(receiver.ids()).hasSize(70);
        }
    }

    @Test
    void items_thatDoNotFillACall_waitUntilTheyAreFlushed() throws Exception {
        String topic = brokers.topic(2);
        ExactingReceiver receiver = new ExactingReceiver(50);
        append(topic, items("few", 20));

        try (Delivery delivery = start(topic, receiver, Items.options(Duration.ofDays(1), heard))) {
            assertThat(delivery.awaitDrained(Duration.ofMillis(1500))).isFalse();
            assertThat(receiver.calls()).isEmpty();

            delivery.flush();

            assertThat(delivery.awaitDrained(LONG)).isTrue();
            assertThat(receiver.ids()).hasSize(20);
        }
    }

    @Test
    void item_thatIsInTheTopicTwice_isDeliveredOnce() throws Exception {
        String topic = brokers.topic(3);
        ExactingReceiver receiver = new ExactingReceiver(10);
        append(topic, items("twice", 30));
        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
            append(topic, items("twice", 40));
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }
        // Another node knows it too.
        append(topic, items("twice", 50));
        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.ids()).hasSize(50);
        assertThat(trouble.all()).isEmpty();
    }

    @Test
    void group_thatIsRefused_isHandedOverWholeAndTheOthersAreDelivered() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10).refuse("bad-13");
        append(topic, items("bad", 30));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(trouble.inDoubt).hasSize(1);
        assertThat(ids(trouble.inDoubt.get(0))).contains("bad-13");
        assertThat(trouble.notPerformed).isEmpty();
        assertEachInOnePlace(items("bad", 30), receiver);
    }

    @Test
    void group_whoseAnswerIsLost_isHandedOverInDoubt() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10).then(Fault.ANSWER_LOST);
        append(topic, items("lost", 10));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(trouble.inDoubt).containsExactly(receiver.calls().get(0));
        assertThat(heard.ambiguous).hasValue(1);
    }

    @Test
    void group_thatWasNotPerformed_staysInTheTopicAndIsSentAgain() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver =
                new ExactingReceiver(10).then(Fault.UNREACHABLE, Fault.BLOCKED, Fault.UNREACHABLE);
        append(topic, items("later", 30));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.ids()).hasSize(30);
        assertThat(trouble.all()).isEmpty();
        assertThat(heard.blocked).isNotEmpty();
    }

    @Test
    void destination_thatIsBlocked_doesNotKeepOthersWaiting() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10);
        receiver.each(to -> to.equals("closed") ? Optional.of(Fault.BLOCKED) : Optional.empty());
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(item("mixed-" + i, i % 3 == 0 ? "open" : "closed"));
        }
        append(topic, all);

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            Soon.until("the open ones are delivered", () -> receiver.ids().size() == 20);
        }

        assertThat(receiver.stored()).allMatch(item -> item.destination().equals("open"));
        assertThat(trouble.inDoubt).isEmpty();
        assertThat(trouble.notPerformed).isNotEmpty();
        assertThat(ids(trouble.all())).doesNotHaveDuplicates();
    }

    @Test
    void receiver_thatIsReachedAgainByANewDelivery_getsEverything() throws Exception {
        String topic = brokers.topic(2);
        ExactingReceiver receiver = new ExactingReceiver(10);
        receiver.each(to -> Optional.of(Fault.UNREACHABLE));
        append(topic, items("down", 40));
        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            Soon.until("it was tried", () -> receiver.calls().size() > 3);
        }

        receiver.each(to -> Optional.empty());
        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.ids()).hasSize(40);
        assertThat(trouble.all()).isEmpty();
    }

    @Test
    void node_thatDiesAfterACall_leavesExactlyThatCallInDoubt() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10).then(Fault.PERFORMED_AND_KILLED);
        append(topic, items("dead", 25));
        killedNode(topic, receiver);
        assertThat(receiver.ids()).hasSize(10);

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(trouble.inDoubt).containsExactly(receiver.calls().get(0));
        assertThat(receiver.ids()).hasSize(25);
        // What is in doubt is not sent from here again.
        assertThat(receiver.calls()).filteredOn(receiver.calls().get(0)::equals).hasSize(1);
        assertThat(receiver.doubled()).isZero();
    }

    @Test
    void node_thatDiesBeforeTheSecondOfTwoDestinations_leavesOnlyThatInDoubt() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10);
        receiver.each(to -> to.equals("second") ? Optional.of(Fault.KILLED) : Optional.empty());
        append(
                topic,
                List.of(
                        item("a", "first"),
                        item("b", "second"),
                        item("c", "third"),
                        item("d", "first")));
        killedNode(topic, receiver);
        receiver.each(to -> Optional.empty());

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(trouble.inDoubt).containsExactly(List.of(item("b", "second")));
        assertThat(receiver.ids()).containsExactlyInAnyOrder("a", "d", "c");
    }

    @Test
    void receiver_thatThrowsAnError_costsNothingButDoubt() throws Exception {
        String topic = brokers.topic(2);
        ExactingReceiver receiver =
                new ExactingReceiver(10).then(Fault.PERFORMED_AND_KILLED, Fault.KILLED);
        append(topic, items("error", 60));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        Set<String> everywhere = new HashSet<>(receiver.ids());
        everywhere.addAll(ids(trouble.all()));
        assertThat(everywhere).hasSize(60);
        assertThat(trouble.inDoubt).hasSize(2);
        assertThat(heard.failed).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void outboxForTrouble_thatFails_isTriedAgainUntilItTakesWhatIsInDoubt() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10).then(Fault.ANSWER_LOST);
        trouble.failures.set(2);
        append(topic, items("full", 30));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(trouble.inDoubt).containsExactly(receiver.calls().get(0));
        assertThat(receiver.ids()).hasSize(30);
        assertThat(heard.failed).hasSize(2);
    }

    @Test
    void id_thatIsAnotherItemInTheOutboxForTrouble_doesNotHoldTheOthersBack() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10).then(Fault.ANSWER_LOST);
        trouble.refuse = item -> item.id().equals("taken-3");
        append(topic, items("taken", 10));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(ids(trouble.all()))
                .hasSize(10)
                .contains("taken-2", "taken-4", "taken-3~0")
                .doesNotContain("taken-3");
    }

    @Test
    void secondNode_thatJoins_takesPartWithoutDoublingAnything() throws Exception {
        String topic = brokers.topic(4);
        ExactingReceiver receiver = new ExactingReceiver(5);
        List<Item> all = items("shared", 400);
        append(topic, all.subList(0, 200));
        try (Delivery first = start(topic, receiver, Items.quick(heard))) {
            Soon.until("the first works", () -> receiver.calls().size() > 3);
            try (Delivery second = start(topic, receiver, Items.quick(heard))) {
                append(topic, all.subList(200, 400));
                assertThat(second.awaitDrained(LONG)).isTrue();
            }
        }

        assertEachInOnePlace(all, receiver);
    }

    @Test
    void recordOfAForeignProgram_stopsItsPartitionWithAnAlarmAndIsNotSteppedOver()
            throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10);
        append(topic, List.of(item("before")));
        try (KafkaProducer<String, byte[]> foreign =
                new KafkaProducer<>(settings.producer(Optional.empty(), 1_000_000))) {
            foreign.send(new ProducerRecord<>(topic, "key", new byte[] {1})).get();
        }
        append(topic, List.of(item("after")));

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            Soon.until("an alarm", () -> !heard.blocked.isEmpty());
            assertThat(delivery.awaitDrained(Duration.ofMillis(300))).isFalse();
        }

        assertThat(receiver.ids()).containsExactly("before");
        assertThat(heard.blocked).allMatch(alarm -> alarm.contains("offset 1"));
        assertThat(committed(topic).offset()).isEqualTo(1);
    }

    @Test
    void records_thatWereDeletedBeforeTheyWereDelivered_raiseAnAlarm() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10);
        append(topic, items("gone", 10));
        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }
        append(topic, items("deleted", 10));
        TopicPartition partition = new TopicPartition(topic, 0);
        KafkaBrokers.await(
                brokers.admin()
                        .deleteRecords(
                                java.util.Map.of(
                                        partition,
                                        org.apache.kafka.clients.admin.RecordsToDelete.beforeOffset(
                                                15)))
                        .all());

        try (Delivery delivery = start(topic, receiver, Items.quick(heard))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.ids()).hasSize(15).contains("deleted-9").doesNotContain("deleted-4");
        assertThat(heard.failed)
                .singleElement()
                .satisfies(
                        e ->
                                assertThat(e)
                                        .hasMessageContaining("offset 10")
                                        .hasMessageContaining("15"));
    }

    @Test
    void listener_thatThrows_stopsNothing() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10);
        append(topic, items("heard", 20));
        OutboxListener throwing =
                new OutboxListener() {
                    @Override
                    public void delivered(String destination, List<String> ids) {
                        throw new IllegalStateException("listener");
                    }
                };

        try (Delivery delivery = start(topic, receiver, Items.quick(throwing))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.ids()).hasSize(20);
        assertThat(trouble.all()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void receiver_thatGivesNoVerdict_leavesDoubt() throws Exception {
        String topic = brokers.topic(1);
        append(topic, items("nothing", 3));

        try (Delivery delivery =
                start(
                        topic,
                        (destination, items) -> null,
                        Items.quick(heard).lease(Duration.ofMinutes(3)))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(ids(trouble.all()))
                .containsExactlyInAnyOrderElementsOf(ids(items("nothing", 3)));
        assertThat(trouble.notPerformed).isEmpty();
    }

    @Test
    void receiver_thatLeavesAnInterruptBehind_stopsNothing() throws Exception {
        String topic = brokers.topic(1);
        ExactingReceiver receiver = new ExactingReceiver(10);
        append(topic, items("interrupted", 30));
        Receiver interrupting =
                new Receiver() {
                    @Override
                    public Verdict deliver(String destination, List<Item> items) {
                        Thread.currentThread().interrupt();
                        return receiver.deliver(destination, items);
                    }

                    @Override
                    public int maxItems() {
                        return receiver.maxItems();
                    }
                };

        try (Delivery delivery =
                start(topic, interrupting, Items.quick(heard).lease(Duration.ofMinutes(3)))) {
            assertThat(delivery.awaitDrained(LONG)).isTrue();
        }

        assertThat(receiver.ids()).hasSize(30);
        assertThat(trouble.all()).isEmpty();
    }

    private List<Item> append(String topic, List<Item> items) {
        try (KafkaOutbox outbox = KafkaOutbox.builder(brokers.settings(), topic).open()) {
            items.forEach(outbox::append);
        }
        return items;
    }

    private Delivery start(String topic, Receiver receiver, DeliveryOptions options) {
        return KafkaDelivery.start(
                settings, rules(topic), brokers.admin(), group(topic), receiver, options, trouble);
    }

    /** Joins the group like a node does, and is gone in the middle of its first call. */
    private void killedNode(String topic, Receiver receiver) {
        TopicRules.Topic checked = rules(topic).check(brokers.admin(), Duration.ofSeconds(10));
        Route route =
                new Route(
                        settings,
                        checked,
                        group(topic),
                        receiver,
                        Items.quick(heard),
                        new Pace(1000),
                        new HandOver(trouble));
        try (KafkaConsumer<String, byte[]> consumer = route.consumer()) {
            DeliverySession session =
                    new DeliverySession(route, consumer, () -> false, new AtomicInteger());
            assertThat(catchThrowable(session::run)).isInstanceOf(ExactingReceiver.Killed.class);
        }
    }

    private OffsetAndMetadata committed(String topic) {
        Admin admin = brokers.admin();
        return KafkaBrokers.await(
                        admin.listConsumerGroupOffsets(group(topic))
                                .partitionsToOffsetAndMetadata())
                .get(new TopicPartition(topic, 0));
    }

    private static TopicRules rules(String topic) {
        return new TopicRules(topic, Duration.ofDays(7), false);
    }

    private static String group(String topic) {
        return topic + "-delivery";
    }

    private void assertEachInOnePlace(List<Item> all, ExactingReceiver receiver) {
        List<String> everywhere = new ArrayList<>(receiver.ids());
        everywhere.addAll(ids(trouble.all()));
        assertThat(everywhere).containsExactlyInAnyOrderElementsOf(ids(all));
    }

    /** Takes note of what is handed over, and delivers nothing. */
    private static final class NotedTrouble implements TroubleStore {

        final List<List<Item>> notPerformed = new CopyOnWriteArrayList<>();
        final List<List<Item>> inDoubt = new CopyOnWriteArrayList<>();
        final AtomicInteger failures = new AtomicInteger();
        volatile Predicate<Item> refuse = item -> false;

        List<Item> all() {
            List<Item> all = new ArrayList<>();
            notPerformed.forEach(all::addAll);
            inDoubt.forEach(all::addAll);
            return all;
        }

        @Override
        public void append(List<Item> items) {
            take(items, notPerformed);
        }

        @Override
        public void appendInDoubt(List<Item> sentTogether) {
            take(sentTogether, inDoubt);
        }

        private void take(List<Item> items, List<List<Item>> where) {
            if (failures.getAndUpdate(left -> Math.max(left - 1, 0)) > 0) {
                throw new OutboxException(
                        OutboxException.Kind.STORAGE, "disk full", "Make room.", null);
            }
            if (items.stream().anyMatch(refuse)) {
                throw new OutboxException(OutboxException.Kind.INPUT, "taken", "None.", null);
            }
            where.add(items);
        }

        @Override
        public Delivery deliver(Receiver receiver, DeliveryOptions options) {
            return new Delivery() {
                @Override
                public void flush() {}

                @Override
                public boolean awaitDrained(Duration atMost) {
                    return true;
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Heard implements OutboxListener {

        final List<String> delivered = new CopyOnWriteArrayList<>();
        final List<String> blocked = new CopyOnWriteArrayList<>();
        final List<OutboxException> failed = new CopyOnWriteArrayList<>();
        final AtomicInteger ambiguous = new AtomicInteger();

        @Override
        public void delivered(String destination, List<String> ids) {
            delivered.addAll(ids);
        }

        @Override
        public void blocked(String destination, String reason, String remedy) {
            blocked.add(destination + " " + reason);
        }

        @Override
        public void ambiguous(String destination, int items) {
            ambiguous.incrementAndGet();
        }

        @Override
        public void storeFailed(OutboxException failure) {
            failed.add(failure);
        }
    }
}
