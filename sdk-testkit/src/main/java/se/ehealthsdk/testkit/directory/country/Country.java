package se.ehealthsdk.testkit.directory.country;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * A made-up country's directory in HSA's schema: the twenty-one counties (län), with organisations, units, people and
 * commissions that do not exist. The same seed and sizes give the same country each time.
 *
 * <p>Nothing is held in memory but a table of the organisations: an entry is worked out from its number when it is asked for,
 * so a country of a million people costs no more than a small one. HSA-ids are test ids ({@code TSTNMT2321000156-}, then
 * {@code U}, {@code P} or {@code K} for units, people and commissions, and a number), organisation numbers are of ranges not
 * known to be given out, telephone numbers those that the authority PTS keeps for fiction, and nobody has a personal identity
 * number.
 *
 * <pre>{@code
 * Country country = Country.seeded(7).withUnits(1_000).withPeople(3_000);
 * try (CountryServer server = CountryServer.of(country).start()) { ... }
 * }</pre>
 *
 * <p>Entries are numbered: the country, the counties, then all units, all people, all commissions. Immutable; safe for use by
 * many threads.
 */
public final class Country {

    /** How many units there are unless told, organisations among them: about as many as HSA has. */
    public static final int UNITS = 300_000;

    /** How many people there are unless told. */
    public static final int PEOPLE = 1_000_000;

    private static final int MOST = 20_000_000;
    private static final int PEOPLE_A_COMMISSION = 3;
    private static final List<String> COUNTRY_CLASS = List.of("top", "country");
    private static final List<String> COUNTY_CLASS = List.of("top", "locality");

    private final long seed;
    private final Tree tree;
    private final Names names;
    private final UnitFacts unitFacts;
    private final PersonFacts personFacts;

    private Country(long seed, int units, int people) {
        this.seed = seed;
        Draw draw = new Draw(seed);
        this.tree = new Tree(draw, units, people, people / PEOPLE_A_COMMISSION);
        this.names = new Names(draw, tree);
        this.unitFacts = new UnitFacts(draw, tree, names);
        this.personFacts = new PersonFacts(draw, tree, names);
    }

    /** The country of this seed, as large as the real one. */
    public static Country seeded(long seed) {
        return new Country(seed, UNITS, PEOPLE);
    }

    /**
     * With so many units, organisations among them.
     *
     * @throws InvalidInputException unless 1 to 20 000 000
     */
    public Country withUnits(int units) {
        return new Country(seed, within("units", units, 1), tree.people());
    }

    /**
     * With so many people, and a third as many commissions.
     *
     * @throws InvalidInputException unless 0 to 20 000 000
     */
    public Country withPeople(int people) {
        return new Country(seed, tree.units(), within("people", people, 0));
    }

    private static int within(String field, int value, int least) {
        if (value < least || value > MOST) {
            throw new InvalidInputException(field, "is too few or too many", least + " to " + MOST);
        }
        return value;
    }

    /** How many units there are, organisations among them. */
    public int units() {
        return tree.units();
    }

    /** How many people there are. */
    public int people() {
        return tree.people();
    }

    /** How many commissions there are. */
    public int commissions() {
        return tree.commissions();
    }

    /** How many entries there are: the country, the counties, units, people and commissions. */
    public int size() {
        return firstUnit() + tree.units() + tree.people() + tree.commissions();
    }

    int firstUnit() {
        return 1 + County.ALL.size();
    }

    int firstPerson() {
        return firstUnit() + tree.units();
    }

    int firstCommission() {
        return firstPerson() + tree.people();
    }

    Tree tree() {
        return tree;
    }

    Names names() {
        return names;
    }

    /**
     * A unit or organisation.
     *
     * @param number from 0 until {@link #units()}; 0 is an organisation
     */
    public CountryEntry unit(int number) {
        return entry(firstUnit() + checked(number, units()));
    }

    /**
     * A person.
     *
     * @param number from 0 until {@link #people()}
     */
    public CountryEntry person(int number) {
        return entry(firstPerson() + checked(number, people()));
    }

    /**
     * A commission.
     *
     * @param number from 0 until {@link #commissions()}
     */
    public CountryEntry commission(int number) {
        return entry(firstCommission() + checked(number, commissions()));
    }

    /** The HSA-id of a unit, by its number. */
    public HsaId unitId(int number) {
        return HsaId.of(Names.hsaId('U', checked(number, units())));
    }

    /** The HSA-id of a person, by its number. */
    public HsaId personId(int number) {
        return HsaId.of(Names.hsaId('P', checked(number, people())));
    }

    /**
     * An entry.
     *
     * @param number from 0 until {@link #size()}
     */
    public CountryEntry entry(int number) {
        CountryEntry.Sink sink = new CountryEntry.Sink();
        tell(checked(number, size()), sink);
        return sink.named(name(number));
    }

    private static int checked(int number, int end) {
        if (number < 0 || number >= end) {
            throw new InvalidInputException("number", "is out of range", "0 until " + end);
        }
        return number;
    }

    /** All entries in their order, worked out as they are asked for. */
    public Stream<CountryEntry> entries() {
        return IntStream.range(0, size()).mapToObj(this::entry);
    }

    /** The number of the entry with an HSA-id; empty if there is none. */
    public OptionalInt find(HsaId hsaId) {
        return find(hsaId.value());
    }

    OptionalInt find(String hsaId) {
        int unit = Names.number('U', hsaId);
        if (unit >= 0 && unit < units()) {
            return OptionalInt.of(firstUnit() + unit);
        }
        int person = Names.number('P', hsaId);
        if (person >= 0 && person < people()) {
            return OptionalInt.of(firstPerson() + person);
        }
        int commission = Names.number('K', hsaId);
        return commission >= 0 && commission < commissions()
                ? OptionalInt.of(firstCommission() + commission)
                : OptionalInt.empty();
    }

    /** Writes everything as LDIF (RFC 2849), UTF-8, a parent before what stands below it. Leaves the stream open. */
    public void writeLdif(OutputStream out) throws IOException {
        new LdifWriter(this, out).write();
    }

    /**
     * Writes the units as the file of all units that HSA's file service has ({@code FileGetHsaUnitsResponse}), UTF-8. Hidden
     * and feigned units are not in it. Leaves the stream open.
     */
    public void writeUnitFile(OutputStream out) throws IOException {
        new UnitFileWriter(tree, names, unitFacts, out).write();
    }

    /** The distinguished name of an entry. */
    String name(int entry) {
        if (entry >= firstCommission()) {
            int commission = entry - firstCommission();
            Organisation of = tree.ofCommission(commission);
            int careUnit = tree.careUnitOfCommission(of, commission);
            return "cn="
                    + names.commission(commission, tree.commissionsOf(of, careUnit))
                    + ","
                    + names.unitDn(of.firstUnit() + careUnit);
        }
        if (entry >= firstPerson()) {
            int person = entry - firstPerson();
            int unit = tree.unitOfPerson(person);
            return "cn=" + names.person(person, unit) + "," + names.unitDn(unit);
        }
        if (entry >= firstUnit()) {
            return names.unitDn(entry - firstUnit());
        }
        return entry == 0 ? "c=SE" : names.county(entry - 1);
    }

    List<String> classes(int entry) {
        if (entry >= firstCommission()) {
            return personFacts.commissionClasses();
        }
        if (entry >= firstPerson()) {
            return personFacts.classes(entry - firstPerson());
        }
        if (entry >= firstUnit()) {
            Organisation of = tree.ofUnit(entry - firstUnit());
            return unitFacts.classes(of, entry - firstUnit() - of.firstUnit());
        }
        return entry == 0 ? COUNTRY_CLASS : COUNTY_CLASS;
    }

    /** Tells everything of an entry but its name. */
    void tell(int entry, EntrySink sink) {
        if (entry >= firstCommission()) {
            personFacts.tellCommission(entry - firstCommission(), sink);
        } else if (entry >= firstPerson()) {
            personFacts.tell(entry - firstPerson(), sink);
        } else if (entry >= firstUnit()) {
            unitFacts.tell(entry - firstUnit(), sink);
        } else if (entry == 0) {
            sink.put("objectClass", COUNTRY_CLASS);
            sink.put("c", "SE");
        } else {
            sink.put("objectClass", COUNTY_CLASS);
            sink.put("l", County.ALL.get(entry - 1).name());
        }
    }
}
