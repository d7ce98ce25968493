/** The outbox on Apache Kafka, for many systems that hand over to one delivering node. */
module se.ehealthsdk.outbox.kafka {
    requires transitive se.ehealthsdk.outbox;
    requires kafka.clients;
    requires org.slf4j;
    requires static org.jspecify;

    exports se.ehealthsdk.outbox.kafka;
}
