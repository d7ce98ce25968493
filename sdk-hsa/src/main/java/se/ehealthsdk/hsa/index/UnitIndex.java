package se.ehealthsdk.hsa.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitDirectory;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.geodesy.GeoPoint;
import se.ehealthsdk.hsa.internal.directory.CareStructure;
import se.ehealthsdk.hsa.internal.directory.UnitMatch;

/**
 * All units of a directory in memory, as they were when it was read. Answers the same questions as the directory does,
 * at once and without failing. Immutable, for use by many threads.
 *
 * <pre>{@code
 * HsaDirectory all = directory.includingArchived().includingFeigned().includingHidden();
 * try (Entries<UnitEntry> units = all.units(UnitSearch.all())) {
 *     UnitIndex index = UnitIndex.of(units, "EK over LDAP", clock.instant());
 *     Optional<HealthCareUnit> careUnit = index.careUnitOf(HsaId.of("SE2321000016-39KJ"));
 * }
 * }</pre>
 *
 * <p>Entries are kept as bytes and made when they are asked for: besides the bytes of its texts a unit takes some fifty
 * to a hundred bytes, see {@link #memory}.
 *
 * <p>What stands in the tree is told by names alone. The unit above another is the nearest one whose entry is there:
 * steps that are no units, or are missing, are passed over.
 */
public final class UnitIndex implements UnitDirectory {

    /** The root of HSA's tree, as the service platform names it where it climbs the tree. */
    public static final HsaId ROOT = HsaId.of("SE");

    private static final Comparator<UnitEntry> BY_ID = Comparator.comparing(UnitEntry::hsaId);

    /** No units at all. */
    static final UnitIndex NOTHING = builder().build("nothing", Instant.EPOCH);

    private final IndexData data;
    private final Set<EntryMark> shown;
    private final int hiding;
    private final CareStructure care;

    UnitIndex(IndexData data, Set<EntryMark> shown) {
        this.data = data;
        this.shown = shown;
        int bits = 0;
        for (EntryMark mark : EntryMark.values()) {
            bits |= mark.hides() && !shown.contains(mark) ? 1 << mark.ordinal() : 0;
        }
        this.hiding = bits;
        this.care = new CareStructure(new Relations());
    }

    /**
     * Reads everything there is.
     *
     * @param entries read to their end, and closed. Ask for entries that marks hide too, so that the index can tell
     *     them when they are asked for by name.
     * @param origin where they come from, for people: {@code HSA's unit file}
     * @param madeAt as of when they are
     * @throws se.ehealthsdk.core.error.EHealthException if the reading fails; there is no index then
     */
    public static UnitIndex of(Entries<UnitEntry> entries, String origin, Instant madeAt) {
        return builder().add(entries).build(origin, madeAt);
    }

    /** Starts an index of several sources. */
    public static UnitIndexBuilder builder() {
        return new UnitIndexBuilder();
    }

    /** The same index, told of what is hidden by a mark too. Shares the memory of this one. */
    public UnitIndex including(EntryMark... marks) {
        EnumSet<EntryMark> more = EnumSet.noneOf(EntryMark.class);
        more.addAll(shown);
        more.addAll(List.of(marks));
        return new UnitIndex(data, more);
    }

    /** How many units there are, without those that a mark hides. */
    public int size() {
        return (int) IntStream.range(0, data.count()).filter(this::isSeen).count();
    }

    /** As of when the units are. */
    public Instant madeAt() {
        return data.madeAt;
    }

    /** Where the units come from, for people. */
    public String origin() {
        return data.origin;
    }

    /** What came of reading them: what was skipped, what could not be read, and whether it is all there is. */
    public ReadReport report() {
        return data.report;
    }

    /**
     * Writes the index to a file, which takes the place of the one that was there when it is whole.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if it cannot be written
     */
    public void save(Path file) {
        IndexFile.write(this, file);
    }

    /**
     * Reads an index that {@link #save} wrote.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if there is no such file, or it may not be read
     * @throws se.ehealthsdk.core.error.ProtocolException if it is no such file, one of another version of the SDK's
     *     form, or damaged; read the source again
     */
    public static UnitIndex load(Path file) {
        return IndexFile.read(file);
    }

    /** What the index takes of memory, counted and not measured. */
    public MemoryUse memory() {
        return new MemoryUse(data.count(), data.bytes(), data.textBytes);
    }

    /**
     * What an index takes of memory.
     *
     * @param units how many units, those that marks hide too
     * @param bytes of all that it holds
     * @param textBytes the bytes of the units' texts among them, in UTF-8
     */
    public record MemoryUse(int units, long bytes, long textBytes) {

        /** The bytes of a unit besides its texts, on average; 0 if there are no units. */
        public double bytesPerUnit() {
            return units == 0 ? 0 : (double) (bytes - textBytes) / units;
        }
    }

    @Override
    public Optional<UnitEntry> unit(HsaId unit) {
        return entry(data.row(unit));
    }

    @Override
    public Optional<UnitEntry> at(DistinguishedName name) {
        return entry(row(name));
    }

    private int row(DistinguishedName name) {
        return data.rowAt(name);
    }

    private Optional<UnitEntry> entry(int row) {
        return isSeen(row) ? Optional.of(data.entry(row)) : Optional.empty();
    }

    private boolean isSeen(int row) {
        return row != IndexData.NONE && data.isSeen(row, hiding);
    }

    /** {@inheritDoc} Goes through all units, or through those below the entry that the search names. */
    @Override
    public Entries<UnitEntry> units(UnitSearch search) {
        UnitMatch match = new UnitMatch(search);
        int top = search.below().map(this::row).orElse(IndexData.NONE);
        // below a function nothing hangs by the tables, whatever its name says
        if (top == IndexData.NONE || data.kind(top) == EntryKind.FUNCTION) {
            return scan(firstRow(), this::nextRow, match, search.limit());
        }
        return scan(data.firstChild(top), row -> data.nextBelow(top, row), match, search.limit());
    }

    private int firstRow() {
        return data.count() == 0 ? IndexData.NONE : 0;
    }

    private int nextRow(int row) {
        return row + 1 < data.count() ? row + 1 : IndexData.NONE;
    }

    private RowScan scan(
            int first, IntUnaryOperator following, UnitMatch match, OptionalInt limit) {
        return new RowScan(data, hiding, first, following, match, limit);
    }

    /** Everything below a unit, at any depth; empty if it is not there. */
    public Entries<UnitEntry> below(HsaId unit) {
        return unit(unit)
                .map(top -> units(UnitSearch.all().below(top.name())))
                .orElseGet(
                        () ->
                                scan(
                                        IndexData.NONE,
                                        this::nextRow,
                                        new UnitMatch(UnitSearch.all()),
                                        OptionalInt.empty()));
    }

    /** What was changed at or after a moment; nothing if the source does not tell, as the unit file. */
    public Entries<UnitEntry> changedSince(Instant moment) {
        return units(UnitSearch.all().changedSince(moment));
    }

    /** {@inheritDoc} In the order of their HSA-ids; those below a unit that is not seen are its parent's. */
    @Override
    public List<UnitEntry> children(HsaId unit) {
        int top = data.row(unit);
        if (!isSeen(top)) {
            return List.of();
        }
        List<UnitEntry> children = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(top);
        while (!open.isEmpty()) {
            int above = open.remove();
            for (int row = data.firstChild(above);
                    row != IndexData.NONE;
                    row = data.nextSibling(row)) {
                if (isSeen(row)) {
                    children.add(data.entry(row));
                } else {
                    open.add(row);
                }
            }
        }
        children.sort(BY_ID);
        return List.copyOf(children);
    }

    @Override
    public List<UnitEntry> path(HsaId unit) {
        ArrayDeque<UnitEntry> path = new ArrayDeque<>();
        int row = data.row(unit);
        if (isSeen(row)) {
            for (; row != IndexData.NONE; row = data.parent(row)) {
                if (isSeen(row)) {
                    path.addFirst(data.entry(row));
                }
            }
        }
        return List.copyOf(path);
    }

    /**
     * The way from a unit up to the root, as the service platform goes it when it looks for a route or a right
     * that the unit has none of its own for: the unit, the units above it, nearest first, and {@link #ROOT}. What a mark
     * hides is passed over, as everywhere; whether the platform climbs over what is archived is not published, {@link
     * #including} tells the way with it.
     *
     * @return empty if the unit is not there: then there is nothing to climb
     */
    public List<HsaId> climb(HsaId unit) {
        List<HsaId> way = new ArrayList<>();
        int row = data.row(unit);
        if (!isSeen(row)) {
            return List.of();
        }
        for (; row != IndexData.NONE; row = data.parent(row)) {
            if (isSeen(row)) {
                way.add(data.id(row));
            }
        }
        // a directory may have an entry for the root itself
        if (!way.get(way.size() - 1).equals(ROOT)) {
            way.add(ROOT);
        }
        return List.copyOf(way);
    }

    @Override
    public Optional<HealthCareUnit> careUnitOf(HsaId unit) {
        return care.careUnitOf(unit);
    }

    @Override
    public Optional<CareProvider> providerOf(HsaId unit) {
        return care.providerOf(unit);
    }

    @Override
    public Optional<HealthCareUnitMembers> careUnitMembers(HsaId careUnit) {
        return care.careUnitMembers(careUnit);
    }

    @Override
    public Optional<HealthCareUnitList> careUnits(HsaId careProvider) {
        return care.careUnits(careProvider);
    }

    @Override
    public Optional<CareProvider> careProvider(HsaId careProvider) {
        return care.careProvider(careProvider);
    }

    @Override
    public List<CareProvider> careProviders(OrganisationNumber number) {
        return providers().stream()
                .filter(it -> it.organisationNumber().filter(number::equals).isPresent())
                .toList();
    }

    /**
     * All care providers that have name and organisation number, in the order of their HSA-ids; as {@code
     * GetHealthCareProvider} tells them, without public names.
     */
    public List<CareProvider> providers() {
        return data.providers()
                .filter(this::isSeen)
                .mapToObj(data::entry)
                .flatMap(entry -> CareStructure.asProvider(entry).stream())
                .map(CareStructure::withoutPublicName)
                .sorted(Comparator.comparing(CareProvider::hsaId))
                .toList();
    }

    /**
     * The units near a point, nearest first.
     *
     * @param metres how far at most, as the crow flies
     * @param max how many at most
     * @return without units that have no coordinates, or none that can be read: {@link #unreadableCoordinates}
     * @throws InvalidInputException if {@code metres} or {@code max} is not above zero
     */
    public List<NearbyUnit> near(GeoPoint point, double metres, int max) {
        if (!(metres > 0)) {
            throw new InvalidInputException("metres", "is not above zero", "metres above zero");
        }
        if (max < 1) {
            throw new InvalidInputException("max", "is below 1", "1 or more");
        }
        return data.places().near(point, metres, max, this::isSeen).stream()
                .map(it -> new NearbyUnit(data.entry(it.row()), it.metres()))
                .toList();
    }

    /** How many units have coordinates that cannot be read, and are left out of {@link #near}; hidden ones too. */
    public int unreadableCoordinates() {
        return data.places().unreadable();
    }

    /**
     * A unit near a point.
     *
     * @param unit the unit
     * @param metres how far away it is
     */
    public record NearbyUnit(UnitEntry unit, double metres) {}

    IndexData data() {
        return data;
    }

    /** The row of a unit, if it is seen; else -1. */
    int seenRow(HsaId unit) {
        int row = data.row(unit);
        return isSeen(row) ? row : IndexData.NONE;
    }

    /** The first row from here on that is seen; -1 if there is none. */
    int seenFrom(int row) {
        for (int at = row; at < data.count(); at++) {
            if (isSeen(at)) {
                return at;
            }
        }
        return IndexData.NONE;
    }

    /** Origin, how many, and as of when. */
    @Override
    public String toString() {
        return "UnitIndex[" + data.origin + ", units=" + size() + ", " + data.madeAt + "]";
    }

    /** What care structure is made of. */
    private final class Relations implements CareStructure.Lookup {

        @Override
        public Optional<UnitEntry> unit(HsaId unit) {
            return UnitIndex.this.unit(unit);
        }

        @Override
        public List<UnitEntry> units(List<HsaId> units) {
            return units.stream().flatMap(id -> unit(id).stream()).toList();
        }

        @Override
        public List<UnitEntry> withMember(HsaId member) {
            int row = data.row(member);
            return row == IndexData.NONE ? List.of() : entries(data.withMember(row));
        }

        @Override
        public List<UnitEntry> withProvider(HsaId provider) {
            int row = data.row(provider);
            return row == IndexData.NONE ? List.of() : entries(data.withProvider(row));
        }

        private List<UnitEntry> entries(IntStream rows) {
            return rows.filter(UnitIndex.this::isSeen).mapToObj(data::entry).toList();
        }
    }
}
