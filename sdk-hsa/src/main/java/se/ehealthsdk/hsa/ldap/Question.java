package se.ehealthsdk.hsa.ldap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.DirectoryEntry;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.internal.directory.CareStructure;
import se.ehealthsdk.hsa.internal.directory.RawEntry;
import se.ehealthsdk.hsa.internal.ldap.Condition;
import se.ehealthsdk.hsa.internal.ldap.EntryQuery.Scope;
import se.ehealthsdk.hsa.internal.ldap.SearchTerms;
import se.ehealthsdk.hsa.schema.DirectoryField;

/**
 * One look-up, with the units that have been read for it: none is asked for twice. What is missing on the way to the
 * answer is told to the tally.
 */
final class Question implements CareStructure.Lookup {

    /** How many HSA-ids one question to a server names. */
    static final int AT_A_TIME = 100;

    private final Reading on;
    private final SearchTerms terms;
    private final Tally tally;
    private final Optional<HsaId> asked;
    private final Map<HsaId, Optional<UnitEntry>> units = new HashMap<>();
    private final Map<DistinguishedName, Optional<UnitEntry>> places = new HashMap<>();
    private final Set<HsaId> faulty = new HashSet<>();
    private final Set<DistinguishedName> delivered = new HashSet<>();

    /**
     * @param asked what the look-up is about: that this is not there is an answer, and no fault
     */
    Question(Reading on, Tally tally, @Nullable HsaId asked) {
        this.on = on;
        this.asked = Optional.ofNullable(asked);
        this.terms = on.terms();
        this.tally = tally;
    }

    // ---- by HSA-id

    @Override
    public Optional<UnitEntry> unit(HsaId unit) {
        return units(List.of(unit)).stream().findFirst();
    }

    @Override
    public List<UnitEntry> units(List<HsaId> wanted) {
        Map<HsaId, UnitEntry> found = byIds(wanted);
        for (HsaId each : wanted) {
            boolean missing = !found.containsKey(each) && tally.partial().isEmpty();
            if (missing && asked.filter(each::equals).isEmpty()) {
                problem(
                        each,
                        hsaIdName(),
                        "is pointed to, but is that of no unit that is told of",
                        "the HSA-id of a unit");
            }
        }
        return List.copyOf(found.values());
    }

    private Map<HsaId, UnitEntry> byIds(List<HsaId> wanted) {
        List<HsaId> unknown = wanted.stream().filter(each -> !units.containsKey(each)).toList();
        if (!unknown.isEmpty()) {
            Map<HsaId, UnitEntry> read = byIds(on.kinds().listedUnits(), unknown);
            unknown.forEach(each -> units.put(each, Optional.ofNullable(read.get(each))));
        }
        Map<HsaId, UnitEntry> found = new LinkedHashMap<>();
        for (HsaId each : wanted) {
            units.getOrDefault(each, Optional.empty())
                    .ifPresent(
                            unit -> {
                                checkComplete(unit);
                                found.put(each, unit);
                            });
        }
        return found;
    }

    private void checkComplete(UnitEntry unit) {
        if (unit.unit().name().isBlank()) {
            problem(
                    unit.hsaId(),
                    terms.attribute(DirectoryField.UNIT_NAME),
                    "is missing, and answers leave the unit out for it",
                    "a name");
        }
        if (unit.care().careProvider() && unit.orgNo().isEmpty()) {
            problem(
                    unit.hsaId(),
                    terms.attribute(DirectoryField.ORG_NO),
                    "is missing, and answers leave the care provider out for it",
                    "232100-0016");
        }
    }

    @Override
    public List<UnitEntry> withMember(HsaId member) {
        return all(
                on.kinds().listedUnits(),
                terms.equal(DirectoryField.CARE_UNIT_MEMBERS, member.value()),
                unit -> unit.care().members().contains(member));
    }

    @Override
    public List<UnitEntry> withProvider(HsaId provider) {
        return all(
                on.kinds().listedUnits(),
                terms.equal(DirectoryField.RESPONSIBLE_PROVIDER, provider.value()),
                unit -> unit.care().responsibleProvider().filter(provider::equals).isPresent());
    }

    /** The entries with these HSA-ids, a hundred asked for at a time, in the order of the ids. */
    <T extends DirectoryEntry> Map<HsaId, T> byIds(Kind<T> kind, Collection<HsaId> wanted) {
        Map<HsaId, T> found = new LinkedHashMap<>();
        for (List<HsaId> some : portions(wanted)) {
            Map<HsaId, List<T>> read = new HashMap<>();
            for (T each : withAny(kind, some)) {
                read.computeIfAbsent(each.hsaId(), id -> new ArrayList<>()).add(each);
            }
            for (HsaId id : some) {
                choose(kind, id, read.getOrDefault(id, List.of()))
                        .ifPresent(chosen -> found.put(id, chosen));
            }
        }
        return found;
    }

    private <T extends DirectoryEntry> List<T> withAny(Kind<T> kind, List<HsaId> ids) {
        List<Condition> each =
                ids.stream().map(id -> terms.equal(DirectoryField.HSA_ID, id.value())).toList();
        if (each.size() > 1) {
            return search(kind, new Condition.Any(each), entry -> true);
        }
        Condition both = Condition.all(kind.condition(), each.get(0));
        List<RawEntry> few;
        try {
            few = on.source().few(on.query(on.base(), Scope.SUBTREE, both, kind));
        } catch (ConfigurationException | ProtocolException notWhole) {
            // a referral, or a limit, that a search tells as what it is; what else it was comes
            // again
            return search(kind, each.get(0), entry -> true);
        }
        return few.stream().flatMap(entry -> on.read(kind, entry, tally).stream()).toList();
    }

    static List<List<HsaId>> portions(Collection<HsaId> ids) {
        List<HsaId> all = List.copyOf(new LinkedHashSet<>(ids));
        List<List<HsaId>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            portions.add(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
        }
        return portions;
    }

    /** Everything of a kind that meets a condition and is told of, each HSA-id once. */
    <T extends DirectoryEntry> List<T> all(Kind<T> kind, Condition condition, Predicate<T> wanted) {
        Map<HsaId, List<T>> read = new LinkedHashMap<>();
        for (T each : search(kind, condition, wanted)) {
            read.computeIfAbsent(each.hsaId(), id -> new ArrayList<>()).add(each);
        }
        return chosen(kind, read);
    }

    /** Whatever its marks. */
    private <T extends DirectoryEntry> List<T> search(
            Kind<T> kind, Condition condition, Predicate<T> wanted) {
        Condition both = Condition.all(kind.condition(), condition);
        List<T> found = new ArrayList<>();
        try (Entries<RawEntry> entries =
                on.source().search(on.query(on.base(), Scope.SUBTREE, both, kind))) {
            while (entries.hasNext()) {
                on.read(kind, entries.next(), tally).filter(wanted).ifPresent(found::add);
            }
            on.partial(entries).ifPresent(tally::cutShort);
        }
        return found;
    }

    /**
     * The one of several entries with the same HSA-id: of those that are told of, the first by its name in the tree.
     * If any is marked as protected, that is said of the person, and all are.
     */
    private <T extends DirectoryEntry> Optional<T> choose(Kind<T> kind, HsaId id, List<T> same) {
        boolean secret =
                !on.visibility().seesProtectedPeople()
                        && same.stream().anyMatch(it -> it.marks().contains(EntryMark.PROTECTED));
        List<T> told =
                same.stream()
                        .filter(it -> !secret && on.visibility().sees(it.marks()))
                        .sorted(Comparator.comparing(it -> order(it.name())))
                        .toList();
        for (int hidden = told.size(); hidden < same.size(); hidden++) {
            tally.withheld();
        }
        if (told.size() > 1) {
            problem(
                    id,
                    hsaIdName(),
                    "is carried by " + told.size() + " entries, of which one is told of",
                    "one entry for each HSA-id");
        }
        told.stream().limit(1).forEach(it -> deliver(it.name(), it.problems()));
        return told.stream().findFirst();
    }

    /** An entry that is read twice for one answer is told of once. */
    private void deliver(DistinguishedName name, List<AttributeProblem> problems) {
        if (delivered.add(name)) {
            tally.delivered(problems);
        }
    }

    private static String order(DistinguishedName name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    // ---- by place in the tree

    /** The entry that stands there, if it is a unit that is told of. */
    Optional<UnitEntry> at(DistinguishedName name, Kind<UnitEntry> kind) {
        return on.covers(name)
                ? read(name, kind).flatMap(it -> choose(kind, it.hsaId(), List.of(it)))
                : Optional.empty();
    }

    /** The unit or organisation one step above, whatever its marks; empty if what stands there has no HSA-id. */
    Optional<UnitEntry> directlyAbove(DistinguishedName name) {
        return name.parent().filter(on::covers).flatMap(this::at);
    }

    /** The units and organisations above, nearest first, whatever their marks; what has no HSA-id is passed by. */
    Stream<UnitEntry> above(DistinguishedName name) {
        return name.ancestors().stream().takeWhile(on::covers).flatMap(place -> at(place).stream());
    }

    private Optional<UnitEntry> at(DistinguishedName place) {
        return places.computeIfAbsent(place, it -> read(it, on.kinds().listedUnits()));
    }

    private Optional<UnitEntry> read(DistinguishedName name, Kind<UnitEntry> kind) {
        return on.source()
                .find(on.query(name, Scope.BASE, kind.condition(), kind))
                .flatMap(entry -> kind.read(entry, container -> {}))
                .filter(entry -> entry.name().equals(name));
    }

    boolean tellsOf(UnitEntry unit) {
        boolean told = on.visibility().sees(unit.marks());
        if (told) {
            deliver(unit.name(), unit.problems());
        } else {
            tally.withheld();
        }
        return told;
    }

    /** The entries of a kind one step below this one. */
    <T extends DirectoryEntry> List<T> directlyBelow(UnitEntry top, Kind<T> kind) {
        Map<HsaId, List<T>> found = new LinkedHashMap<>();
        each(
                top.name(),
                kind.condition(),
                kind,
                entry -> readBelow(top.name(), entry, kind).ifPresent(it -> add(it, kind, found)));
        return chosen(kind, found);
    }

    /** The units whose nearest unit or organisation upwards that is told of is this one. */
    List<UnitEntry> children(UnitEntry top) {
        Kind<UnitEntry> kind = on.kinds().listedUnits();
        Map<HsaId, List<UnitEntry>> found = new LinkedHashMap<>();
        Deque<DistinguishedName> places = new ArrayDeque<>(List.of(top.name()));
        while (!places.isEmpty()) {
            DistinguishedName place = places.remove();
            each(
                    place,
                    Condition.any(kind.condition(), isContainer()),
                    kind,
                    entry -> {
                        if (isContainer(entry)) {
                            DistinguishedName.tryParse(entry.name())
                                    .filter(it -> standsIn(it, place))
                                    .ifPresent(places::add);
                        }
                        if (!entry.values(hsaIdName()).isEmpty()) {
                            readBelow(place, entry, kind)
                                    .ifPresent(
                                            it -> {
                                                add(it, kind, found);
                                                if (!on.visibility().sees(it.marks())) {
                                                    places.add(it.name());
                                                }
                                            });
                        }
                    });
        }
        return chosen(kind, found);
    }

    private <T extends DirectoryEntry> void each(
            DistinguishedName place, Condition condition, Kind<T> kind, Consumer<RawEntry> taker) {
        try (Entries<RawEntry> entries =
                on.source().search(on.query(place, Scope.ONE_LEVEL, condition, kind))) {
            while (entries.hasNext()) {
                taker.accept(entries.next());
            }
            on.partial(entries).ifPresent(tally::cutShort);
        }
    }

    private <T extends DirectoryEntry> Optional<T> readBelow(
            DistinguishedName place, RawEntry entry, Kind<T> kind) {
        return on.read(kind, entry, tally).filter(it -> standsIn(it.name(), place));
    }

    private static <T extends DirectoryEntry> void add(
            T entry, Kind<T> kind, Map<HsaId, List<T>> found) {
        found.computeIfAbsent(entry.hsaId(), id -> new ArrayList<>()).add(entry);
    }

    private <T extends DirectoryEntry> List<T> chosen(Kind<T> kind, Map<HsaId, List<T>> found) {
        List<T> chosen = new ArrayList<>();
        found.forEach((id, same) -> choose(kind, id, same).ifPresent(chosen::add));
        return chosen;
    }

    private static boolean standsIn(DistinguishedName name, DistinguishedName place) {
        return name.parent().filter(place::equals).isPresent();
    }

    private Condition isContainer() {
        return new Condition.Not(terms.present(DirectoryField.HSA_ID));
    }

    /** What has no HSA-id that can be read stands for nothing itself, and is passed by. */
    private boolean isContainer(RawEntry entry) {
        return terms.tellsClasses(entry)
                && on.hsaId(entry).isEmpty()
                && !terms.isPerson(entry)
                && !terms.isCommission(entry);
    }

    // ---- what was missing

    /** Says what is wrong with a value that may have kept an entry out of the answer. */
    void problem(AttributeProblem problem) {
        tally.problem(problem);
    }

    /** Says once for each entry that something is missing. */
    void problem(HsaId entry, String attribute, String problem, String expected) {
        if (faulty.add(entry)) {
            tally.problem(new AttributeProblem(Optional.of(entry), attribute, problem, expected));
        }
    }

    private String hsaIdName() {
        return terms.attribute(DirectoryField.HSA_ID);
    }
}
