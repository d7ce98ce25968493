package se.ehealthsdk.outbox.kafka.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ehealthsdk.outbox.kafka.Items.ids;
import static se.ehealthsdk.outbox.kafka.Items.item;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.outbox.Item;

class PartitionQueueTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOBODY = Instant.EPOCH;
    private static final Instant EVERYBODY = Instant.MAX;

    @Test
    void window_lessThanACall_waits() {
        PartitionQueue queue = queue(item("a"), item("b"));

        assertThat(queue.window(NOBODY)).isEmpty();
    }

    @Test
    void window_lessThanACallButOldEnough_isTaken() {
        PartitionQueue queue = queue(item("a"), item("b"));

        assertThat(queue.window(NOW.plusMillis(1)).orElseThrow().groups())
                .singleElement()
                .satisfies(group -> assertThat(ids(group.items())).containsExactly("a", "b"));
    }

    @Test
    void window_lessThanACallButFlushed_isTaken() {
        PartitionQueue queue = queue(item("a"));
        queue.flushTo(1);

        assertThat(queue.window(NOBODY)).isPresent();
    }

    @Test
    void window_fullCall_endsBeforeTheItemThatHasNoRoom() {
        PartitionQueue queue = queue(item("a"), item("b"), item("c"), item("d"));

        Window window = queue.window(NOBODY).orElseThrow();

        assertThat(window.end()).isEqualTo(3);
        assertThat(ids(window.groups().get(0).items())).containsExactly("a", "b", "c");
    }

    @Test
    void window_severalDestinations_makesACallForEach() {
        PartitionQueue queue = queue(item("a", "one"), item("b", "two"), item("c", "one"));

        assertThat(queue.window(EVERYBODY).orElseThrow().groups())
                .extracting(Window.Group::destination, group -> ids(group.items()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("one", List.of("a", "c")),
                        org.assertj.core.groups.Tuple.tuple("two", List.of("b")));
    }

    @Test
    void window_sameItemTwice_sendsItOnce() {
        PartitionQueue queue = queue(item("a"), item("b"), item("a"));

        Window window = queue.window(EVERYBODY).orElseThrow();

        assertThat(ids(window.groups().get(0).items())).containsExactly("a", "b");
        assertThat(window.end()).isEqualTo(3);
    }

    @Test
    void window_itemThatWasDealtWithBefore_leavesItOut() {
        PartitionQueue queue =
                queue(item("a"), item("b"), item("c"), item("d"), item("a"), item("e"));
        finish(queue, queue.window(NOBODY).orElseThrow());

        Window second = queue.window(EVERYBODY).orElseThrow();

        assertThat(ids(second.groups().get(0).items())).containsExactly("d", "e");
        assertThat(second.start()).isEqualTo(3);
    }

    @Test
    void window_nothingButWhatWasDealtWith_isPassedAndCommitted() {
        PartitionQueue queue = queue(item("a"), item("b"), item("c"));
        finish(queue, queue.window(NOBODY).orElseThrow());
        queue.committed();
        queue.add(record(3, item("a")));

        assertThat(queue.window(EVERYBODY)).isEmpty();
        assertThat(queue.uncommitted()).isTrue();
        assertThat(queue.progress()).isEqualTo(new OffsetAndMetadata(4));
    }

    @Test
    void window_otherItemUnderATakenId_goesAlone() {
        Item other = Item.of("a", se.ehealthsdk.outbox.kafka.Items.DESTINATION, new byte[] {1});
        PartitionQueue queue = queue(item("a"), other, item("b"));

        assertThat(queue.window(EVERYBODY).orElseThrow().groups())
                .extracting(group -> group.items())
                .containsExactly(List.of(item("a"), item("b")), List.of(other));
    }

    @Test
    void window_itemFromBeforeTheStart_isOnlyRemembered() {
        PartitionQueue queue = new PartitionQueue(2, Optional.empty(), 3);
        queue.add(record(0, item("a")));
        queue.add(record(1, item("b")));
        queue.add(record(2, item("a")));
        queue.add(record(3, item("c")));

        assertThat(ids(queue.window(EVERYBODY).orElseThrow().groups().get(0).items()))
                .containsExactly("c");
    }

    @Test
    void window_unreadableRecord_isNeverSteppedOver() {
        PartitionQueue queue = queue(item("a"));
        queue.add(foreign(1));
        queue.add(record(2, item("b")));
        Window first = queue.window(NOBODY).orElseThrow();
        assertThat(first.end()).isEqualTo(1);
        assertThat(queue.unreadable()).isEmpty();

        finish(queue, first);

        assertThat(queue.unreadable()).contains(1L);
        assertThat(queue.window(EVERYBODY)).isEmpty();
    }

    @Test
    void record_ofALaterVersion_isUnreadable() {
        ConsumerRecord<String, byte[]> later = record(0, item("a"));
        later.headers().add("outbox-version", "2".getBytes(StandardCharsets.UTF_8));
        PartitionQueue queue = new PartitionQueue(0, Optional.empty(), 3);
        queue.add(later);

        assertThat(queue.unreadable()).contains(0L);
    }

    @Test
    void position_pastMarksOfTransactions_isCommitted() {
        PartitionQueue queue = queue();
        queue.readTo(7);

        assertThat(queue.window(EVERYBODY)).isEmpty();
        assertThat(queue.progress()).isEqualTo(new OffsetAndMetadata(7));
        assertThat(queue.uncommitted()).isTrue();
    }

    @Test
    void takenOver_rangeNotReadYet_waits() {
        PartitionQueue queue = new PartitionQueue(0, Optional.of(new Mark(3, 0, true)), 3);
        queue.add(record(0, item("a")));
        queue.add(record(1, item("b")));
        queue.readTo(2);
        assertThat(queue.window(EVERYBODY)).isEmpty();

        queue.add(record(2, item("c")));
        queue.readTo(3);

        Window window = queue.window(NOBODY).orElseThrow();
        assertThat(ids(queue.next(window).items())).containsExactly("a", "b", "c");
        assertThat(queue.sending()).isTrue();
    }

    @Test
    void takenOver_itemsThatCameLater_areNotInTheRange() {
        PartitionQueue queue = new PartitionQueue(0, Optional.of(new Mark(2, 0, true)), 100);
        queue.add(record(0, item("a")));
        queue.add(record(1, item("b")));
        queue.add(record(2, item("c")));
        queue.readTo(3);

        Window window = queue.window(EVERYBODY).orElseThrow();

        assertThat(window.end()).isEqualTo(2);
        assertThat(ids(queue.next(window).items())).containsExactly("a", "b");
    }

    /** Whatever is in a log and wherever a node dies, the next one sorts it into the same calls. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void takenOver_atAnyMoment_sortsIntoTheSameCalls(long seed) {
        Random random = new Random(seed);
        List<ConsumerRecord<String, byte[]>> log = randomLog(random, 400);
        int maxItems = 1 + random.nextInt(20);
        PartitionQueue first = read(log, 0, Optional.empty(), maxItems);
        Set<String> delivered = new HashSet<>();

        for (Optional<Window> found = first.window(EVERYBODY);
                found.isPresent();
                found = first.window(EVERYBODY)) {
            Window window = found.get();
            first.sending(true);
            OffsetAndMetadata left = first.progress();
            PartitionQueue successor =
                    read(log, left.offset(), Mark.of(left.metadata()), 1 + random.nextInt(20));
            Window resumed = successor.window(NOBODY).orElseThrow();

            assertThat(resumed.end()).isEqualTo(window.end());
            assertThat(resumed.groups()).isEqualTo(window.groups());
            assertThat(successor.next(resumed)).isEqualTo(first.next(window));
            assertThat(successor.sending()).isTrue();

            first.next(window).items().forEach(item -> delivered.add(item.id()));
            first.done(window);
        }
        assertThat(delivered)
                .isEqualTo(new HashSet<>(log.stream().map(ConsumerRecord::key).toList()));
        assertThat(first.progress()).isEqualTo(new OffsetAndMetadata(lastOffset(log) + 1));
    }

    private static List<ConsumerRecord<String, byte[]>> randomLog(Random random, int length) {
        List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < length; i++) {
            // Marks of transactions leave gaps; ids come again, now and then with other contents.
            offset += 1 + random.nextInt(3) / 2;
            String id = "id-" + random.nextInt(length / 2);
            String destination =
                    "to-" + (random.nextInt(10) == 0 ? random.nextInt(3) : id.length() % 2);
            log.add(record(offset, item(id, destination)));
        }
        return log;
    }

    private static PartitionQueue read(
            List<ConsumerRecord<String, byte[]>> log,
            long start,
            Optional<Mark> mark,
            int maxItems) {
        PartitionQueue queue = new PartitionQueue(start, mark, maxItems);
        log.forEach(queue::add);
        queue.readTo(lastOffset(log) + 1);
        return queue;
    }

    private static long lastOffset(List<ConsumerRecord<String, byte[]>> log) {
        return log.get(log.size() - 1).offset();
    }

    private static void finish(PartitionQueue queue, Window window) {
        for (int i = 0; i < window.groups().size(); i++) {
            queue.done(window);
        }
    }

    private static PartitionQueue queue(Item... items) {
        PartitionQueue queue = new PartitionQueue(0, Optional.empty(), 3);
        for (int i = 0; i < items.length; i++) {
            queue.add(record(i, items[i]));
            queue.readTo(i + 1);
        }
        return queue;
    }

    private static ConsumerRecord<String, byte[]> record(long offset, Item item) {
        ProducerRecord<String, byte[]> sent = RecordFormat.toRecord("topic", item);
        return new ConsumerRecord<>(
                "topic",
                0,
                offset,
                NOW.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers()),
                Optional.empty());
    }

    private static ConsumerRecord<String, byte[]> foreign(long offset) {
        return new ConsumerRecord<>("topic", 0, offset, "key", new byte[] {1});
    }
}
