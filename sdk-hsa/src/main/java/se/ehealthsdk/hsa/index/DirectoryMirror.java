package se.ehealthsdk.hsa.index;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.ConnectionException;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.Outcome;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.UnitDirectory;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;

/**
 * A copy of a directory in memory that is read anew on a schedule, and goes on answering from the last good one while
 * the source is down. For use by many threads; who asks never waits for a refresh.
 *
 * <pre>{@code
 * try (DirectoryMirror mirror = DirectoryMirror.of(source)
 *         .every(Duration.ofHours(1))
 *         .copyAt(Path.of("/var/lib/ours/units.idx"))
 *         .start()) {
 *     mirror.awaitFirst(Duration.ofMinutes(5));
 *     Optional<HealthCareUnit> careUnit = mirror.careUnitOf(unit);
 * }
 * }</pre>
 *
 * <p>Good data are never replaced by an answer that is cut short: one whose report says that it is not whole, that has
 * no units, or that has far fewer than before is refused ({@link Builder#maxShrink}); {@link MirrorListener#refused}
 * tells, and {@link #accept} takes it all the same. With a copy on disk a restart answers at once, from what was there
 * at the last refresh. How old an answer may be is the caller's choice: {@link #olderThan}.
 */
public final class DirectoryMirror implements UnitDirectory, AutoCloseable {

    /** Longer is the same as never. */
    private static final Duration LONGEST = Duration.ofDays(10_000);

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryMirror.class);

    private final MirrorOptions options;
    private final ScheduledExecutorService executor;
    private final boolean ownsExecutor;
    private final CountDownLatch first = new CountDownLatch(1);
    private final ReentrantLock refreshing = new ReentrantLock();

    /** What readers see; replaced as a whole. */
    private record State(
            @Nullable UnitIndex index,
            boolean fromDisk,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String problem,
            int failures) {}

    private volatile State state = new State(null, false, null, null, null, 0);
    private volatile @Nullable Instant nextAttempt;
    private volatile boolean closed;
    private @Nullable Future<?> next;

    private DirectoryMirror(MirrorOptions options) {
        this.options = options;
        this.ownsExecutor = options.executor().isEmpty();
        this.executor = options.executor().orElseGet(DirectoryMirror::ownExecutor);
        options.copy().ifPresent(this::load);
        schedule(Duration.ZERO);
    }

    private static ScheduledExecutorService ownExecutor() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "ehealth-sdk-directory-mirror");
                            thread.setDaemon(true);
                            return thread;
                        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private static Duration atMost(Duration most, Duration time) {
        return time.compareTo(most) > 0 ? most : time;
    }

    /** Starts a mirror of a source. */
    public static Builder of(MirrorSource source) {
        return new Builder(source);
    }

    private void load(Path copy) {
        if (!Files.exists(copy)) {
            return;
        }
        try {
            UnitIndex index = UnitIndex.load(copy);
            state = new State(index, true, null, null, null, 0);
            first.countDown();
        } catch (RuntimeException unusable) {
            tell(listener -> listener.copyFailed(unusable));
        }
    }

    private synchronized void schedule(Duration delay) {
        if (closed) {
            return;
        }
        nextAttempt = options.clock().instant().plus(delay);
        try {
            next =
                    executor.schedule(
                            this::scheduledRefresh, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException shutDown) {
            nextAttempt = null;
            failed("the executor that it reads on takes no more tasks");
            LOG.warn("A directory mirror reads no more: its executor takes no more tasks");
        }
    }

    private void scheduledRefresh() {
        boolean taken = false;
        try {
            taken = refresh();
        } finally {
            schedule(taken ? withJitter(options.every()) : withJitter(options.retryAfter()));
        }
    }

    /** A little earlier or later than asked, so that many systems do not ask at the same moment. */
    private Duration withJitter(Duration delay) {
        double share = (options.random().getAsDouble() * 2 - 1) * options.jitter();
        return delay.plusMillis(Math.round(delay.toMillis() * share));
    }

    /**
     * Reads the source now, on the calling thread; waits first for a reading that is under way. The schedule stays.
     *
     * @return whether what it gave was taken; if not, {@link #status} says why
     */
    public boolean refreshNow() {
        return refresh();
    }

    private boolean refresh() {
        refreshing.lock();
        try {
            if (closed) {
                return false;
            }
            nextAttempt = null;
            return take(candidate(options.source().read()), false);
        } catch (RuntimeException failure) {
            failed(describe(failure));
            tell(listener -> listener.failed(failure));
            return false;
        } catch (Error failure) {
            failed(failure.getClass().getSimpleName());
            // an executor keeps it to itself; what a caller's own code says of it may be about
            // people
            LOG.error("The source of a directory mirror threw {}", failure.getClass().getName());
            throw failure;
        } finally {
            refreshing.unlock();
        }
    }

    /** A source of a caller's own may give anything. */
    private static UnitIndex candidate(@Nullable UnitIndex read) {
        if (read == null) {
            throw new ProtocolException("The source gave no index", null, null);
        }
        return read;
    }

    private static String describe(RuntimeException failure) {
        return failure instanceof EHealthException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    private boolean take(UnitIndex candidate, boolean whateverItsSize) {
        UnitIndex before = state.index();
        Optional<String> reason = whateverItsSize ? Optional.empty() : objection(candidate, before);
        if (reason.isPresent()) {
            failed(reason.get());
            tell(listener -> listener.refused(reason.get(), candidate));
            return false;
        }
        if (closed && !whateverItsSize) {
            return false;
        }
        state =
                new State(
                        candidate, false, options.clock().instant(), state.lastFailure(), null, 0);
        first.countDown();
        options.copy().ifPresent(copy -> save(candidate, copy));
        UnitDiff diff = UnitDiff.between(before == null ? UnitIndex.NOTHING : before, candidate);
        tell(listener -> listener.refreshed(candidate, diff));
        return true;
    }

    private void tell(Consumer<MirrorListener> what) {
        try {
            what.accept(options.listener());
        } catch (RuntimeException fault) {
            LOG.warn("The listener of a directory mirror threw {}", fault.getClass().getName());
        }
    }

    private void save(UnitIndex index, Path copy) {
        try {
            index.save(copy);
        } catch (RuntimeException unwritable) {
            tell(listener -> listener.copyFailed(unwritable));
        }
    }

    private Optional<String> objection(UnitIndex candidate, @Nullable UnitIndex before) {
        if (!candidate.report().isWhole()) {
            return Optional.of(
                    "the source gave only a part of its units ("
                            + candidate.report().partial().orElseThrow()
                            + ")");
        }
        int now = candidate.data().count();
        if (now == 0) {
            return Optional.of("the source gave no units");
        }
        int then = before == null ? 0 : before.data().count();
        return now < then * (1 - options.maxShrink())
                ? Optional.of("the source gave " + now + " units, where it gave " + then)
                : Optional.empty();
    }

    private void failed(String why) {
        State was = state;
        state =
                new State(
                        was.index(),
                        was.fromDisk(),
                        was.lastSuccess(),
                        options.clock().instant(),
                        why,
                        was.failures() + 1);
    }

    /**
     * Takes an index that was refused for its size, when it is right after all.
     *
     * @param candidate as {@link MirrorListener#refused} gave it, or read by the caller
     * @throws InvalidInputException if its report says that it is not whole
     */
    public void accept(UnitIndex candidate) {
        if (!candidate.report().isWhole()) {
            throw new InvalidInputException(
                    "candidate", "is only a part of the units", "an index of all units");
        }
        refreshing.lock();
        try {
            take(candidate, true);
        } finally {
            refreshing.unlock();
        }
    }

    /**
     * Waits until there is an index, from the source or from disk.
     *
     * @return false if there is none after that time; {@link #status} says why
     * @throws ConnectionException if the thread is interrupted; its interrupt flag is set again
     */
    public boolean awaitFirst(Duration timeout) {
        try {
            return first.await(atMost(LONGEST, timeout).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(
                    ConnectionException.Stage.INTERRUPTED,
                    Outcome.NOT_PERFORMED,
                    "Interrupted while waiting for the first index",
                    "Nothing is wrong with the directory; ask again.",
                    null,
                    interrupted);
        }
    }

    /**
     * The index that answers now. It does not change: ask for it once where several answers must agree.
     *
     * @throws ConnectionException if there is none yet
     */
    public UnitIndex index() {
        UnitIndex index = state.index();
        if (index == null) {
            throw new ConnectionException(
                    ConnectionException.Stage.QUEUE,
                    Outcome.NOT_PERFORMED,
                    "The copy of the directory has not been filled yet",
                    "Wait with awaitFirst; status() tells what the last attempt met with.",
                    null,
                    null);
        }
        return index;
    }

    /** How the mirror is. */
    public MirrorStatus status() {
        State now = state;
        Optional<UnitIndex> index = Optional.ofNullable(now.index());
        return new MirrorStatus(
                index.map(UnitIndex::size).orElse(0),
                index.map(UnitIndex::madeAt),
                now.fromDisk(),
                Optional.ofNullable(now.lastSuccess()),
                Optional.ofNullable(now.lastFailure()),
                Optional.ofNullable(now.problem()),
                now.failures(),
                Optional.ofNullable(nextAttempt));
    }

    /** Whether the answers are older than this, or there are none yet. */
    public boolean olderThan(Duration age) {
        Instant now = options.clock().instant();
        return status().age(now).map(it -> it.compareTo(age) > 0).orElse(true);
    }

    @Override
    public Optional<UnitEntry> unit(HsaId unit) {
        return index().unit(unit);
    }

    @Override
    public Optional<UnitEntry> at(DistinguishedName name) {
        return index().at(name);
    }

    @Override
    public Entries<UnitEntry> units(UnitSearch search) {
        return index().units(search);
    }

    @Override
    public List<UnitEntry> children(HsaId unit) {
        return index().children(unit);
    }

    @Override
    public List<UnitEntry> path(HsaId unit) {
        return index().path(unit);
    }

    @Override
    public Optional<HealthCareUnit> careUnitOf(HsaId unit) {
        return index().careUnitOf(unit);
    }

    @Override
    public Optional<CareProvider> providerOf(HsaId unit) {
        return index().providerOf(unit);
    }

    @Override
    public Optional<HealthCareUnitMembers> careUnitMembers(HsaId careUnit) {
        return index().careUnitMembers(careUnit);
    }

    @Override
    public Optional<HealthCareUnitList> careUnits(HsaId careProvider) {
        return index().careUnits(careProvider);
    }

    @Override
    public Optional<CareProvider> careProvider(HsaId careProvider) {
        return index().careProvider(careProvider);
    }

    @Override
    public List<CareProvider> careProviders(OrganisationNumber number) {
        return index().careProviders(number);
    }

    /** Stops refreshing. What is being read is interrupted and not taken; questions are answered as before. */
    @Override
    public synchronized void close() {
        closed = true;
        nextAttempt = null;
        if (next != null) {
            next.cancel(true);
        }
        if (ownsExecutor) {
            executor.shutdownNow();
        }
    }

    /** Origin and age of what it answers with. */
    @Override
    public String toString() {
        return "DirectoryMirror[" + state.index() + "]";
    }

    /** Builds a {@link DirectoryMirror}. Not for use by more than one thread. */
    public static final class Builder {

        private final MirrorSource source;
        private Duration every = Duration.ofHours(1);
        private Duration retryAfter = Duration.ofMinutes(5);
        private double jitter = 0.1;
        private double maxShrink = 0.1;
        private Optional<Path> copy = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private MirrorListener listener = new MirrorListener() {};
        private Optional<ScheduledExecutorService> executor = Optional.empty();
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        private Builder(MirrorSource source) {
            this.source = source;
        }

        /**
         * From the end of one reading to the start of the next; an hour unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder every(Duration interval) {
            every = aboveZero("every", interval);
            return this;
        }

        /**
         * The same after a reading that was in vain; five minutes unless told.
         *
         * @throws InvalidInputException if it is not above zero
         */
        public Builder retryAfter(Duration interval) {
            retryAfter = aboveZero("retryAfter", interval);
            return this;
        }

        private static Duration aboveZero(String field, Duration interval) {
            if (interval.isZero() || interval.isNegative()) {
                throw new InvalidInputException(field, "is not above zero", "a time above zero");
            }
            return atMost(LONGEST, interval);
        }

        /**
         * How much earlier or later than told a reading may start, as a share of the interval; 0.1 unless told.
         *
         * @throws InvalidInputException if it is not 0 to 1
         */
        public Builder jitter(double share) {
            jitter = share("jitter", share);
            return this;
        }

        /**
         * By how large a share the number of units may shrink at once; 0.1 unless told.
         *
         * @throws InvalidInputException if it is not 0 to 1
         */
        public Builder maxShrink(double share) {
            maxShrink = share("maxShrink", share);
            return this;
        }

        private static double share(String field, double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new InvalidInputException(field, "is not 0 to 1", "a share, as 0.1");
            }
            return share;
        }

        /** Keeps a copy there, written anew at each refresh and read at start; none unless told. */
        public Builder copyAt(Path file) {
            copy = Optional.of(file);
            return this;
        }

        /** What time it is; the system's clock unless told. */
        public Builder clock(Clock time) {
            clock = time;
            return this;
        }

        /** Who hears of what becomes of it. */
        public Builder listener(MirrorListener who) {
            listener = who;
            return this;
        }

        /** Where to read; a daemon thread of the mirror's own unless told. Not shut down by the mirror. */
        public Builder executor(ScheduledExecutorService threads) {
            executor = Optional.of(threads);
            return this;
        }

        /** For tests: what {@link #jitter} is drawn with, 0 to 1. */
        Builder random(DoubleSupplier draw) {
            random = draw;
            return this;
        }

        /** The mirror. It reads the copy on disk, if there is one, and begins with its first reading of the source. */
        public DirectoryMirror start() {
            return new DirectoryMirror(
                    new MirrorOptions(
                            source,
                            every,
                            retryAfter,
                            jitter,
                            maxShrink,
                            copy,
                            clock,
                            listener,
                            executor,
                            random));
        }
    }
}
