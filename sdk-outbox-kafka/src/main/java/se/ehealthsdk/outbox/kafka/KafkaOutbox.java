package se.ehealthsdk.outbox.kafka;

/** An outbox whose items go through a Kafka topic to the node that delivers them. */
public final class KafkaOutbox {

    private KafkaOutbox() {}
}
