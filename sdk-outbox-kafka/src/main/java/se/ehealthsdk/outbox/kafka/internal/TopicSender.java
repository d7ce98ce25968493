package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;

/** Writes items to a topic and waits until it has acknowledged them. Safe for use by many threads. */
final class TopicSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicSender.class);

    private final ClientSettings settings;
    private final TopicRules.Topic topic;
    private final KafkaProducer<String, byte[]> single;
    private final ReentrantLock transaction = new ReentrantLock();
    private final String transactionalId = "outbox-" + UUID.randomUUID();
    private @Nullable KafkaProducer<String, byte[]> transactional;

    TopicSender(ClientSettings settings, TopicRules.Topic topic) {
        this.settings = settings;
        this.topic = topic;
        this.single = producer(Optional.empty());
    }

    private KafkaProducer<String, byte[]> producer(Optional<String> id) {
        Map<String, Object> with = settings.producer(id, topic.largest());
        try {
            return new KafkaProducer<>(with);
        } catch (KafkaException e) {
            throw Failures.refusedByClient(e);
        }
    }

    /**
     * @throws OutboxException if one is larger than the topic takes
     */
    void checkSizes(List<Item> items) {
        for (Item item : items) {
            if (RecordFormat.size(item) > topic.largest()) {
                throw tooLarge(item.id(), null);
            }
        }
    }

    private OutboxException tooLarge(String id, @Nullable Throwable cause) {
        return new OutboxException(
                Kind.INPUT,
                "Item " + id + " is larger than the topic takes: " + topic.largest() + " bytes",
                "Make it smaller, or raise max.message.bytes of the topic.",
                cause);
    }

    /** Writes items one by one; some of them may be there although this throws. */
    void sendEach(List<Item> items) {
        long deadline = System.nanoTime() + settings.acknowledgeWithin().toNanos();
        List<Future<RecordMetadata>> sent = new ArrayList<>(items.size());
        int acknowledged = 0;
        try {
            for (Item item : items) {
                // Each of them may block, and does so again when the one before has.
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException();
                }
                sent.add(single.send(RecordFormat.toRecord(topic.name(), item)));
            }
            for (; acknowledged < sent.size(); acknowledged++) {
                long left = Math.max(deadline - System.nanoTime(), 0);
                sent.get(acknowledged).get(left, TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                // The topic has been changed since it was looked at.
                throw tooLarge(items.get(acknowledged).id(), e.getCause());
            }
            throw Failures.notDurable(e);
        } catch (InterruptedException
                | TimeoutException
                | KafkaException
                | IllegalStateException e) {
            throw Failures.notDurable(e);
        }
    }

    /** Writes all of them or none, as far as anyone who delivers from the topic sees. */
    void sendTogether(List<Item> items) {
        Duration within = settings.acknowledgeWithin();
        try {
            if (!transaction.tryLock(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Failures.notDurable(new TimeoutException());
            }
        } catch (InterruptedException e) {
            throw Failures.notDurable(e);
        }
        try {
            KafkaProducer<String, byte[]> producer = transactional();
            producer.beginTransaction();
            for (Item item : items) {
                producer.send(RecordFormat.toRecord(topic.name(), item));
            }
            producer.commitTransaction();
        } catch (KafkaException | IllegalStateException e) {
            // The next one begins by ending what this one may have left, whichever way it went.
            abandon();
            throw Failures.notDurable(e);
        } finally {
            transaction.unlock();
        }
    }

    private KafkaProducer<String, byte[]> transactional() {
        KafkaProducer<String, byte[]> ready = transactional;
        if (ready == null) {
            ready = producer(Optional.of(transactionalId));
            transactional = ready;
            ready.initTransactions();
        }
        return ready;
    }

    private void abandon() {
        KafkaProducer<String, byte[]> left = transactional;
        transactional = null;
        if (left != null) {
            close(left, Duration.ZERO);
        }
    }

    @Override
    public void close() {
        transaction.lock();
        try {
            KafkaProducer<String, byte[]> last = transactional;
            transactional = null;
            if (last != null) {
                close(last, settings.acknowledgeWithin());
            }
        } finally {
            transaction.unlock();
        }
        close(single, settings.acknowledgeWithin());
    }

    private static void close(KafkaProducer<String, byte[]> producer, Duration within) {
        try {
            producer.close(within);
        } catch (KafkaException e) {
            LOG.info("A producer did not close in order: {}", e.getClass().getName());
        }
    }
}
