package se.ehealthsdk.hsa.ldap;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.hsa.directory.DirectoryEntry;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.ReadReport.Partial;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** Entries read into records as they are asked for, without those that are not to be told of. */
final class ReadEntries<T extends DirectoryEntry> implements Entries<T> {

    private final Entries<RawEntry> source;
    private final Kind<T> kind;
    private final Predicate<T> wanted;
    private final Reading on;
    private final Tally tally;
    private final int limit;
    private @Nullable T next;
    private int given;
    private boolean ended;

    /**
     * @param wanted what belongs to the answer, marks apart
     * @param limit how many at most; 0 for all
     */
    ReadEntries(
            Reading on,
            Entries<RawEntry> source,
            Kind<T> kind,
            Predicate<T> wanted,
            Tally tally,
            int limit) {
        this.source = source;
        this.kind = kind;
        this.wanted = wanted;
        this.on = on;
        this.tally = tally;
        this.limit = limit;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                advance();
            }
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
        return next != null;
    }

    private void advance() {
        if (!source.hasNext()) {
            on.partial(source).ifPresent(tally::cutShort);
            close();
            return;
        }
        Optional<T> read = on.read(kind, source.next(), tally).filter(wanted);
        if (read.isEmpty()) {
            return;
        }
        if (!on.visibility().sees(read.get().marks())) {
            tally.withheld();
        } else if (limit > 0 && given == limit) {
            tally.cutShort(Partial.OWN_LIMIT);
            close();
        } else {
            next = read.get();
        }
    }

    @Override
    public T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        T entry = next;
        next = null;
        given++;
        tally.delivered(entry.problems());
        return entry;
    }

    @Override
    public ReadReport report() {
        return tally.report();
    }

    @Override
    public void close() {
        ended = true;
        next = null;
        source.close();
    }
}
