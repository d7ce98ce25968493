package se.ehealthsdk.outbox.kafka.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;
import se.ehealthsdk.outbox.Verdict;

/**
 * One membership in the consumer group: reads the partitions that it is given and deals with a group of items
 * at a time, polling between.
 *
 * <p>Before each call it is committed which items are being sent; after it, that they are dealt with. So at
 * each moment the log tells what may be with the receiver.
 */
final class DeliverySession implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverySession.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration COMMIT = Duration.ofSeconds(10);

    private final Route route;
    private final Consumer<String, byte[]> consumer;
    private final BooleanSupplier stopped;
    private final AtomicInteger flushes;
    private final Pauses pauses;
    private final Map<TopicPartition, PartitionQueue> queues = new LinkedHashMap<>();
    private int flushed;

    DeliverySession(
            Route route,
            Consumer<String, byte[]> consumer,
            BooleanSupplier stopped,
            AtomicInteger flushes) {
        this.route = route;
        this.consumer = consumer;
        this.stopped = stopped;
        this.flushes = flushes;
        this.pauses = new Pauses(route.options());
    }

    /** Until stopped. */
    void run() throws InterruptedException {
        consumer.subscribe(List.of(route.topic().name()), this);
        boolean busy = false;
        while (!stopped.getAsBoolean()) {
            read(busy ? Duration.ZERO : IDLE);
            flushIfAsked();
            busy = step();
        }
    }

    private void read(Duration wait) {
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> hungry = new ArrayList<>();
        queues.forEach((partition, queue) -> (queue.wantsMore() ? hungry : full).add(partition));
        consumer.pause(full);
        consumer.resume(hungry);
        ConsumerRecords<String, byte[]> records;
        try {
            records = consumer.poll(wait);
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().forEach(this::deleted);
            return;
        }
        for (ConsumerRecord<String, byte[]> record : records) {
            PartitionQueue queue =
                    queues.get(new TopicPartition(record.topic(), record.partition()));
            if (queue != null) {
                queue.add(record);
            }
        }
        queues.forEach((partition, queue) -> queue.readTo(consumer.position(partition)));
    }

    private void flushIfAsked() {
        int asked = flushes.get();
        if (asked != flushed && !queues.isEmpty()) {
            consumer.endOffsets(queues.keySet())
                    .forEach((partition, end) -> queue(partition).flushTo(end));
            flushed = asked;
        }
    }

    private PartitionQueue queue(TopicPartition partition) {
        PartitionQueue queue = queues.get(partition);
        if (queue == null) {
            throw new IllegalStateException("Not assigned: " + partition);
        }
        return queue;
    }

    /** One step of the first partition that has one to make; it is last in turn after that. */
    private boolean step() throws InterruptedException {
        for (Map.Entry<TopicPartition, PartitionQueue> entry : List.copyOf(queues.entrySet())) {
            if (step(entry.getKey(), entry.getValue())) {
                queues.remove(entry.getKey());
                queues.put(entry.getKey(), entry.getValue());
                return true;
            }
        }
        return false;
    }

    private boolean step(TopicPartition partition, PartitionQueue queue)
            throws InterruptedException {
        if (queue.uncommitted() && !commit(partition, queue)) {
            return false;
        }
        Optional<Long> unreadable = queue.unreadable();
        if (unreadable.isPresent()) {
            stuck(partition, unreadable.get());
            return false;
        }
        Instant flushBefore = route.options().clock().instant().minus(route.options().maxAge());
        Optional<Window> found = queue.window(flushBefore);
        if (found.isEmpty()) {
            return queue.uncommitted() && commit(partition, queue);
        }
        Window window = found.get();
        Window.Group group = queue.next(window);
        if (queue.sending()) {
            // Its sender died, or could not tell what became of the call.
            ambiguous(group);
            route.handOver().inDoubt(group);
            return done(partition, queue, window);
        }
        if (pauses.paused(group.destination())) {
            return passOn(partition, queue, window, group);
        }
        return send(partition, queue, window, group);
    }

    private boolean send(
            TopicPartition partition, PartitionQueue queue, Window window, Window.Group group)
            throws InterruptedException {
        if (!route.pace().await(stopped)) {
            return false;
        }
        queue.sending(true);
        if (!commit(partition, queue)) {
            queue.sending(false);
            return false;
        }
        Verdict verdict = call(group);
        if (verdict instanceof Verdict.Accepted) {
            pauses.over(group.destination());
            List<String> ids = group.items().stream().map(Item::id).toList();
            route.tell(listener -> listener.delivered(group.destination(), ids));
            return done(partition, queue, window);
        }
        if (verdict instanceof Verdict.Refused) {
            pauses.over(group.destination());
            route.handOver().inDoubt(group);
            return done(partition, queue, window);
        }
        if (verdict instanceof Verdict.Failed failed) {
            pauses.failed(group.destination(), failed.retryAfter());
            if (failed.mayBePerformed() && !route.receiver().acceptsDuplicates()) {
                ambiguous(group);
                route.handOver().inDoubt(group);
                return done(partition, queue, window);
            }
            LOG.info("No call to {} gets through: {}", group.destination(), failed.reason());
        } else if (verdict instanceof Verdict.Blocked blocked
                && pauses.blocked(group.destination())) {
            route.tell(
                    listener ->
                            listener.blocked(
                                    group.destination(), blocked.reason(), blocked.remedy()));
        }
        queue.sending(false);
        commit(partition, queue);
        return passOn(partition, queue, window, group);
    }

    /**
     * What was not performed stays in the topic, which keeps it best, unless others wait behind it or the
     * topic will not keep it much longer.
     */
    private boolean passOn(
            TopicPartition partition, PartitionQueue queue, Window window, Window.Group group) {
        Instant halfGone =
                route.options().clock().instant().minus(route.topic().retention().dividedBy(2));
        if (queue.othersWaitBehind(group.destination()) || window.oldest().isBefore(halfGone)) {
            route.handOver().notPerformed(group);
            return done(partition, queue, window);
        }
        return false;
    }

    private boolean done(TopicPartition partition, PartitionQueue queue, Window window) {
        queue.done(window);
        commit(partition, queue);
        return true;
    }

    private Verdict call(Window.Group group) {
        long begun = System.nanoTime();
        Verdict verdict = deliver(group);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        route.tell(
                listener ->
                        listener.called(group.destination(), group.items().size(), took, verdict));
        return verdict;
    }

    @SuppressWarnings("NullAway") // a receiver without null checking may give null
    private Verdict deliver(Window.Group group) {
        try {
            Verdict verdict =
                    route.receiver().deliver(group.destination(), List.copyOf(group.items()));
            return verdict != null
                    ? verdict
                    : new Verdict.Failed(true, "the receiver gave no verdict");
        } catch (RuntimeException e) {
            return new Verdict.Failed(true, "the receiver threw " + e.getClass().getName());
        } finally {
            // An interrupt that a receiver left behind is not meant for the commit.
            Thread.interrupted();
        }
    }

    private void ambiguous(Window.Group group) {
        route.tell(listener -> listener.ambiguous(group.destination(), group.items().size()));
    }

    /** False if it is to be tried again; any other failure ends the session. */
    private boolean commit(TopicPartition partition, PartitionQueue queue) {
        try {
            consumer.commitSync(Map.of(partition, queue.progress()), COMMIT);
            queue.committed();
            return true;
        } catch (RebalanceInProgressException | RetriableException e) {
            LOG.debug("Commit of {} is tried again after {}", partition, e.getClass().getName());
            return false;
        }
    }

    private void stuck(TopicPartition partition, long offset) {
        String where = partition.toString();
        if (!pauses.paused(where) && pauses.blocked(where)) {
            LOG.error(
                    "The record at offset {} of {} is not one that this version can read",
                    offset,
                    where);
            route.tell(
                    listener ->
                            listener.blocked(
                                    where,
                                    "the record at offset "
                                            + offset
                                            + " is not one that this version can read",
                                    "Deliver with the newest version that appends. If a foreign program wrote"
                                            + " it, stop delivery, set the group's offset after it, and keep"
                                            + " others from writing to the topic."));
        }
    }

    private void deleted(TopicPartition partition, long from) {
        long first = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        lost(partition, from, first);
        if (first < from || queue(partition).takingOver()) {
            // Another log than the one that was read so far, or not all that was sent in a call is
            // left.
            queues.put(partition, startingAt(first));
        }
        consumer.seek(partition, first);
    }

    private PartitionQueue startingAt(long offset) {
        PartitionQueue queue =
                new PartitionQueue(offset, Optional.empty(), route.receiver().maxItems());
        queue.commitStart();
        return queue;
    }

    private void lost(TopicPartition partition, long from, long to) {
        String what =
                "Records of "
                        + partition
                        + " from offset "
                        + from
                        + " are gone; it goes on at "
                        + to;
        LOG.error(what);
        route.tell(
                listener ->
                        listener.storeFailed(
                                new OutboxException(
                                        Kind.STORAGE,
                                        what,
                                        "They were deleted before they were delivered, or the topic was made"
                                                + " anew. Find them where they were appended; raise the"
                                                + " topic's retention.ms.",
                                        null)));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, Long> beginning = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long first = beginning.getOrDefault(partition, 0L);
            OffsetAndMetadata last = committed.get(partition);
            if (last == null) {
                queues.put(partition, startingAt(first));
                consumer.seek(partition, first);
            } else if (last.offset() < first || last.offset() > end.getOrDefault(partition, 0L)) {
                lost(partition, last.offset(), first);
                queues.put(partition, startingAt(first));
                consumer.seek(partition, first);
            } else {
                queues.put(
                        partition,
                        new PartitionQueue(
                                last.offset(),
                                Mark.of(last.metadata()),
                                route.receiver().maxItems()));
                consumer.seek(partition, Math.max(first, last.offset() - PartitionQueue.RECALL));
            }
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            PartitionQueue queue = queues.remove(partition);
            if (queue != null && queue.uncommitted()) {
                try {
                    commit(partition, queue);
                } catch (InterruptException e) {
                    throw e;
                } catch (KafkaException e) {
                    LOG.info(
                            "{} goes to another node uncommitted: {}",
                            partition,
                            e.getClass().getName());
                }
            }
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(queues::remove);
    }
}
