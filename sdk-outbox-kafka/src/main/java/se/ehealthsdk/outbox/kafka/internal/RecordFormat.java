package se.ehealthsdk.outbox.kafka.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.OutboxException;

/**
 * How an item is a Kafka record: its id is the key, so that ids spread over the partitions and the same id
 * always comes to the same one; its payload is the value; destination and version are headers.
 */
final class RecordFormat {

    private static final String VERSION_HEADER = "outbox-version";
    private static final String DESTINATION_HEADER = "outbox-destination";
    private static final String VERSION = "1";

    /** More than what Kafka adds to key, value and headers of a record that is alone in its batch. */
    private static final int OVERHEAD = 256;

    private RecordFormat() {}

    static ProducerRecord<String, byte[]> toRecord(String topic, Item item) {
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(topic, item.id(), item.payload());
        sent.headers().add(VERSION_HEADER, bytes(VERSION));
        sent.headers().add(DESTINATION_HEADER, bytes(item.destination()));
        return sent;
    }

    /** Empty if this is no item that this version can read. */
    static Optional<Item> toItem(ConsumerRecord<String, byte[]> read) {
        Header version = read.headers().lastHeader(VERSION_HEADER);
        Header destination = read.headers().lastHeader(DESTINATION_HEADER);
        if (version == null
                || destination == null
                || read.key() == null
                || read.value() == null
                || !text(version).equals(VERSION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Item.of(read.key(), text(destination), read.value()));
        } catch (OutboxException notAnItem) {
            return Optional.empty();
        }
    }

    /** No less than the bytes that a topic or a producer counts for it. */
    static long size(Item item) {
        return (long) item.payload().length
                + bytes(item.id()).length
                + bytes(item.destination()).length
                + OVERHEAD;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
