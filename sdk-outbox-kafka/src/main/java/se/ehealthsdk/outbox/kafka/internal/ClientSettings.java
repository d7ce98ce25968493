package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

/**
 * The user's settings, and what durability asks for on top of them. A setting that would weaken it is
 * refused, not silently overridden.
 */
public final class ClientSettings {

    /** What may be given only with the value that it has anyway. */
    private static final Map<String, Set<String>> FIXED =
            Map.of(
                    ConsumerConfig.GROUP_PROTOCOL_CONFIG, Set.of("classic"),
                    ProducerConfig.ACKS_CONFIG, Set.of("all", "-1"),
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, Set.of("true"),
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG, Set.of("read_committed"),
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, Set.of("false"),
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, Set.of("none"));

    /** What the outbox chooses by itself or has a builder method for. */
    private static final Set<String> OWN =
            Set.of(
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                    ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                    ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG,
                    ProducerConfig.PARTITIONER_CLASS_CONFIG,
                    ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                    ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                    ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                    ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                    ConsumerConfig.GROUP_ID_CONFIG,
                    ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                    ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG);

    private static final Set<String> KNOWN = known();

    private final Map<String, String> given;
    private final Duration acknowledgeWithin;

    /**
     * @param given the user's
     * @param acknowledgeWithin how long an append may take
     * @throws OutboxException if one of them is not the user's to choose, or too weak
     */
    public ClientSettings(Map<String, String> given, Duration acknowledgeWithin) {
        if (given.getOrDefault("bootstrap.servers", "").isBlank()) {
            throw new OutboxException(
                    Kind.CONFIGURATION,
                    "No Kafka brokers are named",
                    "Set bootstrap.servers to some of the brokers, as host:port,host:port.",
                    null);
        }
        given.forEach(ClientSettings::check);
        this.given = Map.copyOf(given);
        this.acknowledgeWithin = acknowledgeWithin;
    }

    private static void check(String key, String value) {
        if (OWN.contains(key)) {
            throw new OutboxException(
                    Kind.CONFIGURATION,
                    "The Kafka setting " + key + " is the outbox's own",
                    "Leave it out. The builder has methods for what can be chosen.",
                    null);
        }
        Set<String> allowed = FIXED.get(key);
        if (allowed != null && !allowed.contains(value.strip())) {
            throw new OutboxException(
                    Kind.CONFIGURATION,
                    "The Kafka setting " + key + "=" + value + " could lose what is appended",
                    "Leave it out.",
                    null);
        }
    }

    private static Set<String> known() {
        Set<String> all = new HashSet<>(ProducerConfig.configNames());
        all.addAll(ConsumerConfig.configNames());
        all.addAll(AdminClientConfig.configNames());
        return all;
    }

    /** For one that sends batches no larger than given; for transactions if an id is given. */
    Map<String, Object> producer(Optional<String> transactionalId, long largest) {
        Map<String, Object> settings = forClient(ProducerConfig.configNames());
        int within = Math.toIntExact(acknowledgeWithin.toMillis());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, within);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within);
        // So that a broker that hangs leaves time for its successor.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, within / 3);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Math.toIntExact(largest));
        transactionalId.ifPresent(
                id -> {
                    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
                    // Each of the steps of a transaction may block.
                    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within / 3);
                    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 2 * within);
                });
        return settings;
    }

    /** For one that delivers. */
    Map<String, Object> consumer(String group, Duration longestStep) {
        Map<String, Object> settings = forClient(ConsumerConfig.configNames());
        settings.putIfAbsent(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A position that is gone means that something was deleted: to be told, not to be stepped
        // over.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                Math.toIntExact(longestStep.toMillis()));
        return settings;
    }

    /** For one that only looks at the oldest records. */
    Map<String, Object> reader() {
        Map<String, Object> settings = consumer("", acknowledgeWithin);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // One batch of a partition is enough, and comes however little is asked for.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        return settings;
    }

    /** Opens one that looks at the topic. */
    public Admin openAdmin() {
        try {
            return Admin.create(forClient(AdminClientConfig.configNames()));
        } catch (KafkaException e) {
            throw Failures.refusedByClient(e);
        }
    }

    /** How long an append may take. */
    Duration acknowledgeWithin() {
        return acknowledgeWithin;
    }

    private Map<String, Object> forClient(Set<String> names) {
        Map<String, Object> settings = new HashMap<>();
        given.forEach(
                (key, value) -> {
                    // What no client knows belongs to a plug-in of the user's, such as a log-in
                    // handler.
                    if (names.contains(key) || !KNOWN.contains(key)) {
                        settings.put(key, value);
                    }
                });
        return settings;
    }
}
