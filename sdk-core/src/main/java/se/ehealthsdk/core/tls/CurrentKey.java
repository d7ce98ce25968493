package se.ehealthsdk.core.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;

/**
 * The key in use, and its replacement when the file behind it changes.
 *
 * <p>There is no thread: whoever asks for the key looks at the file's time and size when it was long
 * ago, and one of those who ask at the same time loads it. The others go on with the old key; no one
 * waits. The lock is never taken to read the key.
 */
final class CurrentKey {

    /**
     * The key in use and the one before it, which handshakes that have begun still ask for.
     *
     * @param number how many keys there have been
     */
    private record Generation(long number, KeyMaterial current, @Nullable KeyMaterial previous) {}

    /** What can be told of a file without reading it. */
    private record FileState(@Nullable FileTime changed, long size, @Nullable Object identity) {
        static FileState of(Path file) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class);
                return new FileState(
                        attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (IOException e) {
                // Gone or out of reach: a state like any other. Loading it says why.
                return new FileState(null, -1, null);
            }
        }
    }

    private final Supplier<KeyMaterial> loader;
    private final List<Path> files;
    private final Optional<Duration> lookEvery;
    private final Clock clock;
    private final BiConsumer<KeyMaterial, KeyMaterial> acceptance;
    private final Runnable onSwap;
    private final Consumer<ConfigurationException> onFailure;

    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Generation generation;
    private volatile @Nullable ConfigurationException lastProblem;
    private volatile long lookedAt;
    private List<FileState> loadedFiles = List.of();
    private List<FileState> failedFiles = List.of();

    /**
     * @param loader reads the key anew
     * @param files what it is read from
     * @param lookEvery how often to look at the files; empty for never
     * @param clock the time, for {@code lookEvery}
     * @param acceptance given the key in use and the new one, throws ConfigurationException when the
     *     new one must not replace it
     * @param onSwap told after a new key came into use
     * @param onFailure told when a changed file cannot be used
     */
    CurrentKey(
            Supplier<KeyMaterial> loader,
            List<Path> files,
            Optional<Duration> lookEvery,
            Clock clock,
            BiConsumer<KeyMaterial, KeyMaterial> acceptance,
            Runnable onSwap,
            Consumer<ConfigurationException> onFailure) {
        this.loader = loader;
        this.files = files;
        this.lookEvery = files.isEmpty() ? Optional.empty() : lookEvery;
        this.clock = clock;
        this.acceptance = acceptance;
        this.onSwap = onSwap;
        this.onFailure = onFailure;
    }

    /** The key to use now. Reads it at the first call, and looks for change when it is time. */
    KeyMaterial get() {
        return fresh().current();
    }

    /** A name for the key to use now, under which {@link #named} finds it even after a swap. */
    String name() {
        return name(fresh().number());
    }

    /** The key with this name; null when it is out of use since long. */
    @Nullable KeyMaterial named(String name) {
        Generation now = generation;
        if (now == null) {
            return null;
        }
        if (name.equals(name(now.number()))) {
            return now.current();
        }
        return name.equals(name(now.number() - 1)) ? now.previous() : null;
    }

    /** What was wrong when the file was last tried; empty when it was good. */
    Optional<ConfigurationException> lastProblem() {
        return Optional.ofNullable(lastProblem);
    }

    /** Reads the key anew, whether the file has changed or not; keeps the old one when it throws. */
    void reload() {
        loading.lock();
        try {
            load();
        } finally {
            loading.unlock();
        }
    }

    private static String name(long number) {
        return "credential-" + number;
    }

    private Generation fresh() {
        Generation now = generation;
        if (now == null) {
            return first();
        }
        // A listener that is told of a reload may ask for the key: it must not look once more.
        if (timeToLook() && !loading.isHeldByCurrentThread() && loading.tryLock()) {
            try {
                if (timeToLook()) {
                    lookForChange();
                }
            } finally {
                loading.unlock();
            }
        }
        Generation after = generation;
        return after == null ? now : after;
    }

    private Generation first() {
        loading.lock();
        try {
            Generation now = generation;
            return now == null ? load() : now;
        } finally {
            loading.unlock();
        }
    }

    private boolean timeToLook() {
        // Absolute, so that a clock set back does not stop the looking.
        return lookEvery.isPresent()
                && Math.abs(clock.millis() - lookedAt) >= lookEvery.get().toMillis();
    }

    private void lookForChange() {
        lookedAt = clock.millis();
        // A file that could not be used is tried at every look: it may have been half written, or
        // hold a certificate whose validity has begun since.
        if (lastProblem == null && states().equals(loadedFiles)) {
            return;
        }
        try {
            load();
        } catch (ConfigurationException e) {
            // load() has kept it as lastProblem and told onFailure; calls go on with the old key.
        }
    }

    private Generation load() {
        // Before reading, so that a change during it is seen at the next look.
        List<FileState> states = states();
        Generation before = generation;
        try {
            KeyMaterial loaded = loader.get();
            if (before != null && !loaded.sameAs(before.current())) {
                acceptance.accept(before.current(), loaded);
            }
            return use(loaded, states);
        } catch (ConfigurationException e) {
            boolean known = lastProblem != null && states.equals(failedFiles);
            failedFiles = states;
            if (before != null) {
                lastProblem = e;
                if (!known) {
                    onFailure.accept(e);
                }
            }
            throw e;
        }
    }

    private Generation use(KeyMaterial loaded, List<FileState> states) {
        Generation before = generation;
        loadedFiles = states;
        lookedAt = clock.millis();
        lastProblem = null;
        if (before != null && loaded.sameAs(before.current())) {
            return before;
        }
        Generation now =
                before == null
                        ? new Generation(1, loaded, null)
                        : new Generation(before.number() + 1, loaded, before.current());
        generation = now;
        if (before != null) {
            onSwap.run();
        }
        return now;
    }

    private List<FileState> states() {
        return files.stream().map(FileState::of).toList();
    }
}
