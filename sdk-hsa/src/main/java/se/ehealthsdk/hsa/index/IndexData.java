package se.ehealthsdk.hsa.index;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.geodesy.GeoPoint;

/** The rows of an index and the tables by which they are found; what views of it share. Immutable. */
final class IndexData {

    static final int NONE = -1;

    final Rows rows;
    final String origin;
    final Instant madeAt;
    final ReadReport report;
    final long textBytes;
    private final HashTable byId;
    private final HashTable byPlace;
    private final byte[] marks;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final RowPairs memberOf = new RowPairs();
    private final RowPairs provided = new RowPairs();
    private final int[] providers;
    private final Places places = new Places();

    /**
     * @param byId finds the rows by HSA-id
     * @param byPlace finds the rows by place
     */
    IndexData(
            Rows rows,
            HashTable byId,
            HashTable byPlace,
            String origin,
            Instant madeAt,
            ReadReport report,
            long textBytes) {
        this.rows = rows;
        this.byId = byId;
        this.byPlace = byPlace;
        this.origin = origin;
        this.madeAt = madeAt;
        this.report = report;
        this.textBytes = textBytes;
        int count = rows.count();
        this.marks = new byte[count];
        this.parent = new int[count];
        this.firstChild = new int[count];
        this.nextSibling = new int[count];
        Arrays.fill(firstChild, NONE);
        Arrays.fill(nextSibling, NONE);
        EntryKind[] kinds = new EntryKind[count];
        int[] found = new int[count];
        int providerCount = 0;
        for (int row = 0; row < count; row++) {
            RowReader in = rows.at(row).skipId().skipPlace();
            kinds[row] = in.kind();
            marks[row] = (byte) in.markBits();
            if (relate(row, in.structure())) {
                found[providerCount++] = row;
            }
        }
        this.providers = Arrays.copyOf(found, providerCount);
        memberOf.seal();
        provided.seal();
        places.seal();
        // from the last to the first, so that children stand in the order of the rows
        for (int row = count - 1; row >= 0; row--) {
            parent[row] = nearestUnitAbove(row, kinds);
            if (parent[row] != NONE) {
                nextSibling[row] = firstChild[parent[row]];
                firstChild[parent[row]] = row;
            }
        }
    }

    /** Notes whom a row points to and where it lies; true if it is a care provider. */
    private boolean relate(int row, RowReader.Structure structure) {
        CareRelations care = structure.care();
        for (HsaId member : care.members()) {
            int of = row(member);
            if (of != NONE) {
                memberOf.add(of, row);
            }
        }
        int provider = care.responsibleProvider().map(this::row).orElse(NONE);
        if (provider != NONE) {
            provided.add(provider, row);
        }
        Coordinates where = structure.coordinates();
        if (!where.equals(Coordinates.NONE)) {
            Optional<GeoPoint> point = where.point();
            point.ifPresentOrElse(it -> places.add(row, it), places::addUnreadable);
        }
        return care.careProvider();
    }

    private int nearestUnitAbove(int row, EntryKind[] kinds) {
        Optional<DistinguishedName> above = place(rows, row).parent();
        while (above.isPresent() && above.get().depth() > 0) {
            int there = rowAt(above.get());
            if (there != NONE && kinds[there] != EntryKind.FUNCTION) {
                return there;
            }
            above = above.get().parent();
        }
        return NONE;
    }

    int count() {
        return rows.count();
    }

    int row(HsaId id) {
        return find(byId, rows, id);
    }

    static int find(HashTable byId, Rows rows, HsaId id) {
        return byId.find(id.hashCode(), row -> isId(rows.at(row).id(), id));
    }

    private static boolean isId(String found, HsaId id) {
        return found.equals(id.value())
                || found.length() == id.value().length()
                        && found.toLowerCase(Locale.ROOT)
                                .equals(id.value().toLowerCase(Locale.ROOT));
    }

    /** The row at a place. */
    int rowAt(DistinguishedName place) {
        return findAt(byPlace, rows, place);
    }

    static int findAt(HashTable byPlace, Rows rows, DistinguishedName place) {
        return byPlace.find(place.hashCode(), row -> place(rows, row).equals(place));
    }

    static DistinguishedName place(Rows rows, int row) {
        return DistinguishedName.unverified(rows.at(row).skipId().place());
    }

    HsaId id(int row) {
        return HsaId.of(rows.at(row).id());
    }

    EntryKind kind(int row) {
        return rows.at(row).skipId().skipPlace().kind();
    }

    UnitEntry entry(int row) {
        return rows.at(row).entry();
    }

    /** Whether none of its marks hides it. */
    boolean isSeen(int row, int hiding) {
        return (marks[row] & hiding) == 0;
    }

    int parent(int row) {
        return parent[row];
    }

    int firstChild(int row) {
        return firstChild[row];
    }

    int nextSibling(int row) {
        return nextSibling[row];
    }

    /** The row after this one when all below {@code top} are gone through; -1 at the end. */
    int nextBelow(int top, int row) {
        if (firstChild[row] != NONE) {
            return firstChild[row];
        }
        int at = row;
        while (at != top && nextSibling[at] == NONE) {
            at = parent[at];
        }
        return at == top ? NONE : nextSibling[at];
    }

    IntStream withMember(int row) {
        return memberOf.to(row);
    }

    IntStream withProvider(int row) {
        return provided.to(row);
    }

    IntStream providers() {
        return Arrays.stream(providers);
    }

    Places places() {
        return places;
    }

    long bytes() {
        return rows.bytes()
                + byId.bytes()
                + byPlace.bytes()
                + marks.length
                + 4L * (parent.length + firstChild.length + nextSibling.length + providers.length)
                + memberOf.bytes()
                + provided.bytes()
                + places.bytes();
    }
}
