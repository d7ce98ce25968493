package se.ehealthsdk.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcOutboxTest {

    @TempDir Path folder;

    private JdbcOutbox open() {
        return JdbcOutbox.sqlite(folder).onAnyFileSystemAtOwnRisk().open();
    }

    private static Item item(String id) {
        return Item.of(id, "SE165565594230-1000", id.getBytes(UTF_8));
    }

    @Test
    void outbox_keepsWhatIsAppended() throws SQLException {
        try (JdbcOutbox outbox = open()) {
            outbox.append(item("one"));
            outbox.append(List.of(item("two"), item("three")));
            outbox.append(List.of());
            try (Connection own =
                    DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"))) {
                own.setAutoCommit(false);
                outbox.append(own, item("four"));
                own.commit();
            }
            assertThat(outbox.figures().pending()).isEqualTo(4);
            try (var kept = outbox.kept(Instant.EPOCH, Instant.MAX)) {
                assertThat(kept)
                        .extracting(each -> each.item().id())
                        .contains("one", "two", "three", "four");
            }
            assertThat(outbox.parked()).isEmpty();
            assertThat(outbox.parked("one")).isEmpty();
            assertThat(outbox.resend(List.of("one"))).isZero();
            assertThat(outbox.repair("one", new byte[0])).isFalse();
            assertThat(outbox.confirmMissing(List.of("one"))).isZero();
            assertThat(outbox.confirmDelivered(List.of("one"))).isZero();
            assertThat(outbox.purge()).isZero();
        }
    }

    @Test
    void severalOutboxes_inOneFolder_areSeparate() {
        try (JdbcOutbox one = open();
                JdbcOutbox two =
                        JdbcOutbox.sqlite(folder)
                                .onAnyFileSystemAtOwnRisk()
                                .name("other_2")
                                .open()) {
            one.append(item("a"));
            assertThat(two.figures().pending()).isZero();
        }
    }

    @Test
    @Timeout(60)
    void delivery_thatWasClosed_isNotKept() throws InterruptedException {
        try (JdbcOutbox outbox = open()) {
            WeakReference<Delivery> closed = closedDelivery(outbox);
            while (closed.get() != null) {
                System.gc();
                Thread.sleep(10);
            }
        }
    }

    private static WeakReference<Delivery> closedDelivery(JdbcOutbox outbox) {
        try (Delivery delivery =
                outbox.deliver((to, items) -> new Verdict.Accepted(), DeliveryOptions.DEFAULT)) {
            return new WeakReference<>(delivery);
        }
    }

    @Test
    @Timeout(60)
    void delivery_whoseHandleWasDropped_runsUntilTheOutboxIsClosed() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        try (JdbcOutbox outbox = open()) {
            outbox.deliver(
                    (to, items) -> {
                        called.countDown();
                        return new Verdict.Accepted();
                    },
                    DeliveryOptions.DEFAULT.maxAge(Duration.ZERO));
            System.gc();
            outbox.append(item("a"));
            called.await();
        }
        try (JdbcOutbox outbox = open()) {
            assertThat(outbox.figures().delivered()).isEqualTo(1);
        }
    }

    @Test
    void appendInDoubt_toSeveralDestinations_isRefused() {
        try (JdbcOutbox outbox = open()) {
            assertThatThrownBy(
                            () ->
                                    outbox.appendInDoubt(
                                            List.of(item("a"), Item.of("b", "else", new byte[0]))))
                    .isInstanceOfSatisfying(
                            OutboxException.class,
                            e -> assertThat(e.kind()).isEqualTo(OutboxException.Kind.INPUT));
            outbox.appendInDoubt(List.of());
            assertThat(outbox.figures().undelivered()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\ud800", "\udc00a", "a\u0000", "a\nb"})
    void id_thatNoStoreKeepsAsItIs_isRefused(String id) {
        assertThatThrownBy(() -> item(id))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(OutboxException.Kind.INPUT));
        assertThatThrownBy(() -> Item.of("id", id, new byte[0]))
                .isInstanceOf(OutboxException.class);
        assertThat(item("åäö \ud83d\ude00").id()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Outbox",
                "1box",
                "a-b",
                "x; DROP TABLE y",
                "a234567890123456789012345678901x"
            })
    void name_thatIsNoName_isRefused(String name) {
        assertThatThrownBy(() -> JdbcOutbox.sqlite(folder).name(name))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(OutboxException.Kind.INPUT));
    }

    @Test
    void times_thatAreNone_areRefused() {
        var builder = JdbcOutbox.sqlite(folder);
        assertThatThrownBy(() -> builder.keepDelivered(Duration.ofSeconds(-1)))
                .isInstanceOf(OutboxException.class);
        assertThatThrownBy(() -> builder.patience(Duration.ZERO))
                .isInstanceOf(OutboxException.class);
    }
}
