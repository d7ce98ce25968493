package se.ehealthsdk.outbox.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.DeliveryOptions;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;
import se.ehealthsdk.outbox.Receiver;
import se.ehealthsdk.outbox.kafka.internal.Backlog;
import se.ehealthsdk.outbox.kafka.internal.ClientSettings;
import se.ehealthsdk.outbox.kafka.internal.Failures;
import se.ehealthsdk.outbox.kafka.internal.KafkaDelivery;
import se.ehealthsdk.outbox.kafka.internal.TopicAppender;
import se.ehealthsdk.outbox.kafka.internal.TopicRules;
import se.ehealthsdk.outbox.kafka.internal.TroubleStore;

/**
 * An outbox in a Kafka topic: many systems append, one or more nodes deliver. Safe for use by many threads.
 *
 * <pre>{@code
 * // In each system that has something to deliver
 * Outbox outbox = KafkaOutbox.builder(Map.of("bootstrap.servers", "k1:9093,k2:9093,k3:9093"), "access-log")
 *         .fallback(Outbox.sqlite(Path.of("/var/lib/ehr/outbox")))      // while Kafka does not answer
 *         .open();
 * outbox.append(Item.of(id, destination, bytes));                      // acknowledged when it returns
 *
 * // In each node that delivers
 * KafkaOutbox topic = KafkaOutbox.builder(settings, "access-log")
 *         .resolveWith(Outbox.postgresql(dataSource))                  // refused or unknown: resolved there
 *         .open();
 * Delivery delivery = topic.deliver(receiver, DeliveryOptions.DEFAULT);
 * }</pre>
 *
 * <h2>The topic</h2>
 *
 * It is looked at before anything is written to it, and one that could lose what it has acknowledged is
 * refused. It is to be created with
 *
 * <pre>{@code
 * kafka-topics --create --topic access-log --partitions 12 --replication-factor 3 \
 *     --config min.insync.replicas=2 --config unclean.leader.election.enable=false \
 *     --config cleanup.policy=delete --config retention.ms=1209600000 --config retention.bytes=-1 \
 *     --config message.timestamp.type=LogAppendTime
 * }</pre>
 *
 * Retention is the longest outage of delivery that is survived: {@link Builder#keptAtLeast} is 7 days unless
 * set, and the brokers' own {@code offsets.retention.minutes} should be no shorter. With {@code
 * auto.create.topics.enable=false} in the brokers a topic that is deleted by mistake does not come back
 * weaker than it was. Timestamps are the brokers', since by a client's clock that is wrong a segment could be
 * deleted at once. Replicas acknowledge from memory, so they belong on machines that do not lose power
 * together. Let only this outbox's users write to the topic, and only its delivering nodes use the consumer
 * group: a record that is none of its own stops its partition, with an alarm.
 *
 * <p>Payloads are <em>not</em> encrypted by this class: use TLS to the brokers and encrypted disks in them.
 * {@link se.ehealthsdk.outbox.PayloadKeys} is for {@link JdbcOutbox} alone. Ids and destinations can be read
 * by who can read the topic.
 *
 * <h2>What comes twice</h2>
 *
 * An item whose append failed may be in the topic all the same; it is to be appended again, and then is
 * there twice. Both have the same id and so come to the same partition, where the second is left out if it
 * comes within 10 000 records; after that it is the receiver's refusal of the id that keeps it from being
 * stored twice. Never change the number of partitions while something waits.
 *
 * <p>That two different items have the same id cannot be seen when they are appended, unlike in {@link
 * JdbcOutbox}. The second is sent in a call of its own, refused, and found in the outbox for trouble, parked
 * or as assumed delivered; under a longer id, if the first is there too.
 */
public final class KafkaOutbox implements Outbox {

    private final ClientSettings settings;
    private final TopicRules rules;
    private final String group;
    private final Admin admin;
    private final TopicAppender appender;
    private final Optional<JdbcOutbox> trouble;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private KafkaOutbox(Builder builder) {
        this.settings = new ClientSettings(builder.settings, builder.acknowledgeWithin);
        this.rules = new TopicRules(builder.topic, builder.keptAtLeast, builder.fewerReplicas);
        this.group = builder.group.orElse(builder.topic + "-delivery");
        this.trouble = builder.trouble;
        this.admin = settings.openAdmin();
        this.appender = new TopicAppender(settings, rules, admin, builder.fallback);
    }

    private void connect(boolean mayBeDown) {
        try {
            appender.connect();
        } catch (OutboxException e) {
            if (e.kind() != Kind.STORAGE || !mayBeDown) {
                throw e;
            }
        }
    }

    private void forward(Outbox from) {
        deliveries.add(from.deliver(appender, appender.forwarding()));
    }

    /**
     * Starts choosing an outbox in a topic.
     *
     * @param settings of Kafka's own clients, by Kafka's own names: {@code bootstrap.servers}, and what
     *     security asks for ({@code security.protocol}, {@code ssl.*}, {@code sasl.*}). A setting that would
     *     weaken durability is refused
     * @param topic its name
     */
    public static Builder builder(Map<String, String> settings, String topic) {
        return new Builder(settings, topic);
    }

    /**
     * Keeps items, all or none: several in one Kafka transaction. Durable when this returns: written by all
     * replicas in sync, at least two, or kept in the {@linkplain Builder#fallback fallback}. Takes no longer
     * than {@link Builder#acknowledgeWithin}, for several items twice that; lists are written one at a time,
     * single items side by side. A process that dies in the middle of a list holds delivery of later items back
     * until the brokers give its transaction up, after twice that time.
     *
     * @throws OutboxException of kind INPUT if an item is larger than the topic takes; STORAGE if the items
     *     are not known to be durable: append the same ones again; STOPPED if closed or interrupted
     */
    @Override
    public void append(List<Item> items) {
        requireOpen();
        if (!items.isEmpty()) {
            appender.append(List.copyOf(items));
        }
    }

    /**
     * Starts delivering from the topic on this node, until the returned handle is closed.
     *
     * <p>A batch is of one partition and one destination. Once the receiver has accepted it, its records are
     * done with. Whatever was refused, or may or may not have been performed, is handed over to the {@linkplain
     * Builder#resolveWith outbox for trouble}, which delivers to the same receiver beside and finds out.
     * Before each call it is written to the consumer group which records it sends, so that a node that dies
     * leaves no doubt which items are in doubt: whoever takes over hands over exactly these. What was
     * certainly not performed stays in the topic, which keeps it best, until the receiver answers again. It is
     * handed over too when items for another destination wait behind it (four calls' worth are read ahead;
     * destinations that fail at different times are better off with a topic each), or when half of the
     * topic's retention is over.
     *
     * <p>Of the options, {@code workers} is the number of consumers on this node, at most as many as
     * partitions; the outbox for trouble makes its calls beside, one at a time. {@code callsPerSecond} is for
     * all of them together. {@code maxAge} goes by the brokers' clock.
     *
     * @throws OutboxException of kind CONFIGURATION if there is no outbox for trouble, the topic will not do
     *     or the options do not suit the receiver; STORAGE if the brokers cannot be reached
     */
    @Override
    public Delivery deliver(Receiver receiver, DeliveryOptions options) {
        requireOpen();
        JdbcOutbox resolver =
                trouble.orElseThrow(
                        () ->
                                Failures.misconfigured(
                                        "There is no outbox for what does not go straight through",
                                        "Give the builder one with resolveWith."));
        Delivery delivery =
                KafkaDelivery.start(
                        settings,
                        rules,
                        admin,
                        group,
                        receiver,
                        options,
                        TroubleStore.of(resolver));
        deliveries.add(delivery);
        return delivery;
    }

    /**
     * What waits in the topic for all nodes together. Asks the brokers, which takes some tens of
     * milliseconds: for a figure every few seconds, not for each call.
     *
     * @throws OutboxException if they do not answer
     */
    public TopicFigures figures() {
        requireOpen();
        return new Backlog(admin, settings, rules.topic(), group).figures();
    }

    private void requireOpen() {
        if (closed) {
            throw new OutboxException(
                    Kind.STOPPED, "The outbox is closed", "Open a new one.", null);
        }
    }

    /** Stops deliveries and forwarding, and lets go of the brokers. Outboxes that were given stay open. */
    @Override
    public void close() {
        closed = true;
        deliveries.forEach(Delivery::close);
        appender.close();
        admin.close(Duration.ofSeconds(1));
    }

    /** Collects what an outbox opens with. Not for use by more than one thread. */
    public static final class Builder {

        private static final Duration LONGEST = Duration.ofMinutes(10);

        private final Map<String, String> settings;
        private final String topic;
        private Duration acknowledgeWithin = Duration.ofSeconds(15);
        private Duration keptAtLeast = Duration.ofDays(7);
        private boolean fewerReplicas;
        private Optional<String> group = Optional.empty();
        private Optional<Outbox> fallback = Optional.empty();
        private Optional<JdbcOutbox> trouble = Optional.empty();

        private Builder(Map<String, String> settings, String topic) {
            this.settings = Map.copyOf(settings);
            this.topic = topic;
        }

        /**
         * How long an append may wait for Kafka: 15 s unless set.
         *
         * @param time 1 s to 10 min
         */
        public Builder acknowledgeWithin(Duration time) {
            if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
                throw Failures.misconfigured(
                        "acknowledgeWithin is " + time, "Give it 1 second to 10 minutes.");
            }
            this.acknowledgeWithin = time;
            return this;
        }

        /** The shortest retention of the topic that will do: 7 days unless set. */
        public Builder keptAtLeast(Duration time) {
            this.keptAtLeast = time;
            return this;
        }

        /**
         * Takes a topic with fewer than three replicas, or one that acknowledges when a single one has a
         * record: what was acknowledged is then lost with a disk. For tests.
         */
        public Builder onFewerReplicasAtOwnRisk() {
            this.fewerReplicas = true;
            return this;
        }

        /**
         * Where items go while Kafka does not acknowledge in time: an outbox on this machine, which forwards
         * them to the topic when that answers again. An item may come to be in both, and so in the topic
         * twice. Give it an outbox that nothing else delivers from, and close it after this one; its figures
         * tell whether something waits, and what the topic does not take is parked in it. With a
         * fallback the outbox also opens while Kafka is down; the topic is then looked at later, and if it
         * will not do, items stay in the fallback.
         */
        public Builder fallback(Outbox local) {
            this.fallback = Optional.of(local);
            return this;
        }

        /**
         * The outbox that resolves, on a delivering node, what the receiver refused or may have received:
         * parked items are found there. In PostgreSQL, when several nodes deliver: what is in a folder can
         * only be delivered by its own node. Give it an outbox that nothing else delivers from, and close it
         * after this one.
         */
        public Builder resolveWith(JdbcOutbox outbox) {
            this.trouble = Optional.of(outbox);
            return this;
        }

        /** The consumer group of the delivering nodes: the topic's name and {@code -delivery} unless set. */
        public Builder group(String name) {
            this.group = Optional.of(name);
            return this;
        }

        /**
         * Opens it, looking at the topic.
         *
         * @throws OutboxException of kind CONFIGURATION if a setting or the topic could lose what is appended;
         *     STORAGE if the brokers do not answer and there is no fallback
         */
        public KafkaOutbox open() {
            if (fallback.isPresent() && fallback.get() == trouble.orElse(null)) {
                throw Failures.misconfigured(
                        "The fallback and the outbox for trouble are the same",
                        "Use two: what one has goes to the topic, what the other has comes from it.");
            }
            KafkaOutbox outbox = new KafkaOutbox(this);
            try {
                outbox.connect(fallback.isPresent());
                fallback.ifPresent(outbox::forward);
                return outbox;
            } catch (RuntimeException e) {
                outbox.close();
                throw e;
            }
        }
    }
}
