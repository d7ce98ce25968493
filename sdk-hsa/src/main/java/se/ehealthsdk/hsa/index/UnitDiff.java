package se.ehealthsdk.hsa.index;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import se.ehealthsdk.hsa.directory.UnitEntry;

/**
 * What differs between two indexes, found as it is asked for and kept nowhere: each time it is gone through it is found
 * anew, in the same order. First what was added, changed and moved, then what was removed. A unit that has both moved
 * and changed comes twice.
 *
 * <p>It compares what each of the two shows: a unit that has been put in the archive is removed, unless both are told
 * to show such units. That the directory notes another time of change is no difference by itself.
 *
 * <pre>{@code
 * for (UnitChange change : UnitDiff.between(yesterday, today)) {
 *     log.info("{}", change);
 * }
 * }</pre>
 */
public final class UnitDiff implements Iterable<UnitChange> {

    private final UnitIndex older;
    private final UnitIndex newer;

    private UnitDiff(UnitIndex older, UnitIndex newer) {
        this.older = older;
        this.newer = newer;
    }

    /** The difference from one to another. */
    public static UnitDiff between(UnitIndex older, UnitIndex newer) {
        return new UnitDiff(older, newer);
    }

    /** Goes through it. */
    public Stream<UnitChange> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** How many changes of each kind; goes through it once. */
    public Counts counts() {
        long[] sums = new long[4];
        for (UnitChange change : this) {
            if (change instanceof UnitChange.Added) {
                sums[0]++;
            } else if (change instanceof UnitChange.Removed) {
                sums[1]++;
            } else if (change instanceof UnitChange.Moved) {
                sums[2]++;
            } else {
                sums[3]++;
            }
        }
        return new Counts(sums[0], sums[1], sums[2], sums[3]);
    }

    /**
     * How many changes there are.
     *
     * @param added units that are new
     * @param removed units that are gone
     * @param moved units that stand elsewhere
     * @param changed units about which something else is another
     */
    public record Counts(long added, long removed, long moved, long changed) {}

    @Override
    public Iterator<UnitChange> iterator() {
        return new Changes();
    }

    /** What is compared; not the differences. */
    @Override
    public String toString() {
        return "UnitDiff[" + older + " to " + newer + "]";
    }

    private final class Changes implements Iterator<UnitChange> {

        private int newerRow = newer.seenFrom(0);
        private int olderRow = older.seenFrom(0);
        private final Queue<UnitChange> found = new ArrayDeque<>(2);

        @Override
        public boolean hasNext() {
            while (found.isEmpty() && newerRow != IndexData.NONE) {
                compare(newerRow);
                newerRow = newer.seenFrom(newerRow + 1);
            }
            while (found.isEmpty() && olderRow != IndexData.NONE) {
                if (newer.seenRow(older.data().id(olderRow)) == IndexData.NONE) {
                    found.add(new UnitChange.Removed(older.data().entry(olderRow)));
                }
                olderRow = older.seenFrom(olderRow + 1);
            }
            return !found.isEmpty();
        }

        private void compare(int row) {
            int before = older.seenRow(newer.data().id(row));
            if (before == IndexData.NONE) {
                found.add(new UnitChange.Added(newer.data().entry(row)));
            } else if (!newer.data().rows.same(row, older.data().rows, before)) {
                compare(older.data().entry(before), newer.data().entry(row));
            }
        }

        private void compare(UnitEntry before, UnitEntry after) {
            List<String> facts = UnitFacts.differing(before, after);
            if (!facts.isEmpty()) {
                found.add(new UnitChange.Changed(before, after, facts));
            }
            if (!before.name().equals(after.name())) {
                found.add(new UnitChange.Moved(after.hsaId(), before.name(), after.name()));
            }
        }

        @Override
        public UnitChange next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more changes");
            }
            return found.remove();
        }
    }
}
