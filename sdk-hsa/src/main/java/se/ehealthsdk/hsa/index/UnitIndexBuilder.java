package se.ehealthsdk.hsa.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;

/**
 * Builds one {@link UnitIndex} of entries, or of several layers of them. Not for use by more than one thread, and not
 * after it has built: the index has its memory then.
 *
 * <p>Within a layer an HSA-id that has come before is skipped and told in the report: the first entry stands. Two
 * entries at the same place in the tree are an error, since nobody can tell what stands below which; with {@link
 * #keepingFirstAtPlace} the second is skipped and told instead. An entry of a later layer takes the place of the one
 * with the same HSA-id, as a whole.
 */
public final class UnitIndexBuilder {

    private static final int NAMED = 10;

    private final Rows rows = new Rows();
    private final RowWriter writer = new RowWriter();
    private final HashTable byId = new HashTable(0);
    private final BitSet ofThisLayer = new BitSet();
    private final List<AttributeProblem> problems = new ArrayList<>();
    private final List<String> sharedPlaces = new ArrayList<>();
    private long sharedPlaceCount;
    private boolean keepFirst;
    private boolean built;
    private long withheld;
    private long skipped;
    private long problemCount;
    private Optional<ReadReport.Partial> partial = Optional.empty();

    UnitIndexBuilder() {}

    /** Skips what comes second to a place in the tree, and tells it in the report, instead of failing. */
    public UnitIndexBuilder keepingFirstAtPlace() {
        keepFirst = true;
        return this;
    }

    /**
     * Adds one entry.
     *
     * @throws IllegalStateException if the index has been built
     */
    public UnitIndexBuilder add(UnitEntry entry) {
        requireNotBuilt();
        int row = IndexData.find(byId, rows, entry.hsaId());
        if (row == IndexData.NONE) {
            writer.write(entry);
            int added = rows.count();
            rows.add(writer.bytes(), writer.length());
            byId.add(entry.hsaId().hashCode(), added);
            ofThisLayer.set(added);
        } else if (ofThisLayer.get(row)) {
            if (entry.name().equals(IndexData.place(rows, row))) {
                sharedPlace(entry.hsaId(), entry.hsaId());
            }
            skip(
                    entry.hsaId(),
                    "hsaIdentity",
                    "stands on two entries",
                    "one entry for each HSA-id");
        } else {
            writer.write(entry);
            rows.replace(row, writer.bytes(), writer.length());
            ofThisLayer.set(row);
        }
        return this;
    }

    private void requireNotBuilt() {
        if (built) {
            throw new IllegalStateException("The index has been built; start another builder");
        }
    }

    private void skip(HsaId entry, String attribute, String problem, String expected) {
        skipped++;
        tell(new AttributeProblem(Optional.of(entry), attribute, problem, expected));
    }

    private void tell(AttributeProblem problem) {
        if (problems.size() < ReadReport.KEPT) {
            problems.add(problem);
        }
    }

    private void sharedPlace(HsaId first, HsaId second) {
        sharedPlaceCount++;
        if (sharedPlaces.size() < NAMED) {
            sharedPlaces.add(first + " and " + second);
        }
    }

    /**
     * Adds all entries.
     *
     * @param entries read to their end, and closed
     * @throws se.ehealthsdk.core.error.EHealthException if the reading fails; what has been added stays, so begin
     *     again with a new builder
     */
    public UnitIndexBuilder add(Entries<UnitEntry> entries) {
        try (entries) {
            while (entries.hasNext()) {
                add(entries.next());
            }
            ReadReport report = entries.report();
            withheld += report.withheld();
            skipped += report.skipped();
            problemCount += report.problemCount();
            report.problems().forEach(this::tell);
            partial = partial.or(report::partial);
        }
        return this;
    }

    /**
     * Begins a layer on top of what has been added: an entry takes the place of the one with its HSA-id, if there is
     * one, and is added otherwise.
     *
     * @param entries read to their end, and closed
     */
    public UnitIndexBuilder addOnTop(Entries<UnitEntry> entries) {
        ofThisLayer.clear();
        return add(entries);
    }

    /**
     * The index.
     *
     * @param origin where the entries come from, for people
     * @param madeAt as of when they are
     * @throws ProtocolException if two entries stand at the same place; the message names their HSA-ids
     * @throws IllegalStateException if it has been built before
     */
    public UnitIndex build(String origin, Instant madeAt) {
        requireNotBuilt();
        built = true;
        BitSet kept = new BitSet();
        HashTable places = places(kept);
        if (sharedPlaceCount > 0 && !keepFirst) {
            throw new ProtocolException(
                    origin
                            + ": "
                            + sharedPlaceCount
                            + " units stand at the same place in the tree as another: "
                            + String.join("; ", sharedPlaces)
                            + (sharedPlaceCount > sharedPlaces.size() ? "; ..." : ""),
                    null,
                    null);
        }
        HashTable ids = byId;
        if (kept.cardinality() < rows.count()) {
            rows.keep(kept);
            places = places(rows);
            ids = ids(rows);
        }
        ReadReport report =
                new ReadReport(rows.count(), withheld, skipped, problemCount, problems, partial);
        return index(rows, ids, places, origin, madeAt, report, writer.textBytes());
    }

    /** The index of rows of which no two have the same HSA-id or place. */
    static UnitIndex index(
            Rows rows,
            HashTable ids,
            HashTable places,
            String origin,
            Instant madeAt,
            ReadReport report,
            long textBytes) {
        rows.seal();
        return new UnitIndex(
                new IndexData(rows, ids, places, origin, madeAt, report, textBytes), Set.of());
    }

    /** The rows by HSA-id. */
    static HashTable ids(Rows rows) {
        HashTable ids = new HashTable(rows.count());
        for (int row = 0; row < rows.count(); row++) {
            ids.add(HsaId.of(rows.at(row).id()).hashCode(), row);
        }
        return ids;
    }

    /** The rows by place, when no two stand at the same. */
    static HashTable places(Rows rows) {
        HashTable places = new HashTable(rows.count());
        for (int row = 0; row < rows.count(); row++) {
            places.add(IndexData.place(rows, row).hashCode(), row);
        }
        return places;
    }

    /** The rows by place; of two at the same place the first. */
    private HashTable places(BitSet kept) {
        HashTable places = new HashTable(rows.count());
        for (int row = 0; row < rows.count(); row++) {
            DistinguishedName place = IndexData.place(rows, row);
            int there = IndexData.findAt(places, rows, place);
            if (there == IndexData.NONE) {
                places.add(place.hashCode(), row);
                kept.set(row);
            } else {
                HsaId second = HsaId.of(rows.at(row).id());
                sharedPlace(HsaId.of(rows.at(there).id()), second);
                if (keepFirst) {
                    skip(
                            second,
                            "distinguishedName",
                            "is the place of another entry",
                            "a place of its own");
                }
            }
        }
        return places;
    }
}
