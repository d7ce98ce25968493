package se.ehealthsdk.siths.internal.revocation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a limited number of answers, each until its time. Those who ask the same question at the same time
 * wait for one answer. Thread-safe.
 */
final class ExpiringCache<K, V> {

    private final Clock clock;
    private final Map<K, CompletableFuture<Timed<V>>> entries;

    ExpiringCache(int limit, Clock clock) {
        this.clock = clock;
        this.entries =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<K, CompletableFuture<Timed<V>>> eldest) {
                        return size() > limit;
                    }
                };
    }

    /**
     * The answer, kept or asked for.
     *
     * @throws InterruptedException when the thread was interrupted while another one asked
     */
    V get(K question, Supplier<Timed<V>> ask) throws InterruptedException {
        CompletableFuture<Timed<V>> mine = new CompletableFuture<>();
        CompletableFuture<Timed<V>> theirs;
        synchronized (entries) {
            theirs = entries.get(question);
            if (theirs == null || expired(theirs)) {
                entries.put(question, mine);
                theirs = null;
            }
        }
        return theirs == null ? ask(question, ask, mine) : wait(theirs);
    }

    private boolean expired(CompletableFuture<Timed<V>> entry) {
        Timed<V> answer = entry.isDone() ? entry.getNow(null) : null;
        return answer != null && !clock.instant().isBefore(answer.until());
    }

    private V ask(K question, Supplier<Timed<V>> ask, CompletableFuture<Timed<V>> mine) {
        @Nullable Timed<V> answer = null;
        try {
            answer = ask.get();
            return answer.value();
        } finally {
            if (answer == null) {
                synchronized (entries) {
                    entries.remove(question, mine);
                }
                mine.cancel(false);
            } else {
                mine.complete(answer);
            }
        }
    }

    private static <V> V wait(CompletableFuture<Timed<V>> theirs) throws InterruptedException {
        try {
            return theirs.get().value();
        } catch (ExecutionException | CancellationException failed) {
            throw new IllegalStateException("The one who asked failed", failed);
        }
    }
}
