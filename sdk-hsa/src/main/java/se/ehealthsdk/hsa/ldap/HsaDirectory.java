package se.ehealthsdk.hsa.ldap;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.EHealthException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.OrganisationNumber;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.hsa.Authorisation;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.hsa.CommissionPurpose;
import se.ehealthsdk.hsa.CommissionRight;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HealthCareUnit;
import se.ehealthsdk.hsa.HealthCareUnitList;
import se.ehealthsdk.hsa.HealthCareUnitMembers;
import se.ehealthsdk.hsa.PersonalIdentity;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.CommissionMember;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.PersonSearch;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.Reported;
import se.ehealthsdk.hsa.directory.UnitDirectory;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.directory.UnitSearch;
import se.ehealthsdk.hsa.internal.directory.CareStructure;
import se.ehealthsdk.hsa.internal.directory.UnitMatch;
import se.ehealthsdk.hsa.internal.ldap.EntryQuery.Scope;
import se.ehealthsdk.hsa.internal.ldap.EntrySource;
import se.ehealthsdk.hsa.internal.ldap.PersonMatch;
import se.ehealthsdk.hsa.internal.ldap.SearchTerms;
import se.ehealthsdk.hsa.schema.DirectoryField;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/**
 * Asks HSA, or a region's own directory that feeds it, over LDAP.
 *
 * <pre>{@code
 * HsaDirectory directory = HsaDirectory.on(connection);
 * Optional<Unit> unit = directory.unit(HsaId.of("SE2321000016-39KJ")).map(UnitEntry::unit);
 * Authorisation may = directory.authorisedFor(clinician, unitId, CommissionPurpose.CARE_AND_TREATMENT, now);
 * }</pre>
 *
 * <p><b>The same answers.</b> What the service contracts tell too is told with the same records, and equal to what
 * {@link se.ehealthsdk.hsa.HsaClient} gives of the same people and units, but for marks (below) and the order of
 * lists.
 *
 * <p><b>Marks.</b> Entries that are hidden, archived or fictitious, and people with protected data (skyddade
 * personuppgifter), are left out of every answer: as what is asked for, as members, as holders of commissions, as
 * managers, on the way up the tree. {@link #includingHidden}, {@link #includingArchived}, {@link #includingFeigned}
 * and {@link #includingProtectedPeople} ask for them by name. It is looked at when an entry has come, whatever the
 * server thinks, and an entry whose object classes the server keeps to itself is never told of.
 *
 * <p><b>Nothing found</b> is an empty {@link Optional} or list: not there, marked, or lacking what the contract
 * requires. {@link #withReport} tells which. A failure is always an {@link EHealthException}; so is an answer to a
 * look-up that the directory cut short ({@link ProtocolException}), unless it is asked with {@link #withReport}. A
 * stream of entries says so in its own {@linkplain Entries#report report}. A reference to another directory cuts
 * answers short too: see {@link Builder#withoutReferredParts}.
 *
 * <p><b>An HSA-id on two entries</b> stands for the first of them by its name in the tree, of those that are told of,
 * and the report says so; if one of them is marked as protected, all are. A stream of entries judges each by itself.
 * HSA-ids are compared in any case, as far as the directory's own search does.
 *
 * <p>Source: HSA schema 5.x and whatever {@link DirectorySchema} it is given; the rules of the contracts are those of
 * infrastructure:directory:authorizationmanagement 2.4.5, employee 4.0 and organization 5.0. Immutable, safe for use
 * by many threads. Close the {@link LdapConnection}.
 */
public final class HsaDirectory implements UnitDirectory {

    private final Reading on;
    private final boolean identified;
    private final Clock clock;
    private final @Nullable Tally collector;

    private HsaDirectory(Reading on, boolean identified, Clock clock, @Nullable Tally collector) {
        this.on = on;
        this.identified = identified;
        this.clock = clock;
        this.collector = collector;
    }

    /** A directory with HSA's own schema, looked at from {@code c=SE}. */
    public static HsaDirectory on(LdapConnection connection) {
        return builder(connection).build();
    }

    /** Starts a directory with choices of its own. */
    public static Builder builder(LdapConnection connection) {
        return new Builder(connection.source());
    }

    // ---- who is told of

    /** The same directory, told of what is in the archive too. */
    public HsaDirectory includingArchived() {
        return including(EntryMark.ARCHIVED);
    }

    /** The same directory, told of what is made up for tests and education too. */
    public HsaDirectory includingFeigned() {
        return including(EntryMark.FEIGNED);
    }

    /**
     * The same directory, told of what is marked as not to be exposed too. For those who keep the directory, never
     * for what others see.
     */
    public HsaDirectory includingHidden() {
        return including(EntryMark.HIDDEN);
    }

    /**
     * The same directory, told of people with protected data (skyddade personuppgifter) too. That needs a separate
     * approval from those who own the information, as the {@code ...IncludingProtectedPerson} contracts do: that an
     * account may read such entries is no approval. Never for lists that more people see than must.
     */
    public HsaDirectory includingProtectedPeople() {
        return including(EntryMark.PROTECTED);
    }

    /**
     * The same directory, told of people's personal identity numbers, as {@code GetCredentialsForPerson} does with
     * profile {@code extended1}, and of age and gender where the directory has them. Otherwise the numbers are not
     * asked for.
     */
    public HsaDirectory includingPersonalIdentity() {
        return new HsaDirectory(on, true, clock, collector);
    }

    private HsaDirectory including(EntryMark mark) {
        return new HsaDirectory(
                on.including(on.visibility().including(mark)), identified, clock, collector);
    }

    /**
     * Asks, and tells what came of reading: what was withheld for a mark, what could not be read, what was left out
     * because it lacks what the contracts require, and whether the directory cut an answer short.
     *
     * <pre>{@code
     * Reported<Optional<Credentials>> told = directory.withReport(it -> it.credentials(person));
     * told.report().problems().forEach(problem -> tellTheDirectorysEditors(problem));
     * }</pre>
     *
     * @param questions asks the directory that it is given; a stream of entries must be read within it
     */
    public <T> Reported<T> withReport(Function<HsaDirectory, T> questions) {
        Tally all = Tally.partOf(collector);
        T answer = questions.apply(new HsaDirectory(on, identified, clock, all));
        return new Reported<>(answer, all.report());
    }

    // ---- people

    /**
     * The employee with this HSA-id, as {@code GetEmployee} tells.
     *
     * @return empty if nobody is told of, see {@link HsaDirectory}
     */
    public Optional<Employee> employee(HsaId person) {
        return ask(person, question -> post(question, person).map(PersonEntry::employee));
    }

    /** The person's posts: one for each of the person's HSA-ids. */
    public List<Employee> employees(PersonId person) {
        return ask(
                null,
                question -> posts(question, person).stream().map(PersonEntry::employee).toList());
    }

    /** The person's post with all that the directory has of it, whether it is whole or not. */
    public Optional<PersonEntry> person(HsaId person) {
        return ask(
                person,
                question ->
                        Optional.ofNullable(question.byIds(people(), List.of(person)).get(person)));
    }

    /** The people that a search is about, in no certain order. */
    public Entries<PersonEntry> people(PersonSearch search) {
        return on.stream(
                on.query(top(search.below()), Scope.SUBTREE, on.terms().people(search), people()),
                people(),
                new PersonMatch(search),
                search.limit().orElse(0),
                Tally.partOf(collector));
    }

    private Kind<PersonEntry> people() {
        return identified ? on.kinds().identifiedPeople() : on.kinds().people();
    }

    private Optional<PersonEntry> post(Question question, HsaId person) {
        return Optional.ofNullable(question.byIds(people(), List.of(person)).get(person))
                .filter(post -> isWhole(question, post));
    }

    private List<PersonEntry> posts(Question question, PersonId person) {
        // who it is must be known to see that the answer is about this person and no other
        return question
                .all(
                        on.kinds().identifiedPeople(),
                        on.terms().equal(DirectoryField.PERSONAL_IDENTITY, person.value()),
                        post -> isOf(post, person))
                .stream()
                .filter(post -> isWhole(question, post))
                .map(post -> identified ? post : Told.withoutIdentity(post))
                .toList();
    }

    private static boolean isOf(PersonEntry post, PersonId person) {
        return post.credentials()
                .personalIdentity()
                .map(PersonalIdentity::extension)
                .filter(person.value()::equals)
                .isPresent();
    }

    /** The contracts require a surname and leave out a post without. */
    private boolean isWhole(Question question, PersonEntry post) {
        boolean whole = !post.employee().middleAndSurname().isBlank();
        if (!whole) {
            question.problem(
                    post.hsaId(),
                    on.terms().attribute(DirectoryField.SURNAME),
                    "is missing, and the post is left out for it",
                    "a surname");
        }
        return whole;
    }

    // ---- what a person may do

    /**
     * Licences, roles and commissions under one HSA-id, as {@code GetCredentialsForPerson} tells: the commissions that
     * the person is a member of now.
     *
     * @return empty if nobody is told of, see {@link HsaDirectory}
     */
    public Optional<Credentials> credentials(HsaId person) {
        return credentials(person, clock.instant());
    }

    private Optional<Credentials> credentials(HsaId person, Instant at) {
        return ask(
                person,
                question ->
                        withCommissions(question, post(question, person).stream().toList(), at)
                                .stream()
                                .findFirst());
    }

    /** Licences, roles and commissions, one for each of the person's HSA-ids. */
    public List<Credentials> credentials(PersonId person) {
        Instant now = clock.instant();
        return ask(null, question -> withCommissions(question, posts(question, person), now));
    }

    private List<Credentials> withCommissions(
            Question question, List<PersonEntry> posts, Instant at) {
        Map<HsaId, List<Commission>> held =
                new HeldCommissions(question, on)
                        .of(posts.stream().map(PersonEntry::hsaId).toList(), at);
        return posts.stream()
                .map(
                        post ->
                                Told.with(
                                        post.credentials(),
                                        held.getOrDefault(post.hsaId(), List.of())))
                .toList();
    }

    /**
     * The commissions that a person is a member of at a time, whole ones only. Whether care unit and care provider are
     * in use is for the reader to check: {@link Commission#isActiveAt}.
     */
    public List<Commission> commissionsOf(HsaId person, Instant at) {
        return credentials(person, at).map(Credentials::commissions).orElse(List.of());
    }

    /** The person's commissions for a purpose, whose membership, care unit and care provider hold at a time. */
    public List<Commission> activeCommissions(HsaId person, CommissionPurpose purpose, Instant at) {
        return commissionsOf(person, at).stream()
                .filter(commission -> commission.purpose().equals(purpose))
                .filter(commission -> commission.isActiveAt(at))
                .toList();
    }

    /**
     * Whether a person has a commission for a purpose at a unit at a time, and if not, why; by the rules of {@link
     * se.ehealthsdk.hsa.HsaClient#authorisedFor}. The membership too must hold at the time.
     *
     * @param person the person's HSA-id
     * @param unit a care unit, a unit that belongs to one, or a care provider
     * @param purpose for example {@link CommissionPurpose#CARE_AND_TREATMENT}
     * @param at when; as a rule now
     */
    public Authorisation authorisedFor(
            HsaId person, HsaId unit, CommissionPurpose purpose, Instant at) {
        return Authorisation.of(
                credentials(person, at).stream().toList(), unit, careUnitOf(unit), purpose, at);
    }

    /**
     * The commissions one step below a care unit or a care provider, whole or not. Members who are not told of, or
     * whose posts are not there, are left out of them.
     */
    public List<CommissionEntry> commissions(HsaId unit) {
        return ask(unit, question -> withKnownMembers(question, below(question, unit)));
    }

    private List<CommissionEntry> below(Question question, HsaId unit) {
        return question.unit(unit)
                .map(it -> question.directlyBelow(it, on.kinds().commissions()))
                .orElse(List.of());
    }

    private List<CommissionEntry> withKnownMembers(
            Question question, List<CommissionEntry> commissions) {
        Set<HsaId> people = new LinkedHashSet<>();
        commissions.forEach(each -> each.members().forEach(it -> people.add(it.person())));
        Set<HsaId> known = question.byIds(on.kinds().people(), people).keySet();
        return commissions.stream()
                .map(each -> Told.withMembers(each, it -> known.contains(it.person())))
                .toList();
    }

    /**
     * Who has a commission for this purpose at this care unit now, as {@code GetCommissionMembers} tells.
     *
     * @param rights those that the commission must give, all of them; none to take any
     */
    public List<Employee> commissionMembers(
            HsaId careUnit, CommissionPurpose purpose, CommissionRight... rights) {
        List<CommissionRight> wanted = List.of(rights);
        Instant now = clock.instant();
        return ask(
                careUnit,
                question -> {
                    Set<HsaId> members = new LinkedHashSet<>();
                    below(question, careUnit).stream()
                            .filter(it -> it.purpose().filter(purpose::equals).isPresent())
                            .filter(it -> it.rights().containsAll(wanted))
                            .flatMap(it -> it.members().stream())
                            .filter(it -> it.validity().at(now))
                            .map(CommissionMember::person)
                            .forEach(members::add);
                    return question.byIds(people(), members).values().stream()
                            .filter(post -> isWhole(question, post))
                            .map(PersonEntry::employee)
                            .toList();
                });
    }

    // ---- units

    /**
     * {@inheritDoc}
     *
     * <p>{@link UnitEntry#care()} names no manager: an HSA-id alone does not say whether it is that of a protected
     * person. {@link #careUnitWithManagerOf} looks. Only a directory {@linkplain #includingProtectedPeople that is
     * told of protected people} names managers in every answer.
     */
    @Override
    public Optional<UnitEntry> unit(HsaId unit) {
        return ask(
                unit,
                question ->
                        withPictures(
                                kind ->
                                        Optional.ofNullable(
                                                question.byIds(kind, List.of(unit)).get(unit))));
    }

    @Override
    public Optional<UnitEntry> at(DistinguishedName name) {
        return ask(null, question -> withPictures(kind -> question.at(name, kind)));
    }

    /** A picture too large to be received costs the picture, and not the entry. */
    private Optional<UnitEntry> withPictures(
            Function<Kind<UnitEntry>, Optional<UnitEntry>> question) {
        try {
            return question.apply(told(on.kinds().units()));
        } catch (ProtocolException tooLargeAsARule) {
            return question.apply(
                    told(on.kinds().listedUnits())
                            .told(unit -> Told.withoutPictures(unit, on.kinds().pictures())));
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Without pictures, which {@link #unit} tells of.
     *
     * @throws InvalidInputException if it is to look below what is not below the base
     * @throws se.ehealthsdk.core.error.ConfigurationException if the schema has no attribute for what is searched by
     */
    @Override
    public Entries<UnitEntry> units(UnitSearch search) {
        Kind<UnitEntry> kind = told(on.kinds().listedUnits());
        return on.stream(
                on.query(
                        top(search.below()),
                        search.childrenOnly() ? Scope.ONE_LEVEL : Scope.SUBTREE,
                        on.terms().units(search),
                        kind),
                kind,
                new UnitMatch(search),
                search.limit().orElse(0),
                Tally.partOf(collector));
    }

    /**
     * {@inheritDoc}
     *
     * <p>What has no HSA-id, as a branch that only sorts, and a unit that is not told of are passed by: what stands
     * below them counts as standing below the unit, as in {@link #path}. Without pictures.
     */
    @Override
    public List<UnitEntry> children(HsaId unit) {
        return ask(
                unit,
                question ->
                        question.unit(unit).map(question::children).orElse(List.of()).stream()
                                .map(this::told)
                                .toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Units above that are not told of are left out. Without pictures.
     */
    @Override
    public List<UnitEntry> path(HsaId unit) {
        return ask(
                unit,
                question -> {
                    List<UnitEntry> path = new ArrayList<>();
                    question.unit(unit)
                            .ifPresent(
                                    it -> {
                                        path.add(it);
                                        question.above(it.name())
                                                .filter(question::tellsOf)
                                                .forEach(path::add);
                                    });
                    Collections.reverse(path);
                    return path.stream().map(this::told).toList();
                });
    }

    private UnitEntry told(UnitEntry unit) {
        return on.visibility().seesProtectedPeople() ? unit : Told.withoutManager(unit);
    }

    private Kind<UnitEntry> told(Kind<UnitEntry> kind) {
        return on.visibility().seesProtectedPeople() ? kind : kind.told(Told::withoutManager);
    }

    private DistinguishedName top(Optional<DistinguishedName> below) {
        DistinguishedName top = below.orElse(on.base());
        if (!on.covers(top)) {
            throw new InvalidInputException(
                    "below",
                    "is not within what this directory looks at",
                    "the base " + on.base() + " or a name below it");
        }
        return top;
    }

    /** Whether a unit is, or stands below, any of some units. */
    public boolean isWithinSector(HsaId unit, HsaId... sectors) {
        return ask(
                unit,
                question -> {
                    List<UnitEntry> tops = question.units(List.of(sectors));
                    Predicate<DistinguishedName> within =
                            name ->
                                    tops.stream()
                                            .map(UnitEntry::name)
                                            .anyMatch(top -> name.equals(top) || name.isBelow(top));
                    return question.unit(unit).map(UnitEntry::name).filter(within).isPresent();
                });
    }

    // ---- care units and care providers

    @Override
    public Optional<HealthCareUnit> careUnitOf(HsaId unit) {
        return ask(unit, question -> new CareStructure(question).careUnitOf(unit));
    }

    /**
     * As {@link #careUnitOf}, and who manages the care unit (verksamhetschef), unless that is someone who is not told
     * of, or whose post is not there: it may be kept back because it is protected.
     */
    public Optional<HealthCareUnit> careUnitWithManagerOf(HsaId unit) {
        return ask(
                unit,
                question ->
                        new CareStructure(question)
                                .careUnitOf(unit)
                                .map(found -> withManager(question, found)));
    }

    private HealthCareUnit withManager(Question question, HealthCareUnit found) {
        Optional<HsaId> named =
                question.unit(found.unit().hsaId()).flatMap(unit -> unit.care().manager());
        Optional<PersonEntry> manager =
                named.map(id -> question.byIds(on.kinds().people(), List.of(id)).get(id));
        return new HealthCareUnit(
                found.unitIsHealthCareUnit(),
                found.member(),
                found.unit(),
                found.provider(),
                manager.map(PersonEntry::hsaId),
                manager.filter(it -> it.marks().contains(EntryMark.FEIGNED)).isPresent());
    }

    @Override
    public Optional<CareProvider> providerOf(HsaId unit) {
        return ask(unit, question -> new CareStructure(question).providerOf(unit));
    }

    @Override
    public Optional<HealthCareUnitMembers> careUnitMembers(HsaId careUnit) {
        return ask(careUnit, question -> new CareStructure(question).careUnitMembers(careUnit));
    }

    @Override
    public Optional<HealthCareUnitList> careUnits(HsaId careProvider) {
        return ask(careProvider, question -> new CareStructure(question).careUnits(careProvider));
    }

    @Override
    public Optional<CareProvider> careProvider(HsaId careProvider) {
        return ask(
                careProvider, question -> new CareStructure(question).careProvider(careProvider));
    }

    @Override
    public List<CareProvider> careProviders(OrganisationNumber number) {
        return ask(
                null,
                question ->
                        question
                                .all(
                                        on.kinds().listedUnits(),
                                        on.terms()
                                                .equalAny(
                                                        DirectoryField.ORG_NO,
                                                        List.of(
                                                                number.hyphenated(),
                                                                number.value(),
                                                                "16" + number.hyphenated(),
                                                                "16" + number.value())),
                                        unit -> has(unit, number))
                                .stream()
                                .flatMap(unit -> CareStructure.asProvider(unit).stream())
                                .map(CareStructure::withoutPublicName)
                                .toList());
    }

    private static boolean has(UnitEntry unit, OrganisationNumber number) {
        return unit.orgNo()
                .flatMap(OrganisationNumber::tryParse)
                .filter(number::equals)
                .isPresent();
    }

    // ---- asking

    private <T> T ask(@Nullable HsaId about, Function<Question, T> question) {
        Tally tally = Tally.partOf(collector);
        T answer = question.apply(new Question(on, tally, about));
        Optional<ReadReport.Partial> partial = tally.partial();
        if (partial.isPresent() && collector == null) {
            throw new ProtocolException(
                    "The directory gave only a part of the answer: " + partial.get(), null, null);
        }
        return answer;
    }

    /** Builds an {@link HsaDirectory}. Not for use by more than one thread. */
    public static final class Builder {

        private final EntrySource source;
        private DirectorySchema schema = DirectorySchema.hsa();
        private Optional<DistinguishedName> base = Optional.empty();
        private Clock clock = Clock.systemUTC();
        private boolean missesReferred = true;

        Builder(EntrySource source) {
            this.source = source;
        }

        /** What attributes and object classes are called there; {@link DirectorySchema#hsa} unless told. */
        public Builder schema(DirectorySchema names) {
            schema = names;
            return this;
        }

        /** Where to look from; the schema's own base, for HSA {@code c=SE}, unless told. */
        public Builder base(DistinguishedName top) {
            base = Optional.of(top);
            return this;
        }

        /** What time it is, for what holds now; the system's clock unless told. */
        public Builder clock(Clock time) {
            clock = time;
            return this;
        }

        /**
         * What this directory only refers to another one for is not missed: answers are whole without it. Unless
         * this is said, an answer that meets such a reference is {@linkplain ReadReport.Partial#REFERRAL not the
         * whole one}, since what was asked for may stand there.
         */
        public Builder withoutReferredParts() {
            missesReferred = false;
            return this;
        }

        /** The directory. */
        public HsaDirectory build() {
            SearchTerms terms = new SearchTerms(schema);
            return new HsaDirectory(
                    new Reading(
                            source,
                            terms,
                            Kinds.of(schema, terms),
                            base.orElseGet(schema::base),
                            Visibility.ORDINARY,
                            missesReferred),
                    false,
                    clock,
                    null);
        }
    }
}
