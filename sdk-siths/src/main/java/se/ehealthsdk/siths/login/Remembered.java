package se.ehealthsdk.siths.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.ehealthsdk.core.error.EHealthException;

/**
 * Something fetched from the IdP and kept for a while. When it cannot be fetched anew the old one serves on
 * for a day, so that a short outage of the metadata is no outage of log-ins.
 */
final class Remembered<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);
    private static final Duration STALE_AT_MOST = Duration.ofHours(24);

    private record Kept<T>(T value, Instant since) {}

    private final String what;
    private final Supplier<T> source;
    private final Duration lifetime;
    private final Duration pause;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Kept<T> kept;
    private volatile Instant triedAt = Instant.MIN;

    /**
     * @param lifetime how long it is taken to be new
     * @param pause the least time between two attempts, whatever happens
     */
    Remembered(String what, Supplier<T> source, Duration lifetime, Duration pause, Clock clock) {
        this.what = what;
        this.source = source;
        this.lifetime = lifetime;
        this.pause = pause;
        this.clock = clock;
    }

    /** What is kept, or a new one when that has become old. */
    T get() {
        Kept<T> current = kept;
        if (current == null) {
            return fetch();
        }
        Instant now = clock.instant();
        boolean old = now.isAfter(current.since.plus(lifetime));
        // one thread fetches, the others go on with what there is
        if (!old || rests(now) || !fetching.tryLock()) {
            return current.value;
        }
        try {
            return fetch();
        } catch (EHealthException failure) {
            if (now.isAfter(current.since.plus(STALE_AT_MOST))) {
                throw failure;
            }
            LOG.warn(
                    "{} could not be fetched anew; those of {} stay in use. {}",
                    what,
                    current.since,
                    failure.getMessage());
            return current.value;
        } finally {
            fetching.unlock();
        }
    }

    /** Something newer than what did not suffice, if there is; otherwise the same. */
    T newerThan(T seen) {
        fetching.lock();
        try {
            Kept<T> current = kept;
            if (current != null && (current.value != seen || rests(clock.instant()))) {
                return current.value;
            }
            return fetch();
        } finally {
            fetching.unlock();
        }
    }

    private boolean rests(Instant now) {
        return now.isBefore(triedAt.plus(pause));
    }

    private T fetch() {
        triedAt = clock.instant();
        T value = source.get();
        kept = new Kept<>(value, triedAt);
        return value;
    }
}
