package se.ehealthsdk.hsa.directory;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import se.ehealthsdk.core.error.EHealthException;

/**
 * Entries that are read as they are asked for. Close it, or read it to its end: until then it may hold a
 * connection. For use by one thread at a time.
 *
 * <pre>{@code
 * try (Entries<UnitEntry> units = directory.units(UnitSearch.all().below(region))) {
 *     units.forEachRemaining(unit -> index.add(unit));
 *     units.report().partial().ifPresent(why -> warn(why));
 * }
 * }</pre>
 *
 * <p>A failure on the way is an {@link EHealthException} from {@link #hasNext()} or {@link #next()}, never an early
 * end. An answer that the directory cut short ends, and {@link #report()} says so.
 *
 * @param <T> what is read
 */
public interface Entries<T> extends Iterator<T>, AutoCloseable {

    /** What has been read so far; of the whole answer once {@link #hasNext()} has been false. */
    ReadReport report();

    /** Lets go of the connection. What has not been read is not. May be called more than once. */
    @Override
    void close();

    /** As a stream, which reads as it is asked for. Closing the stream closes this. */
    default Stream<T> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(
                                this, Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    /** All that is left, for answers that are known to be small; closes this. Whether that is all: {@link #report()}. */
    default List<T> toList() {
        try (this) {
            return stream().toList();
        }
    }
}
