package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import se.ehealthsdk.outbox.kafka.TopicFigures;

/** What a consumer group has not yet dealt with. */
public final class Backlog {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Admin admin;
    private final ClientSettings settings;
    private final String topic;
    private final String group;

    /** Of a group in a topic. */
    public Backlog(Admin admin, ClientSettings settings, String topic, String group) {
        this.admin = admin;
        this.settings = settings;
        this.topic = topic;
        this.group = group;
    }

    /** Counts and looks for the oldest. */
    public TopicFigures figures() {
        Map<TopicPartition, Gap> gaps = gaps();
        return new TopicFigures(sum(gaps), gaps.isEmpty() ? Optional.empty() : oldest(gaps));
    }

    /** Counts. */
    long behind() {
        return sum(gaps());
    }

    /** What is to be dealt with in a partition: from one offset to before another. */
    private record Gap(long from, long to) {}

    private static long sum(Map<TopicPartition, Gap> gaps) {
        return gaps.values().stream().mapToLong(gap -> gap.to() - gap.from()).sum();
    }

    /** Partitions in which something waits. */
    private Map<TopicPartition, Gap> gaps() {
        // Committed first, so that what is dealt with meanwhile counts as waiting, and not the
        // other way.
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> beginning = offsets(OffsetSpec.earliest());
        Map<TopicPartition, Gap> gaps = new HashMap<>();
        offsets(OffsetSpec.latest())
                .forEach(
                        (partition, end) -> {
                            OffsetAndMetadata done = committed.get(partition);
                            long from =
                                    done == null
                                            ? beginning.getOrDefault(partition, 0L)
                                            : done.offset();
                            if (from < end) {
                                gaps.put(partition, new Gap(from, end));
                            }
                        });
        return gaps;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        get(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .forEach(
                        description ->
                                description
                                        .partitions()
                                        .forEach(
                                                each ->
                                                        asked.put(
                                                                new TopicPartition(
                                                                        topic, each.partition()),
                                                                which)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private Optional<Instant> oldest(Map<TopicPartition, Gap> gaps) {
        Map<TopicPartition, Gap> asked = new HashMap<>(gaps);
        Optional<Instant> oldest = Optional.empty();
        try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(settings.reader())) {
            reader.assign(gaps.keySet());
            gaps.forEach((partition, gap) -> reader.seek(partition, gap.from()));
            long deadline = System.nanoTime() + LOOK.toNanos();
            while (!asked.isEmpty() && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(100))) {
                    TopicPartition partition = new TopicPartition(topic, record.partition());
                    Instant appended = Instant.ofEpochMilli(record.timestamp());
                    if (asked.remove(partition) != null
                            && oldest.filter(appended::isAfter).isEmpty()) {
                        oldest = Optional.of(appended);
                    }
                    reader.pause(List.of(partition));
                }
                // Nothing but marks of transactions may be left of a partition.
                asked.entrySet()
                        .removeIf(each -> reader.position(each.getKey()) >= each.getValue().to());
            }
            return oldest;
        } catch (KafkaException e) {
            throw Failures.unreachable("The oldest record of " + topic + " could not be read", e);
        }
    }

    private <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(settings.acknowledgeWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw Failures.unreachable("The backlog of " + topic + " could not be counted", e);
        }
    }
}
