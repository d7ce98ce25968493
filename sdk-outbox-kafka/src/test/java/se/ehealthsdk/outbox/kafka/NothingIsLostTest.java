package se.ehealthsdk.outbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ehealthsdk.outbox.kafka.Items.ids;
import static se.ehealthsdk.outbox.kafka.Items.item;
import static se.ehealthsdk.outbox.kafka.Items.items;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.outbox.Delivery;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.JdbcOutbox;
import se.ehealthsdk.outbox.Outbox;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxListener;
import se.ehealthsdk.outbox.ParkedItem;
import se.ehealthsdk.outbox.kafka.ExactingReceiver.Fault;

/** From append to receiver over real brokers and a real database, with everything going wrong on the way. */
@ExtendWith(KafkaBrokers.Shared.class)
class NothingIsLostTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final OutboxListener NOBODY = new OutboxListener() {};

    private final KafkaBrokers brokers;

    @TempDir Path folder;

    NothingIsLostTest(KafkaBrokers brokers) {
        this.brokers = brokers;
    }

    @Test
    void answerLost_isResolvedAndEachIsStoredOnce() throws Exception {
        ExactingReceiver receiver = new ExactingReceiver(10).then(Fault.ANSWER_LOST);

        deliverAll(receiver, items("lost", 40));

        assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(ids(items("lost", 40)));
        assertThat(receiver.doubled()).isZero();
    }

    @Test
    void oneItemRefused_isParkedAloneAndTheOthersAreDelivered() throws Exception {
        ExactingReceiver receiver = new ExactingReceiver(20).refuse("bad-7");

        List<String> parked = deliverAll(receiver, items("bad", 40));

        assertThat(parked).containsExactly("bad-7");
        assertThat(receiver.ids()).hasSize(39);
    }

    @Test
    void threadThatDiesAfterTheCall_leavesNothingUndeliveredOrDoubled() throws Exception {
        ExactingReceiver receiver =
                new ExactingReceiver(10)
                        .then(Fault.PERFORMED_AND_KILLED, Fault.KILLED, Fault.PERFORMED_AND_KILLED);

        deliverAll(receiver, items("dead", 60));

        assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(ids(items("dead", 60)));
        assertThat(receiver.doubled()).isZero();
    }

    @Test
    void callThatAnEarlierDuplicateSpoils_isDeliveredButForTheDuplicate() throws Exception {
        ExactingReceiver receiver = new ExactingReceiver(10);
        // As if it had come by another way, or so long ago that it is not remembered.
        receiver.deliver(Items.DESTINATION, List.of(item("dup-0")));

        deliverAll(receiver, items("dup", 20));

        assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(ids(items("dup", 20)));
        assertThat(receiver.doubled()).isZero();
    }

    @Test
    void everythingAtOnceOnTwoNodes_endsWithEachIdDeliveredOnceOrParked() throws Exception {
        String topic = brokers.topic(4);
        List<Item> all = items("chaos", 500);
        ExactingReceiver receiver = new ExactingReceiver(25).refuse("chaos-17").refuse("chaos-333");
        Random random = new Random(20260301);
        receiver.each(
                to -> {
                    Fault[] faults = Fault.values();
                    int roll = random.nextInt(5 * faults.length);
                    return roll < faults.length ? Optional.of(faults[roll]) : Optional.empty();
                });
        try (JdbcOutbox one = Outbox.sqlite(folder.resolve("one"));
                JdbcOutbox two = Outbox.sqlite(folder.resolve("two"));
                KafkaOutbox first = open(topic, one);
                KafkaOutbox second = open(topic, two)) {
            Delivery early = first.deliver(receiver, Items.quick(NOBODY));
            first.append(all.subList(0, 50));
            all.subList(50, 300).forEach(first::append);
            Delivery late = second.deliver(receiver, Items.quick(NOBODY));
            all.subList(300, 500).forEach(second::append);
            early.close();
            Delivery again = first.deliver(receiver, Items.quick(NOBODY));
            Soon.until("much has been tried", () -> receiver.calls().size() > 40);

            receiver.each(to -> Optional.empty());

            assertThat(again.awaitDrained(LONG)).isTrue();
            assertThat(late.awaitDrained(LONG)).isTrue();
            List<String> parked = new ArrayList<>(parked(one));
            parked.addAll(parked(two));
            assertThat(parked).containsExactlyInAnyOrder("chaos-17", "chaos-333");
            List<String> everywhere = new ArrayList<>(receiver.ids());
            everywhere.addAll(parked);
            assertThat(everywhere).containsExactlyInAnyOrderElementsOf(ids(all));
            assertThat(receiver.doubled()).isZero();
            assertThat(first.figures().behind()).isZero();
        }
    }

    @Test
    void brokersThatGoDown_costNothingWithAFallback() throws Exception {
        String topic = brokers.topic(2);
        ExactingReceiver receiver = new ExactingReceiver(10);
        try (JdbcOutbox trouble = Outbox.sqlite(folder.resolve("trouble"));
                JdbcOutbox local = Outbox.sqlite(folder.resolve("local"));
                KafkaOutbox delivering = open(topic, trouble);
                KafkaOutbox outbox =
                        builder(topic)
                                .acknowledgeWithin(Duration.ofSeconds(2))
                                .fallback(local)
                                .open()) {
            Delivery delivery = delivering.deliver(receiver, Items.quick(NOBODY));
            outbox.append(item("before"));
            brokers.stop(1);
            brokers.stop(2);
            try {
                items("during", 20).forEach(outbox::append);
                outbox.append(items("list", 5));
                assertThat(local.figures().undelivered()).isPositive();
            } finally {
                brokers.start(1);
                brokers.start(2);
            }
            outbox.append(item("after"));

            Soon.until("all is forwarded", () -> local.figures().undelivered() == 0);
            assertThat(delivery.awaitDrained(LONG)).isTrue();

            assertThat(receiver.ids())
                    .hasSize(27)
                    .contains("before", "during-0", "during-19", "list-4", "after");
            assertThat(receiver.doubled()).isZero();
            assertThat(parked(trouble)).isEmpty();
        }
    }

    @Test
    void brokerThatRestartsWhileDelivering_costsNothing() throws Exception {
        String topic = brokers.topic(4);
        ExactingReceiver receiver = new ExactingReceiver(5);
        List<Item> all = items("restart", 300);
        try (JdbcOutbox trouble = Outbox.sqlite(folder.resolve("trouble"));
                KafkaOutbox outbox = open(topic, trouble)) {
            all.subList(0, 150).forEach(outbox::append);
            Delivery delivery = outbox.deliver(receiver, Items.quick(NOBODY).callsPerSecond(20));
            Soon.until("it delivers", () -> receiver.calls().size() > 3);
            brokers.stop(0);
            try {
                all.subList(150, 300).forEach(outbox::append);
            } finally {
                brokers.start(0);
            }

            assertThat(delivery.awaitDrained(LONG)).isTrue();

            assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(ids(all));
            assertThat(receiver.doubled()).isZero();
            assertThat(parked(trouble)).isEmpty();
        }
    }

    @Test
    void open_oneOutboxForBothWays_isRefused() {
        String topic = brokers.topic(1);
        try (JdbcOutbox both = Outbox.sqlite(folder.resolve("both"))) {
            KafkaOutbox.Builder circle = builder(topic).fallback(both).resolveWith(both);

            assertThatThrownBy(circle::open)
                    .isInstanceOfSatisfying(
                            OutboxException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(OutboxException.Kind.CONFIGURATION));
        }
    }

    @Test
    void brokersThatAreDownWhenItOpens_costNothingWithAFallback() {
        try (JdbcOutbox local = Outbox.sqlite(folder.resolve("local"));
                KafkaOutbox outbox =
                        KafkaOutbox.builder(
                                        java.util.Map.of("bootstrap.servers", "localhost:1"),
                                        "topic")
                                .acknowledgeWithin(Duration.ofSeconds(1))
                                .fallback(local)
                                .open()) {
            outbox.append(item("a"));

            assertThat(local.figures().undelivered()).isEqualTo(1);
        }
    }

    /** Appends, delivers and waits; ids that were parked. */
    private List<String> deliverAll(ExactingReceiver receiver, List<Item> items) throws Exception {
        String topic = brokers.topic(2);
        try (JdbcOutbox trouble = Outbox.sqlite(folder.resolve("trouble"));
                KafkaOutbox outbox = open(topic, trouble);
                Delivery delivery = outbox.deliver(receiver, Items.quick(NOBODY))) {
            items.forEach(outbox::append);
            assertThat(delivery.awaitDrained(LONG)).isTrue();
            return parked(trouble);
        }
    }

    private static List<String> parked(JdbcOutbox outbox) {
        try (Stream<ParkedItem> parked = outbox.parked()) {
            return parked.map(parkedItem -> parkedItem.item().id()).toList();
        }
    }

    private KafkaOutbox open(String topic, JdbcOutbox trouble) {
        return builder(topic).resolveWith(trouble).open();
    }

    private KafkaOutbox.Builder builder(String topic) {
        return KafkaOutbox.builder(brokers.settings(), topic);
    }
}
