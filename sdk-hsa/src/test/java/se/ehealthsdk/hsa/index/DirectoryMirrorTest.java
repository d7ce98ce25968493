package se.ehealthsdk.hsa.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;

class DirectoryMirrorTest {

    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    private static final List<UnitEntry> UNITS =
            new RandomUnits(11).tree(120).stream().filter(it -> !it.isHidden()).toList();

    @TempDir Path folder;

    private final FakeTime time = new FakeTime();
    private final FakeSource source = new FakeSource();
    private final Heard heard = new Heard();
    private final FakeExecutor executor = new FakeExecutor();

    private DirectoryMirror.Builder mirror() {
        return DirectoryMirror.of(source)
                .every(Duration.ofMinutes(60))
                .retryAfter(Duration.ofMinutes(5))
                .random(() -> 0.5)
                .clock(time)
                .executor(executor)
                .listener(heard);
    }

    @Test
    void beforeTheFirstIndex_questionsAreAClearFailure() {
        DirectoryMirror mirror = mirror().start();

        assertThatThrownBy(() -> mirror.unit(UNITS.get(0).hsaId()))
                .isInstanceOfSatisfying(
                        ConnectionException.class, it -> assertThat(it.retryable()).isTrue());
        assertThat(mirror.awaitFirst(Duration.ZERO)).isFalse();
        assertThat(mirror.olderThan(Duration.ofDays(1))).isTrue();
        assertThat(mirror.status().units()).isZero();
    }

    @Test
    void scheduled_readsAgainOnlyAfterTheLastHasEnded() {
        DirectoryMirror mirror = mirror().start();
        assertThat(executor.delays).containsExactly(Duration.ZERO);

        executor.runNext();

        assertThat(mirror.awaitFirst(Duration.ZERO)).isTrue();
        assertThat(mirror.status().units()).isEqualTo(UNITS.size());
        assertThat(mirror.status().nextAttempt()).contains(START.plus(Duration.ofMinutes(60)));
        assertThat(executor.delays).containsExactly(Duration.ZERO, Duration.ofMinutes(60));
        assertThat(heard.lines).containsExactly("refreshed +" + UNITS.size());
        assertThat(mirror.unit(UNITS.get(0).hsaId())).contains(UNITS.get(0));
    }

    @Test
    void jitter_spreadsReadings() {
        mirror().jitter(0.5).random(() -> 1).start();
        executor.runNext();
        assertThat(executor.delays).last().isEqualTo(Duration.ofMinutes(90));
        mirror().jitter(0.5).random(() -> 0).start();
        executor.runNext();
        assertThat(executor.delays).last().isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void sourceDown_answersGoOnFromTheLastGoodIndex() {
        DirectoryMirror mirror = mirror().start();
        executor.runNext();
        UnitIndex good = mirror.index();
        source.failure = new ProtocolException("cut off", null, null);
        time.now = START.plus(Duration.ofHours(2));

        executor.runNext();
        executor.runNext();

        assertThat(mirror.index()).isSameAs(good);
        assertThat(mirror.status().problem()).contains("cut off");
        assertThat(mirror.status().failuresInARow()).isEqualTo(2);
        assertThat(mirror.status().lastFailure()).contains(time.now);
        assertThat(mirror.status().lastSuccess()).contains(START);
        assertThat(mirror.status().age(time.now)).contains(Duration.ofHours(2));
        assertThat(mirror.olderThan(Duration.ofHours(2))).isFalse();
        assertThat(mirror.olderThan(Duration.ofMinutes(119))).isTrue();
        assertThat(executor.delays).last().isEqualTo(Duration.ofMinutes(5));
        assertThat(heard.lines).endsWith("failed cut off", "failed cut off");

        source.failure = null;
        executor.runNext();
        assertThat(mirror.status().problem()).isEmpty();
        assertThat(mirror.status().failuresInARow()).isZero();
    }

    @Test
    void partialAnswer_isRefusedAlsoWhenThereIsNothingBetter() {
        source.partial = Optional.of(ReadReport.Partial.SIZE_LIMIT);
        DirectoryMirror mirror = mirror().start();
        executor.runNext();

        assertThatThrownBy(mirror::index).isInstanceOf(ConnectionException.class);
        assertThat(mirror.status().problem().orElseThrow()).contains("SIZE_LIMIT");
        assertThat(heard.lines).hasSize(1).allMatch(line -> line.startsWith("refused"));
        assertThatThrownBy(() -> mirror.accept(heard.candidate))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void farFewerUnits_areRefusedUntilTheCallerAccepts() {
        DirectoryMirror mirror = mirror().maxShrink(0.1).start();
        executor.runNext();
        UnitIndex good = mirror.index();
        source.units = UNITS.subList(0, UNITS.size() * 85 / 100);

        assertThat(mirror.refreshNow()).isFalse();
        assertThat(mirror.index()).isSameAs(good);
        assertThat(heard.lines).last().asString().startsWith("refused");

        mirror.accept(heard.candidate);
        assertThat(mirror.index()).isSameAs(heard.candidate);
        source.units = source.units.subList(0, source.units.size() - 1);
        assertThat(mirror.refreshNow()).isTrue();
        assertThat(heard.lines).last().isEqualTo("refreshed +0");
    }

    @Test
    void noUnits_areRefused() {
        source.units = List.of();
        DirectoryMirror mirror = mirror().maxShrink(1).start();
        assertThat(mirror.refreshNow()).isFalse();
        assertThat(mirror.status().problem()).contains("the source gave no units");
    }

    @Test
    void copyOnDisk_answersAtOnceAfterARestart() {
        Path copy = folder.resolve("units.idx");
        mirror().copyAt(copy).start().refreshNow();
        source.failure = new ProtocolException("down", null, null);

        DirectoryMirror again = mirror().copyAt(copy).start();

        assertThat(again.awaitFirst(Duration.ZERO)).isTrue();
        assertThat(again.status().fromDisk()).isTrue();
        assertThat(again.status().madeAt()).contains(START);
        assertThat(again.unit(UNITS.get(0).hsaId())).contains(UNITS.get(0));
        assertThat(again.refreshNow()).isFalse();
        assertThat(again.status().fromDisk()).isTrue();
    }

    @Test
    void damagedCopy_isToldAndNotUsedAndWrittenAnew() throws IOException {
        Path copy = folder.resolve("units.idx");
        mirror().copyAt(copy).start().refreshNow();
        byte[] bytes = Files.readAllBytes(copy);
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy, bytes);

        DirectoryMirror again = mirror().copyAt(copy).start();

        assertThat(heard.lines).last().asString().startsWith("copy ");
        assertThatThrownBy(again::index).isInstanceOf(ConnectionException.class);
        again.refreshNow();
        assertThat(UnitIndex.load(copy).size()).isEqualTo(UNITS.size());
    }

    @Test
    void copyThatCannotBeWritten_isToldAndTheIndexIsUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        DirectoryMirror mirror = mirror().copyAt(file.resolve("units.idx")).start();

        assertThat(mirror.refreshNow()).isTrue();
        assertThat(heard.lines).anyMatch(line -> line.startsWith("copy "));
        assertThat(mirror.index().size()).isEqualTo(UNITS.size());
    }

    @Test
    void faultsOfSourceAndListener_doNotEndTheSchedule() {
        source.failure = new IllegalStateException("a fault");
        heard.fault = new IllegalStateException("a fault");
        DirectoryMirror mirror = mirror().start();
        executor.runNext();
        assertThat(mirror.status().problem()).contains("IllegalStateException");

        source.failure = null;
        executor.runNext();
        assertThat(mirror.index().size()).isEqualTo(UNITS.size());
        assertThat(mirror.status().failuresInARow()).isZero();
        assertThat(executor.delays).hasSize(3);
    }

    @Test
    void closed_readsNoMoreAndAnswersAsBefore() {
        DirectoryMirror mirror = mirror().start();
        executor.runNext();
        mirror.close();

        assertThat(executor.cancelled).isTrue();
        assertThat(mirror.status().nextAttempt()).isEmpty();
        assertThat(mirror.refreshNow()).isFalse();
        assertThat(source.reads).isEqualTo(1);
        assertThat(mirror.unit(UNITS.get(0).hsaId())).isPresent();
    }

    @Test
    void threadOfItsOwn_fillsTheIndex() {
        try (DirectoryMirror mirror = DirectoryMirror.of(source).start()) {
            assertThat(mirror.awaitFirst(Duration.ofSeconds(60))).isTrue();
            assertThat(mirror.index().size()).isEqualTo(UNITS.size());
        }
    }

    @Test
    void settingsThatCannotWork_areRefused() {
        assertThatThrownBy(() -> mirror().every(Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> mirror().maxShrink(1.5)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> mirror().jitter(Double.NaN))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sourceThatGivesNothing_isAFailureThatSaysSo() {
        DirectoryMirror mirror = DirectoryMirror.of(() -> null).executor(executor).start();

        assertThat(mirror.refreshNow()).isFalse();
        assertThat(mirror.status().problem()).contains("The source gave no index");
    }

    @Test
    void errorOfTheSource_isToldAndTheScheduleGoesOn() {
        List<Throwable> faults = new ArrayList<>(List.of(new OutOfMemoryError("a fault")));
        DirectoryMirror mirror =
                DirectoryMirror.of(
                                () -> {
                                    if (!faults.isEmpty()) {
                                        throw (Error) faults.remove(0);
                                    }
                                    return source.read();
                                })
                        .executor(executor)
                        .start();
        assertThatThrownBy(executor::runNext).isInstanceOf(OutOfMemoryError.class);
        assertThat(mirror.status().problem()).contains("OutOfMemoryError");

        executor.runNext();
        assertThat(mirror.index().size()).isEqualTo(UNITS.size());
    }

    @Test
    void executorThatIsShutDown_isToldInTheStatus() {
        ScheduledThreadPoolExecutor ended = new ScheduledThreadPoolExecutor(1);
        ended.shutdownNow();
        DirectoryMirror mirror = DirectoryMirror.of(source).executor(ended).start();

        assertThat(mirror.status().problem().orElseThrow()).contains("executor");
        assertThat(mirror.status().nextAttempt()).isEmpty();
        assertThat(mirror.refreshNow()).isTrue();
    }

    @Test
    void closedMirror_stillTakesWhatTheCallerAccepts() {
        DirectoryMirror mirror = mirror().start();
        mirror.close();
        UnitIndex ours = UnitIndex.of(RandomUnits.entries(UNITS, Optional.empty()), "ours", START);

        mirror.accept(ours);
        assertThat(mirror.index()).isSameAs(ours);
    }

    @Test
    void veryLongTimes_areAsGoodAsNever() {
        DirectoryMirror mirror =
                mirror().every(ChronoUnit.FOREVER.getDuration())
                        .retryAfter(ChronoUnit.FOREVER.getDuration())
                        .start();
        executor.runNext();

        assertThat(mirror.awaitFirst(ChronoUnit.FOREVER.getDuration())).isTrue();
        assertThat(mirror.status().nextAttempt().orElseThrow())
                .isAfter(START.plus(Duration.ofDays(9_000)));
    }

    @Test
    void closedWhileReading_doesNotTakeWhatComes() {
        DirectoryMirror[] mirror = new DirectoryMirror[1];
        mirror[0] =
                DirectoryMirror.of(
                                () -> {
                                    mirror[0].close();
                                    return source.read();
                                })
                        .executor(executor)
                        .listener(heard)
                        .start();
        assertThat(mirror[0].refreshNow()).isFalse();
        assertThat(mirror[0].status().units()).isZero();
        assertThat(heard.lines).isEmpty();
    }

    @Test
    void clockThatGoesBack_disturbsNeitherAnswersNorSchedule() {
        DirectoryMirror mirror = mirror().start();
        executor.runNext();
        time.now = START.minus(Duration.ofDays(2));
        source.units = UNITS.subList(0, UNITS.size() - 1);

        executor.runNext();
        assertThat(mirror.index().size()).isEqualTo(UNITS.size() - 1);
        assertThat(executor.delays).last().isEqualTo(Duration.ofMinutes(60));
        assertThat(mirror.olderThan(Duration.ofHours(1))).isFalse();
    }

    @Test
    void twoMirrorsOnOneCopy_leaveAWholeOneWhileReadersSeeWholeIndexes() throws Exception {
        Path copy = folder.resolve("units.idx");
        List<UnitIndex> two =
                List.of(
                        UnitIndex.of(RandomUnits.entries(UNITS, Optional.empty()), "a", START),
                        UnitIndex.of(
                                RandomUnits.entries(
                                        UNITS.subList(0, UNITS.size() - 1), Optional.empty()),
                                "b",
                                START));
        AtomicInteger turn = new AtomicInteger();
        MirrorSource source = () -> two.get(turn.getAndIncrement() % 2);
        List<Throwable> wrong = new CopyOnWriteArrayList<>();
        try (DirectoryMirror one = DirectoryMirror.of(source).copyAt(copy).start();
                DirectoryMirror other = DirectoryMirror.of(source).copyAt(copy).start()) {
            assertThat(one.awaitFirst(Duration.ofSeconds(60))).isTrue();
            assertThat(other.awaitFirst(Duration.ofSeconds(60))).isTrue();
            List<Thread> threads = new ArrayList<>();
            for (DirectoryMirror each : List.of(one, other)) {
                threads.add(
                        new Thread(() -> IntStream.range(0, 20).forEach(i -> each.refreshNow())));
                threads.add(
                        new Thread(
                                () -> {
                                    for (int i = 0; i < 300; i++) {
                                        UnitIndex index = each.index();
                                        int size = index.origin().equals("a") ? 0 : 1;
                                        assertThat(index.size()).isEqualTo(UNITS.size() - size);
                                        assertThat(each.unit(UNITS.get(0).hsaId())).isPresent();
                                    }
                                }));
            }
            threads.forEach(it -> it.setUncaughtExceptionHandler((who, why) -> wrong.add(why)));
            threads.forEach(Thread::start);
            for (Thread each : threads) {
                each.join();
            }
            assertThat(wrong).isEmpty();
        }
        assertThat(UnitIndex.load(copy).size()).isBetween(UNITS.size() - 1, UNITS.size());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(copy);
        }
    }

    private static final class FakeTime extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private static final class FakeSource implements MirrorSource {
        private volatile List<UnitEntry> units = UNITS;
        private volatile Optional<ReadReport.Partial> partial = Optional.empty();
        private volatile RuntimeException failure;
        private volatile int reads;

        @Override
        public UnitIndex read() {
            reads++;
            if (failure != null) {
                throw failure;
            }
            return UnitIndex.of(RandomUnits.entries(units, partial), "fake", START);
        }
    }

    private static final class Heard implements MirrorListener {
        private final List<String> lines = new ArrayList<>();
        private UnitIndex candidate;
        private RuntimeException fault;

        private void hear(String line) {
            lines.add(line);
            if (fault != null) {
                throw fault;
            }
        }

        @Override
        public void refreshed(UnitIndex now, UnitDiff diff) {
            hear("refreshed +" + diff.counts().added());
        }

        @Override
        public void failed(RuntimeException why) {
            hear("failed " + why.getMessage());
        }

        @Override
        public void refused(String why, UnitIndex refused) {
            candidate = refused;
            hear("refused " + why);
        }

        @Override
        public void copyFailed(RuntimeException why) {
            hear("copy " + why.getMessage());
        }
    }

    /** Runs nothing until told. */
    private static final class FakeExecutor extends ScheduledThreadPoolExecutor {
        private final List<Duration> delays = new ArrayList<>();
        private Runnable next;
        private boolean cancelled;

        FakeExecutor() {
            super(0);
        }

        void runNext() {
            Runnable now = next;
            next = null;
            now.run();
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            delays.add(Duration.of(delay, unit.toChronoUnit()));
            next = task;
            return new Waiting(task);
        }

        private final class Waiting extends FutureTask<Object> implements ScheduledFuture<Object> {
            Waiting(Runnable task) {
                super(task, null);
            }

            @Override
            public boolean cancel(boolean interrupt) {
                cancelled = true;
                return super.cancel(interrupt);
            }

            @Override
            public long getDelay(TimeUnit unit) {
                return 0;
            }

            @Override
            public int compareTo(java.util.concurrent.Delayed other) {
                return 0;
            }
        }
    }
}
