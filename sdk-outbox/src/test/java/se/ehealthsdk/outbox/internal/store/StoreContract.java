package se.ehealthsdk.outbox.internal.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.outbox.Archive;
import se.ehealthsdk.outbox.Figures;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.OutboxException;
import se.ehealthsdk.outbox.OutboxException.Kind;
import se.ehealthsdk.outbox.ParkedItem;
import se.ehealthsdk.outbox.PayloadKeys;
import se.ehealthsdk.outbox.internal.Batch;
import se.ehealthsdk.outbox.internal.Doubt;
import se.ehealthsdk.outbox.internal.Evidence;
import se.ehealthsdk.outbox.internal.Settlement;

/** What a store does, whichever the database. */
abstract class StoreContract {

    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(3);
    static final String DESTINATION = "SE165565594230-1000";

    final SetClock clock = new SetClock(START);
    private final List<JdbcStore> opened = new ArrayList<>();

    /** Another instance on the same tables. */
    abstract Database database();

    /** A connection of the application's own to the same database. */
    abstract Connection connection() throws SQLException;

    JdbcStore open() {
        return open(options());
    }

    JdbcStore open(StoreOptions options) {
        JdbcStore store = JdbcStore.open(database(), options);
        opened.add(store);
        return store;
    }

    StoreOptions options() {
        return new StoreOptions(
                "outbox",
                Optional.empty(),
                Duration.ofDays(30),
                Optional.empty(),
                Duration.ofSeconds(30),
                clock);
    }

    StoreOptions encrypted(PayloadKeys keys) {
        StoreOptions plain = options();
        return new StoreOptions(
                plain.name(),
                Optional.of(keys),
                plain.keepDelivered(),
                plain.archive(),
                plain.patience(),
                clock);
    }

    StoreOptions archived(Archive archive) {
        StoreOptions plain = options();
        return new StoreOptions(
                plain.name(),
                plain.keys(),
                plain.keepDelivered(),
                Optional.of(archive),
                plain.patience(),
                clock);
    }

    @AfterEach
    void closeAll() {
        opened.forEach(JdbcStore::close);
    }

    static Item item(String id) {
        return item(id, DESTINATION);
    }

    static Item item(String id, String destination) {
        return Item.of(id, destination, ("payload of " + id).getBytes(UTF_8));
    }

    static List<Item> items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> item(String.format("item-%05d", i)))
                .toList();
    }

    /** Everything that is there, however young. */
    Optional<Batch> claim(JdbcStore store) {
        return claim(store, 500);
    }

    Optional<Batch> claim(JdbcStore store, int maxItems) {
        Instant now = clock.instant();
        return store.claim("node", now, now.plus(LEASE), maxItems, Instant.MAX, Set.of());
    }

    static List<Long> seqs(Batch batch) {
        return batch.entries().stream().map(Batch.Entry::seq).toList();
    }

    static List<String> ids(Batch batch) {
        return batch.entries().stream().map(entry -> entry.item().id()).toList();
    }

    static Settlement delivered(List<Long> seqs) {
        return new Settlement(seqs, List.of(), List.of(), List.of(), Optional.empty());
    }

    static Settlement assumed(List<Long> seqs) {
        return new Settlement(List.of(), seqs, List.of(), List.of(), Optional.empty());
    }

    static Settlement parked(List<Long> seqs, String reason) {
        return new Settlement(
                List.of(),
                List.of(),
                seqs.stream().map(seq -> new Settlement.Parking(seq, reason)).toList(),
                List.of(),
                Optional.empty());
    }

    static Settlement rest(Doubt doubt, Instant notBefore, boolean held, boolean keepLease) {
        return new Settlement(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Settlement.Rest(doubt, 1, notBefore, held, false, keepLease)));
    }

    static Figures figures(
            long pending, long inDelivery, long held, long parked, long delivered, long assumed) {
        return new Figures(pending, inDelivery, held, parked, delivered, assumed, Optional.empty());
    }

    static Figures counts(JdbcStore store) {
        Figures f = store.figures();
        return figures(
                f.pending(),
                f.inDelivery(),
                f.held(),
                f.parked(),
                f.delivered(),
                f.assumedDelivered());
    }

    @Test
    void append_claim_settle_goesThrough() {
        JdbcStore store = open();
        store.append(items(0, 3));
        assertThat(counts(store)).isEqualTo(figures(3, 0, 0, 0, 0, 0));
        assertThat(store.figures().oldestUnsent()).contains(START);
        assertThat(store.hasWork()).isTrue();

        Batch batch = claim(store).orElseThrow();
        assertThat(ids(batch)).containsExactly("item-00000", "item-00001", "item-00002");
        assertThat(batch.entries().get(0).item()).isEqualTo(item("item-00000"));
        assertThat(batch.doubt()).isEqualTo(Doubt.NONE);
        assertThat(batch.destination()).isEqualTo(DESTINATION);
        assertThat(counts(store)).isEqualTo(figures(0, 3, 0, 0, 0, 0));
        assertThat(claim(store)).isEmpty();

        assertThat(store.settle(batch, delivered(seqs(batch)), clock.instant())).isTrue();
        assertThat(counts(store)).isEqualTo(figures(0, 0, 0, 0, 3, 0));
        assertThat(store.hasWork()).isFalse();
        assertThat(store.figures().oldestUnsent()).isEmpty();
        assertThat(store.nextDue(Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void append_isThereAfterReopening() {
        JdbcStore first = open();
        first.append(items(0, 5));
        first.close();
        assertThat(counts(open())).isEqualTo(figures(5, 0, 0, 0, 0, 0));
    }

    @Test
    void append_sameItemAgain_isKeptOnce() {
        JdbcStore store = open();
        store.append(List.of(item("a"), item("a"), item("b")));
        store.append(List.of(item("a")));
        assertThat(counts(store)).isEqualTo(figures(2, 0, 0, 0, 0, 0));
        Batch batch = claim(store).orElseThrow();
        store.settle(batch, delivered(seqs(batch)), clock.instant());
        store.append(List.of(item("b")));
        assertThat(counts(store)).isEqualTo(figures(0, 0, 0, 0, 2, 0));
    }

    @Test
    void append_otherContentUnderSameId_isRefusedAndKeepsNothingOfTheCall() {
        JdbcStore store = open();
        store.append(List.of(item("a")));
        Item other = Item.of("a", DESTINATION, "something else".getBytes(UTF_8));
        Item elsewhere = item("a", "another destination");
        for (Item clash : List.of(other, elsewhere)) {
            assertThatThrownBy(() -> store.append(List.of(item("b"), clash)))
                    .isInstanceOfSatisfying(
                            OutboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INPUT))
                    .hasMessageContaining("id a ")
                    .hasMessageNotContaining("something else");
        }
        assertThat(counts(store)).isEqualTo(figures(1, 0, 0, 0, 0, 0));
    }

    @Test
    void append_fromManyThreads_allAreThereAndOneClashFailsAlone() throws Exception {
        JdbcStore store = open();
        store.append(List.of(Item.of("item-00100", DESTINATION, new byte[] {1})));
        AtomicInteger refused = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Item item : items(0, 800)) {
                all.add(
                        threads.submit(
                                () -> {
                                    try {
                                        store.append(List.of(item));
                                    } catch (OutboxException e) {
                                        assertThat(e.kind()).isEqualTo(Kind.INPUT);
                                        assertThat(item.id()).isEqualTo("item-00100");
                                        refused.incrementAndGet();
                                    }
                                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(refused).hasValue(1);
        assertThat(counts(store)).isEqualTo(figures(800, 0, 0, 0, 0, 0));
    }

    @Test
    void append_afterClose_isRefused() {
        JdbcStore store = open();
        store.close();
        assertThatThrownBy(() -> store.append(items(0, 1)))
                .isInstanceOfSatisfying(
                        OutboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.STOPPED));
        assertThatThrownBy(store::figures)
                .isInstanceOfSatisfying(
                        OutboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.STOPPED));
    }

    @Test
    void append_onAnInterruptedThread_saysThatItMayBeStored() {
        JdbcStore store = open();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> store.append(items(0, 1)))
                    .isInstanceOfSatisfying(
                            OutboxException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.STOPPED));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        store.append(items(0, 1));
        assertThat(counts(store)).isEqualTo(figures(1, 0, 0, 0, 0, 0));
    }

    @Test
    void append_inCallersTransaction_followsItsCommitAndRollback() throws SQLException {
        JdbcStore store = open();
        try (Connection callers = connection()) {
            callers.setAutoCommit(false);
            store.append(callers, List.of(item("kept")));
            callers.commit();
            store.append(callers, List.of(item("dropped")));
            callers.rollback();
        }
        assertThat(counts(store)).isEqualTo(figures(1, 0, 0, 0, 0, 0));
        assertThat(ids(claim(store).orElseThrow())).containsExactly("kept");
    }

    @Test
    void append_inCallersTransactions_besideManyOthers_goesWell() throws Exception {
        JdbcStore store = open();
        var others = Executors.newFixedThreadPool(3);
        AtomicInteger committed = new AtomicInteger();
        AtomicInteger next = new AtomicInteger();
        try (Connection callers = connection()) {
            callers.setAutoCommit(false);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(
                        others.submit(
                                () -> {
                                    while (committed.get() < 40) {
                                        store.append(
                                                List.of(item("theirs-" + next.incrementAndGet())));
                                    }
                                }));
            }
            for (int i = 0; i < 40; i++) {
                store.append(callers, List.of(item("ours-" + i)));
                callers.commit();
                committed.incrementAndGet();
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            committed.set(40);
            others.shutdown();
        }
        assertThat(counts(store)).isEqualTo(figures(40 + next.get(), 0, 0, 0, 0, 0));
    }

    @Test
    void append_inCallersAutoCommit_isRefused() throws SQLException {
        JdbcStore store = open();
        try (Connection callers = connection()) {
            assertThatThrownBy(() -> store.append(callers, List.of(item("a"))))
                    .isInstanceOfSatisfying(
                            OutboxException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INPUT))
                    .hasMessageContaining("auto-commit");
        }
        assertThat(counts(store)).isEqualTo(figures(0, 0, 0, 0, 0, 0));
    }

    @Test
    void appendInDoubt_isOneBatchOfItsOwn() {
        JdbcStore store = open();
        store.append(List.of(item("before")));
        store.appendInDoubt(DESTINATION, List.of(item("x"), item("y"), item("before")));
        assertThat(counts(store)).isEqualTo(figures(1, 2, 0, 0, 0, 0));
        Batch doubtful = claim(store).orElseThrow();
        assertThat(doubtful.doubt()).isEqualTo(Doubt.UNKNOWN);
        assertThat(ids(doubtful)).containsExactlyInAnyOrder("x", "y");
        assertThat(ids(claim(store).orElseThrow())).containsExactly("before");
        store.appendInDoubt(DESTINATION, List.of(item("x"), item("y")));
        assertThat(claim(store)).isEmpty();
    }

    @Test
    void claim_waitsForAFullBatchOrAge() {
        JdbcStore store = open();
        store.append(items(0, 4));
        Instant now = clock.instant();
        Set<String> none = Set.of();
        assertThat(store.claim("n", now, now.plus(LEASE), 5, START, none)).isEmpty();
        assertThat(store.nextDue(Duration.ofSeconds(10))).contains(START.plusSeconds(10));
        store.append(items(4, 7));
        assertThat(ids(store.claim("n", now, now.plus(LEASE), 5, START, none).orElseThrow()))
                .containsExactlyElementsOf(items(0, 5).stream().map(Item::id).toList());
        assertThat(store.claim("n", now, now.plus(LEASE), 5, START, none)).isEmpty();
        assertThat(
                        store.claim("n", now, now.plus(LEASE), 5, START.plusMillis(1), none)
                                .orElseThrow()
                                .entries())
                .hasSize(2);
    }

    @Test
    void claim_takesOneDestinationAtATime_oldestFirst_andSkips() {
        JdbcStore store = open();
        store.append(List.of(item("late-1", "B")));
        clock.forward(Duration.ofSeconds(1));
        store.append(List.of(item("early", "A"), item("early-2", "A \"quoted\\ ")));
        store.append(List.of(item("late-2", "B")));
        Instant now = clock.instant();
        Instant all = now.plusSeconds(1);
        Batch first = store.claim("n", now, now.plus(LEASE), 500, all, Set.of("A")).orElseThrow();
        assertThat(ids(first)).containsExactly("late-1", "late-2");
        assertThat(store.claim("n", now, now.plus(LEASE), 500, all, Set.of("A", "A \"quoted\\ ")))
                .isEmpty();
        assertThat(ids(store.claim("n", now, now.plus(LEASE), 500, all, Set.of("A")).orElseThrow()))
                .containsExactly("early-2");
        assertThat(ids(store.claim("n", now, now.plus(LEASE), 500, all, Set.of()).orElseThrow()))
                .containsExactly("early");
    }

    @Test
    void claim_afterTheLease_takesOverInDoubt_andFencesOffTheFirst() {
        JdbcStore store = open();
        store.append(items(0, 2));
        Batch first = claim(store).orElseThrow();
        assertThat(store.nextDue(Duration.ofSeconds(10))).contains(START.plus(LEASE));
        clock.forward(LEASE);
        Instant now = clock.instant();
        assertThat(store.claim("n", now, now.plus(LEASE), 500, now, Set.of(DESTINATION))).isEmpty();

        Batch second = claim(store).orElseThrow();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(second.doubt()).isEqualTo(Doubt.UNKNOWN);
        assertThat(ids(second)).isEqualTo(ids(first));

        Instant until = now.plus(LEASE);
        assertThat(store.settle(first, delivered(seqs(first)), now)).isFalse();
        assertThat(store.sending(first, until)).isFalse();
        assertThat(store.probing(first, seqs(first).get(0), until)).isFalse();
        assertThat(store.probed(first, seqs(first).get(0), Evidence.REFUSED_UNCLEARLY, "r"))
                .isFalse();
        assertThat(counts(store)).isEqualTo(figures(0, 2, 0, 0, 0, 0));
        assertThat(store.settle(second, delivered(seqs(second)), now)).isTrue();
        assertThat(store.settle(second, delivered(seqs(second)), now)).isFalse();
        assertThat(counts(store)).isEqualTo(figures(0, 0, 0, 0, 2, 0));
    }

    @Test
    void settle_late_countsWhileNobodyElseHasTheBatch() {
        JdbcStore store = open();
        store.append(items(0, 1));
        Batch batch = claim(store).orElseThrow();
        clock.forward(LEASE.plusSeconds(5));
        assertThat(store.settle(batch, delivered(seqs(batch)), clock.instant())).isTrue();
    }

    @Test
    void probing_thatIsCutOff_leavesTheItemLostAndTheBatchAsItWas() {
        JdbcStore store = open();
        store.append(items(0, 3));
        Batch batch = claim(store).orElseThrow();
        Instant until = clock.instant().plus(LEASE);
        assertThat(
                        store.settle(
                                batch,
                                rest(Doubt.REFUSED, clock.instant(), false, true),
                                clock.instant()))
                .isTrue();
        assertThat(store.probing(batch, seqs(batch).get(0), until)).isTrue();
        assertThat(store.probed(batch, seqs(batch).get(0), Evidence.REFUSED_AS_DUPLICATE, "code 7"))
                .isTrue();
        assertThat(store.probing(batch, seqs(batch).get(1), until)).isTrue();
        clock.forward(LEASE);

        Batch after = claim(store).orElseThrow();
        assertThat(after.doubt()).isEqualTo(Doubt.REFUSED);
        assertThat(after.attempts()).isEqualTo(1);
        assertThat(after.entries().stream().map(Batch.Entry::evidence))
                .containsExactly(Evidence.REFUSED_AS_DUPLICATE, Evidence.LOST, Evidence.NONE);
        assertThat(after.entries().get(0).reason()).isEqualTo("code 7");

        assertThat(store.sending(after, clock.instant().plus(LEASE))).isTrue();
        clock.forward(LEASE);
        assertThat(claim(store).orElseThrow().doubt()).isEqualTo(Doubt.UNKNOWN);
    }

    @Test
    void settle_splitsAndKeepsTheRest() {
        JdbcStore store = open();
        store.append(items(0, 6));
        Batch batch = claim(store).orElseThrow();
        List<Long> s = seqs(batch);
        Instant later = clock.instant().plusSeconds(60);
        store.probed(batch, s.get(5), Evidence.LOST, "");
        var settlement =
                new Settlement(
                        List.of(s.get(0)),
                        List.of(s.get(1)),
                        List.of(new Settlement.Parking(s.get(2), "no such code")),
                        List.of(
                                new Settlement.Split(
                                        List.of(s.get(3)), Doubt.REFUSED, later, false)),
                        Optional.of(
                                new Settlement.Rest(Doubt.UNKNOWN, 4, later, true, true, false)));
        assertThat(store.settle(batch, settlement, clock.instant())).isTrue();
        assertThat(counts(store)).isEqualTo(figures(0, 1, 2, 1, 1, 1));
        assertThat(store.hasWork()).isTrue();
        assertThat(store.nextDue(Duration.ofSeconds(1))).contains(later);
        assertThat(claim(store)).isEmpty();
        clock.forward(Duration.ofSeconds(60));
        Batch one = claim(store).orElseThrow();
        Batch two = claim(store).orElseThrow();
        Batch left = one.id() == batch.id() ? one : two;
        Batch split = left == one ? two : one;
        assertThat(seqs(split)).containsExactly(s.get(3));
        assertThat(split.doubt()).isEqualTo(Doubt.REFUSED);
        assertThat(seqs(left)).containsExactly(s.get(4), s.get(5));
        assertThat(left.attempts()).isEqualTo(4);
        assertThat(left.held()).isTrue();
        assertThat(left.entries().get(1).evidence()).isEqualTo(Evidence.NONE);
    }

    @Test
    void settle_thatForgetsItemsOrNamesOthers_changesNothing() {
        JdbcStore store = open();
        store.append(items(0, 2));
        Batch batch = claim(store).orElseThrow();
        Instant now = clock.instant();
        List<Long> first = seqs(batch).subList(0, 1);
        assertThatThrownBy(() -> store.settle(batch, delivered(first), now))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.settle(batch, delivered(List.of(first.get(0), 4711L)), now))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(counts(store)).isEqualTo(figures(0, 2, 0, 0, 0, 0));
        assertThat(store.settle(batch, delivered(seqs(batch)), now)).isTrue();
    }

    @Test
    void hasWork_withOnlyHeldBatches_isFalseUntilTheyAreDue() {
        JdbcStore store = open();
        store.append(items(0, 2));
        Batch batch = claim(store).orElseThrow();
        Instant later = clock.instant().plusSeconds(3600);
        store.settle(batch, rest(Doubt.UNKNOWN, later, true, false), clock.instant());
        assertThat(store.hasWork()).isFalse();
        assertThat(counts(store)).isEqualTo(figures(0, 0, 2, 0, 0, 0));
        clock.forward(Duration.ofSeconds(3600));
        assertThat(store.hasWork()).isTrue();
    }

    @Test
    void parked_isShownRepairedAndResent() {
        JdbcStore store = open();
        store.append(items(0, 3));
        Batch batch = claim(store).orElseThrow();
        clock.forward(Duration.ofSeconds(7));
        store.settle(batch, parked(seqs(batch), "VALIDATION_ERROR: bad"), clock.instant());
        List<ParkedItem> shown = store.parked().toList();
        assertThat(shown)
                .extracting(each -> each.item().id())
                .containsExactlyElementsOf(ids(batch));
        assertThat(shown.get(0).reason()).isEqualTo("VALIDATION_ERROR: bad");
        assertThat(shown.get(0).appendedAt()).isEqualTo(START);
        assertThat(shown.get(0).parkedAt()).isEqualTo(START.plusSeconds(7));
        assertThat(store.parked("item-00001")).contains(shown.get(1));
        assertThat(store.parked("item-99999")).isEmpty();

        assertThat(store.resend(List.of("item-00000", "unknown"))).isEqualTo(1);
        assertThat(store.repair("item-00001", new byte[] {42})).isTrue();
        assertThat(store.repair("item-00000", new byte[] {42})).isFalse();
        assertThat(store.confirmDelivered(List.of("item-00002"))).isEqualTo(1);
        assertThat(store.parked()).isEmpty();
        assertThat(counts(store)).isEqualTo(figures(2, 0, 0, 0, 1, 0));
        Batch again = claim(store).orElseThrow();
        assertThat(again.entries().get(0).item()).isEqualTo(item("item-00000"));
        assertThat(again.entries().get(1).item().payload()).containsExactly(42);
    }

    @Test
    void confirm_settlesWhatIsHeldOrAssumed_andNothingElse() {
        JdbcStore store = open();
        store.append(items(0, 5));
        Batch batch = claim(store).orElseThrow();
        List<Long> s = seqs(batch);
        Instant later = clock.instant().plusSeconds(3600);
        assertThat(store.confirmMissing(ids(batch), Instant.MAX)).isZero();
        assertThat(store.confirmDelivered(ids(batch))).isZero();
        store.settle(
                batch,
                new Settlement(
                        List.of(s.get(0)),
                        List.of(s.get(1), s.get(2)),
                        List.of(),
                        List.of(),
                        Optional.of(
                                new Settlement.Rest(Doubt.UNKNOWN, 3, later, true, false, false))),
                clock.instant());
        assertThat(counts(store)).isEqualTo(figures(0, 0, 2, 0, 1, 2));

        assertThat(store.confirmDelivered(List.of("item-00000", "item-00001", "item-00003")))
                .isEqualTo(2);
        assertThat(counts(store)).isEqualTo(figures(0, 0, 1, 0, 3, 1));
        assertThat(
                        store.confirmMissing(
                                List.of("item-00000", "item-00002", "item-00004"), Instant.MAX))
                .isEqualTo(2);
        assertThat(counts(store)).isEqualTo(figures(2, 0, 0, 0, 3, 0));
        clock.forward(Duration.ofHours(2));
        Batch again = claim(store).orElseThrow();
        assertThat(ids(again)).containsExactly("item-00002", "item-00004");
        assertThat(again.doubt()).isEqualTo(Doubt.NONE);
        assertThat(claim(store)).isEmpty();
    }

    @Test
    void inDoubt_isWhatIsHeldOrAssumed_withWhenItWasLastSent() {
        JdbcStore store = open();
        store.append(items(0, 6));
        Batch batch = claim(store, 5).orElseThrow();
        List<Long> s = seqs(batch);
        assertThat(store.inDoubt()).isEmpty();
        clock.forward(Duration.ofMinutes(1));
        Instant settledAt = clock.instant();
        Instant later = settledAt.plusSeconds(3600);
        store.settle(
                batch,
                new Settlement(
                        List.of(s.get(0)),
                        List.of(s.get(1)),
                        List.of(new Settlement.Parking(s.get(2), "no such code")),
                        List.of(
                                new Settlement.Split(
                                        List.of(s.get(3)), Doubt.REFUSED, later, true)),
                        Optional.of(
                                new Settlement.Rest(Doubt.UNKNOWN, 1, later, true, false, false))),
                settledAt);

        List<KeptItem> doubtful = store.inDoubt().toList();

        assertThat(doubtful)
                .extracting(each -> each.item().id())
                .containsExactly("item-00001", "item-00003", "item-00004");
        assertThat(doubtful)
                .extracting(KeptItem::state)
                .containsExactly(
                        KeptItem.State.ASSUMED_DELIVERED, KeptItem.State.HELD, KeptItem.State.HELD);
        // a held item's last call ended with its lease at the latest
        assertThat(doubtful)
                .extracting(each -> each.lastSent().orElseThrow())
                .containsExactly(settledAt, START.plus(LEASE), START.plus(LEASE));
        assertThat(doubtful.get(0).item()).isEqualTo(item("item-00001"));
        List<KeptItem> all = store.kept(START, Instant.MAX).toList();
        assertThat(all).containsAll(doubtful);
        assertThat(all)
                .filteredOn(each -> !doubtful.contains(each))
                .hasSize(3)
                .allMatch(each -> each.lastSent().isEmpty());
    }

    @Test
    void inDoubt_whileBeingAsked_leavesItOutAndKnowsAfterwardsWhenThatWas() {
        JdbcStore store = open();
        store.append(items(0, 2));
        Batch batch = claim(store).orElseThrow();
        store.settle(batch, rest(Doubt.UNKNOWN, clock.instant(), true, false), clock.instant());
        clock.forward(Duration.ofHours(1));
        Batch asked = claim(store).orElseThrow();
        assertThat(store.inDoubt()).isEmpty();
        assertThat(store.kept(START, Instant.MAX))
                .extracting(KeptItem::state)
                .containsOnly(KeptItem.State.IN_DELIVERY);
        Instant until = clock.instant().plus(LEASE).plusSeconds(1);
        store.probing(asked, seqs(asked).get(0), until);
        Instant later = clock.instant().plusSeconds(3600);
        store.settle(asked, rest(Doubt.UNKNOWN, later, true, false), clock.instant());

        assertThat(store.inDoubt())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.lastSent()).contains(until));

        clock.forward(Duration.ofHours(1));
        Batch looked = claim(store).orElseThrow();
        later = clock.instant().plusSeconds(3600);
        store.settle(looked, rest(Doubt.UNKNOWN, later, true, false), clock.instant());
        assertThat(store.inDoubt())
                .as("nothing was sent under that lease")
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.lastSent()).contains(until));
        clock.forward(Duration.ofHours(1));
        Batch whole = claim(store).orElseThrow();
        Instant wholeUntil = clock.instant().plus(LEASE);
        store.sending(whole, wholeUntil);
        later = clock.instant().plusSeconds(3600);
        store.settle(whole, rest(Doubt.UNKNOWN, later, true, false), clock.instant());
        assertThat(store.inDoubt())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.lastSent()).contains(wholeUntil));
    }

    @Test
    void inDoubt_sentElsewhere_wasSentBeforeItCame() {
        JdbcStore store = open();
        store.appendInDoubt(DESTINATION, items(0, 2));
        assertThat(store.inDoubt()).isEmpty();
        clock.forward(Duration.ofHours(1));
        Batch batch = claim(store).orElseThrow();
        Instant later = clock.instant().plusSeconds(3600);
        store.settle(batch, rest(Doubt.UNKNOWN, later, true, false), clock.instant());

        assertThat(store.inDoubt())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.lastSent()).contains(START));
    }

    @Test
    void inDoubt_ofManyBatches_comesInOrderPageByPage() {
        JdbcStore store = open();
        store.append(items(0, Kept.PAGE * 2 + 50));
        for (int i = 0; i < 21; i++) {
            Batch batch = claim(store, 50).orElseThrow();
            Instant later = clock.instant().plusSeconds(3600);
            store.settle(
                    batch,
                    i % 2 == 0 ? assumed(seqs(batch)) : rest(Doubt.UNKNOWN, later, true, false),
                    clock.instant());
        }

        List<String> shown = new ArrayList<>();
        try (var all = store.inDoubt()) {
            all.forEach(
                    each -> {
                        shown.add(each.item().id());
                        // what is settled while it is read does not disturb the reading
                        store.confirmDelivered(List.of(each.item().id()));
                    });
        }

        assertThat(shown).isEqualTo(items(0, Kept.PAGE * 2 + 50).stream().map(Item::id).toList());
        assertThat(store.inDoubt()).isEmpty();
    }

    @Test
    void confirmMissing_sentSinceThen_isLeftAlone() {
        JdbcStore store = open();
        store.append(items(0, 4));
        Batch batch = claim(store).orElseThrow();
        List<Long> s = seqs(batch);
        Instant later = clock.instant().plusSeconds(3600);
        store.settle(
                batch,
                new Settlement(
                        List.of(),
                        s.subList(0, 2),
                        List.of(),
                        List.of(),
                        Optional.of(
                                new Settlement.Rest(Doubt.UNKNOWN, 3, later, true, false, false))),
                START.plusSeconds(2));

        assertThat(store.confirmMissing(ids(batch), START.plusSeconds(1))).isZero();
        assertThat(counts(store)).isEqualTo(figures(0, 0, 2, 0, 0, 2));
        assertThat(store.confirmMissing(ids(batch), START.plusSeconds(2))).isEqualTo(2);
        assertThat(counts(store)).isEqualTo(figures(2, 0, 2, 0, 0, 0));
        assertThat(store.confirmMissing(ids(batch), START.plus(LEASE))).isEqualTo(2);
        assertThat(counts(store)).isEqualTo(figures(4, 0, 0, 0, 0, 0));
    }

    @Test
    void inDoubt_withoutItsKey_failsRatherThanLeavingItOut() {
        Keys keys = new Keys("k1");
        JdbcStore store = open(encrypted(keys));
        store.append(items(0, 1));
        Batch batch = claim(store).orElseThrow();
        store.settle(batch, assumed(seqs(batch)), clock.instant());
        store.close();
        JdbcStore without = open();

        try (var all = without.inDoubt()) {
            assertThatThrownBy(all::toList)
                    .isInstanceOfSatisfying(
                            OutboxException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
        }
    }

    @Test
    void kept_readsAPeriodInOrder_pageByPage() {
        JdbcStore store = open();
        store.append(items(0, Kept.PAGE + 10));
        clock.forward(Duration.ofSeconds(1));
        store.append(List.of(item("a")));
        Batch batch = claim(store, 2).orElseThrow();
        store.settle(batch, delivered(seqs(batch)), clock.instant());
        try (var all = store.kept(START, Instant.MAX)) {
            List<KeptItem> kept = all.toList();
            assertThat(kept).hasSize(Kept.PAGE + 11);
            assertThat(kept).extracting(KeptItem::appendedAt).isSorted();
            assertThat(kept.get(0).state()).isEqualTo(KeptItem.State.DELIVERED);
            assertThat(kept.get(0).deliveredAt()).contains(START.plusSeconds(1));
            assertThat(kept.get(2).state()).isEqualTo(KeptItem.State.PENDING);
            assertThat(kept.get(2).deliveredAt()).isEmpty();
        }
        assertThat(store.kept(START.plusMillis(1), START.plusSeconds(2)))
                .extracting(each -> each.item().id())
                .containsExactly("a");
        assertThat(store.kept(Instant.MIN, START)).isEmpty();
    }

    @Test
    void purge_deletesOnlyWhatWasDeliveredLongAgo_afterTheArchiveHasIt() {
        Set<String> archive = new HashSet<>();
        JdbcStore store =
                open(archived(items -> items.forEach(each -> archive.add(each.item().id()))));
        store.append(items(0, 3));
        Batch batch = claim(store).orElseThrow();
        List<Long> s = seqs(batch);
        store.settle(
                batch,
                new Settlement(
                        List.of(s.get(0)),
                        List.of(s.get(1)),
                        List.of(new Settlement.Parking(s.get(2), "r")),
                        List.of(),
                        Optional.empty()),
                clock.instant());
        assertThat(store.purge(clock.instant().plus(Duration.ofDays(29)))).isZero();
        assertThat(store.purge(clock.instant().plus(Duration.ofDays(31)))).isEqualTo(1);
        assertThat(archive).containsExactly("item-00000");
        assertThat(counts(store)).isEqualTo(figures(0, 0, 0, 1, 0, 1));
        assertThat(store.kept(START, Instant.MAX)).hasSize(2);
        assertThat(store.purge(clock.instant().plus(Duration.ofDays(3650)))).isZero();
    }

    @Test
    void purge_whenTheArchiveFails_deletesNothing() {
        JdbcStore store =
                open(
                        archived(
                                items -> {
                                    throw new java.io.IOException("archive is down");
                                }));
        store.append(items(0, 2));
        Batch batch = claim(store).orElseThrow();
        store.settle(batch, delivered(seqs(batch)), clock.instant());
        Instant later = clock.instant().plus(Duration.ofDays(31));
        assertThatThrownBy(() -> store.purge(later)).isInstanceOf(OutboxException.class);
        assertThat(counts(store)).isEqualTo(figures(0, 0, 0, 0, 2, 0));
    }

    @Test
    void purge_whileAnotherPurgesToo_leavesWhatIsAppendedMeanwhile() {
        JdbcStore other = open();
        Instant later = clock.instant().plus(Duration.ofDays(31));
        JdbcStore store =
                open(
                        archived(
                                items -> {
                                    assertThat(other.purge(later)).isEqualTo(2);
                                    other.append(items(2, 4));
                                }));
        store.append(items(0, 2));
        Batch batch = claim(store).orElseThrow();
        store.settle(batch, delivered(seqs(batch)), clock.instant());
        assertThat(store.purge(later)).isZero();
        assertThat(ids(claim(store).orElseThrow())).containsExactly("item-00002", "item-00003");
        assertThat(counts(store)).isEqualTo(figures(0, 2, 0, 0, 0, 0));
    }

    @Test
    void encrypted_payloadsAndReasonsAreNotReadableInTheTables() throws SQLException {
        Keys keys = new Keys("k1");
        JdbcStore store = open(encrypted(keys));
        store.append(items(0, 2));
        store.append(items(0, 2));
        Batch batch = claim(store).orElseThrow();
        assertThat(batch.entries().get(0).item()).isEqualTo(item("item-00000"));
        store.settle(batch, parked(seqs(batch), "about 191212121212"), clock.instant());
        assertThat(store.parked("item-00000").orElseThrow().reason())
                .isEqualTo("about 191212121212");
        try (Connection direct = connection();
                var statement = direct.createStatement()) {
            for (String column : List.of("payload FROM outbox_item", "reason FROM outbox_state")) {
                try (var row = statement.executeQuery("SELECT " + column)) {
                    assertThat(row.next()).isTrue();
                    assertThat(new String(row.getBytes(1), UTF_8))
                            .contains("k1")
                            .doesNotContain("payload")
                            .doesNotContain("1912");
                }
            }
        }
        keys.use("k2");
        assertThat(store.repair("item-00000", new byte[] {1})).isTrue();
        assertThat(store.resend(List.of("item-00001"))).isEqualTo(1);
        assertThat(claim(store).orElseThrow().entries()).hasSize(2);
    }

    @Test
    void encrypted_withAKeyThatIsGone_itemIsParkedAndOthersGoOn() {
        Keys keys = new Keys("old");
        JdbcStore store = open(encrypted(keys));
        store.append(items(0, 2));
        keys.use("new");
        keys.lose("old");
        store.append(items(2, 3));
        Batch batch = claim(store).orElseThrow();
        assertThat(ids(batch)).containsExactly("item-00002");
        assertThat(counts(store)).isEqualTo(figures(0, 1, 0, 2, 0, 0));
        assertThat(store.parked().map(ParkedItem::reason))
                .hasSize(2)
                .allSatisfy(reason -> assertThat(reason).contains("no key old"));
        keys.find("old");
        assertThat(store.resend(List.of("item-00000", "item-00001"))).isEqualTo(2);
        assertThat(claim(store).orElseThrow().entries().get(0).item())
                .isEqualTo(item("item-00000"));
    }

    @Test
    void encrypted_withNothingReadable_claimsNothing() {
        JdbcStore store = open(encrypted(new Keys("one")));
        store.append(items(0, 2));
        Keys another = new Keys("two");
        another.lose("one");
        JdbcStore without = open(encrypted(another));
        assertThat(claim(without)).isEmpty();
        assertThat(counts(without)).isEqualTo(figures(0, 0, 0, 2, 0, 0));
        assertThat(without.hasWork()).isFalse();
        assertThatThrownBy(() -> without.kept(START, Instant.MAX).toList())
                .isInstanceOf(OutboxException.class);
    }

    @Test
    void encrypted_whileTheCurrentKeyCannotBeHad_parksNothing() {
        Keys keys = new Keys("one");
        JdbcStore store = open(encrypted(keys));
        store.append(items(0, 2));
        keys.lose("one");
        assertThatThrownBy(() -> claim(store))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
        assertThatThrownBy(() -> store.append(items(2, 3))).isInstanceOf(OutboxException.class);
        assertThat(counts(store)).isEqualTo(figures(2, 0, 0, 0, 0, 0));
        keys.find("one");
        assertThat(claim(store).orElseThrow().entries()).hasSize(2);
    }

    @Test
    void encrypted_openedWithoutKeys_parksNothing() {
        open(encrypted(new Keys("one"))).append(items(0, 2));
        JdbcStore store = open();
        assertThatThrownBy(() -> claim(store))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
        assertThat(counts(store)).isEqualTo(figures(2, 0, 0, 0, 0, 0));
    }

    @Test
    void encrypted_whileTheCurrentKeyCannotBeUsed_parksNothing() {
        Keys keys = new Keys("one");
        open(encrypted(keys)).append(items(0, 2));
        PayloadKeys withoutTheirModule =
                new PayloadKeys() {
                    @Override
                    public String currentId() {
                        return "one";
                    }

                    @Override
                    public SecretKey key(String id) {
                        return new SecretKeySpec(keys.key(id).getEncoded(), "HSM");
                    }
                };
        JdbcStore store = open(encrypted(withoutTheirModule));
        assertThatThrownBy(() -> claim(store))
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION));
        assertThat(counts(store)).isEqualTo(figures(2, 0, 0, 0, 0, 0));
    }

    @Test
    void encrypted_contentOfAnotherRow_isNotTaken() throws SQLException {
        JdbcStore store = open(encrypted(new Keys("one")));
        store.append(items(0, 2));
        try (Connection direct = connection();
                var statement = direct.createStatement()) {
            statement.executeUpdate(
                    "UPDATE outbox_item SET payload = (SELECT payload FROM outbox_item WHERE id ="
                            + " 'item-00001') WHERE id = 'item-00000'");
        }
        assertThat(ids(claim(store).orElseThrow())).containsExactly("item-00001");
        assertThat(store.parked("item-00000")).isPresent();
    }

    @Test
    void schema_ofALaterVersion_isRefused() throws SQLException {
        open().close();
        try (Connection direct = connection();
                var statement = direct.createStatement()) {
            statement.executeUpdate("INSERT INTO outbox_version VALUES (99, 0, 'x')");
        }
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        OutboxException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONFIGURATION))
                .hasMessageContaining("99");
    }

    @Test
    void schema_ofAnEarlierVersion_isMigratedWithWhatItHolds() throws SQLException {
        JdbcStore store = open();
        store.append(items(0, 2));
        Database database = database();
        try {
            Dialect dialect = database.dialect();
            List<List<String>> longer = new ArrayList<>(dialect.migrations());
            longer.add(List.of("ALTER TABLE " + dialect.table("batch") + " ADD COLUMN note TEXT"));
            Schema next = new Schema(dialect, longer);
            String identity = next.prepare(database, 1);
            assertThat(next.prepare(database, 2)).isEqualTo(identity);
        } finally {
            database.close();
        }
        try (Connection direct = connection();
                var statement = direct.createStatement();
                var row = statement.executeQuery("SELECT count(*), max(note) FROM outbox_batch")) {
            assertThat(row.next()).isTrue();
        }
        assertThat(claim(store).orElseThrow().entries()).hasSize(2);
    }

    @Test
    void open_byManyAtOnce_makesTheTablesOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(
                        threads.submit(
                                () -> {
                                    Database database = database();
                                    try {
                                        return new Schema(database.dialect()).prepare(database, 1);
                                    } finally {
                                        database.close();
                                    }
                                }));
            }
            Set<String> identities = new HashSet<>();
            for (Future<String> each : all) {
                identities.add(each.get());
            }
            assertThat(identities).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void severalNodes_claimAndSettle_nothingTwiceAndNothingLost() throws Exception {
        int nodes = 4;
        int count = 3000;
        List<JdbcStore> stores = IntStream.range(0, nodes).mapToObj(i -> open()).toList();
        Set<String> delivered = ConcurrentHashMap.newKeySet();
        AtomicInteger twice = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(nodes + 2);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                int from = half * count / 2;
                JdbcStore store = stores.get(half);
                all.add(
                        threads.submit(
                                () -> {
                                    for (int i = from; i < from + count / 2; i += 10) {
                                        store.append(items(i, i + 10));
                                    }
                                }));
            }
            for (JdbcStore store : stores) {
                all.add(
                        threads.submit(
                                () -> {
                                    while (delivered.size() < count) {
                                        claim(store, 50)
                                                .ifPresent(
                                                        batch -> {
                                                            for (String id : ids(batch)) {
                                                                if (!delivered.add(id)) {
                                                                    twice.incrementAndGet();
                                                                }
                                                            }
                                                            assertThat(
                                                                            store.settle(
                                                                                    batch,
                                                                                    delivered(
                                                                                            seqs(
                                                                                                    batch)),
                                                                                    clock
                                                                                            .instant()))
                                                                    .isTrue();
                                                        });
                                    }
                                }));
            }
            for (Future<?> each : all) {
                each.get(60, java.util.concurrent.TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(twice).hasValue(0);
        assertThat(delivered)
                .isEqualTo(items(0, count).stream().map(Item::id).collect(Collectors.toSet()));
        assertThat(counts(stores.get(0))).isEqualTo(figures(0, 0, 0, 0, count, 0));
    }
}
