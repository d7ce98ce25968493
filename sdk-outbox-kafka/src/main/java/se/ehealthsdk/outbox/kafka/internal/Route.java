package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.Receiver;

/**
 * From where to where, and how: what all sessions of a delivery share.
 *
 * @param settings of the clients
 * @param topic from where
 * @param group the consumer group
 * @param receiver to whom
 * @param options how
 * @param pace the pace of this node
 * @param handOver where trouble goes
 */
record Route(
        ClientSettings settings,
        TopicRules.Topic topic,
        String group,
        Receiver receiver,
        DeliveryOptions options,
        Pace pace,
        HandOver handOver) {

    private static final Logger LOG = LoggerFactory.getLogger(Route.class);

    /** For what a step takes beside the call and the wait for its turn. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                settings.consumer(group, receiver.longestCall().plus(longestWait()).plus(MARGIN)));
    }

    /** For a turn to call: before all other workers, and the outbox for trouble. */
    Duration longestWait() {
        return pace.longestWait(options.workers() + 1);
    }

    void tell(Consumer<OutboxListener> what) {
        try {
            what.accept(options.listener());
        } catch (RuntimeException e) {
            LOG.warn("A listener threw {}", e.getClass().getName());
        } finally {
            // An interrupt that a listener left behind is not meant for the commit.
            Thread.interrupted();
        }
    }
}
