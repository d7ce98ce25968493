package se.ehealthsdk.outbox.internal.store;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A stream read page by page, each in a transaction of its own: however slowly it is read, no cursor or
 * snapshot stays open in the database, which would keep it from cleaning up.
 */
final class Pages<T> extends AbstractSpliterator<T> {

    private final Function<@Nullable T, List<T>> after;
    private final Queue<T> page = new ArrayDeque<>();
    private @Nullable T last;
    private boolean over;

    private Pages(Function<@Nullable T, List<T>> after) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.after = after;
    }

    /** @param after the page after an element, or the first for null; empty at the end */
    static <T> Stream<T> stream(Function<@Nullable T, List<T>> after) {
        return StreamSupport.stream(new Pages<>(after), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        if (page.isEmpty() && !over) {
            page.addAll(after.apply(last));
            over = page.isEmpty();
        }
        T next = page.poll();
        if (next == null) {
            return false;
        }
        last = next;
        action.accept(next);
        return true;
    }
}
