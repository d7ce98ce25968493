package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a topic must be like so that what is acknowledged stays.
 *
 * @param topic its name
 * @param keptAtLeast the shortest retention that will do
 * @param fewerReplicas whether fewer than three replicas, or one in sync, will do
 */
public record TopicRules(String topic, Duration keptAtLeast, boolean fewerReplicas) {

    private static final int REPLICAS = 3;
    private static final int IN_SYNC = 2;

    /**
     * Looks at the topic.
     *
     * @return what it is like
     * @throws se.ehealthsdk.outbox.OutboxException if it could lose something, or could not be looked at
     */
    Topic check(Admin admin, Duration within) {
        TopicDescription description =
                get(admin.describeTopics(List.of(topic)).allTopicNames(), within).get(topic);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = get(admin.describeConfigs(List.of(resource)).all(), within).get(resource);
        if (description == null || config == null) {
            throw missing();
        }
        replicas(description, number(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
        require(config, TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        require(config, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        // By the clients' clocks, one that is wrong could have a whole segment deleted at once.
        require(config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        // By size, what has not been delivered could go however young it is.
        require(config, TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        long retention = number(config, TopicConfig.RETENTION_MS_CONFIG);
        if (retention >= 0 && retention < keptAtLeast.toMillis()) {
            throw tooWeak(
                    TopicConfig.RETENTION_MS_CONFIG,
                    String.valueOf(retention),
                    "at least " + keptAtLeast.toMillis());
        }
        return new Topic(
                topic,
                description.partitions().size(),
                number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                retention < 0 ? Duration.ofMillis(Long.MAX_VALUE) : Duration.ofMillis(retention));
    }

    private void replicas(TopicDescription description, long inSync) {
        if (fewerReplicas) {
            return;
        }
        int fewest = Integer.MAX_VALUE;
        for (TopicPartitionInfo partition : description.partitions()) {
            fewest = Math.min(fewest, partition.replicas().size());
        }
        if (fewest < REPLICAS) {
            throw tooWeak("replication factor", String.valueOf(fewest), "at least " + REPLICAS);
        }
        if (inSync < IN_SYNC) {
            throw tooWeak(
                    TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                    String.valueOf(inSync),
                    "at least " + IN_SYNC);
        }
    }

    private void require(Config config, String name, String value) {
        String found = value(config, name);
        if (!found.equals(value)) {
            throw tooWeak(name, found, value);
        }
    }

    private long number(Config config, String name) {
        return Long.parseLong(value(config, name));
    }

    private String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        if (entry == null || entry.value() == null) {
            throw Failures.misconfigured(
                    "The topic " + topic + " does not tell its " + name,
                    "Use brokers of Kafka 2.8 or later, and allow DescribeConfigs on the topic.");
        }
        return entry.value();
    }

    private RuntimeException tooWeak(String name, String found, String wanted) {
        return Failures.misconfigured(
                "The topic " + topic + " could lose what is appended: " + name + " is " + found,
                "Set it to " + wanted + " on the topic.");
    }

    private RuntimeException missing() {
        return Failures.misconfigured(
                "There is no topic " + topic,
                "Create it, with the settings that KafkaOutbox tells.");
    }

    private <T> T get(KafkaFuture<T> answer, Duration within) {
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw missing();
            }
            throw Failures.unreachable("The topic " + topic + " could not be looked at", e);
        } catch (InterruptedException | TimeoutException e) {
            throw Failures.unreachable("The topic " + topic + " could not be looked at", e);
        }
    }

    /**
     * A topic that will do.
     *
     * @param name its name
     * @param partitions how many it has
     * @param largest bytes of a batch of records at most
     * @param retention how long it keeps them
     */
    record Topic(String name, int partitions, long largest, Duration retention) {}
}
