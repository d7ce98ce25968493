package se.ehealthsdk.outbox.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kafka.server.BrokerServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Three real brokers and a controller in this JVM, for all tests together. The only place that knows Kafka's
 * own test kit, which may change with each version.
 */
public final class KafkaBrokers implements AutoCloseable {

    private static final Map<String, String> SAFE =
            Map.of(
                    "min.insync.replicas", "2",
                    "message.timestamp.type", "LogAppendTime",
                    "unclean.leader.election.enable", "false");

    private final KafkaClusterTestKit cluster;
    private final Admin admin;
    private final AtomicInteger topics = new AtomicInteger();

    private KafkaBrokers() {
        try {
            cluster =
                    new KafkaClusterTestKit.Builder(
                                    new TestKitNodes.Builder()
                                            .setNumBrokerNodes(3)
                                            .setNumControllerNodes(1)
                                            .build())
                            .setConfigProp("group.initial.rebalance.delay.ms", "0")
                            .setConfigProp("auto.create.topics.enable", "false")
                            .setConfigProp("offsets.topic.num.partitions", "2")
                            .setConfigProp("offsets.topic.replication.factor", "3")
                            .setConfigProp("transaction.state.log.num.partitions", "2")
                            .setConfigProp("transaction.state.log.replication.factor", "3")
                            .setConfigProp("transaction.state.log.min.isr", "1")
                            .build();
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            admin = cluster.admin();
        } catch (Exception e) {
            throw new IllegalStateException("The brokers did not start", e);
        }
    }

    /** What a client needs to find them. */
    public Map<String, String> settings() {
        return Map.of("bootstrap.servers", cluster.bootstrapServers());
    }

    /** A topic as it should be. */
    public String topic(int partitions) {
        return topic(partitions, 3, Map.of());
    }

    /** A topic that differs from what it should be. */
    public String topic(int partitions, int replicas, Map<String, String> config) {
        String name = "outbox-" + topics.incrementAndGet();
        Map<String, String> all = new HashMap<>(SAFE);
        all.putAll(config);
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.of((short) replicas));
        await(admin.createTopics(List.of(topic.configs(all))).all());
        return name;
    }

    /** Changes a setting of a topic. */
    public void set(String topic, String name, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp change =
                new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        await(admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all());
    }

    /** For what a test looks at itself. */
    public Admin admin() {
        return admin;
    }

    /** Stops a broker: 0, 1 or 2. */
    public void stop(int broker) {
        BrokerServer server = cluster.brokers().get(broker);
        server.shutdown();
        server.awaitShutdown();
    }

    /** Starts a broker that was stopped, and waits until the others know it. */
    public void start(int broker) throws InterruptedException {
        cluster.brokers().get(broker).startup();
        Soon.until(
                "broker " + broker + " is up",
                () ->
                        await(admin.describeCluster().nodes()).stream()
                                .anyMatch(node -> node.id() == broker));
    }

    /** Waits for an answer. */
    public static <T> T await(org.apache.kafka.common.KafkaFuture<T> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        admin.close();
        cluster.close();
    }

    /** Gives tests the brokers; started with the first test that asks, closed after the last. */
    public static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == KafkaBrokers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(KafkaBrokers.class, none -> new KafkaBrokers());
        }
    }
}
