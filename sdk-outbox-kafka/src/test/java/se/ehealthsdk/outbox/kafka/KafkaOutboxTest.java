package se.ehealthsdk.outbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static se.ehealthsdk.outbox.kafka.Items.DESTINATION;
import static se.ehealthsdk.outbox.kafka.Items.ids;
import static se.ehealthsdk.outbox.kafka.Items.item;
import static se.ehealthsdk.outbox.kafka.Items.items;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

@ExtendWith(KafkaBrokers.Shared.class)
class KafkaOutboxTest {

    private final KafkaBrokers brokers;

    KafkaOutboxTest(KafkaBrokers brokers) {
        this.brokers = brokers;
    }

    @Test
    void append_oneItem_isInTheTopicWhenItReturns() {
        String topic = brokers.topic(3);
        try (KafkaOutbox outbox = open(topic)) {
            outbox.append(item("a"));

            assertThat(idsIn(topic, 3)).containsExactly("a");
        }
    }

    @Test
    void append_byManyThreads_isInTheTopicOnceEach() throws Exception {
        String topic = brokers.topic(3);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (KafkaOutbox outbox = open(topic)) {
            List<Future<?>> appends = new ArrayList<>();
            List<Item> items = items("many", 400);
            items.forEach(item -> appends.add(threads.submit(() -> outbox.append(item))));
            for (Future<?> append : appends) {
                append.get();
            }

            assertThat(idsIn(topic, 3)).containsExactlyInAnyOrderElementsOf(ids(items));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void append_list_isSeenWhole() {
        String topic = brokers.topic(3);
        try (KafkaOutbox outbox = open(topic)) {
            outbox.append(items("first", 20));
            outbox.append(items("second", 20));

            assertThat(idsIn(topic, 3))
                    .hasSize(40)
                    .contains("first-0", "first-19", "second-0", "second-19");
        }
    }

    @Test
    void append_listThatTheTopicTakesOnlyInPart_isNotSeenAtAllAndTheNextOneIs() {
        String topic = brokers.topic(1);
        try (KafkaOutbox outbox = open(topic)) {
            outbox.append(items("before", 2));
            brokers.set(topic, "max.message.bytes", "2000");
            Item large = Item.of("large", DESTINATION, new byte[100_000]);

            List<Item> list = new ArrayList<>(items("partly", 3));
            list.add(large);
            assertKind(Kind.STORAGE, () -> outbox.append(list));
            outbox.append(items("after", 2));

            assertThat(idsIn(topic, 1))
                    .containsExactlyInAnyOrder("before-0", "before-1", "after-0", "after-1");
        }
    }

    @Test
    void append_itemLargerThanTheTopicTakes_isRefusedBeforeItIsSent() {
        String topic = brokers.topic(1, 3, Map.of("max.message.bytes", "5000"));
        try (KafkaOutbox outbox = open(topic)) {
            Item fits = Item.of("fits", DESTINATION, new byte[4000]);
            Item large = Item.of("large", DESTINATION, new byte[5000]);

            outbox.append(fits);
            assertKind(Kind.INPUT, () -> outbox.append(large));
            assertKind(Kind.INPUT, () -> outbox.append(List.of(item("small"), large)));

            assertThat(idsIn(topic, 1)).containsExactly("fits");
        }
    }

    @Test
    void append_itemLargerThanKafkasUsualLimit_isTakenByATopicThatTakesIt() {
        String topic = brokers.topic(1, 3, Map.of("max.message.bytes", "4000000"));
        try (KafkaOutbox outbox = open(topic)) {
            outbox.append(Item.of("large", DESTINATION, new byte[3_000_000]));

            assertThat(idsIn(topic, 1)).containsExactly("large");
        }
    }

    @Test
    void append_topicThatIsGone_isNotDurable() throws Exception {
        String topic = brokers.topic(1);
        try (KafkaOutbox outbox = builder(topic).acknowledgeWithin(Duration.ofSeconds(1)).open()) {
            KafkaBrokers.await(brokers.admin().deleteTopics(List.of(topic)).all());
            Soon.until(
                    "an append fails",
                    () -> catchThrowable(() -> outbox.append(item("a"))) != null);

            assertKind(Kind.STORAGE, () -> outbox.append(item("a")));
            assertKind(Kind.STORAGE, () -> outbox.append(items("a", 3)));
        }
    }

    @Test
    void append_interrupted_isStoppedAndStaysInterrupted() {
        String topic = brokers.topic(1);
        try (KafkaOutbox outbox = open(topic)) {
            Thread.currentThread().interrupt();
            assertKind(Kind.STOPPED, () -> outbox.append(item("a")));
            assertThat(Thread.interrupted()).isTrue();

            Thread.currentThread().interrupt();
            assertKind(Kind.STOPPED, () -> outbox.append(items("a", 2)));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void append_afterClose_isStopped() {
        KafkaOutbox outbox = open(brokers.topic(1));
        outbox.close();

        assertKind(Kind.STOPPED, () -> outbox.append(item("a")));
        assertKind(
                Kind.STOPPED,
                () -> outbox.deliver(new ExactingReceiver(5), DeliveryOptions.DEFAULT));
    }

    @Test
    void deliver_withoutAnOutboxForTrouble_isRefused() {
        try (KafkaOutbox outbox = open(brokers.topic(1))) {
            assertKind(
                    Kind.CONFIGURATION,
                    () -> outbox.deliver(new ExactingReceiver(5), DeliveryOptions.DEFAULT));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "min.insync.replicas,1",
        "unclean.leader.election.enable,true",
        "cleanup.policy,compact",
        "'cleanup.policy','compact,delete'",
        "retention.ms,604799999",
        "retention.bytes,1000000000",
        "message.timestamp.type,CreateTime"
    })
    void open_topicThatCouldLoseSomething_isRefusedAndSaysWhatToSet(String name, String value) {
        String topic = brokers.topic(1, 3, Map.of(name, value));

        assertThatThrownBy(() -> open(topic))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION);
                            assertThat(e).hasMessageContaining(name).hasMessageContaining(topic);
                            assertThat(e.remedy()).isNotBlank();
                        });
    }

    @Test
    void open_topicWithFewReplicas_isTakenOnlyAtOwnRisk() {
        String topic = brokers.topic(1, 2, Map.of("min.insync.replicas", "1"));
        assertKind(Kind.CONFIGURATION, () -> open(topic));

        try (KafkaOutbox outbox = builder(topic).onFewerReplicasAtOwnRisk().open()) {
            outbox.append(item("a"));
        }
    }

    @Test
    void open_shorterRetentionThatWasAskedFor_isTaken() {
        String topic = brokers.topic(1, 3, Map.of("retention.ms", "86400000"));

        builder(topic).keptAtLeast(Duration.ofDays(1)).open().close();
    }

    @Test
    void open_noSuchTopic_isRefusedAndNotCreated() throws Exception {
        assertKind(Kind.CONFIGURATION, () -> open("nowhere"));

        assertThat(brokers.admin().listTopics().names().get()).doesNotContain("nowhere");
    }

    @Test
    void open_noBrokers_saysThatTheyDoNotAnswer() {
        KafkaOutbox.Builder nobody =
                KafkaOutbox.builder(Map.of("bootstrap.servers", "localhost:1"), "topic")
                        .acknowledgeWithin(Duration.ofSeconds(1));

        assertKind(Kind.STORAGE, nobody::open);
    }

    @Test
    void open_settingThatKafkaRefuses_isRefused() {
        Map<String, String> settings = new HashMap<>(brokers.settings());
        settings.put("max.in.flight.requests.per.connection", "6");

        assertKind(
                Kind.CONFIGURATION, () -> KafkaOutbox.builder(settings, brokers.topic(1)).open());
    }

    @Test
    void figures_beforeAnythingIsDelivered_countEverythingAndTellTheOldest() {
        String topic = brokers.topic(3);
        try (KafkaOutbox outbox = open(topic)) {
            assertThat(outbox.figures()).isEqualTo(new TopicFigures(0, java.util.Optional.empty()));

            items("counted", 10).forEach(outbox::append);

            TopicFigures figures = outbox.figures();
            assertThat(figures.behind()).isEqualTo(10);
            assertThat(figures.oldestUnsent().orElseThrow()).isAfter(Instant.EPOCH);
        }
    }

    private KafkaOutbox open(String topic) {
        return builder(topic).open();
    }

    private KafkaOutbox.Builder builder(String topic) {
        return KafkaOutbox.builder(brokers.settings(), topic);
    }

    private static void assertKind(Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OutboxException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /** What any other program sees in the topic. */
    private List<String> idsIn(String topic, int partitions) {
        Map<String, Object> settings = new HashMap<>(brokers.settings());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int i = 0; i < partitions; i++) {
                all.add(new TopicPartition(topic, i));
            }
            reader.assign(all);
            Map<TopicPartition, Long> ends = reader.endOffsets(all);
            List<String> ids = new ArrayList<>();
            while (all.stream().anyMatch(each -> reader.position(each) < ends.get(each))) {
                reader.poll(Duration.ofMillis(100)).forEach(record -> ids.add(record.key()));
            }
            return ids;
        }
    }
}
