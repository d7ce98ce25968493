package se.ehealthsdk.hsa.index;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** Goes through rows of an index and hands over those that are asked for. */
final class RowScan implements Entries<UnitEntry> {

    private final IndexData data;
    private final int hiding;
    private final IntUnaryOperator following;
    private final Predicate<UnitEntry> wanted;
    private final int limit;
    private int row;
    private @Nullable UnitEntry next;
    private long delivered;
    private long withheld;
    private long problemCount;
    private final List<AttributeProblem> problems = new ArrayList<>(0);
    private boolean cut;

    /**
     * @param hiding the marks that keep a row out
     * @param first the first row to look at; -1 for none
     * @param following the row after another; -1 for none
     */
    RowScan(
            IndexData data,
            int hiding,
            int first,
            IntUnaryOperator following,
            Predicate<UnitEntry> wanted,
            OptionalInt limit) {
        this.data = data;
        this.hiding = hiding;
        this.row = first;
        this.following = following;
        this.wanted = wanted;
        this.limit = limit.orElse(Integer.MAX_VALUE);
    }

    @Override
    public boolean hasNext() {
        while (next == null && row != IndexData.NONE) {
            UnitEntry entry = data.entry(row);
            boolean seen = data.isSeen(row, hiding);
            row = following.applyAsInt(row);
            if (wanted.test(entry)) {
                take(entry, seen);
            }
        }
        return next != null;
    }

    private void take(UnitEntry entry, boolean seen) {
        if (!seen) {
            withheld++;
        } else if (delivered == limit) {
            cut = true;
            row = IndexData.NONE;
        } else {
            next = entry;
        }
    }

    @Override
    public UnitEntry next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more units");
        }
        UnitEntry entry = next;
        next = null;
        delivered++;
        for (AttributeProblem problem : entry.problems()) {
            problemCount++;
            if (problems.size() < ReadReport.KEPT) {
                problems.add(problem);
            }
        }
        return entry;
    }

    @Override
    public ReadReport report() {
        return new ReadReport(
                delivered,
                withheld,
                0,
                problemCount,
                problems,
                cut ? Optional.of(ReadReport.Partial.OWN_LIMIT) : Optional.empty());
    }

    @Override
    public void close() {
        row = IndexData.NONE;
        next = null;
    }
}
