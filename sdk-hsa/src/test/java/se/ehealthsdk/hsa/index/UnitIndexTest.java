package se.ehealthsdk.hsa.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.geodesy.GeoPoint;
import se.ehealthsdk.hsa.internal.directory.CareStructure;
import se.ehealthsdk.hsa.internal.directory.UnitMatch;

class UnitIndexTest {

    private static final List<UnitEntry> UNITS = new RandomUnits(7).tree(250);
    private static final UnitIndex INDEX = RandomUnits.index(UNITS);
    private static final UnitIndex ALL = INDEX.including(EntryMark.values());
    private static final List<UnitEntry> SEEN =
            UNITS.stream().filter(unit -> !unit.isHidden()).toList();

    @TempDir Path folder;

    @Test
    void everyEntry_comesBackAsItWas() {
        for (UnitEntry unit : UNITS) {
            assertThat(ALL.unit(unit.hsaId())).contains(unit);
            assertThat(ALL.at(unit.name())).contains(unit);
            UnitEntry found = ALL.unit(HsaId.of(unit.hsaId().value().toLowerCase())).orElseThrow();
            assertThat(found.name().toString()).isEqualTo(unit.name().toString());
            assertThat(found.hsaId().value()).isEqualTo(unit.hsaId().value());
        }
        assertThat(ALL.size()).isEqualTo(UNITS.size());
    }

    @Test
    void hiddenEntries_areLeftOutUnlessAskedForByName() {
        for (UnitEntry unit : UNITS) {
            assertThat(INDEX.unit(unit.hsaId()).isPresent()).isEqualTo(!unit.isHidden());
            assertThat(INDEX.at(unit.name()).isPresent()).isEqualTo(!unit.isHidden());
        }
        assertThat(INDEX.size()).isEqualTo(SEEN.size());
        assertThat(INDEX.including(EntryMark.ARCHIVED).size())
                .isBetween(SEEN.size() + 1, UNITS.size() - 1);
    }

    /** The nearest unit or organisation above, by going through everything. */
    private static Optional<UnitEntry> above(UnitEntry unit, List<UnitEntry> among) {
        return among.stream()
                .filter(other -> other.kind() != EntryKind.FUNCTION)
                .filter(other -> unit.name().isBelow(other.name()))
                .max(Comparator.comparingInt(other -> other.name().depth()));
    }

    @Test
    void tree_isThatOfNearestAncestors() {
        Map<HsaId, UnitEntry> parents = new HashMap<>();
        SEEN.forEach(unit -> above(unit, SEEN).ifPresent(it -> parents.put(unit.hsaId(), it)));
        for (UnitEntry unit : SEEN) {
            List<HsaId> upwards = new ArrayList<>();
            for (UnitEntry at = unit; at != null; at = parents.get(at.hsaId())) {
                upwards.add(at.hsaId());
            }
            assertThat(INDEX.climb(unit.hsaId()))
                    .startsWith(upwards.toArray(HsaId[]::new))
                    .hasSize(upwards.size() + 1)
                    .endsWith(UnitIndex.ROOT);
            Collections.reverse(upwards);
            assertThat(INDEX.path(unit.hsaId())).extracting(UnitEntry::hsaId).isEqualTo(upwards);
            assertThat(INDEX.children(unit.hsaId()))
                    .extracting(UnitEntry::hsaId)
                    .containsExactlyInAnyOrderElementsOf(
                            SEEN.stream()
                                    .map(UnitEntry::hsaId)
                                    .filter(id -> parents.containsKey(id))
                                    .filter(id -> parents.get(id).hsaId().equals(unit.hsaId()))
                                    .toList());
        }
    }

    @Test
    void searches_findWhatGoingThroughEverythingFinds() {
        DistinguishedName top = DistinguishedName.of("o=Region Påhitt,l=Påhitts län,c=SE");
        Stream<UnitSearch> searches =
                Stream.concat(
                        Stream.of(
                                UnitSearch.all(),
                                UnitSearch.all().named("ENHET 1"),
                                UnitSearch.all().at("ängen"),
                                UnitSearch.all().inCounty("14").inMunicipality("Ö"),
                                UnitSearch.all().shownAt("08123456"),
                                UnitSearch.all().withBusinessCode("1500"),
                                UnitSearch.all().changedSince(Instant.EPOCH),
                                UnitSearch.all().below(DistinguishedName.of("c=se")),
                                UnitSearch.all().childrenOf(DistinguishedName.of("c=se")),
                                UnitSearch.all().below(top),
                                UnitSearch.all().childrenOf(top)),
                        UNITS.subList(0, 40).stream()
                                .flatMap(
                                        unit ->
                                                Stream.of(
                                                        UnitSearch.all().below(unit.name()),
                                                        UnitSearch.all().childrenOf(unit.name()))));
        searches.forEach(
                search ->
                        assertThat(INDEX.units(search).toList())
                                .containsExactlyInAnyOrderElementsOf(
                                        SEEN.stream().filter(new UnitMatch(search)).toList()));
    }

    @Test
    void limit_isToldOnlyWhenItCutsShort() {
        try (Entries<UnitEntry> some = INDEX.units(UnitSearch.all().limit(5))) {
            assertThat(some.toList()).hasSize(5);
            assertThat(some.report().partial()).contains(ReadReport.Partial.OWN_LIMIT);
        }
        try (Entries<UnitEntry> all = INDEX.units(UnitSearch.all().limit(SEEN.size()))) {
            assertThat(all.toList()).hasSize(SEEN.size());
            assertThat(all.report().isWhole()).isTrue();
            assertThat(all.report().withheld()).isEqualTo(UNITS.size() - SEEN.size());
        }
    }

    @Test
    void careStructure_isThatOfTheEntriesWhateverTheyPointTo() {
        CareStructure naive = new CareStructure(new Naive(SEEN));
        for (UnitEntry unit : UNITS) {
            HsaId id = HsaId.of(unit.hsaId().value().toLowerCase());
            assertThat(INDEX.careUnitOf(id)).isEqualTo(naive.careUnitOf(id));
            assertThat(INDEX.providerOf(id)).isEqualTo(naive.providerOf(id));
            assertThat(INDEX.careUnitMembers(id)).isEqualTo(naive.careUnitMembers(id));
            assertThat(INDEX.careUnits(id)).isEqualTo(naive.careUnits(id));
            assertThat(INDEX.careProvider(id)).isEqualTo(naive.careProvider(id));
        }
        assertThat(UNITS.stream().flatMap(it -> INDEX.careUnitOf(it.hsaId()).stream()))
                .isNotEmpty();
        assertThat(INDEX.providers())
                .isNotEmpty()
                .isEqualTo(
                        SEEN.stream()
                                .flatMap(it -> naive.careProvider(it.hsaId()).stream())
                                .sorted(Comparator.comparing(CareProvider::hsaId))
                                .toList());
        CareProvider some = INDEX.providers().get(0);
        assertThat(INDEX.careProviders(some.organisationNumber().orElseThrow())).contains(some);
    }

    private record Naive(List<UnitEntry> all) implements CareStructure.Lookup {

        @Override
        public Optional<UnitEntry> unit(HsaId unit) {
            return all.stream().filter(it -> it.hsaId().equals(unit)).findFirst();
        }

        @Override
        public List<UnitEntry> units(List<HsaId> units) {
            return units.stream().flatMap(it -> unit(it).stream()).toList();
        }

        @Override
        public List<UnitEntry> withMember(HsaId member) {
            return all.stream().filter(it -> it.care().members().contains(member)).toList();
        }

        @Override
        public List<UnitEntry> withProvider(HsaId provider) {
            return all.stream()
                    .filter(
                            it ->
                                    it.care()
                                            .responsibleProvider()
                                            .filter(provider::equals)
                                            .isPresent())
                    .toList();
        }
    }

    @Test
    void near_givesTheNearestFirstAndCountsWhatCannotBeRead() {
        GeoPoint here = new GeoPoint(59.35, 18.05);
        List<UnitIndex.NearbyUnit> near = INDEX.near(here, 4000, 1000);
        List<HsaId> naive =
                SEEN.stream()
                        .filter(
                                it ->
                                        it.unit()
                                                .place()
                                                .coordinates()
                                                .point()
                                                .filter(point -> here.metresTo(point) <= 4000)
                                                .isPresent())
                        .map(UnitEntry::hsaId)
                        .toList();

        assertThat(near).isNotEmpty();
        assertThat(near)
                .extracting(it -> it.unit().hsaId())
                .containsExactlyInAnyOrderElementsOf(naive);
        assertThat(near)
                .isSortedAccordingTo(Comparator.comparingDouble(UnitIndex.NearbyUnit::metres));
        assertThat(INDEX.near(here, 4000, 3)).isEqualTo(near.subList(0, 3));
        assertThat(INDEX.near(new GeoPoint(-90, 0), 1, 3)).isEmpty();
        assertThat(INDEX.near(here, 1e9, 10_000)).hasSizeGreaterThan(near.size());
        assertThat(INDEX.unreadableCoordinates())
                .isPositive()
                .isEqualTo(
                        (int)
                                UNITS.stream()
                                        .map(it -> it.unit().place().coordinates())
                                        .filter(it -> !it.equals(Coordinates.NONE))
                                        .filter(it -> it.point().isEmpty())
                                        .count());
        assertThatThrownBy(() -> INDEX.near(here, Double.NaN, 1))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> INDEX.near(here, 1, 0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void unknownUnits_areEmptyAnswers() {
        HsaId nobody = HsaId.of("SE2321000016-NOBODY");
        assertThat(INDEX.unit(nobody)).isEmpty();
        assertThat(INDEX.children(nobody)).isEmpty();
        assertThat(INDEX.path(nobody)).isEmpty();
        assertThat(INDEX.climb(nobody)).isEmpty();
        assertThat(INDEX.below(nobody).toList()).isEmpty();
        assertThat(INDEX.careUnitOf(nobody)).isEmpty();
        UnitIndex none = RandomUnits.index(List.of());
        assertThat(none.units(UnitSearch.all()).toList()).isEmpty();
        assertThat(none.unit(nobody)).isEmpty();
        assertThat(none.near(new GeoPoint(59, 18), 100, 1)).isEmpty();
    }

    @Test
    void aUnitThatIsItsOwnMemberAndProvider_doesNotGoAround() {
        HsaId one = RandomUnits.id(1);
        UnitEntry self =
                new UnitEntry(
                        DistinguishedName.of("o=Ett,c=SE"),
                        EntryKind.ORGANISATION,
                        Unit.builder(one).name("Ett").build(),
                        Set.of(),
                        Optional.of("232100-0016"),
                        new CareRelations(
                                true, true, Optional.of(one), List.of(one, one), Optional.empty()),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        List.of());
        UnitIndex index = RandomUnits.index(List.of(self));

        assertThat(index.careUnitOf(one).orElseThrow().unitIsHealthCareUnit()).isTrue();
        assertThat(index.careUnitMembers(one).orElseThrow().members()).isEmpty();
        assertThat(index.careUnits(one).orElseThrow().units()).hasSize(1);
    }

    @Test
    void memory_isWellBelowThreeHundredBytesAUnitBesidesItsTexts() {
        List<UnitEntry> many = new ArrayList<>();
        DistinguishedName top = DistinguishedName.of("o=Region Påhitt,l=Påhitts län,c=SE");
        for (int i = 0; i < 20_000; i++) {
            many.add(
                    new UnitEntry(
                            top.child("ou", "Klinik " + i / 50).child("ou", "Enhet " + i),
                            EntryKind.UNIT,
                            Unit.builder(RandomUnits.id(i))
                                    .name("Enhet " + i)
                                    .publicName("Enhet " + i + ", Påhitts sjukhus")
                                    .latitude("59.123456")
                                    .longitude("18.123456")
                                    .telephoneNumber("081234567")
                                    .countyCode("01")
                                    .municipalityCode("80")
                                    .build(),
                            Set.of(),
                            Optional.empty(),
                            new CareRelations(
                                    false,
                                    i % 50 == 0,
                                    Optional.of(RandomUnits.id(0)),
                                    i % 50 == 0
                                            ? List.of(RandomUnits.id(i + 1), RandomUnits.id(i + 2))
                                            : List.of(),
                                    Optional.empty()),
                            List.of("0112345"),
                            Optional.of(Instant.EPOCH),
                            Map.of(),
                            List.of()));
        }
        UnitIndex.MemoryUse use = RandomUnits.index(many).memory();

        assertThat(use.units()).isEqualTo(20_000);
        assertThat(use.textBytes()).isGreaterThan(20_000 * 100L);
        assertThat(use.bytesPerUnit()).isBetween(20.0, 120.0);
    }

    @Test
    void savedAndLoaded_answersTheSame() throws IOException {
        Path file = folder.resolve("new/units.idx");
        INDEX.save(file);
        UnitIndex loaded = UnitIndex.load(file);

        assertThat(UnitDiff.between(ALL, loaded.including(EntryMark.values()))).isEmpty();
        assertThat(loaded.size()).isEqualTo(INDEX.size());
        assertThat(loaded.madeAt()).isEqualTo(INDEX.madeAt());
        assertThat(loaded.origin()).isEqualTo(INDEX.origin());
        assertThat(loaded.report()).isEqualTo(INDEX.report());
        assertThat(loaded.memory().textBytes()).isEqualTo(INDEX.memory().textBytes());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void damagedCopy_isToldAndNotUsed() throws IOException {
        Path file = folder.resolve("units.idx");
        RandomUnits.index(UNITS.subList(0, 5)).save(file);
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at += 37) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            Files.write(file, bad);
            assertThatThrownBy(() -> UnitIndex.load(file)).isInstanceOf(ProtocolException.class);
            Files.write(file, Arrays.copyOf(good, at));
            assertThatThrownBy(() -> UnitIndex.load(file)).isInstanceOf(ProtocolException.class);
        }
        assertThatThrownBy(() -> UnitIndex.load(folder.resolve("absent")))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> INDEX.save(file.resolve("below-a-file")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void diff_tellsAddedRemovedMovedAndChanged() {
        UnitEntry kept = SEEN.get(3);
        UnitEntry gone = SEEN.get(4);
        UnitEntry moves = SEEN.get(5);
        UnitEntry other = SEEN.get(6);
        UnitEntry hides = SEEN.get(7);
        UnitEntry moved =
                with(moves, DistinguishedName.of("ou=Ny plats,c=SE"), moves.unit(), moves);
        UnitEntry changed =
                with(
                        other,
                        other.name(),
                        Unit.builder(other.hsaId()).name("Nytt namn").build(),
                        other);
        UnitEntry hidden =
                new UnitEntry(
                        hides.name(),
                        hides.kind(),
                        hides.unit(),
                        Set.of(EntryMark.ARCHIVED),
                        hides.orgNo(),
                        hides.care(),
                        hides.workplaceCodes(),
                        hides.changed(),
                        hides.additional(),
                        hides.problems());
        UnitIndex before = RandomUnits.index(List.of(kept, gone, moves, other, hides));
        UnitIndex after = RandomUnits.index(List.of(changed, moved, SEEN.get(8), hidden, kept));

        UnitDiff diff = UnitDiff.between(before, after);

        assertThat(diff.counts()).isEqualTo(new UnitDiff.Counts(1, 2, 1, 1));
        assertThat(diff.stream().map(UnitChange::hsaId))
                .containsExactlyInAnyOrder(
                        other.hsaId(),
                        moves.hsaId(),
                        SEEN.get(8).hsaId(),
                        gone.hsaId(),
                        hides.hsaId());
        assertThat(diff.stream().map(Object::toString))
                .anyMatch(line -> line.startsWith("changed " + other.hsaId() + " Nytt namn: "))
                .anyMatch(
                        line ->
                                line.startsWith("moved " + moves.hsaId() + " from ")
                                        && line.endsWith(" to ou=Ny plats,c=SE"))
                .contains("removed " + gone.hsaId() + " " + gone.unit().name());
        assertThat(
                        UnitDiff.between(
                                        before.including(EntryMark.ARCHIVED),
                                        after.including(EntryMark.ARCHIVED))
                                .stream()
                                .filter(it -> it.hsaId().equals(hides.hsaId())))
                .containsExactly(new UnitChange.Changed(hides, hidden, List.of("marks")));
    }

    private static UnitEntry with(
            UnitEntry like, DistinguishedName name, Unit unit, UnitEntry rest) {
        return new UnitEntry(
                name,
                like.kind(),
                unit,
                rest.marks(),
                rest.orgNo(),
                rest.care(),
                rest.workplaceCodes(),
                Optional.of(Instant.ofEpochSecond(1)),
                rest.additional(),
                rest.problems());
    }

    @Test
    void entryForTheRootItself_isClimbedOnce() {
        UnitEntry below =
                new RandomUnits(2).unit(1, DistinguishedName.of("o=R,c=SE"), EntryKind.UNIT, 2);
        UnitEntry root = rootEntry();
        UnitIndex index =
                UnitIndex.builder()
                        .add(below)
                        .add(root)
                        .build("a test", Instant.EPOCH)
                        .including(EntryMark.values());

        assertThat(index.climb(below.hsaId())).containsExactly(below.hsaId(), UnitIndex.ROOT);
        assertThat(index.climb(UnitIndex.ROOT)).containsExactly(UnitIndex.ROOT);
    }

    private static UnitEntry rootEntry() {
        return new UnitEntry(
                DistinguishedName.of("c=SE"),
                EntryKind.UNIT,
                Unit.builder(HsaId.of("se")).name("Sverige").publicName("Sverige").build(),
                Set.of(),
                Optional.empty(),
                CareRelations.NONE,
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of());
    }

    @Test
    void builderThatHasBuilt_leavesItsIndexAlone() {
        UnitIndexBuilder builder = UnitIndex.builder().add(rootEntry());
        UnitIndex index = builder.build("a test", Instant.EPOCH);

        assertThatThrownBy(() -> builder.add(rootEntry()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.build("again", Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void namesAreSearchedForAsADirectoryComparesThem() {
        UnitEntry root = rootEntry();
        UnitEntry unit =
                new UnitEntry(
                        DistinguishedName.of("o=R,c=SE"),
                        EntryKind.UNIT,
                        Unit.builder(HsaId.of("SE1-A")).name("A\u0308ngens   vårdcentral ").build(),
                        Set.of(),
                        Optional.empty(),
                        CareRelations.NONE,
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        List.of());
        UnitIndex index = UnitIndex.builder().add(root).add(unit).build("a test", Instant.EPOCH);

        for (String text : List.of("Ängens vårdcentral", "ÄNGENS  VÅRD", "s va\u030Ard")) {
            assertThat(index.units(UnitSearch.all().named(text)).toList())
                    .as(text)
                    .containsExactly(unit);
        }
        assertThat(index.units(UnitSearch.all().named("Ängensvård")).toList()).isEmpty();
    }
}
